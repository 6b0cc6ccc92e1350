import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** A position that people can find: both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of a file, what it says, and where it says it. */
export interface LayoutDocument {
  /** As it was given, a byte order mark included. */
  readonly text: string;
  /** What a desktop reads: of a key that is there twice, the last one. */
  readonly value: unknown;
  readonly root: Node;
  positionAt(offset: number): Position;
}

/** There is nothing to work with. The message is for the administrator and repeats nothing of the file. */
export class UnreadableLayout extends Error {
  override readonly name = 'UnreadableLayout';
  readonly position: Position;

  constructor(problem: string, position: Position) {
    super(problem);
    this.position = position;
  }
}

/** In characters. A layout has some hundred thousand at most. */
export const largestLayout = 2_000_000;

/** Real layouts are about 25 levels deep; one level more costs a call on the stack. */
const deepest = 200;

const problems: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is not valid in JSON. Texts need double quotes',
  InvalidNumberFormat: 'a number is not in JSON format',
  PropertyNameExpected: 'a key in double quotes is missing. Check for an extra comma before it',
  ValueExpected: 'a value is missing. Check for an extra comma before it',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'there is text after the end of the layout',
  InvalidCommentToken: 'JSON does not allow comments',
  UnexpectedEndOfComment: 'JSON does not allow comments',
  UnexpectedEndOfString: 'a text has no closing quote',
  UnexpectedEndOfNumber: 'a number is not in JSON format',
  InvalidUnicode: 'a \\u is not followed by four hexadecimal digits',
  InvalidEscapeCharacter: 'the character after a backslash is not valid',
  InvalidCharacter: 'a text contains a control character, such as a line break or a tab. Write \\n or \\t',
};

/** Makes a function that finds the line of an offset; lines end with LF, CR or both. */
function positions(text: string): (offset: number) => Position {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map(({ index, 0: end }) => index + end.length)];
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Where the text goes deeper than we follow; found without going there ourselves. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') inString = !inString;
    else if (inString) at += letter === '\\' ? 1 : 0;
    else if (letter === '{' || letter === '[') {
      if (++depth > deepest) return at;
    } else if (letter === '}' || letter === ']') depth--;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const problemOf = (text: string, { error, offset }: ParseError): string => {
  if (offset >= text.trimEnd().length) return 'the file ends in the middle of the layout';
  return problems[printParseErrorCode(error)] ?? 'this is not valid JSON';
};

/** @throws {UnreadableLayout} when the text is no JSON, or no layout can be that large or deep */
export function readDocument(text: string): LayoutDocument {
  const positionAt = positions(text.length > largestLayout ? '' : text);
  const unreadable = (problem: string, offset = 0): UnreadableLayout =>
    new UnreadableLayout(problem, positionAt(offset));
  if (text.length > largestLayout) {
    throw unreadable(`it is larger than ${largestLayout / 1_000_000} MB. A layout usually has some hundred kB`);
  }
  // The mark keeps its place: all offsets are those of the file.
  const json = text.replace(/^\uFEFF/, ' ');
  if (json.trim() === '') throw unreadable('it is empty');
  const deep = tooDeepAt(json);
  if (deep !== undefined) throw unreadable(`it has more than ${deepest} levels. Layouts have fewer`, deep);
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined) throw unreadable(problemOf(json, first), first.offset);
  const value = parsed(json);
  if (root === undefined || value === undefined) throw unreadable('this is not valid JSON');
  return { text, value, root, positionAt };
}
