import type { LayoutDocument } from './document.js';
import { findingAt, mostRemarks, type Finding } from './finding.js';
import { layoutRules } from './rules.js';
import { structureFindings } from './structure.js';

/** All findings in a layout, in the order of the file. */
export function checkLayout(document: LayoutDocument): readonly Finding[] {
  const byRules = layoutRules.flatMap((rule) =>
    rule
      .look(document.root)
      .slice(0, mostRemarks)
      .map((remark) => findingAt(document, rule, remark)),
  );
  return [...structureFindings(document), ...byRules].sort((one, other) => one.offset - other.offset);
}
