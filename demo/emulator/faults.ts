/** The routes that faults can name. */
export const routeNames = [
  'events',
  'event-stream',
  'person',
  'template',
  'profile',
  'profile-stream',
  'workspace',
  'publish',
  'search',
] as const;
export type RouteName = (typeof routeNames)[number];

/** Faults of a stream: `drop` breaks the connection, `end` closes it, the others change its messages. */
export const streamFaults = ['drop', 'end', 'silent', 'duplicate', 'reorder', 'malformed'] as const;
export type StreamFault = (typeof streamFaults)[number];

/** The formats of error bodies, including unexpected ones. */
export const errorBodies = ['cjds', 'gateway', 'empty', 'html'] as const;
export type ErrorBody = (typeof errorBodies)[number];

/** Something that goes wrong. Members can be combined. */
export interface Fault {
  /** The route; all routes if absent. */
  readonly route?: RouteName;
  /** Only for the next requests, this many (stream faults: messages); until cleared if absent. */
  readonly count?: number;
  /** The HTTP status of the response. */
  readonly status?: number;
  /** Seconds, for the `Retry-After` header. */
  readonly retryAfter?: number;
  /** Default: `gateway` for 401 and 403, else `cjds`. */
  readonly body?: ErrorBody;
  /** Milliseconds before the response, fixed or a range. */
  readonly delay?: number | readonly [number, number];
  /** No response at all. */
  readonly network?: true;
  readonly stream?: StreamFault;
  /** With `drop` and `end`: after this many more messages; if absent, now and once. */
  readonly after?: number;
  /** Refuses every token that was used so far. A new one works. */
  readonly token?: 'expired';
}

/** The faults of one request. */
export interface RequestFaults extends Pick<Fault, 'status' | 'retryAfter' | 'body' | 'network'> {
  /** Milliseconds. */
  readonly delay: number;
}

/** The active faults, and how often each still applies. */
export interface Faults {
  add(fault: Fault): void;
  list(): readonly Fault[];
  clear(): void;
  /** Counts a request and returns its faults. For each member, the first fault with it is used. */
  forRequest(route: RouteName): RequestFaults;
  /** Counts a message of a stream and returns its faults. */
  forMessage(route: RouteName): ReadonlySet<StreamFault>;
  /** Whether a stream of this route sends nothing, not even a heartbeat. */
  isSilent(route: RouteName): boolean;
  /** Whether this token has expired. Remembers that it was used. */
  refuses(token: string): boolean;
  /** Calls the listener with every new fault. Returns a function that stops it. */
  subscribe(listener: (fault: Fault) => void): () => void;
}

/** `random` (0 to 1) chooses delays in a range. */
export function createFaults(random: () => number = Math.random): Faults {
  let faults: Fault[] = [];
  const used = new Set<string>();
  const expired = new Set<string>();
  const listeners = new Set<(fault: Fault) => void>();

  const here = (route: RouteName) => (fault: Fault) => fault.route === undefined || fault.route === route;

  const replace = (fault: Fault, by: Fault | undefined): void => {
    faults = faults.flatMap((known) => (known !== fault ? [known] : by ? [by] : []));
  };

  const spend = (fault: Fault): void => {
    if (fault.count === undefined) return;
    replace(fault, fault.count > 1 ? { ...fault, count: fault.count - 1 } : undefined);
  };

  const isForRequest = ({ status, delay, network }: Fault) =>
    status !== undefined || delay !== undefined || network !== undefined;

  return {
    add(fault) {
      if (fault.token) used.forEach((token) => expired.add(token));
      const cutsNow = (fault.stream === 'drop' || fault.stream === 'end') && fault.after === undefined;
      if (isForRequest(fault) || (fault.stream !== undefined && !cutsNow)) faults = [...faults, fault];
      listeners.forEach((listener) => listener(fault));
    },
    list: () => faults,
    clear() {
      faults = [];
      expired.clear();
    },
    forRequest(route) {
      const found = faults.filter((fault) => isForRequest(fault) && here(route)(fault));
      found.forEach(spend);
      const { delay = 0 } = found.find((fault) => fault.delay !== undefined) ?? {};
      const [from, to] = typeof delay === 'number' ? [delay, delay] : delay;
      const { status, retryAfter, body } = found.find((fault) => fault.status !== undefined) ?? {};
      return {
        delay: from + random() * (to - from),
        ...(status !== undefined && { status }),
        ...(retryAfter !== undefined && { retryAfter }),
        ...(body !== undefined && { body }),
        ...(found.some(({ network }) => network) && { network: true }),
      };
    },
    forMessage(route) {
      const now = new Set<StreamFault>();
      for (const fault of faults.filter(here(route))) {
        if (fault.stream === undefined) continue;
        if (fault.after !== undefined && fault.after > 1) {
          replace(fault, { ...fault, after: fault.after - 1 });
          continue;
        }
        now.add(fault.stream);
        if (fault.after !== undefined) replace(fault, undefined);
        else spend(fault);
      }
      return now;
    },
    isSilent: (route) => faults.some((fault) => fault.stream === 'silent' && here(route)(fault)),
    refuses(token) {
      used.add(token);
      return expired.has(token);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
