/** The script of a layout in tests: it only registers an element. */
customElements.define('fixture-widget', class extends HTMLElement {});
