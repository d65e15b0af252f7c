/** On a node that the panel cordoned for a reboot: the boot that is to end. Tells it from a node that others cordoned. */
export const REBOOTING = "gandalf.panel/rebooting";
