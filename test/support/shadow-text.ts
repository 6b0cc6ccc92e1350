/** All text in a node and the shadow trees below it, as a reader would see it, without styles. */
export function textIn(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return '';
  const children = [...node.childNodes].map(textIn).join('');
  return node instanceof Element && node.shadowRoot ? `${textIn(node.shadowRoot)}${children}` : children;
}

/** All elements that match, in the node and the shadow trees below it. */
export function deepAll<T extends Element>(node: Element | ShadowRoot, selector: string): T[] {
  const found: T[] = [...node.querySelectorAll<T>(selector)];
  const hosts = [node, ...node.querySelectorAll('*')];
  for (const host of hosts)
    if (host instanceof Element && host.shadowRoot) found.push(...deepAll<T>(host.shadowRoot, selector));
  return found;
}

/** The first button with `words` in its text, at any depth. */
export const button = (node: Element, words: string): HTMLButtonElement | undefined =>
  deepAll<HTMLButtonElement>(node, 'button').find((one) => textIn(one).includes(words));
