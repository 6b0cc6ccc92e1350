import { checkIdentities, NoIdentities, type Checked } from '../../tools/identities/check-identities.js';

/** A file to check. */
export interface IdentitiesJob {
  readonly text: string;
  readonly region: string | undefined;
}

export type IdentitiesResult =
  { readonly kind: 'checked'; readonly checked: Checked } | { readonly kind: 'problem'; readonly problem: string };

function work({ text, region }: IdentitiesJob): IdentitiesResult {
  try {
    return { kind: 'checked', checked: checkIdentities(text, { region }) };
  } catch (error) {
    if (!(error instanceof NoIdentities)) throw error;
    return { kind: 'problem', problem: error.message };
  }
}

addEventListener('message', ({ data }: MessageEvent<IdentitiesJob>) => postMessage(work(data)));
