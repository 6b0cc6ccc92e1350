import type { VirtualClock } from '../support/virtual-clock.js';

/** Behavior of a journey service that is not documented. */
export interface Habits {
  readonly pageBase: 0 | 1;
  readonly pageSize: number;
  readonly order: 'newest' | 'oldest';
}

export interface StoredEvent {
  /** Several events have the same ID; `serial` is unique. */
  readonly id: string;
  readonly serial: number;
  readonly customer: string;
  /** The alias under which it is stored. */
  readonly alias: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly taskId: string;
  readonly type: string;
}

export type Route = 'events' | 'event-stream' | 'person' | 'profile' | 'profile-stream' | 'template' | 'search';

interface Line {
  readonly customer: string;
  /** The customer's aliases when it was opened: it does not follow later changes. */
  readonly aliases: readonly string[];
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  dead: boolean;
}

export const project = 'project';
const host = 'https://journeys.example.com';
const encoder = new TextEncoder();

/** An alias that an agent adds to a customer and removes. */
export const workOf = (customer: string): string => `${customer}@work.example.com`;

const wireOf = ({ id, serial, customer, alias, time, taskId, type }: StoredEvent) => ({
  id,
  specversion: '1.0',
  type,
  source: '/com/cisco/wxcc/1',
  time: new Date(time).toISOString(),
  identity: alias,
  identitytype: 'phone',
  data: JSON.stringify({ taskId, serial, canary: customer }),
});

