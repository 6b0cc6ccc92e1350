import { html, type TemplateResult } from 'lit';

const names = /\b(project-id|data-center|base-url|cad-variable-lookup)\b/;

/**
 * Shows setting names in our own texts as code, so that administrators can copy them and they never break at a hyphen.
 */
export const settingNames = (text: string): readonly (string | TemplateResult)[] =>
  text.split(names).map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`));
