import { textOf } from './cloud-event';
import { Refusal } from './refusal.js';

/** Whether a record matches a filter. */
export type Match = (record: Readonly<Record<string, unknown>>) => boolean;

const malformed = (expression: string, at: number): Refusal =>
  new Refusal(400, 'Request could not be processed', [
    `RSQL parse exception at ${at}: ${expression.slice(at, at + 20)}`,
  ]);

/** Field names differ in case between the filter language and the JSON (`identityType`, `identitytype`). */
function fieldOf(record: Readonly<Record<string, unknown>>, selector: string): unknown {
  const wanted = selector.slice(selector.lastIndexOf('.') + 1).toLowerCase();
  return Object.entries(record).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

const textsOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value === undefined || value === null || typeof value === 'object' ? [] : [textOf(value)];
};

/** A pattern for equality: `*` matches any text. */
const patternOf = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's');

/**
 * Compiles `field=='text'` and `field!='text'`, combined with `;` (and), `,` (or) and brackets. Values must be quoted.
 *
 * @throws Refusal 400 for anything else
 */
export function compileRsql(expression: string): Match {
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(expression);
    if (found) at = pattern.lastIndex;
    return found ?? undefined;
  };

  const comparison = (): Match => {
    const found = take(/\s*([\w.-]+)\s*(==|!=)\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*/sy);
    if (!found) throw malformed(expression, at);
    const [, selector = '', operator, single, double] = found;
    const pattern = patternOf((single ?? double ?? '').replace(/\\(.)/gs, '$1'));
    const equal: Match = (record) => textsOf(fieldOf(record, selector)).some((text) => pattern.test(text));
    return operator === '==' ? equal : (record) => !equal(record);
  };

  const group = (): Match => {
    if (!take(/\s*\(/y)) return comparison();
    const inner = either();
    if (!take(/\s*\)\s*/y)) throw malformed(expression, at);
    return inner;
  };

  const both = (): Match => {
    const parts = [group()];
    while (take(/;/y)) parts.push(group());
    return (record) => parts.every((part) => part(record));
  };

  const either = (): Match => {
    const parts = [both()];
    while (take(/,/y)) parts.push(both());
    return (record) => parts.some((part) => part(record));
  };

  const match = either();
  if (at < expression.length) throw malformed(expression, at);
  return match;
}

/** The filter of a query parameter; without one, everything matches. */
export const matchOf = (expression: string | null): Match =>
  expression === null || expression === '' ? () => true : compileRsql(expression);
