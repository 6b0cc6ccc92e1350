/** A customer's past as a service holds it, made before any clock runs. */
export interface Journey {
  /** The customer's phone number; each journey has another one. */
  readonly address: string;
  /** How many events. */
  readonly size: number;
  /** Events as the bytes of a service's answer: JSON `{"meta":{},"data":[CloudEvent, …]}` with up to 100, newest first. */
  readonly pages: readonly Uint8Array<ArrayBuffer>[];
}

/** An event that happens while the widget is shown. */
export interface LiveEvent {
  readonly id: string;
  /** The CloudEvent as JSON text. */
  readonly json: string;
}

/** A row and where its upper edge is painted, CSS pixels from the viewport's. */
export interface ReadingPlace {
  readonly key: string;
  readonly top: number;
}

/**
 * How `npm run bench` works a widget. It runs in the widget's page, exported by its file as default. Its methods do
 * things, or tell what is drawn; waiting and measuring is done by the bench, so what a method itself does should be
 * little. A method that is left out (or is `undefined` when the bench looks, once a journey is shown) says that the
 * widget lacks the ability, and so does the table.
 */
export interface WidgetAdapter {
  readonly name: string;

  /** Once, before everything: mounts the widget, and puts itself in the place of its service. */
  prepare(): void | Promise<void>;

  /** Makes the widget show this customer from now on. The data is in the page: no network is measured. */
  show(journey: Journey): void;

  /** For every row that is drawn now the ids of the events it tells, in the order of the rows. */
  rows(): readonly (readonly string[])[];

  /** Whether the widget has taken in the whole journey. */
  isComplete(): boolean;

  /** Hands the widget live events, oldest first, as its service would; resolves when the last one is on its way. */
  publish?(events: readonly LiveEvent[]): Promise<void>;

  /** The element that scrolls the rows. */
  scroller?(): Element | undefined;

  /** Of the rows in the viewport the one nearest to its middle. */
  readingPlace?(): ReadingPlace | undefined;

  /** Where a row is now; `undefined` when it is not drawn. */
  topOf?(key: string): number | undefined;

  /** Types into the search field what it then holds. */
  search?: ((text: string) => void) | undefined;

  /** Lets through voice contacts only; called again, everything. */
  toggleVoice?: (() => void) | undefined;

  /** Whether the answer to the last search or filter is drawn. */
  isSettled?(): boolean;
}
