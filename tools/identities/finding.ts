/** The rules of the check. */
export type Rule =
  | 'quotes'
  | 'separator'
  | 'column'
  | 'cells'
  | 'empty-row'
  | 'id'
  | 'encoding'
  | 'values'
  | 'spreadsheet'
  | 'email'
  | 'phone'
  | 'country'
  | 'too-many'
  | 'nobody'
  | 'duplicate';

/** Something that the import would reject or read wrongly. */
export interface Finding {
  /** The line in the file, from 1. */
  readonly line: number;
  /** The cell in the line, from 1; 0 for the whole line. */
  readonly cell: number;
  /** The name of the cell's column; empty for the whole line. */
  readonly column: string;
  readonly rule: Rule;
  readonly what: string;
  readonly fix: string;
  /** Whether the corrected file has no such finding here. */
  readonly mended: boolean;
}
