import { textFor } from './bindings.js';
import type { LayoutNode } from './layout.js';

const builtIns: Readonly<Record<string, string>> = {
  IVR_TRANSCRIPT: 'IVR transcript',
  WXM_JOURNEY: 'Experience journey',
  SCREEN_POP: 'Screen pop',
  CALL_GUIDE: 'Call guide',
  CONTACT_HISTORY: 'Contact history',
  CUSTOMER_JOURNEY_WIDGET: 'Built-in journey',
};

/** Shown instead of a part of the desktop itself. */
export function placeholder({ comp, attributes, script }: LayoutNode): HTMLElement {
  const name = comp === 'slot' ? textFor(attributes.name ?? comp) : comp.replace(/^#/, '');
  const element = document.createElement('span');
  const tab = name.endsWith('_TAB');
  const words = builtIns[name.replace(/_TAB$/, '')] ?? name;
  const says =
    script === undefined ? `The desktop shows its own “${words}” here.` : `The desktop loads “${words}” here.`;
  element.textContent = tab ? words : says;
  if (!tab) element.className = 'placeholder';
  return element;
}
