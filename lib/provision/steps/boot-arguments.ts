import { fail } from "@/lib/core/result";
import { ask } from "@/lib/provision/fact";
import { bootArguments } from "@/lib/provision/facts/boot-arguments";
import { cgroups } from "@/lib/provision/facts/cgroups";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { CGROUP_FLAGS, cmdlineHasFlags, cmdlineWithFlags } from "@/lib/render/cmdline/with-flags";

/** Source: k3s documentation, "Raspberry Pi": what k3s refuses to start without. */
export const NEEDED_CONTROLLERS: readonly string[] = ["memory", "cpuset"];

/** Writes what the kernel needs for control groups into the one line of a Raspberry Pi's cmdline.txt. */
export const bootArgumentsStep = defineStep({
  id: "host.boot-arguments",
  typicalMs: 200,
  label: (_: Record<string, never>) => "cmdline.txt",
  title: () => "Let the kernel limit memory",
  why: () =>
    "k3s does not start where the kernel cannot limit memory, as on a Raspberry Pi by default. The file's one line gets the arguments once; the file of before is kept on the host.",
  needs: (_: Record<string, never>) => ({
    boot: ask(bootArguments, {}),
    cgroups: ask(cgroups, {}),
  }),
  decide: (_, { boot, cgroups: found }) => {
    const { file } = boot;
    const enabled = NEEDED_CONTROLLERS.every((name) => found.enabled.includes(name));
    if (file === null && enabled) return inSync("the kernel limits memory by default");
    if (file === null)
      return fail({
        code: "host.unsuitable",
        detail:
          "The kernel cannot limit memory, and there is no cmdline.txt in /boot/firmware or /boot.",
        remedies: [
          `Add "${CGROUP_FLAGS.join(" ")}" to your boot loader's kernel arguments, and reboot.`,
        ],
      });
    if (cmdlineHasFlags(file.text, CGROUP_FLAGS)) return inSync(`${file.path} has the arguments`);
    const content = cmdlineWithFlags(file.text, CGROUP_FLAGS);
    return change(`${file.path}: add ${CGROUP_FLAGS.join(" ")}`, {
      kind: "write-file",
      previous: file.text,
      file: { path: file.path, content, mode: file.mode, owner: file.owner },
    });
  },
});
