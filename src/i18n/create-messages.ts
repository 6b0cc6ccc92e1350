import type { Messages, Phrase, Plural } from './messages.js';

type Values = Readonly<Record<string, string | number>>;
type Words = Readonly<Record<string, unknown>>;

const cases = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null;
const isPlural = (value: unknown): value is Plural =>
  isWords(value) && Object.keys(value).every((key) => cases.has(key)) && typeof value.other === 'string';
const isOrdinal = (value: unknown): value is { readonly ordinal: Plural } => isWords(value) && isPlural(value.ordinal);
const isPhrase = (value: unknown): value is Phrase => typeof value === 'string' || isPlural(value) || isOrdinal(value);

/** Only what has a gap, or a case for a number, is asked for with values. */
const hasGaps = (phrase: Phrase): boolean => typeof phrase !== 'string' || phrase.includes('{');

/**
 * Makes the words of a catalogue ready for use. `english` decides which there are and what each one needs; where
 * `words`, a stranger's file for all we know, lacks one or has something else in its place, English is shown.
 *
 * @param language BCP 47 tag of `words`
 */
export function createMessages(english: object, words: unknown, language: string): Messages {
  const number = new Intl.NumberFormat(language);
  const cardinal = new Intl.PluralRules(language);
  const ordinal = new Intl.PluralRules(language, { type: 'ordinal' });

  const textFor = (phrase: Phrase, count: number): string => {
    if (typeof phrase === 'string') return phrase;
    const [forms, rules] = 'ordinal' in phrase ? [phrase.ordinal, ordinal] : [phrase, cardinal];
    return forms[rules.select(count)] ?? forms.other;
  };
  const fill = (phrase: Phrase, values: Values): string =>
    textFor(phrase, Number(values.count)).replace(/\{(\w+)\}/g, (gap, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? number.format(value) : (value ?? gap);
    });
  const ready = (model: unknown, own: unknown): unknown => {
    if (!isPhrase(model)) {
      const inside: Words = isWords(own) ? own : {};
      const names = Object.keys(model as Words);
      return Object.fromEntries(names.map((name) => [name, ready((model as Words)[name], inside[name])]));
    }
    const phrase = isPhrase(own) ? own : model;
    return hasGaps(model) ? (values: Values) => fill(phrase, values) : textFor(phrase, 0);
  };
  return ready(english, words) as Messages;
}
