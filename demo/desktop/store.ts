import type { SelectedTask } from '../tasks/selected-task.js';

/** The part of the desktop's store that widgets may use. */
export interface StoreReader {
  /** The value at a path like `agentContact.taskSelected.ani`; `undefined` if there is none. */
  read(path: string): unknown;
  /** Calls the listener after every change. Returns a function that stops it. */
  subscribe(listener: () => void): () => void;
}

type Value = string | number | boolean | null | object;

/** The desktop's groups, with the paths that public layouts bind. */
export interface DesktopState {
  readonly agent: Readonly<Record<string, Value>>;
  readonly agentContact: {
    readonly taskSelected: SelectedTask | null;
    readonly selectedTaskId: string;
    readonly taskMap: ReadonlyMap<string, object>;
    readonly isActiveCall: boolean;
  };
  readonly app: { readonly darkMode: boolean; readonly language: string } & Readonly<Record<string, Value>>;
  readonly auth: { readonly accessToken: string };
  readonly generalNotifications: Readonly<Record<string, Value>>;
  readonly dynamic: Readonly<Record<string, Value>>;
  readonly page: Readonly<Record<string, Value>>;
  readonly session: Readonly<Record<string, Value>>;
}

/** New values of some members, by group. */
export type Changes = { readonly [Group in keyof DesktopState]?: Partial<DesktopState[Group]> };

/** The store as the demo's desktop uses it. */
export interface DesktopStore extends StoreReader {
  readonly state: DesktopState;
  change(changes: Changes): void;
}

/** The value at a path with dots; `undefined` if there is none. */
export function readPath(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => {
    if (at instanceof Map) return at.get(key);
    return typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? at[key as keyof typeof at] : undefined;
  }, root);
}

/** The desktop computes the selected task again with every change of contacts, so it is a new object each time. */
const anew = <T extends object>(task: T | null): T | null => (task === null ? null : { ...task });

export function createDesktopStore(initial: DesktopState): DesktopStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get state() {
      return state;
    },
    read: (path) => readPath(state, path),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(changes) {
      const groups = Object.entries(changes).map(([group, change]) => [
        group,
        { ...state[group as keyof DesktopState], ...change },
      ]);
      state = { ...state, ...(Object.fromEntries(groups) as Partial<DesktopState>) };
      if (changes.agentContact !== undefined) {
        state = {
          ...state,
          agentContact: { ...state.agentContact, taskSelected: anew(state.agentContact.taskSelected) },
        };
      }
      for (const listener of [...listeners]) listener();
    },
  };
}

/** The same store for a widget that is mounted early: all values are `undefined` until `opened` resolves. */
export function lateReader(store: StoreReader, opened: Promise<void>): StoreReader {
  let open = false;
  return {
    read: (path) => (open ? store.read(path) : undefined),
    subscribe(listener) {
      let listening = true;
      void opened.then(() => {
        open = true;
        if (listening) listener();
      });
      const stop = store.subscribe(() => {
        if (open) listener();
      });
      return () => {
        listening = false;
        stop();
      };
    },
  };
}
