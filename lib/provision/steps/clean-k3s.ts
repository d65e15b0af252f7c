import { ask } from "@/lib/provision/fact";
import { k3sRemains } from "@/lib/provision/facts/k3s-remains";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { script } from "@/lib/shell/argv";
import { CLEAN_K3S } from "./clean-k3s-script";

/** Deleting images and volumes takes minutes on an SD card. */
const CLEAN_TIMEOUT_MS = 900_000;

/** Leaves nothing of k3s on a host. */
export const cleanK3sStep = defineStep({
  id: "k3s.clean",
  typicalMs: 4_000,
  label: (_: Record<string, never>) => "clean k3s",
  title: () => "Remove k3s from the host",
  why: () =>
    "Services, containers, mounts, interfaces, rules, images and node-local volumes go, so that the host can join again or do something else.",
  needs: (_: Record<string, never>) => ({ remains: ask(k3sRemains, {}) }),
  decide: (_, { remains }) => {
    if (remains.length === 0) return inSync("nothing of k3s is there");
    return change(`remove ${remains.join(", ")}`, {
      kind: "run",
      argv: script(CLEAN_K3S),
      timeoutMs: CLEAN_TIMEOUT_MS,
      why: "leave nothing of k3s",
      long: true,
    });
  },
});
