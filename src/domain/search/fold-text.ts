const beyondAscii = /[\u0080-\uffff]/;

/*
 * Accents, points, tone marks and joiners, nothing that is a letter of its own: vowel signs of Indic scripts stay. Two
 * properties, because Unicode counts the hamza above an alef to neither script nor diacritics.
 */
const unheard = /\p{DI}|(?=[\p{Dia}\p{sc=Zinh}])\p{M}/gu;

/**
 * Text as it is compared: without case, accents, invisible characters, or variants of one letter (`ﬁ`, full-width, `ß`).
 * By upper case, as the lower case of a sigma depends on where it stands.
 */
export const foldText = (text: string): string =>
  (beyondAscii.test(text) ? text.normalize('NFKD').replace(unheard, '') : text).toUpperCase();

/*
 * What is seen as one character. `Intl.Segmenter` knows better, but copies the whole text for every character. Nothing
 * that folding reorders or joins lies in two of these, so folding them one by one comes to the same.
 */
const character = /(?:\p{RI}{2}|[^])(?:\u200d[^]|[\p{M}\p{DI}\p{EMod}\uff9e\uff9f])*/gu;

/** Where the characters stand from which each unit of the folded text was made. */
export interface Origins {
  readonly from: (unit: number) => number;
  readonly to: (unit: number) => number;
}

const sameLength: Origins = { from: (unit) => unit, to: (unit) => unit + 1 };

/** Leads from a folded text back to the one it was made of. */
export function originsIn(text: string): Origins {
  if (!beyondAscii.test(text)) return sameLength;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: seen, index } of text.matchAll(character)) {
    for (let units = foldText(seen).length; units > 0; units--) {
      starts.push(index);
      ends.push(index + seen.length);
    }
  }
  return { from: (unit) => starts[unit] ?? text.length, to: (unit) => ends[unit] ?? text.length };
}
