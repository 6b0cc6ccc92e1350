import type { AliasKind } from '../../../domain/person/person.js';

/** The agent revealed a masked value. For auditing: names the value, but does not contain it. */
export class RevealEvent extends Event {
  /** CJDS ID of the person who has the value. */
  readonly personId: string;
  readonly aliasKind: AliasKind;
  /** The masked form of the value; short values are masked completely. */
  readonly masked: string;
  /** When the value is masked again at the latest, in epoch milliseconds. */
  readonly until: number;

  constructor(about: Pick<RevealEvent, 'personId' | 'aliasKind' | 'masked' | 'until'>) {
    super('wayline-reveal', { bubbles: true, composed: true });
    this.personId = about.personId;
    this.aliasKind = about.aliasKind;
    this.masked = about.masked;
    this.until = about.until;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-reveal': RevealEvent;
  }
}
