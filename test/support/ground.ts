/** Puts an element that has no ground of its own on the widget's, in a scheme: contrast is measured against it. */
export function putOnGround(element: HTMLElement, scheme: string): void {
  element.style.setProperty('color-scheme', scheme);
  element.style.setProperty('background', 'light-dark(#ffffff, #1b1d20)');
}
