/**
 * Everything a page draws of a node, with the shadow trees below it: texts, attributes, and what stands in fields. Stands
 * alone, so that it can be sent into a page. `typed`: whether what fields hold counts as well.
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
