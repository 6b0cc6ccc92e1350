import type { Node } from 'jsonc-parser';
import { endOf } from './tree.js';

/** A range of a text and its replacement. The rest of the text stays unchanged. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** Applies edits. Edits at the same place keep their order; an edit inside another one is skipped. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((one, other) => one.offset - other.offset);
  let at = 0;
  let made = '';
  for (const edit of ordered) {
    if (edit.offset < at) continue;
    made += text.slice(at, edit.offset) + edit.text;
    at = edit.offset + edit.length;
  }
  return made + text.slice(at);
}

/** Replaces a node. */
export const replaced = ({ offset, length }: Node, text: string): Edit => ({ offset, length, text });

/** The line breaks and the indentation of a file. */
export interface Style {
  /** Empty if the whole file is one line. */
  readonly lineEnd: string;
  /** One step of indentation. */
  readonly step: string;
}

const indentOf = (text: string, offset: number): string => {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^\uFEFF?([ \t]*)/.exec(text.slice(start, offset))?.[1] ?? '';
};

/** The spaces and line breaks before an offset. */
const gapBefore = (text: string, offset: number): string =>
  /[ \t\r\n]*$/.exec(text.slice(Math.max(0, offset - 1000), offset))?.[0] ?? '';

/** The style of a file, from its first line break and first indentation. */
export function styleOf(text: string, root: Node): Style {
  const lineEnd = /\r\n?|\n/.exec(text.trim())?.[0] ?? '';
  const [first] = root.children ?? [];
  const indented = first !== undefined && /[\r\n]/.test(gapBefore(text, first.offset));
  return { lineEnd, step: indented ? indentOf(text, first.offset) : '  ' };
}

/** A value as JSON in the style of the file. Its inner lines are indented, starting with `indent`. */
export function written(value: unknown, { lineEnd, step }: Style, indent: string): string {
  if (lineEnd === '') return JSON.stringify(value);
  return JSON.stringify(value, null, '\t').replace(
    /\n(\t*)/g,
    (_, tabs: string) => lineEnd + indent + step.repeat(tabs.length),
  );
}

/** Writes a new element of a list, or a new member of an object, for an indentation. */
export type Part = (indent: string) => string;

/** A new element of a list. */
export const item =
  (value: unknown, style: Style): Part =>
  (indent) =>
    written(value, style, indent);

/** A new member of an object. */
export const member =
  (key: string, value: unknown, style: Style): Part =>
  (indent) =>
    `${JSON.stringify(key)}:${style.lineEnd === '' ? '' : ' '}${written(value, style, indent)}`;

/** A member whose value is already JSON. The value is not reformatted. */
export const rawMember =
  (key: string, json: string, { lineEnd }: Style): Part =>
  () =>
    `${JSON.stringify(key)}:${lineEnd === '' ? '' : ' '}${json}`;

/** A member with an object of members. */
export const objectMember =
  (key: string, parts: readonly Part[], { lineEnd, step }: Style): Part =>
  (indent) => {
    const inner = indent + step;
    const gap = lineEnd === '' ? '' : lineEnd + inner;
    const members = parts.map((part) => part(inner)).join(`,${gap}`);
    const end = lineEnd === '' ? '' : lineEnd + indent;
    return `${JSON.stringify(key)}:${lineEnd === '' ? '' : ' '}{${gap}${members}${end}}`;
  };

/**
 * Adds parts to a list or an object, each with its separator beside the existing ones, so that {@link taken} can
 * restore the original text. In empty brackets, line breaks are only added if there were none.
 */
export function put(
  text: string,
  container: Node,
  parts: readonly Part[],
  where: 'first' | 'last',
  style: Style,
): Edit {
  const children = container.children ?? [];
  const beside = where === 'first' ? children[0] : children.at(-1);
  if (beside === undefined) {
    const outer = indentOf(text, container.offset);
    const indent = outer + style.step;
    const start = container.offset + 1;
    const written = parts.map((part) => part(indent));
    const wasBare = container.length === 2 && style.lineEnd !== '';
    const gap = style.lineEnd + indent;
    const inner = written.join(`,${style.lineEnd === '' ? '' : gap}`);
    return { offset: start, length: 0, text: wasBare ? gap + inner + style.lineEnd + outer : inner };
  }
  const space = gapBefore(text, beside.offset);
  const onOwnLine = /[\r\n]/.test(space);
  const indent = indentOf(text, beside.offset);
  const gap = onOwnLine ? style.lineEnd + indent : style.lineEnd === '' ? '' : ' ';
  const all = parts.map((part) => part(indent));
  return where === 'first'
    ? { offset: beside.offset, length: 0, text: all.map((part) => `${part},${gap}`).join('') }
    : { offset: endOf(beside), length: 0, text: all.map((part) => `,${gap}${part}`).join('') };
}

/** Removes parts from a list or an object, with the separators that {@link put} added. */
export function taken(text: string, container: Node, gone: ReadonlySet<Node>): readonly Edit[] {
  const children = container.children ?? [];
  const stays = children.filter((child) => !gone.has(child));
  const [first] = children;
  const last = children.at(-1);
  if (first === undefined || last === undefined || stays.length === children.length) return [];
  if (stays.length === 0) {
    const bare = gapBefore(text, first.offset) === '';
    const start = container.offset + 1;
    return bare
      ? [{ offset: first.offset, length: endOf(last) - first.offset, text: '' }]
      : [{ offset: start, length: endOf(container) - 1 - start, text: '' }];
  }
  return children.flatMap((child, index) => {
    if (!gone.has(child)) return [];
    const before = children.slice(0, index).some((other) => !gone.has(other)) ? children[index - 1] : undefined;
    const after = children[index + 1];
    if (before !== undefined) return [{ offset: endOf(before), length: endOf(child) - endOf(before), text: '' }];
    return after === undefined ? [] : [{ offset: child.offset, length: after.offset - child.offset, text: '' }];
  });
}
