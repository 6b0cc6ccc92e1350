import { JourneyError } from '../../domain/base/journey-error.js';
import type { Permission } from './permission-memory.js';
import type { LearnedPermissions } from './sign-in.js';

/** Sends a request that needs a permission, and learns if it is refused. */
export async function learnFrom<T>(
  signIn: LearnedPermissions,
  permission: Permission,
  scope: string,
  send: () => Promise<T>,
): Promise<T> {
  const token = signIn.token();
  try {
    return await send();
  } catch (error) {
    if (error instanceof JourneyError && error.kind === 'forbidden') signIn.learn(permission, scope, false, token);
    throw error;
  }
}
