export interface KernelSetting {
  readonly key: string;
  readonly value: number;
  /** A greater value that somebody set is fine too. */
  readonly atLeast?: true;
}

/**
 * What a k3s node wants of the kernel. Source: Kubernetes docs, "Container runtimes" (ip_forward);
 * kubelet, protect-kernel-defaults (overcommit, panic); kind and k3s issues on "too many open files"
 * (inotify: each log follower and each kubelet watch takes some).
 */
export const K3S_KERNEL_SETTINGS: readonly KernelSetting[] = [
  { key: "net.ipv4.ip_forward", value: 1 },
  { key: "vm.overcommit_memory", value: 1 },
  { key: "vm.panic_on_oom", value: 0 },
  { key: "kernel.panic", value: 10 },
  { key: "kernel.panic_on_oops", value: 1 },
  { key: "fs.inotify.max_user_instances", value: 8192, atLeast: true },
  { key: "fs.inotify.max_user_watches", value: 524_288, atLeast: true },
];

/** A file for /etc/sysctl.d. Source: sysctl.d(5). */
export const sysctlFile = (settings: readonly KernelSetting[]): string =>
  `# Written by Gandalf for k3s.\n${settings.map(({ key, value }) => `${key} = ${value}\n`).join("")}`;
