import type { ReactiveControllerHost } from 'lit';
import { JourneyError } from '../../domain/base/journey-error.js';
import { isWords } from '../../i18n/create-messages.js';
import { messagesIn, fullEnglish } from '../../i18n/messages-in.js';
import { languagesFor, type Language } from '../../i18n/choose-language.js';
import type { Messages } from '../../i18n/messages.js';
import { warnOnce } from '../../platform/warn-once.js';

/** Reads a JSON file, as {@link loadJson} does. */
type Load = (url: string, signal: AbortSignal) => Promise<unknown>;

/** For so long, in milliseconds, no words are shown; then English ones until the others come. */
const patience = 2000;

/** Milliseconds. */
const longestLoad = 30_000;

/** Each file is asked for once, however often the desktop makes its widgets anew. */
const files = new Map<string, Promise<unknown>>();

/** Knows the words to show: English at once, those of another language when their file is there. */
export class LanguageLoader {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #load: Load;
  readonly #base: () => string | undefined;
  #wanted: string | undefined;
  #messages: Messages | undefined;

  /** @param base says where the folder with the words lies; `undefined` when nobody knows */
  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, load: Load, base: () => string | undefined) {
    this.#host = host;
    this.#load = load;
    this.#base = base;
  }

  /** Whether it is known which words there are. */
  get ready(): boolean {
    return this.#messages !== undefined;
  }

  /** English until others are there. */
  get messages(): Messages {
    return this.#messages ?? fullEnglish;
  }

  /** There are more words in the messages now: whoever has them must look again. */
  renew(): void {
    if (this.#messages !== undefined) this.#messages = { ...this.#messages };
  }

  /** The words that are shown stay until others can take their place. */
  follow(wanted: string): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    const languages = languagesFor(wanted, navigator.languages);
    void this.#find(wanted, languages);
    if (!this.ready) setTimeout(() => !this.ready && this.#show({}, languages.at(-1)), patience);
  }

  async #find(wanted: string, languages: readonly Language[]): Promise<void> {
    for (const language of languages) {
      const words = language.words === 'en' ? {} : await this.#read(`languages/${language.words}.json`);
      if (wanted !== this.#wanted) return;
      if (words === undefined) continue;
      this.#show(words, language);
      return;
    }
  }

  async #read(path: string): Promise<object | undefined> {
    let href = '';
    try {
      ({ href } = new URL(path, this.#base()));
      const file = files.get(href) ?? this.#load(href, AbortSignal.timeout(longestLoad));
      files.set(href, file);
      const words = await file;
      if (!isWords(words)) throw new TypeError('Another format');
      return words;
    } catch (error) {
      // The line was down: whoever comes next asks again.
      if (error instanceof JourneyError && error.kind === 'network') files.delete(href);
      warnOnce(`${path} is missing or cannot be read. Its language is not available.`);
      return undefined;
    }
  }

  #show(words: object, language: Language | undefined): void {
    this.#messages = messagesIn(words, language?.locale ?? 'en');
    this.#host.requestUpdate();
  }
}
