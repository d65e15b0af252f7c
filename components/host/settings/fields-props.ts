import type { HostRow } from "@/lib/schemas/host";
import type { HostSettingsNow } from "@/lib/schemas/host-settings-now";
import type { SettingsDraft } from "./settings-draft";

/** What every group of fields gets. */
export interface FieldsProps {
  readonly row: HostRow;
  readonly now: HostSettingsNow;
  readonly draft: SettingsDraft;
  readonly set: (patch: Partial<SettingsDraft>) => void;
  /** What is wrong with a field, once somebody tried to go on. */
  readonly problem: (field: keyof SettingsDraft) => string | undefined;
}
