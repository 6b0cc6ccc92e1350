/** The maximum number of choices along one path through a pattern: with three, 64 characters take milliseconds. */
const mostChoices = 3;
const longest = 200;

/** Repeats, options and alternatives: each one multiplies the ways to match a text. */
const choicesIn = (pattern: string): number =>
  Math.max(...pattern.split('|').map((way) => way.match(/[*+?{]/g)?.length ?? 0));

/**
 * Whether a regular expression matches any short text quickly. It is strict: it refuses a repeated choice, such as
 * `(a+)+` or `(a|b)*`, and a pattern with many choices in a row.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > longest) return false;
  // An escape or a class counts as one character. The name of a group and a lazy repeat change nothing.
  let bare = pattern
    .replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, 'a')
    .replace(/\(\?(?:<\w+>|<?[=!]|:)/g, '(')
    .replace(/([*+?}])\?/g, '$1');
  for (let group = ''; group !== bare;) {
    group = bare;
    // A group becomes one character with as many choices as the group has.
    bare = bare.replace(
      /\(([^()]*)\)/g,
      (_, inner: string) => `a${'?'.repeat(choicesIn(inner) + (inner.includes('|') ? 1 : 0))}`,
    );
  }
  return !/[*+?}][*+{]/.test(bare) && choicesIn(bare) <= mostChoices;
}
