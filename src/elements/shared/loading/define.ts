/** Registers an element unless the page has one of that name already: two copies of the script may share a page. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}
