export type K3sCommand = "server" | "agent";

/**
 * The service of k3s. Settings are in /etc/rancher/k3s, never here. Source: k3s documentation and
 * the unit that its installer writes (Type, KillMode, limits, modules).
 */
export const k3sUnit = (command: K3sCommand): string => `# Written by Gandalf.
[Unit]
Description=Lightweight Kubernetes (k3s ${command})
Documentation=https://k3s.io
Wants=network-online.target
After=network-online.target time-sync.target
StartLimitIntervalSec=0

[Service]
Type=notify
KillMode=process
Delegate=yes
LimitNOFILE=1048576
LimitNPROC=infinity
LimitCORE=infinity
TasksMax=infinity
TimeoutStartSec=0
Restart=always
RestartSec=5s
ExecStartPre=-/sbin/modprobe br_netfilter
ExecStartPre=-/sbin/modprobe overlay
ExecStart=/usr/local/bin/k3s ${command}

[Install]
WantedBy=multi-user.target
`;
