import type { LitElement, PropertyValues } from 'lit';
import { loadJson } from '../../../platform/assets.js';
import type { IconLoader } from '../../shared/icons/icon-loader.js';
import { noIcons, type Icons } from '../../shared/icons/icon-set.js';
import { rootParts } from '../deferred-slots.js';
import { assetsFolder, fileUrl } from '../widget-files.js';

interface IconsHost extends LitElement {
  readonly iconDataUrl: unknown;
  readonly assetsUrl: unknown;
}

/** The icons of the timeline: the layout's own, and those beside the script. */
export class WidgetIcons {
  readonly #host: IconsHost;
  #loader: IconLoader | undefined;

  constructor(host: IconsHost) {
    this.#host = host;
  }

  /** The icons that are loaded. */
  get icons(): Icons {
    return this.#loader?.icons ?? noIcons;
  }

  /** Call before every paint. */
  follow(changed: PropertyValues<IconsHost>): void {
    const parts = rootParts.get();
    const isNew = this.#loader === undefined || changed.has('iconDataUrl') || changed.has('assetsUrl');
    if (parts === undefined || !isNew) return;
    this.#loader ??= new parts.IconLoader(this.#host, loadJson);
    const folder = assetsFolder(this.#host.assetsUrl);
    const map = fileUrl('icon-data-url', this.#host.iconDataUrl);
    this.#loader.follow(map, folder === undefined ? undefined : new URL('icons.json', folder).href);
  }
}
