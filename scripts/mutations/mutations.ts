/** A small break, and the tests that must see it. */
export interface Mutation {
  /** What the product promises. */
  readonly promise: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Test files, or patterns of them. */
  readonly tests: readonly string[];
}

type Break = readonly [promise: string, find: string, replace: string];

const breaksIn = (file: string, tests: readonly string[], ...breaks: readonly Break[]): readonly Mutation[] =>
  breaks.map(([promise, find, replace]) => ({ promise, file, find, replace, tests }));

const storeTests = ['test/store/journey-store.test.ts', 'test/store/changed-aliases.test.ts'];

export const mutations: readonly Mutation[] = [
  ...breaksIn(
    'src/store/event-ledger.ts',
    ['test/store/event-ledger.test.ts'],
    ['each event once', '!keys.has(key) && keys.add(key)', 'keys.add(key)'],
    ['events in order', 'mergeSorted(events, fresh.sort(oldestFirst), oldestFirst);', 'events.push(...fresh);'],
  ),
  ...breaksIn(
    'src/store/session.ts',
    storeTests,
    ['nothing falls between stream and history', "if (jobs.isRunning('events')) catchUpWanted = true;", 'if (false);'],
    ['a closed session lets go of its connections', 'jobs.close();', ''],
    ['says when it tries again', 'retryAt: now() + inMs', 'retryAt: now()'],
    ['a stranger is looked for again', "if (stranger && mayLookForStranger()) jobs.start('person');", ''],
    ['a long outage leaves a gap', '++pages >= limit', '++pages >= Infinity'],
    ['another person takes the data away', 'if (another) dropCustomerData();', ''],
    ['polls where there is no stream', 'refused.add(job);', ''],
  ),
  ...breaksIn('src/store/load-profile.ts', storeTests, [
    'what is missed in the profile is read',
    'if (opened) reopened();',
    '',
  ]),
  ...breaksIn(
    'src/store/masked-journey.ts',
    ['test/store/masked-journey.test.ts', 'test/elements/mask.test.ts'],
    ['no event before it is known who it is', 'events: withheld(state.events)', 'events: state.events'],
    ['a removed alias stays masked', 'isSame ? [...values] : []', '[]'],
  ),
  ...breaksIn(
    'src/domain/masking/mask.ts',
    ['test/domain/masking/mask.test.ts', 'test/store/masked-journey.test.ts'],
    ['masks the identity of an event', 'identity: text(identity) }', 'identity }'],
    ['masks a last name', 'lastName: text(person.lastName)', 'lastName: person.lastName'],
    ['masks aliases', 'value: maskedForm(value) })),', 'value })),'],
    ['masks the queue of a task', 'queueName: textIn(task.queueName)', 'queueName: task.queueName'],
    ['masks the reason of a wrap-up', 'wrapUp: textIn(record.wrapUp)', 'wrapUp: record.wrapUp'],
    ['masks raw data', 'raw: whole,', 'raw,'],
    ['masks the address of the contact', '?.masked ? shown : maskedForm(shown)', '?.masked ? shown : shown'],
  ),
  ...breaksIn(
    'src/sources/http/failure-wire.ts',
    ['test/sources/http/http.test.ts'],
    ['403 says that it is forbidden', "if (status === 403) return 'forbidden';", ''],
    ['429 says that it was too often', "if (status === 429) return 'rate-limited';", ''],
    ['waits as long as it is asked to', 'Number(value) * 1000', 'Number(value)'],
    ['a bad request can mean the sign-in', '(status === 400 && saysAuthorization(body))', 'false'],
  ),
  ...breaksIn(
    'src/sources/http/authorized.ts',
    ['test/sources/http/http.test.ts'],
    ['a host whose tokens are refused is left alone', '&& !isResting(sent)', ''],
    ['is sent again with a renewed token', 'sends === mostTokens', 'sends === 1'],
  ),
  ...breaksIn(
    'src/sources/stream/event-stream.ts',
    ['test/sources/stream/event-stream.test.ts'],
    ['events teach no heartbeat', 'if (!isObjectOrList(data)) heartbeat.beat();', 'heartbeat.beat();'],
    ['a line from before an outage is not trusted', "if (cutOff) throw new JourneyError('network');", ''],
  ),
  ...breaksIn(
    'src/embed/guest/accept-host.ts',
    ['test/embed/guest/accept-host.test.ts'],
    ['only the window around the frame counts', 'source !== framed.parent ||', ''],
    ['only listed hosts are linked', 'if (!hosts.has(origin)) {', 'if (origin === undefined) {'],
    ['a second port is of no use', 'if (origin === link.origin) link.send', 'link.send'],
  ),
  ...breaksIn(
    'src/embed/protocol/exact-origin.ts',
    ['test/embed/**/*.test.ts'],
    ['origins are compared as a whole', 'origin === value', 'value.startsWith(origin)'],
    ['no plain http but on this machine', "protocol === 'http:' && isLoopback(hostname)", "protocol === 'http:'"],
  ),
  ...breaksIn(
    'src/domain/timeline/filter.ts',
    ['test/domain/timeline/filter.test.ts'],
    ['a time frame is as long as it says', "'7-days': 7 * day", "'7-days': 8 * day"],
    ['what is chosen twice is not chosen', 'values.filter((known) => known !== value)', 'values'],
  ),
  ...breaksIn(
    'src/domain/search/fold-text.ts',
    ['test/domain/search/search.test.ts'],
    ['a search takes no heed of case', ' : text).toUpperCase()', ' : text)'],
  ),
  ...breaksIn(
    'src/domain/profile/profile-value.ts',
    ['test/domain/profile/profile.test.ts'],
    ['a count is a number', "if (aggregation === 'count') return readNumber(whole);", ''],
  ),
  ...breaksIn(
    'src/domain/insights/thresholds.ts',
    ['test/domain/insights/insights.test.ts'],
    ['notices have the thresholds that are told', 'repeatContacts: 3,', 'repeatContacts: 4,'],
  ),
  ...breaksIn(
    'src/domain/person/person-edit.ts',
    ['test/sources/cjds/two-agents.test.ts'],
    ['no name is written over', "!sameNames(current, edit.before) ? 'changed'", "false ? 'changed'"],
  ),
  ...breaksIn(
    'src/elements/feed/feed-layout.ts',
    ['test/elements/feed/feed-layout.test.ts'],
    ['the feed knows how tall a heading is', 'headingSize = 34', 'headingSize = 35'],
  ),
  ...breaksIn(
    'eslint.layers.js',
    ['test/scripts/layers.test.ts'],
    ['each folder has its layer', "  'embed/protocol': [", "  'embed/gone': ["],
  ),
];
