/** Its secrets are in it: for root alone. */
export const DDNS_CONFIG = "/etc/gandalf/ddclient.conf";
/** What the client noted about every name. */
export const DDNS_CACHE = "/var/cache/gandalf-ddns/ddclient.cache";
export const DDNS_UNIT = "gandalf-ddns.service";
export const DDNS_UNIT_FILE = `/etc/systemd/system/${DDNS_UNIT}`;
