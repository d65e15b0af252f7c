/** Room on the disk that holds the panel's data. */
export interface DiskState {
  readonly folder: string;
  readonly freeBytes: number;
  /** True when there is too little: changes are refused, reading goes on. */
  readonly readOnly: boolean;
}

/** Answer of GET /panel: how the panel itself is. */
export interface PanelAnswer {
  readonly disk: DiskState;
}
