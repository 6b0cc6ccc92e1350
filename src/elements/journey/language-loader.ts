import type { ReactiveControllerHost } from 'lit';
import { JourneyError } from '../../domain/base/journey-error.js';
import { isWords } from '../../i18n/create-messages.js';
import { messagesIn, fullEnglish } from '../../i18n/messages-in.js';
import { languagesFor, type Language } from '../../i18n/choose-language.js';
import type { Messages } from '../../i18n/messages.js';
import { warnOnce } from '../../platform/warn-once.js';

/** Reads a JSON file, as {@link loadJson} does. */
type Load = (url: string, signal: AbortSignal) => Promise<unknown>;

/** How long no texts are shown, in milliseconds. After that, English is shown until the language is loaded. */
const patience = 2000;

/** Timeout for loading a language, in milliseconds. */
const longestLoad = 30_000;

/** Each file is loaded once, even if the desktop creates the widget again. */
const files = new Map<string, Promise<unknown>>();

/** Loads the texts of the language: English at once, others when their file has arrived. */
export class LanguageLoader {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #load: Load;
  readonly #base: () => string | undefined;
  #wanted: string | undefined;
  #isComplete = false;
  #messages: Messages | undefined;

  /** @param base returns the URL of the folder with the languages; `undefined` if it is not known */
  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, load: Load, base: () => string | undefined) {
    this.#host = host;
    this.#load = load;
    this.#base = base;
  }

  /** Whether the texts to show are known. */
  get ready(): boolean {
    return this.#messages !== undefined;
  }

  /** The texts to show; English until another language is loaded. */
  get messages(): Messages {
    return this.#messages ?? fullEnglish;
  }

  /** Loads a language. The texts shown stay until it has arrived. `isComplete`: the deferred part has added its texts. */
  follow(wanted: string, isComplete = false): void {
    // Another object, so that elements update.
    if (isComplete && !this.#isComplete && this.ready) this.#messages = { ...this.messages };
    this.#isComplete = isComplete;
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
      // After a network error, the next widget may try again.
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
