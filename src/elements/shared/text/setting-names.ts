import { html, type TemplateResult } from 'lit';

const names = /\b(project-id|data-center|base-url|cad-variable-lookup)\b/;

/** Our own words; the names in them that an administrator copies stand out, and none breaks at its hyphen. */
export const settingNames = (text: string): readonly (string | TemplateResult)[] =>
  text.split(names).map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`));
