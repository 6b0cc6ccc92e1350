import { isObject, textFrom } from '../../../domain/base/parse-json.js';
import { itemsOf } from './envelope-wire.js';

/** What a profile can be made with. */
export interface Template {
  readonly id: string;
  readonly name: string;
}

/** The service takes a name where it takes an id, so either will do for one that lacks the other. */
export const readTemplates = (answer: unknown): readonly Template[] =>
  itemsOf(answer).flatMap((item) => {
    if (!isObject(item)) return [];
    const id = textFrom(item['id']) || textFrom(item['name']);
    return id === '' ? [] : [{ id, name: textFrom(item['name']) || id }];
  });
