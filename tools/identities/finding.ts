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

/** Something the import would stumble over, or take for what it is not. */
export interface Finding {
  /** Of the file, from 1. */
  readonly line: number;
  /** Which cell of the line, from 1; 0 for the whole line. */
  readonly cell: number;
  /** Name of the cell's column; empty for the whole line. */
  readonly column: string;
  readonly rule: Rule;
  readonly what: string;
  readonly fix: string;
  /** The corrected file is right here. */
  readonly mended: boolean;
}
