import type { Messages } from './messages.js';
import type { Phrase, Plural } from './phrase.js';

type Values = Readonly<Record<string, string | number>>;
type Words = Readonly<Record<string, unknown>>;

const cases = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const isText = (value: unknown): value is string => typeof value === 'string';
/** Whether a value can be a catalogue or a part of one. Wrong values inside are replaced one by one with English. */
export const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlural = (value: unknown): value is Plural =>
  isWords(value) && isText(value.other) && Object.entries(value).every(([key, text]) => cases.has(key) && isText(text));
const isOrdinal = (value: unknown): value is { readonly ordinal: Plural } => isWords(value) && isPlural(value.ordinal);
const isPhrase = (value: unknown): value is Phrase => isText(value) || isPlural(value) || isOrdinal(value);

/** A phrase with placeholders or plural forms becomes a function of its values. */
const hasGaps = (phrase: Phrase): boolean => !isText(phrase) || phrase.includes('{');

/** Chooses the text of a phrase for a number, by the plural rules of a language. */
function textBy(language: string): (phrase: Phrase, count: number) => string {
  const cardinal = new Intl.PluralRules(language);
  const ordinal = new Intl.PluralRules(language, { type: 'ordinal' });
  return (phrase, count) => {
    if (isText(phrase)) return phrase;
    const [forms, rules] = 'ordinal' in phrase ? [phrase.ordinal, ordinal] : [phrase, cardinal];
    return forms[rules.select(count)] ?? forms.other;
  };
}

/**
 * Creates messages from a catalogue. `english` decides which phrases exist and which placeholders they have. Where
 * `words` (an untrusted file) has no valid phrase, English is used.
 *
 * @param language BCP 47 tag of `words`, with the region for number formats
 */
export function createMessages(english: object, words: unknown, language: string): Messages {
  const number = new Intl.NumberFormat(language);
  const [ownText, englishText] = [textBy(language), textBy('en')];

  const fill = (text: string, values: Values): string =>
    text.replace(/\{(\w+)\}/g, (gap, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return typeof value === 'number' ? number.format(value) : (value ?? gap);
    });
  const ready = (model: unknown, own: unknown): unknown => {
    if (!isPhrase(model)) {
      const inside: Words = isWords(own) ? own : {};
      return Object.fromEntries(
        Object.entries(model as Words).map(([name, part]) => [name, ready(part, inside[name])]),
      );
    }
    const [phrase, textFor] = isPhrase(own) ? [own, ownText] : [model, englishText];
    return hasGaps(model)
      ? (values: Values) => fill(textFor(phrase, Number(values.count)), values)
      : textFor(phrase, 0);
  };
  return { ...(ready(english, words) as Messages), language };
}
