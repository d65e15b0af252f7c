/** What every step of a reboot knows. */
export interface RebootInput {
  /** The boot that is to end, as the host told when the job was booked; null in a preview. */
  readonly from: string | null;
}
