import { CURRENT_RULES, FIREWALL_UNIT, RULES_PROGRAM } from "@/lib/render/firewall/paths";

/**
 * Loads the rules before any interface is up. After the distribution's own nftables.service and with it, because that
 * one empties the whole kernel first. Source: Debian's nftables.service, systemd.special(7) on network-pre.target.
 */
export const firewallUnit = (): string => `# Written by Gandalf.
[Unit]
Description=Gandalf's network rules
DefaultDependencies=no
Wants=network-pre.target
Before=network-pre.target shutdown.target
Conflicts=shutdown.target
After=local-fs.target systemd-modules-load.service systemd-sysctl.service nftables.service
PartOf=nftables.service
ReloadPropagatedFrom=nftables.service
ConditionPathExists=${CURRENT_RULES}

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sh ${RULES_PROGRAM} boot
ExecReload=/bin/sh ${RULES_PROGRAM} boot

[Install]
WantedBy=sysinit.target
`;

/** Keeps a firewall's routes to what lies behind its neighbours. */
export const routesUnit = (): string => `# Written by Gandalf.
[Unit]
Description=Gandalf's routes to networks behind other firewalls
After=network.target ${FIREWALL_UNIT}

[Service]
ExecStart=/bin/sh ${RULES_PROGRAM} routes
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
`;
