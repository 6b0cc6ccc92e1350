import type { LitElement, ReactiveController } from 'lit';
import { desktopIsDark, themeOf } from './theme.js';

interface Dressed extends LitElement {
  readonly darkMode: boolean | string | undefined;
  readonly theme: unknown;
  readonly condensedView: boolean;
}

/** Sets the theme as styles of its host: colour scheme, contrast and density. The elements inside inherit them. */
export class ThemeController implements ReactiveController {
  readonly #host: Dressed;
  readonly #set: Record<string, string> = {};

  constructor(host: Dressed) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { darkMode, theme, condensedView } = this.#host;
    const { scheme = '', contrast } = themeOf(darkMode ?? undefined, theme, desktopIsDark());
    this.#style('color-scheme', scheme);
    this.#style('--_more', contrast ? '100%' : '');
    this.#style('--_dense', condensedView ? '1' : '');
  }

  #style(name: string, value: string): void {
    if ((this.#set[name] ?? '') !== value) this.#host.style.setProperty(name, value);
    this.#set[name] = value;
  }
}
