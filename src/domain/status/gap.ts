/** A time (epoch milliseconds) in which events may be missing, because they could not be read. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}
