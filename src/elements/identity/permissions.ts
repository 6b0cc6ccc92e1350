/** What the sign-in may do, as far as the service has said; a snapshot, given anew whenever more is known. */
export interface Permissions {
  readonly edit?: boolean | undefined;
  readonly merge?: boolean | undefined;
}

export const samePermissions = (a: Permissions, b: Permissions | undefined): boolean =>
  a.edit === b?.edit && a.merge === b?.merge;
