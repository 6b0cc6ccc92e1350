import type { Node } from 'jsonc-parser';
import type { LayoutDocument, Position } from './document.js';
import { pathOf } from './tree.js';

/** Error: the desktop or a part of it does not work. Warning: it might not. */
export type Level = 'error' | 'warning';

/** A problem in a layout that its administrator should know. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly position: Position;
  /** UTF-16 code units from the start of the text. */
  readonly offset: number;
  /** For example `agent.area.panel.children[1].comp`. */
  readonly path: string;
  /** What is wrong. Values that may be secret are not repeated. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
}

/** A finding of a rule at one place. The rule has the level and the reason. */
export interface Remark {
  readonly at: Node;
  readonly what: string;
  readonly fix: string;
}

/** A rule of the layout check. */
export interface Rule {
  readonly name: string;
  readonly level: Level;
  readonly why: string;
}

/** The finding of a rule at the place of a remark. */
export const findingAt = ({ positionAt }: LayoutDocument, { name, level, why }: Rule, remark: Remark): Finding => ({
  rule: name,
  level,
  why,
  offset: remark.at.offset,
  position: positionAt(remark.at.offset),
  path: pathOf(remark.at),
  what: remark.what,
  fix: remark.fix,
});

/** The maximum number of findings of one rule per file: a malicious file could have millions. */
export const mostRemarks = 1000;

/** A text of the file in quotes, cut at 60 characters for messages. */
export const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
