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
 * Sets one CSS property of the element, through its style object: a content security policy can forbid style attributes
 * in markup. Throws a TypeError outside of a tag.
 */
export const cssProperty = directive(StylePart);
