import { createMessages } from './create-messages.js';
import { coreEnglish } from './english.js';
import type { DeferredWords } from './deferred-messages.js';
import type { FirstMessages, Messages } from './messages.js';

let english: object = coreEnglish;

/** What was made before all words were there. */
const unfinished: { readonly messages: Messages; readonly words: object; readonly language: string }[] = [];

/**
 * What is said in a language whose own words are `words`, English for those that are missing. What only the elements that
 * come later say is in it as soon as they come.
 *
 * @param language BCP 47 tag, with the region whose way of writing numbers is wanted
 */
export function messagesIn(words: object, language: string): Messages {
  const messages = createMessages(english, words, language);
  if (english === coreEnglish) unfinished.push({ messages, words, language });
  return messages;
}

/** The words of what comes later, before it is there. */
export function addDeferredEnglish(later: DeferredWords): void {
  if (english !== coreEnglish) return;
  english = { ...coreEnglish, ...later };
  for (const { messages, words, language } of unfinished.splice(0)) {
    Object.assign(messages, createMessages(later, words, language));
  }
}

/** English, the language every other one falls back to; of it what is said at first sight. */
export const en: FirstMessages = messagesIn({}, 'en');

/** The same, for what comes later and has brought the rest. */
export const fullEnglish = en as Messages;
