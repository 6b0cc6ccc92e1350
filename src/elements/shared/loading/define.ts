/** Registers an element unless its tag name is taken: a page can contain two copies of the script. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}
