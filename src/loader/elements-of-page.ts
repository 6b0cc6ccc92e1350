/** The desktop keeps its widgets in shadow trees, where no selector of the document finds them. */
export function* elementsOfPage(tag: string, root: ParentNode = document): Generator<HTMLElement, void, undefined> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.localName === tag) yield element;
    if (element.shadowRoot !== null) yield* elementsOfPage(tag, element.shadowRoot);
  }
}