/** CJDS with all its possible failures, with a virtual clock. Answers like `fetch`, without a network. */
export function createSimulatedService(clock: VirtualClock, habits: Habits, latency: () => number) {
  const stored: StoredEvent[] = [];
  const eventLines = new Set<Line>();
  const profileLines = new Set<Line>();
  const faults: { route: Route; status: number; left: number; retryAfter?: number }[] = [];
  /** When each token was sent. */
  const tokensSeen: { token: string; at: number }[] = [];
  /** The customer with the work alias. */
  const atWork = new Set<string>();
  const watchers = new Set<(customer: string) => void>();
  let valid: ReadonlySet<string> | undefined;
  let unplugged = false;
  let connects = 0;
  let held: { line: Line; event: StoredEvent }[] = [];

  const frame = (value: unknown): Uint8Array => encoder.encode(`data: ${JSON.stringify(value)}\n\n`);
  const send = (line: Line, event: StoredEvent): void => {
    if (!line.dead) line.controller.enqueue(frame(wireOf(event)));
  };

  const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
    ({
      ok: status < 300,
      status,
      headers: new Headers(headers),
      text: () => Promise.resolve(body === undefined ? '' : JSON.stringify(body)),
      body: null,
    }) as unknown as Response;

  const aliasesOf = (customer: string): readonly string[] => [
    customer,
    ...(atWork.has(customer) ? [workOf(customer)] : []),
  ];

  const personOf = (customer: string): object => {
    const [phone, ...email] = aliasesOf(customer);
    return { id: customer, firstName: 'Name', lastName: customer, phone: [phone], email };
  };

  /** Adds or removes the work alias. */
  function patch(customer: string, body: string): Response {
    const [{ op, value }] = JSON.parse(body) as [{ op: string; value: string }];
    if (value !== workOf(customer) || atWork.has(customer) !== (op === 'remove')) return answer(400, {});
    if (op === 'remove') atWork.delete(customer);
    else atWork.add(customer);
    for (const watch of watchers) watch(customer);
    return answer(202, { data: personOf(customer) });
  }

  const stream = (customer: string, lines: Set<Line>, signal: AbortSignal): Response => {
    let line: Line | undefined;
    const leave = (): void => {
      if (line !== undefined) lines.delete(line);
    };
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        line = { customer, aliases: aliasesOf(customer), controller, dead: false };
        lines.add(line);
        controller.enqueue(encoder.encode(': hello\n\n'));
      },
      cancel: leave,
    });
    signal.addEventListener('abort', leave);
    return { ok: true, status: 200, headers: new Headers(), body } as unknown as Response;
  };

  function page(customer: string, query: URLSearchParams): Response {
    const aliases = aliasesOf(customer);
    const own = stored.filter(({ alias }) => aliases.includes(alias));
    own.sort((a, b) => (habits.order === 'newest' ? b.time - a.time : a.time - b.time));
    const index = Math.max(0, Number(query.get('page')) - habits.pageBase);
    const items = own.slice(index * habits.pageSize, (index + 1) * habits.pageSize);
    return answer(200, { data: items.map(wireOf) });
  }

  /** The requested records, and one that was not requested. */
  function search(body: string): Response {
    const { variables } = JSON.parse(body) as { variables: Readonly<Record<string, unknown>> };
    const wanted = new Set(Object.values(variables));
    const tasks = new Map(stored.map(({ taskId, customer }) => [taskId, { id: taskId, lastWrapupCodeName: customer }]));
    const stranger = [...tasks.values()].find(({ id }) => !wanted.has(id));
    const found = [...tasks.values()].filter(({ id }) => wanted.has(id));
    return answer(200, { data: { taskDetails: { tasks: stranger === undefined ? found : [stranger, ...found] } } });
  }

  function respond(url: URL, signal: AbortSignal, init: RequestInit): Response {
    const parts = url.pathname.split('/').map(decodeURIComponent);
    const after = (name: string): string => parts[parts.indexOf(name) + 1] ?? '';
    if (parts.includes('profile-view-template')) {
      return answer(200, { data: [{ id: 'template', name: 'journey-default-template', attributes: [] }] });
    }
    const query = url.searchParams;
    const asked = query.get('identity') ?? query.get('personId');
    const customer = asked ?? (after('identity') || after('aliases') || after('person-id'));
    if (init.method === 'PATCH') return patch(customer, init.body as string);
    if (parts.includes('person')) return answer(200, { data: [personOf(customer)] });
    if (parts.includes('progressive-profile-view')) {
      return parts.includes('stream')
        ? stream(customer, profileLines, signal)
        : answer(200, { data: [{ personId: customer, attributes: [] }] });
    }
    if (!parts.includes('stream')) return page(customer, url.searchParams);
    connects += 1;
    return stream(customer, eventLines, signal);
  }

  const routeOf = (path: string): Route => {
    if (path === '/search') return 'search';
    if (path.includes('profile-view-template')) return 'template';
    if (path.includes('/person/')) return 'person';
    const isStream = path.includes('/stream/');
    if (path.includes('progressive-profile-view')) return isStream ? 'profile-stream' : 'profile';
    return isStream ? 'event-stream' : 'events';
  };

  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const signal = init.signal ?? new AbortController().signal;
    const url = new URL(input as string);
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    tokensSeen.push({ token, at: clock.now() });
    await clock.wait(latency(), signal);
    if (unplugged) throw new TypeError('Failed to fetch');
    const route = routeOf(url.pathname);
    if (valid !== undefined && !valid.has(token)) return answer(401, { trackingId: 'trk' });
    const fault = faults.find((each) => each.route === route && each.left > 0);
    const act = () => (route === 'search' ? search(init.body as string) : respond(url, signal, init));
    if (fault === undefined) return act();
    fault.left -= 1;
    // If the response is lost, it is not known whether the change was made.
    if (init.method === 'PATCH' && fault.left % 2 === 0 && fault.status !== 403) act();
    if (fault.status === 0) throw new TypeError('Failed to fetch');
    const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
    return answer(fault.status, { trackingId: 'trk', status: String(fault.status) }, headers);
  };

  const cut = (): void => {
    held = [];
    for (const line of [...eventLines, ...profileLines]) line.controller.error(new TypeError('network error'));
    eventLines.clear();
    profileLines.clear();
  };

  return {
    hosts: [host],
    fetch,
    aliasesOf,
    /** Notifies the customers who got or lost an alias. */
    watch: (watcher: (customer: string) => void): void => void watchers.add(watcher),
    stored,
    tokensSeen,
    eventLines,
    profileLines,
    /** Stores an event and delivers it the given number of times; `hold` delivers it after the next one. */
    emit(event: StoredEvent, times: number, hold: boolean): void {
      stored.push(event);
      const late = held;
      held = [];
      for (const line of eventLines) {
        if (!line.aliases.includes(event.alias)) continue;
        if (hold && times > 0) held.push({ line, event });
        else for (let time = 0; time < times; time++) send(line, event);
      }
      for (const { line, event: before } of late) if (eventLines.has(line)) send(line, before);
    },
    /** Delivers the held events. */
    release(): void {
      for (const { line, event } of held) if (eventLines.has(line)) send(line, event);
      held = [];
    },
    cut,
    /** The network is offline; `plug` brings it back. */
    unplug(): void {
      unplugged = true;
      cut();
    },
    plug(): void {
      unplugged = false;
    },
    /** How often an event stream was opened. */
    connects: () => connects,
    /** The connections stay open and send nothing any more. */
    silence(): void {
      held = [];
      for (const line of [...eventLines, ...profileLines]) line.dead = true;
    },
    fail: (route: Route, status: number, times: number, retryAfter?: number): void =>
      void faults.push({ route, status, left: times, ...(retryAfter !== undefined && { retryAfter }) }),
    accept(tokens: readonly string[] | undefined): void {
      valid = tokens && new Set(tokens);
    },
    heal(): void {
      faults.length = 0;
      for (const line of [...eventLines, ...profileLines]) if (line.dead) line.controller.error(new TypeError('dead'));
      for (const lines of [eventLines, profileLines]) for (const line of [...lines]) if (line.dead) lines.delete(line);
    },
  };
}

export type SimulatedService = ReturnType<typeof createSimulatedService>;
