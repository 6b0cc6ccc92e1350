import type { JourneyErrorKind } from '../domain/base/journey-error.js';
import type { Direction } from '../domain/interaction/interaction.js';
import type { Transfer } from '../domain/interaction/transfer.js';
import type { LookUpInputProblem } from '../domain/look-up/look-up-input.js';
import type { AliasInputProblem } from '../domain/person/alias-input.js';
import type { Dimension } from '../domain/timeline/facets.js';
import type { TimeFrame } from '../domain/timeline/filter.js';
import type { Explanation, Says, Words } from './phrase.js';

/** The words of everything that is not needed at first sight. */
export interface DeferredMessages {
  readonly profile: {
    readonly heading: string;
    readonly failed: string;
    readonly empty: string;
    readonly unavailable: string;
    /** Said of a value that has just changed. */
    readonly changed: string;
    /** A formatted value in the service's own writing. */
    readonly received: Says<{ value: string }>;
    readonly showAll: Says<{ count: number }>;
    readonly showFewer: string;
  };
  readonly identity: {
    readonly heading: string;
    readonly failed: string;
    readonly matched: string;
    readonly whoIsIt: string;
    readonly noAliases: string;
    readonly choosePerson: Says<{ name: string }>;
    /** On the buttons beside a masked value. */
    readonly reveal: string;
    readonly hide: string;
    /** The same for screen readers; `address` is what is shown of the value. */
    readonly revealAlias: Says<{ kind: string; address: string }>;
    readonly hideAlias: Says<{ kind: string; address: string }>;
    /** Told once, when a value is shown. Seconds. */
    readonly revealed: Says<{ count: number }>;
    readonly hidesIn: Says<{ count: number }>;
    /** When a person was last in contact; `ago` as in "2 days ago". */
    readonly lastContact: Says<{ ago: string; channel: string }>;
    readonly notThem: string;
    readonly chooseAgain: string;
  };
  readonly lookUp: {
    /** Names the field. */
    readonly label: string;
    readonly submit: string;
    readonly looking: string;
    readonly unfit: Readonly<Record<LookUpInputProblem, string>>;
    readonly notFound: { readonly number: string; readonly address: string };
    readonly recent: string;
    readonly forget: string;
    /** Names the button that says `forget`. */
    readonly forgetAll: string;
    readonly lookedUp: Says<{ address: string }>;
    readonly back: string;
    readonly close: string;
    /** Offered where nobody is known. */
    readonly other: string;
  };
  /** Changing who the customer is. */
  readonly editing: {
    readonly edit: string;
    /** Names the button that begins it. */
    readonly editLabel: string;
    readonly done: string;
    /** On a button whose request is on its way. */
    readonly busy: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly saveName: string;
    readonly saveAgain: string;
    readonly nameSaved: Says<{ name: string }>;
    readonly nameRemoved: string;
    readonly nameSame: string;
    readonly nameless: string;
    readonly nameFailed: string;
    /** Somebody else gave another name meanwhile; `name` is what is there now. */
    readonly nameChanged: Says<{ name: string }>;
    readonly namelessNow: string;
    readonly add: string;
    readonly kind: string;
    readonly value: string;
    readonly added: Says<{ alias: string }>;
    readonly addFailed: string;
    readonly problems: Readonly<Record<AliasInputProblem, string>>;
    /** So many of a kind are there as the service documents. */
    readonly manyOfKind: Says<{ count: number; kind: string }>;
    /** About an alias of another person, for whoever may merge, and for others. */
    readonly taken: Readonly<Record<'merge' | 'ask', Omit<Explanation, 'title'>>>;
    readonly remove: Says<{ alias: string }>;
    readonly removed: Says<{ alias: string }>;
    readonly removeFailed: Says<{ alias: string }>;
    readonly undo: Says<{ count: number }>;
    /** Names the button. */
    readonly undoLabel: Says<{ alias: string }>;
    readonly undone: Says<{ alias: string }>;
    readonly undoFailed: Says<{ alias: string }>;
    /** What happens when the alias on the line, or the last one, is removed. */
    readonly removeMatched: string;
    readonly removeLast: string;
    readonly removeAnyway: string;
    readonly keep: string;
    /** A simultaneous change had taken it away. */
    readonly restored: Says<{ alias: string }>;
    readonly lost: Says<{ alias: string }>;
    readonly already: string;
    readonly changed: string;
    /** A while after a change: it does not hold any more. */
    readonly overtaken: string;
    readonly forbidden: Explanation;
    /** Somebody else merged or deleted the person meanwhile. */
    readonly gone: Omit<Explanation, 'title'>;
  };
  readonly merging: {
    readonly offer: string;
    readonly title: string;
    readonly intro: string;
    readonly address: string;
    readonly find: string;
    readonly unreadable: string;
    readonly nobody: string;
    readonly same: string;
    readonly several: string;
    readonly findFailed: string;
    readonly kept: string;
    readonly other: string;
    readonly nameStays: Says<{ name: string }>;
    /** The one shown has no name, the other one has. */
    readonly nameLost: Says<{ name: string }>;
    readonly nameless: string;
    readonly count: Says<{ count: number }>;
    readonly final: string;
    readonly confirm: string;
    readonly unconfirmed: string;
    readonly into: Says<{ name: string }>;
    readonly back: string;
    readonly failed: string;
    readonly forbidden: Omit<Explanation, 'title'>;
    readonly done: Says<{ name: string }>;
  };
  /** What an agent should notice; each is the whole text of a small button. */
  readonly insights: {
    /** Names the row of notices. */
    readonly label: string;
    /** Of the notices that are folded away. */
    readonly more: Says<{ count: number }>;
    readonly moreShort: Says<{ count: number }>;
    /** Names a notice's button: its text, and that it shows so many entries. */
    readonly show: Says<{ count: number; notice: string }>;
    readonly open: Says<{ count: number }>;
    readonly repeat: Says<{ count: number; days: number }>;
    readonly 'low-csat': Says<{ score: number; best: number }>;
    readonly 'low-nps': Says<{ score: number; best: number }>;
    readonly 'negative-sentiment': string;
    readonly transferred: Says<{ count: number; days: number }>;
    readonly 'no-reply': Says<{ count: number }>;
    readonly held: Says<{ duration: string }>;
    /** `when` as in "yesterday", "3 days ago". */
    readonly abandoned: Says<{ count: number; when: string }>;
    /** The names of two channels. */
    readonly switched: Says<{ from: string; to: string }>;
    readonly 'since-looked': Says<{ count: number }>;
    readonly 'since-spoken': Says<{ count: number }>;
    readonly 'first-contact': string;
  };
  readonly filters: {
    /** Names the row of chips. */
    readonly label: string;
    readonly search: string;
    readonly searchIn: Says<{ count: number }>;
    readonly clearSearch: string;
    readonly frame: string;
    readonly frames: Readonly<Record<TimeFrame, string>>;
    /** Names the button that opens the further filters. */
    readonly more: string;
    readonly moreChosen: Says<{ count: number }>;
    readonly all: Says<{ count: number }>;
    readonly matching: Says<{ count: number; total: number }>;
    readonly clear: string;
    /** Stands before what is taken back. */
    readonly remove: string;
    readonly count: Says<{ count: number }>;
    readonly groups: Readonly<Record<Exclude<Dimension, 'channel'> | 'order', string>>;
    readonly kinds: Readonly<Record<'contact' | 'agent' | 'event', string>>;
    readonly directions: Readonly<Record<Direction, string>>;
    readonly orders: Readonly<Record<'newest-first' | 'oldest-first', string>>;
  };
  readonly activity: {
    readonly headings: Readonly<Record<TimeFrame, string>>;
    /** Names the two ends of what is chosen. */
    readonly from: string;
    readonly to: string;
    readonly clear: Says<{ range: string }>;
    /** What the strip shows: how many entries from which day to which, and of each channel. */
    readonly summary: Says<{ count: number; from: string; to: string; channels: string }>;
    readonly nothing: Says<{ from: string; to: string }>;
    readonly share: Says<{ count: number; channel: string }>;
    readonly busiest: Says<{ when: string; count: number }>;
  };
  /** The list of keys. */
  readonly help: {
    readonly label: string;
    /** When the keys work. */
    readonly where: string;
    readonly close: string;
    /** What stands on the keys. */
    readonly keys: Readonly<
      Record<'pageUp' | 'pageDown' | 'home' | 'end' | 'control' | 'escape' | 'enter' | 'space', string>
    >;
    readonly does: Readonly<
      Record<'search' | 'filters' | 'newest' | 'entries' | 'open' | 'leave' | 'move' | 'back' | 'help', string>
    >;
  };
  /** The states agents are in, by the service's word in lower case without separators. */
  readonly agentStates: Readonly<Record<string, string>>;
  /** What an administrator does when only the live connection is forbidden. */
  readonly liveForbidden: string;
  /** Whether the agents spoke with each other before a transfer. */
  readonly handovers: Readonly<Record<Transfer['kind'], string>>;
  readonly details: {
    readonly queue: string;
    readonly direction: string;
    readonly channel: string;
    readonly started: string;
    readonly ended: string;
    readonly duration: string;
    readonly outcome: string;
    readonly csat: string;
    /** Who ended the contact, and why. */
    readonly reason: string;
    /** The customer was handed on. */
    readonly transfer: string;
    readonly taskId: string;
    readonly time: string;
    /** Heading of what surrounds the payload: id, type, source. */
    readonly envelope: string;
    readonly raw: string;
    readonly tooDeep: string;
    /** Names the button beside a field. */
    readonly copy: Says<{ label: string }>;
    /** The clipboard is closed to us: the value is selected instead. */
    readonly selected: string;
    readonly transcript: string;
    /** Through which of the customer's addresses an event came. */
    readonly alias: string;
    /** How many fields only the raw data shows. */
    readonly more: Says<{ count: number }>;
    readonly timeReceived: string;
    readonly timePayload: string;
  };
  readonly errors: Readonly<Record<JourneyErrorKind, Explanation>>;
}

export type DeferredWords = Words<DeferredMessages>;
