import { textOf, type JourneyEvent } from './event.js';
import { isRecord, type Fields } from '../base/json.js';

/** What one side said, until the other spoke. */
export interface Utterance {
  /** Empty if the transcript names no speaker. */
  readonly speaker: string;
  readonly text: string;
}

/** The maximum number of turns. Text after them is added to the last turn. */
const mostTurns = 500;

/** The dialog in a payload's `transcript`, in any format; `undefined` if there is none. */
export function transcriptOf({ data }: Pick<JourneyEvent, 'data'>): readonly Utterance[] | undefined {
  const key = Object.keys(data).find((name) => name.toLowerCase() === 'transcript');
  const value = key === undefined ? undefined : data[key];
  const turns = typeof value === 'string' ? turnsIn(value) : Array.isArray(value) ? value.flatMap(turnFrom) : [];
  return turns.length === 0 ? undefined : abridged(turns);
}

/** `Bot: Hello` starts a turn. A line without a name belongs to the turn before it. */
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
