import type { HostProbe, HostTarget } from "@/lib/schemas/host";
import { inParallel } from "@/server/hosts/in-parallel";
import { probeHostKey } from "@/server/ssh/probe-host-key";

/** As many as OpenSSH clients commonly open; one slow host delays nobody else. */
const AT_ONCE = 64;

/** Reads the host keys of many hosts, without logging in anywhere. */
export const probeHosts = (targets: readonly HostTarget[]): Promise<HostProbe[]> =>
  inParallel(targets, AT_ONCE, async (target): Promise<HostProbe> => {
    const probed = await probeHostKey(target.address, target.port);
    if (!probed.ok) return { ...target, problem: probed.problem };
    const { type, fingerprint, banner } = probed.value;
    return { ...target, hostKeyType: type, fingerprint, banner };
  });
