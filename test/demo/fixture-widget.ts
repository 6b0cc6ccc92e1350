/** What a layout's script is to the tests: it registers an element, and nothing else. */
customElements.define('fixture-widget', class extends HTMLElement {});
