import { isObject, textFrom } from '../../../domain/base/parse-json.js';
import { itemsOf } from './envelope-wire.js';

export interface Project {
  readonly id: string;
  /** Contact-center events arrive here. */
  readonly connected: boolean;
}

/** The wire calls a project a workspace. */
export const readProjects = (answer: unknown): readonly Project[] =>
  itemsOf(answer).flatMap((item) => {
    const id = isObject(item) ? textFrom(item['id']) : '';
    if (!isObject(item) || id === '') return [];
    const subscriptions = item['wxccSubscriptionIds'];
    return [{ id, connected: Array.isArray(subscriptions) && subscriptions.some((one) => textFrom(one) !== '') }];
  });
