/** Puts an element without a background on the widget's background, in a scheme: contrast is measured against it. */
export function putOnGround(element: HTMLElement, scheme: string): void {
  element.style.setProperty('color-scheme', scheme);
  element.style.setProperty('background', 'light-dark(#ffffff, #1b1d20)');
}
