/** A request the service does not carry out: the status and words of its answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly errors: readonly string[];
  /** What the body says in `status`, where it is not the documented text. */
  readonly said: number | undefined;

  constructor(status: number, message: string, errors: readonly string[] = [], said?: number) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.said = said;
  }
}
