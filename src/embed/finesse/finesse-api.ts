/*
 * The parts of Finesse's JavaScript library (`finesse`) and of its gadget container (`gadgets`) that we use. Parts that
 * are not documented, or missing in some versions, are optional.
 */

/** The gadget's configuration. */
export interface FinesseConfig {
  /** The agent's ID. */
  readonly id?: string;
  /** Host name of the Finesse server. */
  readonly host?: string;
  readonly hostPort?: string | number;
  readonly scheme?: string;
  /** The agent's phone number. */
  readonly extension?: string;
  /** The desktop's language. */
  readonly locale?: string;
}

/** A call. The getters are documented; Cisco's gadget reads `_data`. */
export interface FinesseDialog {
  getId?(): string | undefined;
  getFromAddress?(): string | undefined;
  getMediaProperties?(): unknown;
  addHandler?(event: 'change', handler: (dialog: FinesseDialog) => void): void;
  readonly _data?: unknown;
}

/** The agent's calls. */
export interface FinesseDialogs {
  getCollection?(): Readonly<Record<string, FinesseDialog>> | undefined;
}

/** Called when dialogs are loaded, added or removed. */
export interface DialogsHandlers {
  onCollectionAdd(dialog: FinesseDialog): void;
  onCollectionDelete(dialog: FinesseDialog): void;
  onLoad(dialogs: FinesseDialogs): void;
}

/** The agent. */
export interface FinesseUser {
  getDialogs(handlers: DialogsHandlers): FinesseDialogs;
  getState?(): string | undefined;
  getExtension?(): string | undefined;
}

/** Called when the agent is loaded or has changed. */
export interface UserHandlers {
  readonly id: string | undefined;
  onLoad(user: FinesseUser): void;
  onChange(user: FinesseUser): void;
}

/** The services of the page around the gadget. */
export interface ContainerServices {
  addHandler?(topic: string, handler: () => void): void;
  makeActiveTabReq?(): void;
}

/** Finesse's library. */
export interface Finesse {
  readonly gadget: { readonly Config: FinesseConfig };
  readonly clientservices: { readonly ClientServices: { init(config: FinesseConfig, ready?: boolean): void } };
  readonly restservices: { readonly User: new (handlers: UserHandlers) => FinesseUser };
  readonly utilities?: { readonly Utilities?: { getAuthHeaderString?(config: FinesseConfig): string } };
  readonly containerservices?: {
    readonly ContainerServices: {
      readonly Topics?: { readonly ACTIVE_TAB?: string };
      init(): ContainerServices | undefined;
    };
  };
}

/** The gadget container. */
export interface Gadgets {
  readonly HubSettings: { onConnect?: (() => void) | undefined };
  readonly window?: { adjustHeight?(height?: number): void };
  readonly loadingindicator?: { dismiss?(): void };
}
