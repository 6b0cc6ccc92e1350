/** One value a template computes from a person's events. */
export interface ProfileAttribute {
  readonly label: string;
  /** As the service sends it: text, also for counts; a list is separated by commas. Empty when there is nothing. */
  readonly value: string;
  /** Set when the service could not compute it. */
  readonly error: string | undefined;
}

/** What a template makes of a person. */
export interface Profile {
  readonly templateName: string;
  readonly attributes: readonly ProfileAttribute[];
}
