import type { LitElement, ReactiveController } from 'lit';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const buttonsIn = (toolbar: Element): readonly HTMLElement[] => [...toolbar.querySelectorAll('button')];

/**
 * Gives each toolbar of its host one Tab stop: the button that had the focus last, at first the first button. Arrow
 * keys, Home and End move the focus between the buttons.
 */
export class RovingTabindexController implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('keydown', this.#keyed);
    this.#host.renderRoot.addEventListener('focusin', this.#stop);
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('keydown', this.#keyed);
    this.#host.renderRoot.removeEventListener('focusin', this.#stop);
  }

  hostUpdated(): void {
    this.#stop();
  }

  readonly #stop = (): void => {
    const focused = this.#host.shadowRoot?.activeElement;
    for (const toolbar of this.#host.renderRoot.querySelectorAll('[role=toolbar]')) {
      const buttons = buttonsIn(toolbar);
      // A button with the class `none` (count 0) can be hidden when it loses the focus, so it cannot stay the Tab stop.
      const last = buttons.find((button) => button.matches('[tabindex="0"]:not(.none)'));
      const stop = buttons.find((button) => button === focused) ?? last ?? buttons[0];
      for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
    }
  };

  readonly #keyed = (event: Event): void => {
    const { altKey, ctrlKey, key, metaKey, target } = event as KeyboardEvent;
    const toolbar = target instanceof Element ? target.closest('[role=toolbar]') : null;
    if (toolbar === null || altKey || ctrlKey || metaKey) return;
    const buttons = buttonsIn(toolbar).filter(({ offsetWidth }) => offsetWidth > 0);
    const place = buttons.findIndex((button) => button === target);
    const sign = /Left|Right/.test(key) && toolbar.matches(':dir(rtl)') ? -1 : 1;
    const step = steps[key];
    const next = key === 'Home' ? 0 : key === 'End' ? -1 : step && (place + sign * step) % buttons.length;
    if (next === undefined) return;
    event.preventDefault();
    buttons.at(next)?.focus();
  };
}
