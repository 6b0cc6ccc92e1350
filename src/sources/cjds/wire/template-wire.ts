import { isRecord } from '../../../domain/base/json.js';
import { textFrom } from '../../../domain/base/parse-json.js';
import { itemsOf } from './envelope-wire.js';

/** A profile template. */
export interface Template {
  readonly id: string;
  readonly name: string;
}

/** The service takes a name instead of an ID, so each can replace the other if it is missing. */
export const readTemplates = (answer: unknown): readonly Template[] =>
  itemsOf(answer).flatMap((item) => {
    if (!isRecord(item)) return [];
    const id = textFrom(item['id']) || textFrom(item['name']);
    return id === '' ? [] : [{ id, name: textFrom(item['name']) || id }];
  });
