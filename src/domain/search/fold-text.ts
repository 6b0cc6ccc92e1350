const beyondAscii = /[\u0080-\uffff]/;

/*
 * Accents, points, tone marks and joiners, but no letters: vowel signs of Indic scripts stay. It needs two properties,
 * because in Unicode the hamza above an alef is in neither the script nor the diacritics.
 */
const unheard = /\p{DI}|(?=[\p{Dia}\p{sc=Zinh}])\p{M}/gu;

/**
 * Text for comparison: without case, accents, invisible characters, or variants of a letter (`ﬁ`, full-width, `ß`).
 * Upper case, because the lower case of a sigma depends on its position.
 */
export const foldText = (text: string): string =>
  (beyondAscii.test(text) ? text.normalize('NFKD').replace(unheard, '') : text).toUpperCase();

/*
 * One visible character. `Intl.Segmenter` is more exact, but copies the whole text for each character. Folding never
 * joins two of these, so they can be folded one by one.
 */
const character = /(?:\p{RI}{2}|[^])(?:\u200d[^]|[\p{M}\p{DI}\p{EMod}\uff9e\uff9f])*/gu;

/** For each unit of the folded text, the position of its character in the original. */
export interface Origins {
  readonly from: (unit: number) => number;
  readonly to: (unit: number) => number;
}

const sameLength: Origins = { from: (unit) => unit, to: (unit) => unit + 1 };

/** Maps positions of a folded text to positions of the original. */
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
