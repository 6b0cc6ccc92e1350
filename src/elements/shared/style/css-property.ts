import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

class StylePart extends Directive {
  #shown = '';

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('This directive must be inside a tag');
  }

  render(_property: string, _value: string): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [property, value]: [string, string]): typeof noChange {
    if (value !== this.#shown) (element as HTMLElement).style.setProperty(property, value);
    this.#shown = value;
    return noChange;
  }
}

/**
 * Sets one style property of the element it stands in. Through the style object: a page's content security policy forbids
 * style attributes in markup.
 */
export const cssProperty = directive(StylePart);
