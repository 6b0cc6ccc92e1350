/** A request that the service refuses: the status and text of the response. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly errors: readonly string[];
  /** The `status` in the body, if it is not the documented text. */
  readonly said: number | undefined;

  constructor(status: number, message: string, errors: readonly string[] = [], said?: number) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.said = said;
  }
}
