import { fail } from "@/lib/core/result";
import { ask } from "@/lib/provision/fact";
import { fileState } from "@/lib/provision/facts/file-state";
import { sysctlValues } from "@/lib/provision/facts/sysctl-values";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { type KernelSetting, sysctlFile } from "@/lib/render/sysctl/settings";

export interface SysctlInput {
  readonly settings: readonly KernelSetting[];
}

/** After the distribution's own files. Source: sysctl.d(5), "precedence". */
export const SYSCTL_PATH = "/etc/sysctl.d/90-gandalf-k3s.conf";

const holds = ({ value, atLeast }: KernelSetting, live: string) =>
  atLeast === true ? Number(live) >= value : live === String(value);

/** Sets kernel parameters now and for the next boot. */
export const sysctlStep = defineStep({
  id: "host.sysctl",
  typicalMs: 150,
  label: (_: SysctlInput) => "sysctl",
  title: (_: SysctlInput) => "Set kernel parameters for k3s",
  why: () =>
    "Pods need forwarding between interfaces, the kubelet expects its memory and panic settings, and many pods need many file watches.",
  needs: ({ settings }: SysctlInput) => ({
    live: ask(sysctlValues, { keys: settings.map(({ key }) => key) }),
    saved: ask(fileState, { path: SYSCTL_PATH }),
  }),
  decide: ({ settings }, { live, saved }) => {
    const absent = settings.filter(({ key }) => (live[key] ?? null) === null);
    if (absent.length > 0)
      return fail({
        code: "host.unsuitable",
        detail: `The kernel has no parameter ${absent.map(({ key }) => key).join(", ")}.`,
        remedies: ["Boot the distribution's own kernel: k3s cannot run without these parameters."],
      });
    const off = settings.filter((setting) => !holds(setting, live[setting.key] ?? ""));
    const content = sysctlFile(settings);
    if (off.length === 0 && saved?.text === content)
      return inSync(`${settings.length} parameters set`);
    const what = off.map(({ key, value }) => `${key} ${live[key] ?? ""} → ${value}`).join(", ");
    return change(
      what === "" ? `keep ${settings.length} parameters for the next boot` : what,
      {
        kind: "write-file",
        previous: saved?.text ?? null,
        file: { path: SYSCTL_PATH, content, mode: 0o644, owner: "root:root" },
      },
      {
        kind: "run",
        argv: ["sysctl", "--quiet", "-p", SYSCTL_PATH],
        timeoutMs: 10_000,
        why: "load it now",
      },
    );
  },
});
