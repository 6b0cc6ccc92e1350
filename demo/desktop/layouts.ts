import connector from '../../layout/connector.json' with { type: 'json' };
import desktop from '../../layout/desktop-layout.json' with { type: 'json' };
import flat from '../../layout/flat.json' with { type: 'json' };
import pageOnly from '../../layout/page-only.json' with { type: 'json' };
import panelOnly from '../../layout/panel-only.json' with { type: 'json' };

/** The same files that administrators get, by name. */
export const layouts: Readonly<Record<string, unknown>> = {
  'desktop-layout': desktop,
  'panel-only': panelOnly,
  'page-only': pageOnly,
  flat,
  connector,
};

/** The layout of the demo if no other is chosen. */
export const usualLayout = 'desktop-layout';

/** The layout that the Layout studio has made in this browser tab. */
export const fromStudio = 'studio';

const studioKey = 'wayline-studio-layout';

/** Passes a layout to the demo desktop in a frame of the same tab. The browser removes it when the tab is closed. */
export const giveToDesktop = (text: string): void => sessionStorage.setItem(studioKey, text);

/** `undefined` if there is no layout with that name. */
export function layoutNamed(name: string): unknown {
  if (name !== fromStudio) return Object.hasOwn(layouts, name) ? layouts[name] : undefined;
  const text = sessionStorage.getItem(studioKey);
  return text === null ? undefined : (JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
}
