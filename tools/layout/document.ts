import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** A position for people: line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of a layout file, its value, and the position of each part. */
export interface LayoutDocument {
  /** The original text, with its byte order mark. */
  readonly text: string;
  /** The value as a desktop reads it: of duplicate keys, the last one. */
  readonly value: unknown;
  readonly root: Node;
  positionAt(offset: number): Position;
}

/** The file cannot be read as a layout. The message is for the administrator and contains nothing of the file. */
export class UnreadableLayout extends Error {
  override readonly name = 'UnreadableLayout';
  readonly position: Position;

  constructor(problem: string, position: Position) {
    super(problem);
    this.position = position;
  }
}

/** The maximum size in characters. Real layouts have a few hundred thousand. */
export const largestLayout = 2_000_000;

/** The maximum depth. Real layouts have about 25 levels, and parsing is recursive. */
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

/** Returns a function that finds the position of an offset. Lines end with LF, CR or both. */
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

/** The offset where the text gets too deep; `undefined` if it does not. Not recursive, unlike the parser. */
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

/** @throws {UnreadableLayout} if the text is not JSON, too large or too deep */
export function readDocument(text: string): LayoutDocument {
  const positionAt = positions(text.length > largestLayout ? '' : text);
  const unreadable = (problem: string, offset = 0): UnreadableLayout =>
    new UnreadableLayout(problem, positionAt(offset));
  if (text.length > largestLayout) {
    throw unreadable(`it is larger than ${largestLayout / 1_000_000} MB. A layout usually has some hundred kB`);
  }
  // The byte order mark is replaced by a space, so that all offsets are those of the file.
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
