import { createMessages } from './create-messages.js';
import { coreEnglish } from './english.js';
import type { DeferredWords } from './deferred-messages.js';
import type { FirstMessages, Messages } from './messages.js';

let english: object = coreEnglish;

/** Messages created before the deferred texts were loaded. */
const unfinished: { readonly messages: Messages; readonly words: object; readonly language: string }[] = [];

/**
 * Creates the messages of a language; English where `words` has no phrase. The deferred texts are added to them when
 * they are loaded.
 *
 * @param language BCP 47 tag, with the region for number formats
 */
export function messagesIn(words: object, language: string): Messages {
  const messages = createMessages(english, words, language);
  if (english === coreEnglish) unfinished.push({ messages, words, language });
  return messages;
}

/** Adds the deferred texts, also to all messages created before. Does nothing the second time. */
export function addDeferredEnglish(later: DeferredWords): void {
  if (english !== coreEnglish) return;
  english = { ...coreEnglish, ...later };
  for (const { messages, words, language } of unfinished.splice(0)) {
    Object.assign(messages, createMessages(later, words, language));
  }
}

/** English: the fallback of every other language. Texts of the first view only, until the deferred part is loaded. */
export const en: FirstMessages = messagesIn({}, 'en');

/** The same object, for code of the deferred part, which has loaded the other texts. */
export const fullEnglish = en as Messages;
