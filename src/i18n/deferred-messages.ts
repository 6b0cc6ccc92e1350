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
    /** For a value that has just changed. */
    readonly changed: string;
    /** Title of a formatted value: the value as received. */
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
    /** Labels of the buttons beside a masked value. */
    readonly reveal: string;
    readonly hide: string;
    /** The same for screen readers; `address` is the masked value. */
    readonly revealAlias: Says<{ kind: string; address: string }>;
    readonly hideAlias: Says<{ kind: string; address: string }>;
    /** Announced once when a value is revealed; `count` in seconds. */
    readonly revealed: Says<{ count: number }>;
    readonly hidesIn: Says<{ count: number }>;
    /** A person's last interaction; `ago` as in "2 days ago". */
    readonly lastContact: Says<{ ago: string; channel: string }>;
    readonly notThem: string;
    readonly chooseAgain: string;
  };
  readonly lookUp: {
    /** Label of the input field. */
    readonly label: string;
    readonly submit: string;
    readonly looking: string;
    readonly unfit: Readonly<Record<LookUpInputProblem, string>>;
    readonly notFound: { readonly number: string; readonly address: string };
    readonly recent: string;
    readonly forget: string;
    /** Accessible name of the button `forget`. */
    readonly forgetAll: string;
    readonly lookedUp: Says<{ address: string }>;
    readonly back: string;
    readonly close: string;
    /** Offered where no person was found. */
    readonly other: string;
  };
  /** Editing a person. */
  readonly editing: {
    readonly edit: string;
    /** Accessible name of the button that starts editing. */
    readonly editLabel: string;
    readonly done: string;
    /** On a button while its request is running. */
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
    /** Another user changed the name at the same time; `name` is the current one. */
    readonly nameChanged: Says<{ name: string }>;
    readonly namelessNow: string;
    readonly add: string;
    readonly kind: string;
    readonly value: string;
    readonly added: Says<{ alias: string }>;
    readonly addFailed: string;
    readonly problems: Readonly<Record<AliasInputProblem, string>>;
    /** The person already has as many aliases of this kind as the service documents. */
    readonly manyOfKind: Says<{ count: number; kind: string }>;
    /** The alias belongs to another person: for users with the permission to merge, and for others. */
    readonly taken: Readonly<Record<'merge' | 'ask', Omit<Explanation, 'title'>>>;
    readonly remove: Says<{ alias: string }>;
    readonly removed: Says<{ alias: string }>;
    readonly removeFailed: Says<{ alias: string }>;
    readonly undo: Says<{ count: number }>;
    /** Accessible name of the undo button. */
    readonly undoLabel: Says<{ alias: string }>;
    readonly undone: Says<{ alias: string }>;
    readonly undoFailed: Says<{ alias: string }>;
    /** The effect of removing the matched alias, or the last one. */
    readonly removeMatched: string;
    readonly removeLast: string;
    readonly removeAnyway: string;
    readonly keep: string;
    /** The alias was restored after another user's change removed it. */
    readonly restored: Says<{ alias: string }>;
    readonly lost: Says<{ alias: string }>;
    readonly already: string;
    readonly changed: string;
    /** A change was reverted some time later. */
    readonly overtaken: string;
    readonly forbidden: Explanation;
    /** Another user merged or deleted the person at the same time. */
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
    /** The person shown has no name, but the other one has. */
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
  /** Insights; each is the full text of a small button. */
  readonly insights: {
    /** Accessible name of the row of notices. */
    readonly label: string;
    /** The number of folded notices. */
    readonly more: Says<{ count: number }>;
    readonly moreShort: Says<{ count: number }>;
    /** Accessible name of a notice: its text, and how many entries it shows. */
    readonly show: Says<{ count: number; notice: string }>;
    readonly open: Says<{ count: number }>;
    readonly repeat: Says<{ count: number; days: number }>;
    readonly 'low-csat': Says<{ score: number; best: number }>;
    readonly 'low-nps': Says<{ score: number; best: number }>;
    readonly 'negative-sentiment': string;
    readonly transferred: Says<{ count: number; days: number }>;
    readonly 'no-reply': Says<{ count: number }>;
    readonly held: Says<{ duration: string }>;
    /** `when` as in "yesterday" or "3 days ago". */
    readonly abandoned: Says<{ count: number; when: string }>;
    /** The names of two channels. */
    readonly switched: Says<{ from: string; to: string }>;
    readonly 'since-looked': Says<{ count: number }>;
    readonly 'since-spoken': Says<{ count: number }>;
    readonly 'first-contact': string;
  };
  readonly filters: {
    /** Accessible name of the row of chips. */
    readonly label: string;
    readonly search: string;
    readonly searchIn: Says<{ count: number }>;
    readonly clearSearch: string;
    readonly frame: string;
    readonly frames: Readonly<Record<TimeFrame, string>>;
    /** Accessible name of the button that opens the panel. */
    readonly more: string;
    readonly moreChosen: Says<{ count: number }>;
    readonly all: Says<{ count: number }>;
    readonly matching: Says<{ count: number; total: number }>;
    readonly clear: string;
    /** Shown before the filter to remove. */
    readonly remove: string;
    readonly count: Says<{ count: number }>;
    readonly groups: Readonly<Record<Exclude<Dimension, 'channel'> | 'order', string>>;
    readonly kinds: Readonly<Record<'contact' | 'agent' | 'event', string>>;
    readonly directions: Readonly<Record<Direction, string>>;
    readonly orders: Readonly<Record<'newest-first' | 'oldest-first', string>>;
  };
  readonly activity: {
    readonly headings: Readonly<Record<TimeFrame, string>>;
    /** Labels of the two sliders. */
    readonly from: string;
    readonly to: string;
    readonly clear: Says<{ range: string }>;
    /** Description of the strip: number of entries, first and last day, and channels. */
    readonly summary: Says<{ count: number; from: string; to: string; channels: string }>;
    readonly nothing: Says<{ from: string; to: string }>;
    readonly share: Says<{ count: number; channel: string }>;
    readonly busiest: Says<{ when: string; count: number }>;
  };
  /** The list of keyboard shortcuts. */
  readonly help: {
    readonly label: string;
    /** Says when the shortcuts work. */
    readonly where: string;
    readonly close: string;
    /** The labels of the keys. */
    readonly keys: Readonly<
      Record<'pageUp' | 'pageDown' | 'home' | 'end' | 'control' | 'escape' | 'enter' | 'space', string>
    >;
    readonly does: Readonly<
      Record<'search' | 'filters' | 'newest' | 'entries' | 'open' | 'leave' | 'move' | 'back' | 'help', string>
    >;
  };
  /** Agent states; the keys are the service's names in lower case without separators. */
  readonly agentStates: Readonly<Record<string, string>>;
  /** The next step if only the live connection is forbidden. */
  readonly liveForbidden: string;
  /** Names of the kinds of transfer: whether the agents spoke with each other first. */
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
    /** Who ended the interaction, and why. */
    readonly reason: string;
    /** A transfer of the customer. */
    readonly transfer: string;
    readonly taskId: string;
    readonly time: string;
    /** Heading of the envelope fields: ID, type, source. */
    readonly envelope: string;
    readonly raw: string;
    readonly tooDeep: string;
    /** Accessible name of the copy button of a field. */
    readonly copy: Says<{ label: string }>;
    /** The clipboard is not available: the value was selected instead. */
    readonly selected: string;
    readonly transcript: string;
    /** The customer's alias in an event. */
    readonly alias: string;
    /** How many more fields the raw data has. */
    readonly more: Says<{ count: number }>;
    readonly timeReceived: string;
    readonly timePayload: string;
  };
  readonly errors: Readonly<Record<JourneyErrorKind, Explanation>>;
}

/** The words of a language that are loaded later, as plain data. */
export type DeferredWords = Words<DeferredMessages>;
