/** The folder of a host's network rules. All of it goes when the site is taken off the host. */
export const FIREWALL_FOLDER = "/etc/gandalf/firewall";

/** Rules that were proved and kept: what a boot loads. */
export const CURRENT_RULES = `${FIREWALL_FOLDER}/current.nft`;
/** Rules that are being tried. Means nothing after a boot. */
export const TRIAL_RULES = `${FIREWALL_FOLDER}/trial.nft`;
/** The program that loads, tries, keeps and takes back. */
export const RULES_PROGRAM = `${FIREWALL_FOLDER}/rules.sh`;

/** Notes of a trial. Gone at a reboot, as the trial is. */
export const TRIAL_NOTES = "/run/gandalf/firewall";

/** The timer that takes a trial back. */
export const REVERT_UNIT = "gandalf-firewall-revert";
export const FIREWALL_UNIT = "gandalf-firewall.service";
export const ROUTES_UNIT = "gandalf-routes.service";
