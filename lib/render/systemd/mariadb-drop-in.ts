/**
 * MariaDB listens on the host's own address, so it must not start before that exists, and must try
 * again when it comes late (Wi-Fi, slow DHCP after a power cut). Source: systemd.unit(5), systemd.service(5).
 */
export const mariadbDropIn = (): string => `# Written by Gandalf.
[Unit]
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=0

[Service]
Restart=on-failure
RestartSec=2s
`;
