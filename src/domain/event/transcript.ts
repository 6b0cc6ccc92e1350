import { textOf, type JourneyEvent } from './event.js';
import { isRecord, type Fields } from '../base/json.js';

/** What one side said, until the other spoke. */
export interface Utterance {
  /** Empty when nobody is named. */
  readonly speaker: string;
  readonly text: string;
}

/** So many turns are told apart; what comes after them is the text of the last one. */
const mostTurns = 500;

/** What was said, from a payload's `transcript`, however that is written; `undefined` when there is none to read. */
export function transcriptOf({ data }: Pick<JourneyEvent, 'data'>): readonly Utterance[] | undefined {
  const key = Object.keys(data).find((name) => name.toLowerCase() === 'transcript');
  const value = key === undefined ? undefined : data[key];
  const turns = typeof value === 'string' ? turnsIn(value) : Array.isArray(value) ? value.flatMap(turnFrom) : [];
  return turns.length === 0 ? undefined : abridged(turns);
}

/** `Bot: Hello` begins a turn; a line without a name goes on with the one before. */
function turnsIn(text: string): Utterance[] {
  const turns: { readonly speaker: string; readonly lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, speaker, words] = /^\s*(\p{L}[^:]{0,39}):(?:\s+(.*))?$/su.exec(line) ?? [];
    const last = turns.at(-1);
    if (speaker !== undefined) turns.push({ speaker, lines: [words ?? ''] });
    else if (last !== undefined) last.lines.push(line);
    else if (line.trim() !== '') turns.push({ speaker: '', lines: [line] });
  }
  return turns.map(({ speaker, lines }) => ({ speaker, text: lines.join('\n').trim() }));
}

const speakerNames = ['speaker', 'from', 'role', 'author', 'sender', 'participant', 'name'];
const textNames = ['text', 'message', 'content', 'body', 'utterance', 'transcript'];

function turnFrom(item: unknown): readonly Utterance[] {
  if (typeof item === 'string') return turnsIn(item);
  if (!isRecord(item)) return [];
  const text = firstText(item, textNames);
  return text === undefined ? [] : [{ speaker: firstText(item, speakerNames) ?? '', text }];
}

const firstText = (fields: Fields, names: readonly string[]): string | undefined =>
  names.map((name) => textOf(fields, name)).find((text) => text !== undefined);

function abridged(turns: readonly Utterance[]): readonly Utterance[] {
  const rest = turns.slice(mostTurns);
  if (rest.length === 0) return turns;
  const text = rest.map((turn) => [turn.speaker, turn.text].filter(Boolean).join(': ')).join('\n');
  return [...turns.slice(0, mostTurns), { speaker: '', text }];
}
