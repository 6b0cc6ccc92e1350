/** A customer's past events as a service stores them, created before any measurement. */
export interface Journey {
  /** The customer's phone number; different for each journey. */
  readonly address: string;
  /** The number of events. */
  readonly size: number;
  /**
   * Events as the bytes of a service's response: JSON `{"meta":{},"data":[CloudEvent, …]}` with up to 100, newest
   * first.
   */
  readonly pages: readonly Uint8Array<ArrayBuffer>[];
}

/** An event that happens while the widget is shown. */
export interface LiveEvent {
  readonly id: string;
  /** The CloudEvent as JSON text. */
  readonly json: string;
}

/** A row and its upper edge as painted, CSS pixels from the viewport's. */
export interface ReadingPlace {
  readonly key: string;
  readonly top: number;
}

/**
 * How `npm run bench` controls a widget. The adapter runs in the widget's page; its file exports it as default. Its
 * methods cause actions or report what is drawn. The bench waits and measures, so a method should do little itself. If
 * a method is missing (or `undefined` when a journey is shown), the widget does not have that ability, and the table
 * says so.
 */
export interface WidgetAdapter {
  readonly name: string;

  /** Runs once, first: mounts the widget and replaces its service. */
  prepare(): void | Promise<void>;

  /** Shows this customer in the widget. The data is in the page: no network is measured. */
  show(journey: Journey): void;

  /** For every drawn row, the IDs of its events, in the order of the rows. */
  rows(): readonly (readonly string[])[];

  /** Whether the widget has processed the whole journey. */
  isComplete(): boolean;

  /** Sends live events to the widget, oldest first, as its service would; resolves when the last one is sent. */
  publish?(events: readonly LiveEvent[]): Promise<void>;

  /** The element that scrolls the rows. */
  scroller?(): Element | undefined;

  /** The row in the viewport that is nearest to its middle. */
  readingPlace?(): ReadingPlace | undefined;

  /** The current place of a row; `undefined` if it is not drawn. */
  topOf?(key: string): number | undefined;

  /** Sets the text of the search field by typing. */
  search?: ((text: string) => void) | undefined;

  /** Filters for voice contacts; called again, shows everything. */
  toggleVoice?: (() => void) | undefined;

  /** Whether the result of the last search or filter is drawn. */
  isSettled?(): boolean;
}
