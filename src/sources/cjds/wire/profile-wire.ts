import type { AttributeQuery, Profile, ProfileAttribute } from '../../../domain/profile/profile.js';
import { isRecord, type Fields } from '../../../domain/base/json.js';
import { parseJson, textFrom } from '../../../domain/base/parse-json.js';
import { itemsOf } from './envelope-wire.js';

/** A profile view, in an envelope (reads) or without one (streams). `undefined` if there is none. */
export function readProfile(answer: unknown, templateName: string): Profile | undefined {
  const view = isView(answer) ? answer : itemsOf(answer).find(isView);
  if (view === undefined) return undefined;
  const attributes = view['attributes'] ?? view['attributeView'];
  return {
    templateName,
    attributes: (Array.isArray(attributes) ? (attributes as readonly unknown[]) : [])
      .filter(isRecord)
      .flatMap(readAttribute),
  };
}

/** One message of a profile stream; `undefined` if it has no profile view. The next message replaces it anyway. */
export function readProfileMessage(text: string, templateName: string): Profile | undefined {
  const value = parseJson(text);
  return isView(value) ? readProfile(value, templateName) : undefined;
}

/** Older responses call the attributes `attributeView`; those of a new person may be null or absent. */
const isView = (value: unknown): value is Fields =>
  isRecord(value) && ['attributes', 'attributeView', 'templateId'].some((name) => Object.hasOwn(value, name));

/** Only tables are shown to the agent. An attribute without a type is a table. */
function readAttribute({ queryTemplate, result, error }: Fields): readonly ProfileAttribute[] {
  const template = isRecord(queryTemplate) ? queryTemplate : {};
  const widget = template['widgetAttributes'];
  const shownAs = isRecord(widget) ? textFrom(widget['type']) : '';
  if (shownAs !== '' && shownAs.toLowerCase() !== 'table') return [];
  const label = textFrom(template['displayName']) || textFrom(template['metaData']) || textFrom(template['metadata']);
  return [{ label, value: textFrom(result), error: textFrom(error) || undefined, query: readQuery(template) }];
}

const readQuery = (template: Fields): AttributeQuery => ({
  aggregation: textFrom(template['aggregationMode']).toLowerCase(),
  type: (textFrom(template['metaDataType']) || textFrom(template['metadataType'])).toLowerCase(),
  field: textFrom(template['metaData']) || textFrom(template['metadata']),
  limit: Number(textFrom(template['limit'])) || 0,
});
