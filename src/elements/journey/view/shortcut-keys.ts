import type { LitElement } from 'lit';
import type { DeferredController } from '../../shared/loading/deferred.js';
import { shortcuts } from '../deferred-slots.js';

interface KeysHost extends LitElement {
  readonly keyboardShortcuts: boolean;
}

/** The keys of the widget, and their list. They work only while the focus is in the widget. */
export class ShortcutKeys {
  readonly #host: KeysHost;
  readonly #deferred: DeferredController;

  constructor(host: KeysHost, deferred: DeferredController) {
    this.#host = host;
    this.#deferred = deferred;
  }

  /** Answers a key that was pressed. */
  readonly press = (event: KeyboardEvent): void => {
    const shortcut = this.#host.keyboardShortcuts ? shortcuts.get()?.(event) : undefined;
    if (shortcut === undefined) return;
    if (shortcut === 'help') this.help();
    else if (!this.#host.renderRoot.querySelector('wayline-timeline')?.press(shortcut)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Opens the list of keys. */
  readonly help = (): void => {
    this.#deferred.need();
    const help = this.#host.renderRoot.querySelector('wayline-help');
    if (help !== null) help.open = true;
  };
}
