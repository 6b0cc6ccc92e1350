import type { AliasKind } from '../../../domain/person/person.js';

/** The agent looks at a value that is masked: for auditing. Says which one, but not what it is. */
export class RevealEvent extends Event {
  /** Id of the person whose value it is. */
  readonly personId: string;
  readonly aliasKind: AliasKind;
  /** What is shown of the value while it is masked; nothing of it that is short. */
  readonly masked: string;
  /** When it is hidden again at the latest, epoch milliseconds. */
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
