/** A stretch of time, epoch milliseconds, in which events may have been missed and could not be read since. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}
