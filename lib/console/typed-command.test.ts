import { expect, test } from "vitest";
import { TYPED } from "@/lib/schemas/typed-line";
import { describeCommand } from "./typed-command";

const ref = (apiVersion: string, kind: string, name: string) => ({
  ...{ apiVersion, kind, name },
  namespace: kind === "Node" ? "" : "web",
});

test("an object's description is a command as one would type it", () => {
  expect(describeCommand(ref("v1", "Pod", "shop-0"))).toBe("kubectl describe pod shop-0 -n web");
  expect(describeCommand(ref("apps/v1", "Deployment", "shop"))).toBe(
    "kubectl describe deployment shop -n web",
  );
  expect(describeCommand(ref("v1", "Node", "master1"))).toBe("kubectl describe node master1");
  const route = ref("traefik.io/v1alpha1", "IngressRoute", "shop");
  expect(describeCommand(route)).toBe("kubectl describe ingressroute.traefik.io shop -n web");
});

test.each(["a b", "$(reboot)", "a;reboot", "a\nb", "-A", "..'"])(
  "a name that a shell or kubectl reads as more is not typed: %s",
  (name) => expect(describeCommand(ref("v1", "Pod", name))).toBeNull(),
);

test.each(["kubectl get pods\r", "a\nb", "\u001b[A", "a\tb", "x".repeat(401), "grüße"])(
  "what would press a key is not typed for anybody: %j",
  (text) => expect(TYPED.test(text)).toBe(false),
);
