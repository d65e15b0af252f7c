import { DDNS_CACHE, DDNS_CONFIG } from "@/lib/render/ddclient/paths";

/**
 * A unit of our own: Debian's hands ddclient an interval and a file that its maintainer scripts write. Source:
 * systemd.exec(5) for what it may not do.
 */
export const ddnsUnit = (): string => `# Written by Gandalf.
[Unit]
Description=Gandalf's names that follow the public address
Wants=network-online.target
After=network-online.target

[Service]
ExecStart=/usr/bin/ddclient -foreground -file ${DDNS_CONFIG} -cache ${DDNS_CACHE}
Restart=always
RestartSec=60
CacheDirectory=gandalf-ddns
CacheDirectoryMode=0700
NoNewPrivileges=yes
PrivateDevices=yes
PrivateTmp=yes
ProtectHome=yes
ProtectSystem=strict

[Install]
WantedBy=multi-user.target
`;
