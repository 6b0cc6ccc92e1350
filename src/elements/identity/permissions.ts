/** The user's permissions as far as known; `undefined` means not tried yet. A new sign-in starts with none known. */
export interface Permissions {
  /** False after the service refused a change. */
  edit?: boolean;
  /** Whether the user may merge persons, as the service answered. */
  merge?: boolean;
}
