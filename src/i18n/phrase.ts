/** A phrase with placeholders for these values. Numbers are formatted for the language. */
export type Says<T extends Readonly<Record<string, string | number>>> = (values: T) => string;

/** An error or a situation, explained to the agent, with the next step. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  readonly next: string;
}

/** A remaining time. Long times are shown in minutes, because 3,600 seconds are hard to read. */
export interface Countdown {
  readonly seconds: Says<{ count: number }>;
  readonly minutes: Says<{ count: number }>;
}

/** One text per plural form of the language; `ordinal` is for "1st", "2nd". */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Text with placeholders such as `{name}`. A text that depends on `count` can have plural forms. */
export type Phrase = string | Plural | { readonly ordinal: Plural };

/** A catalogue with the structure of the messages. Plain data, so that each language can be a JSON file. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends Says<never> ? Phrase : Words<T[K]>;
};
