import { describe, expect, it } from "vitest";
import { secret } from "@/lib/core/secret";
import { redactText, revealText } from "@/lib/core/text";
import { PROVIDERS } from "@/lib/ddns/provider";
import { HOSTILE } from "@/lib/render/testing/hostile";
import { ddnsSettings, type DdnsSettings } from "@/lib/schemas/ddns";
import { ddclientConfig } from "./config";

const settings: DdnsSettings = ddnsSettings.parse({
  hostId: "lb",
  names: [
    { provider: "no-ip", name: "gandalf9.ddns.net", login: "ada@example.org" },
    { provider: "duckdns", name: "gandalf9.duckdns.org" },
    { provider: "desec", name: "gandalf.dedyn.io" },
    { provider: "cloudflare", name: "home.example.org", zone: "example.org" },
    { provider: "dyndns2", name: "a.example.net", login: "ada", server: "dyn.example.net:8443" },
  ],
});
const secrets = settings.names.map((_, index) => secret(`secret-token-${index}`));
const render = (names: unknown[], words: readonly string[]) =>
  ddclientConfig({
    settings: { ...settings, names: names as DdnsSettings["names"] },
    secrets: words.map(secret),
  });

describe("ddclient's file", () => {
  it("has a block for every provider", async () => {
    const text = revealText(ddclientConfig({ settings, secrets }));
    await expect(text).toMatchFileSnapshot("./__golden__/every-provider.conf");
  });

  it("shows no secret where it is printed", () => {
    expect(redactText(ddclientConfig({ settings, secrets }))).not.toContain("secret-token");
  });

  it("reads the address from an interface when the host has it itself", () => {
    const own = { ...settings, address: { kind: "interface" as const, name: "eth0" } };
    expect(revealText(ddclientConfig({ settings: own, secrets }))).toContain("\nuse=if, if=eth0\n");
  });

  it("lets no name, login or server write a line of its own", () => {
    for (const value of HOSTILE) {
      const fields = {
        provider: "dyndns2",
        name: "a.example.net",
        login: "ada",
        server: "dyn.example.net",
      };
      for (const key of ["name", "login", "server"]) {
        const entry = { ...fields, [key]: value };
        const parsed = ddnsSettings.shape.names.element.safeParse(entry);
        if (!parsed.success) expect(() => render([entry], ["x"])).toThrow();
        else expect(revealText(render([parsed.data], ["x"])).split("\n")).toHaveLength(10);
      }
    }
  });

  it("takes no secret of more than one line", () => {
    for (const { secret: schema } of Object.values(PROVIDERS))
      for (const value of ["", "two\nlines", "bell\u0007"])
        expect(schema.safeParse(value).success).toBe(false);
  });

  it("names a field that is wrong", () => {
    const problem = (names: unknown[]) =>
      ddnsSettings.safeParse({ hostId: "lb", names }).error?.issues[0];
    expect(problem([{ provider: "duckdns", name: "gandalf9.ddns.net" }])).toMatchObject({
      path: ["names", 0, "name"],
      message: "A DuckDNS name is such as gandalf9.duckdns.org.",
    });
    expect(problem([settings.names[2], settings.names[2]])).toMatchObject({
      path: ["names", 1, "name"],
      message: "gandalf.dedyn.io is here twice: remove one.",
    });
  });
});
