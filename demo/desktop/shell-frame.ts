import { labelOf, valuesOf } from './bindings.js';
import type { LayoutNode } from './layout.js';
import type { MountContext, Mounted } from './mount.js';
import { isFromShell, type ToShell } from './shell-protocol.js';

/** Messages that other widgets of the same script origin post, and that the desktop relays to all widgets. */
const noise: readonly unknown[] = [
  'ping',
  { type: 'sibling-widget:resized', payload: { height: 412 } },
  { type: 'setToken', token: 'not-for-you' },
  null,
];

/**
 * The widget alone in a frame with its own document, as in the desktop's newer shell.
 *
 * The frame has the page's origin. With an opaque origin, the page's service worker would not serve it, and its
 * requests would reach the real host.
 */
export function mountInShell(
  node: LayoutNode,
  { store }: Pick<MountContext, 'store'>,
  shellUrl = 'shell.html',
): Mounted {
  const frame = document.createElement('iframe');
  frame.className = 'widget';
  frame.title = labelOf(node.wrapper?.title ?? node.comp);
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups');
  frame.src = shellUrl;

  const post = (message: ToShell): void => frame.contentWindow?.postMessage(message, location.origin);
  const dark = (): boolean => store.read('app.darkMode') === true;
  const onMessage = ({ source, data }: MessageEvent<unknown>): void => {
    if (source === null || source !== frame.contentWindow || !isFromShell(data)) return;
    const { comp, script = '' } = node;
    post({
      wayline: 'mount',
      comp,
      script: new URL(script, document.baseURI).href,
      dark: dark(),
      values: valuesOf(node, store),
    });
  };
  addEventListener('message', onMessage);
  const unsubscribe = store.subscribe(() => post({ wayline: 'values', dark: dark(), values: valuesOf(node, store) }));
  const timer = setInterval(
    () => noise.forEach((each) => frame.contentWindow?.postMessage(each, location.origin)),
    2000,
  );

  return {
    element: frame,
    stop() {
      removeEventListener('message', onMessage);
      unsubscribe();
      clearInterval(timer);
    },
  };
}
