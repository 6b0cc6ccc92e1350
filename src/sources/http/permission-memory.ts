/** What a service may refuse to a sign-in that it knows. */
export type Permission = 'edit-person' | 'merge-persons' | 'read-records';

/**
 * What a token turned out to be allowed. All widgets of a page share one memory, so that the service is asked once. It knows
 * one token at a time: with another one everything is unknown again.
 */
export interface PermissionMemory {
  /** `undefined` while it has not been tried with this token. `scope`: a project or a host. */
  recall(token: string | undefined, permission: Permission, scope: string): boolean | undefined;
  learn(token: string | undefined, permission: Permission, scope: string, allowed: boolean): void;
  subscribe(listener: () => void): () => void;
}

/** Creates a memory that knows no permissions. */
export function createPermissionMemory(): PermissionMemory {
  const listeners = new Set<() => void>();
  const known = new Map<string, boolean>();
  let knownToken: string | undefined;
  const keyOf = (permission: Permission, scope: string) => `${permission} ${scope}`;

  return {
    recall: (token, permission, scope) => (token === knownToken ? known.get(keyOf(permission, scope)) : undefined),
    learn(token, permission, scope, allowed) {
      if (token === undefined) return;
      if (token !== knownToken) known.clear();
      knownToken = token;
      known.set(keyOf(permission, scope), allowed);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
