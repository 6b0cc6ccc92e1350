import { createPermissionMemory, type PermissionMemory } from '../../src/sources/http/permission-memory.js';
import { createSignIn, type SignIn } from '../../src/sources/http/sign-in.js';
import { createVirtualClock } from './virtual-clock.js';

/** A sign-in with this token whose host never has a newer one. */
export function signedIn(token: string, memory: PermissionMemory = createPermissionMemory()): SignIn {
  const signIn = createSignIn({ ask: () => undefined, memory });
  signIn.set(token);
  return signIn;
}

/** A sign-in with the token `old`, a virtual clock, and the requests to its host. `onAsk` is the host's answer. */
export function waitingSignIn(onAsk: (signIn: SignIn) => Promise<string | undefined> | void = () => undefined) {
  const clock = createVirtualClock(0);
  const memory = createPermissionMemory();
  let asks = 0;
  const signIn = createSignIn({
    ask: () => {
      asks += 1;
      return onAsk(signIn) ?? undefined;
    },
    memory,
    wait: clock.wait,
  });
  signIn.set('old');
  return { clock, memory, signIn, asks: () => asks };
}
