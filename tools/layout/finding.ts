import type { Node } from 'jsonc-parser';
import type { LayoutDocument, Position } from './document.js';
import { pathOf } from './tree.js';

/** With an error the desktop, or a part of it, cannot be as it was meant; with a warning it may not. */
export type Level = 'error' | 'warning';

/** Something about a layout that its administrator should know. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly position: Position;
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
  /** For example `agent.area.panel.children[1].comp`. */
  readonly path: string;
  /** What is there. Values of a file that may be secret are not repeated. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
}

/** What a rule says about a place; the rule itself knows its level and why. */
export interface Remark {
  readonly at: Node;
  readonly what: string;
  readonly fix: string;
}

export interface Rule {
  readonly name: string;
  readonly level: Level;
  readonly why: string;
}

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

/** Of one rule, in one file: nobody reads more, and a file may be made to have millions. */
export const mostRemarks = 1000;

/** Words of a file, short enough to be read again in a message. */
export const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
