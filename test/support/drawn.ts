/**
 * Everything a page draws of a node, with the shadow trees below it: texts, attributes, and the values of fields. Uses
 * no other function, so that a test can run it in a page. `typed`: whether the values of fields count, too.
 */
export function drawnIn(node: Node, typed = true): string {
  const parts: string[] = [];
  const look = (at: Node): void => {
    if (at instanceof HTMLStyleElement || at instanceof HTMLScriptElement) return;
    if (at instanceof Text || at instanceof Comment) parts.push(at.data);
    if (at instanceof Element) {
      for (const { name, value } of at.attributes) parts.push(`\n${name}=${value}\n`);
      if (typed && (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)) parts.push(`\n${at.value}\n`);
      if (at.shadowRoot !== null) look(at.shadowRoot);
    }
    at.childNodes.forEach(look);
  };
  look(node);
  return parts.join('');
}
