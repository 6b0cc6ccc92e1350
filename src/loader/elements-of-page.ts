/**
 * All elements with a tag, also inside shadow trees: the desktop keeps its widgets there, where selectors do not find
 * them.
 */
export function* elementsOfPage(tag: string, root: ParentNode = document): Generator<HTMLElement, void, undefined> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.localName === tag) yield element;
    if (element.shadowRoot !== null) yield* elementsOfPage(tag, element.shadowRoot);
  }
}
