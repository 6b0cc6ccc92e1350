/** A snapshot of the user's permissions as far as known; `undefined` means not tried yet. A new object after each change. */
export interface Permissions {
  /** False after the service refused a change. */
  readonly edit?: boolean | undefined;
  /** Whether the user may merge persons, as the service answered. */
  readonly merge?: boolean | undefined;
}

/** Whether both snapshots say the same. */
export const samePermissions = (a: Permissions, b: Permissions | undefined): boolean =>
  a.edit === b?.edit && a.merge === b?.merge;
