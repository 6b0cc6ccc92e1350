/** What a sign-in turned out to be allowed, as far as it was tried; another sign-in begins with none of it known. */
export interface Permissions {
  /** False once the service refused a change. */
  edit?: boolean;
  merge?: boolean;
}
