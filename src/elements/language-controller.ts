import type { ReactiveControllerHost } from 'lit';
import { createMessages } from '../i18n/create-messages.js';
import { english } from '../i18n/en.js';
import { languagesFor, type Language } from '../i18n/language.js';
import type { Messages } from '../i18n/messages.js';

/** For so long, in milliseconds, no words are shown; then English ones until the others come. */
const patience = 2000;

/** Knows the words to show: English at once, those of another language when their file is there. */
export class LanguageController {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #load: (name: string) => Promise<unknown>;
  #wanted: string | undefined;
  #messages: Messages | undefined;

  /** @param load brings the words of that name; resolves with `undefined` when there are none */
  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, load: (name: string) => Promise<unknown>) {
    this.#host = host;
    this.#load = load;
  }

  /** `undefined` while nobody knows yet whether there are words of the language. */
  get messages(): Messages | undefined {
    return this.#messages;
  }

  /** The words that are shown stay until others can take their place. */
  follow(wanted: string): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    const languages = languagesFor(wanted, navigator.languages);
    if (this.#messages === undefined) {
      setTimeout(() => {
        if (this.#messages === undefined) this.#show(english, languages.at(-1));
      }, patience);
    }
    void this.#find(wanted, languages);
  }

  async #find(wanted: string, languages: readonly Language[]): Promise<void> {
    for (const language of languages) {
      const words = language.words === 'en' ? english : await this.#load(language.words);
      if (wanted !== this.#wanted) return;
      if (words === undefined) continue;
      this.#show(words, language);
      return;
    }
  }

  #show(words: unknown, language: Language | undefined): void {
    this.#messages = createMessages(english, words, language?.locale ?? 'en');
    this.#host.requestUpdate();
  }
}
