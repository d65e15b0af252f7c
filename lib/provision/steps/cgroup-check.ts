import { fail } from "@/lib/core/result";
import { ask } from "@/lib/provision/fact";
import { cgroups } from "@/lib/provision/facts/cgroups";
import { defineStep, inSync } from "@/lib/provision/step";

/** Source: k3s documentation, "Raspberry Pi": what k3s refuses to start without. */
const NEEDED = ["memory", "cpuset"];
/** Source: k3s documentation, "Raspberry Pi"; cpuset as the kernel's own parameter of the same form. */
const PI_ARGUMENTS = "cgroup_enable=cpuset cgroup_enable=memory cgroup_memory=1";

/** Checks that the kernel can limit memory. Changing that needs a reboot, which is not ours to do here. */
export const cgroupCheckStep = defineStep({
  id: "host.cgroups",
  typicalMs: 50,
  label: (_: Record<string, never>) => "cgroups",
  title: () => "Check the kernel's control groups",
  why: () =>
    "k3s does not start where the kernel cannot limit memory, as on a Raspberry Pi by default.",
  needs: (_: Record<string, never>) => ({ cgroups: ask(cgroups, {}) }),
  decide: (_, { cgroups: found }) => {
    const missing = NEEDED.filter((name) => !found.enabled.includes(name));
    if (missing.length === 0)
      return inSync(`${NEEDED.join(" and ")} are enabled (version ${found.version})`);
    const file = found.cmdlineFile;
    const remedy =
      file === null
        ? `Boot with a kernel that offers the ${missing.join(" and ")} controller, then Resume.`
        : `Add "${PI_ARGUMENTS}" to the end of the one line in ${file}, restart the host, then Resume.`;
    return fail({
      code: "host.unsuitable",
      detail: `The kernel offers no ${missing.join(" and no ")} control group: k3s would not start.`,
      remedies: [remedy],
    });
  },
});
