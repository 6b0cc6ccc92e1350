import type { AliasKind } from '../../../domain/person/person.js';

/** The agent reveals a masked value. The event says which one, but not the value itself. */
export class RevealEvent extends Event {
  /** ID of the person who has the value. */
  readonly personId: string;
  /** The kind of the value, for example `phone` or `email`. */
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
