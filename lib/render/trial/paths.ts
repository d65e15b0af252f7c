/** The program on the host that puts a change on trial, keeps it, or brings the old files back. */
export const TRIAL_PROGRAM = "/usr/local/lib/gandalf/trial";
/** There while a change is on trial. */
export const TRIAL_PENDING = "/var/lib/gandalf/trial/pending";
/** What the host noted about the last trial. */
export const TRIAL_LOG = "/var/lib/gandalf/trial/log";
export const REVERT_UNIT = "gandalf-revert.service";
export const REVERT_UNIT_PATH = `/etc/systemd/system/${REVERT_UNIT}`;
