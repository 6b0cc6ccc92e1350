/** How many choices one way through a pattern may have: with three, a text of 64 characters takes milliseconds. */
const mostChoices = 3;
const longest = 200;

/** Repeats, options and alternatives: each multiplies the ways in which a text can be tried. */
const choicesIn = (pattern: string): number =>
  Math.max(...pattern.split('|').map((way) => way.match(/[*+?{]/g)?.length ?? 0));

/**
 * Whether a regular expression is done soon with any short text. Rather too strict: a choice that is repeated is refused,
 * `(a+)+` as well as `(a|b)*`, and so is a pattern with many choices one after another.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > longest) return false;
  // An escape or a class is one character; what a group is called, and whether a repeat is lazy, changes nothing.
  let bare = pattern
    .replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, 'a')
    .replace(/\(\?(?:<\w+>|<?[=!]|:)/g, '(')
    .replace(/([*+?}])\?/g, '$1');
  for (let group = ''; group !== bare;) {
    group = bare;
    // A group becomes a character with as many choices as it has.
    bare = bare.replace(
      /\(([^()]*)\)/g,
      (_, inner: string) => `a${'?'.repeat(choicesIn(inner) + (inner.includes('|') ? 1 : 0))}`,
    );
  }
  return !/[*+?}][*+{]/.test(bare) && choicesIn(bare) <= mostChoices;
}
