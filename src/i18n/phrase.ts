/** A phrase with gaps: those named here are filled in, numbers as the language writes them. */
export type Says<T extends Readonly<Record<string, string | number>>> = (values: T) => string;

/** What went wrong, in words for the agent, and what to do next. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  readonly next: string;
}

/** How long something waits; long waits are told in minutes: nobody counts down from 3,600. */
export interface Countdown {
  readonly seconds: Says<{ count: number }>;
  readonly minutes: Says<{ count: number }>;
}

/** Words for each case of the language that a number can be in; `ordinal` those for "1st", "2nd". */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Text with gaps, `{name}`; what depends on the value named `count` has a text for each case. */
export type Phrase = string | Plural | { readonly ordinal: Plural };

/** Words in the shape of what is said with them: plain data, so that a language can be a file of its own. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends Says<never> ? Phrase : Words<T[K]>;
};
