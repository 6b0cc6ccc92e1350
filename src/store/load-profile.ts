import { loading, ready } from './journey-state.js';
import type { LoadContext } from './session-context.js';

/** Loads the profile of the person shown. Whether there is one. */
export async function loadProfile(
  { source, state, set, now }: LoadContext,
  address: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { status, value } = state().person;
  const person = value?.persons[0];
  // When the person could not be loaded, the address still leads to the profile.
  if (source.profile === undefined || (person === undefined && status !== 'failed')) return false;
  if (state().profile.status !== 'ready') set({ profile: loading(state().profile) });
  const profile = await source.profile(person?.id ?? '', address, signal);
  if (signal.aborted) return false;
  set({ profile: ready(profile, now()) });
  return profile !== undefined;
}

/** Shows each new version of the profile. @param reopened called when versions may have been missed */
export async function followProfile(
  { source, set, now }: LoadContext,
  address: string,
  signal: AbortSignal,
  reopened: () => void,
): Promise<void> {
  let opened = false;
  for await (const message of source.liveProfile?.(address, signal) ?? []) {
    if (signal.aborted) return;
    if (message.kind === 'message') set({ profile: ready(message.value, now()) });
    else if (message.kind === 'open') {
      if (opened) reopened();
      opened = true;
    }
  }
}
