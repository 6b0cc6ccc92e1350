import { isRecord } from '../../../domain/base/json.js';
import { textFrom } from '../../../domain/base/parse-json.js';
import { itemsOf } from './envelope-wire.js';

/** A project of an organization. */
export interface Project {
  readonly id: string;
  /** Whether it receives contact-center events. */
  readonly connected: boolean;
}

/** The wire calls a project a workspace. */
export const readProjects = (answer: unknown): readonly Project[] =>
  itemsOf(answer).flatMap((item) => {
    const id = isRecord(item) ? textFrom(item['id']) : '';
    if (!isRecord(item) || id === '') return [];
    const subscriptions = item['wxccSubscriptionIds'];
    return [{ id, connected: Array.isArray(subscriptions) && subscriptions.some((one) => textFrom(one) !== '') }];
  });
