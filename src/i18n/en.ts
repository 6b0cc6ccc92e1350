import type { Channel } from '../domain/channel.js';
import type { Messages } from './messages.js';

const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en');

/** "1 event", "2 events", "10,000 events". */
const counted = (count: number, one: string, other: string): string =>
  `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`;

/** Long waits are told in minutes: nobody counts down from 3,600. */
const inTime = (seconds: number): string =>
  seconds < 100 ? `in ${number.format(seconds)} s` : `in ${number.format(Math.ceil(seconds / 60))} min`;

const nouns: Readonly<Record<Channel, string>> = {
  voice: 'call',
  chat: 'chat',
  email: 'email',
  sms: 'SMS',
  social: 'message',
  video: 'video call',
  web: 'web visit',
  'work-item': 'work item',
  agent: 'agent activity',
  custom: 'contact',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** English, the language every other one falls back to. */
export const en: Messages = {
  language: 'en',
  refresh: 'Refresh',
  tryAgain: 'Try again',
  tryAgainIn: (seconds) => `Try again ${inTime(seconds)}`,
  copy: 'Copy',
  copied: 'Copied',
  choose: 'Choose',
  nothing: 'none',
  loading: 'Loading',
  separator: ' · ',
  asOf: (time) => `as of ${time}`,
  showingAsOf: (time) => `Showing events as of ${time}.`,
  trackingId: (id) => `Tracking ID ${id}`,
  range: (from, to) => `${from} – ${to}`,

  header: {
    unknownPerson: 'Unknown customer',
    unnamed: 'Customer',
    anonymous: 'Anonymous caller',
    whoIsIt: 'Who is it?',
    failed: 'name not available right now',
    matchedBy: (kind) => `matched by ${kind}`,
    aliases: (count) => counted(count, 'alias', 'aliases'),
    nobodyHolds: (kind) => `no person holds this ${kind === 'phone' ? 'number' : 'address'} yet`,
    share: (count, address) => `${counted(count, 'person shares', 'persons share')} ${address}`,
  },

  now: {
    doing: (channel) =>
      channel === undefined
        ? 'In contact'
        : channel === 'voice'
          ? 'On the line'
          : channel === 'email' || channel === 'work-item'
            ? `Open ${nouns[channel]}`
            : `In ${nouns[channel]}`,
    ended: 'Contact ended',
    queue: (name) => (/\bqueue$/i.test(name) ? name : `${name} queue`),
  },

  profile: {
    heading: 'Profile',
    failed: 'The profile could not be loaded',
    empty: 'No profile values yet. They are computed from this customer’s events.',
    unavailable: 'not available',
    showAll: (count) => `Show all ${number.format(count)}`,
    showFewer: 'Show fewer',
  },

  identity: {
    heading: 'Aliases',
    failed: 'The customer could not be looked up',
    matched: 'matched',
    whoIsIt: 'Who is it?',
    noAliases: 'No further aliases',
    choosePerson: (name) => `Choose ${name}`,
  },
  aliasKinds: {
    phone: 'phone',
    email: 'email',
    customerId: 'customer ID',
    temporaryId: 'temporary ID',
    socialId: 'social ID',
    unknown: 'address',
  },

  timeline: {
    label: 'Timeline',
    loadingMore: 'Loading older events',
    emptyTitle: 'First contact',
    emptyText: 'Nothing is stored under this address. What happens now will appear here live.',
    nothingFound: 'No match',
    nothingFoundText:
      'Nothing in this journey fits the search and the filters. Clear the search, or remove a filter above.',
    failed: 'Events could not be loaded',
    failedOlder: 'Older events could not be loaded',
    notLive: 'Live events are not available',
    polled: 'New events are looked for every 30 seconds instead.',
    liveForbidden:
      'An administrator checks your user’s scope (cjp:user or cjp:config_read), and that live journey events are on for the organization (wxcc-cjds-event-stream-toggle-visibility).',
    gap: (from, to) =>
      from === undefined
        ? `Events before ${to} may be missing`
        : from === to
          ? `Events around ${to} may be missing`
          : `Events between ${from} and ${to} may be missing`,
    load: 'Load',
    newEvents: (count) => counted(count, 'new event', 'new events'),
  },
  filters: {
    label: 'Filters',
    search: 'Search',
    searchIn: (entries) => `Search ${counted(entries, 'entry', 'entries')}`,
    clearSearch: 'Clear search',
    frame: 'Time frame',
    frames: {
      all: 'All time',
      '24-hours': 'Last 24 hours',
      '7-days': 'Last 7 days',
      '30-days': 'Last 30 days',
      '90-days': 'Last 90 days',
    },
    more: (chosen) => (chosen === 0 ? 'Filters and order' : `Filters and order, ${number.format(chosen)} chosen`),
    all: (entries) => `All ${number.format(entries)}`,
    matching: (shown, entries) =>
      `${number.format(shown)} of ${number.format(entries)} ${plural.select(shown) === 'one' ? 'matches' : 'match'}`,
    clear: 'clear all filters',
    remove: 'Remove filter',
    count: (entries) => number.format(entries),
    groups: {
      kind: 'Kind',
      direction: 'Direction',
      outcome: 'Outcome',
      division: 'Division',
      order: 'Order',
    },
    kinds: { contact: 'Contacts', agent: 'Agent states', event: 'Other events' },
    directions: { inbound: 'Inbound', outbound: 'Outbound' },
    orders: { 'newest-first': 'Newest first', 'oldest-first': 'Oldest first' },
  },
  activity: {
    heading: (frame) => `Activity, ${en.filters.frames[frame].toLowerCase()}`,
    from: 'From',
    to: 'To',
    clear: (range) => `${range}, clear`,
    summary: (entries, from, to, channels) =>
      `${counted(entries, 'entry', 'entries')} from ${from} to ${to}${entries === 0 ? '' : ': '}${channels
        .map(([channel, count]) => `${number.format(count)} ${en.channels[channel]}`)
        .join(', ')}.`,
    busiest: (when, entries) => `Busiest: ${when} with ${number.format(entries)}.`,
  },
  connection: {
    off: 'Live updates off',
    connecting: 'Connecting',
    live: 'Live',
    'catching-up': 'Catching up',
    reconnecting: 'Reconnecting',
    'signed-out': 'Signed out',
    polling: 'Updates every 30 s',
    paused: 'Paused',
  },
  reconnectingIn: (seconds) => `Reconnecting ${inTime(seconds)}`,

  directions: { inbound: 'inbound', outbound: 'outbound' },
  channels: {
    voice: 'Voice',
    chat: 'Chat',
    email: 'Email',
    sms: 'SMS',
    social: 'Social',
    video: 'Video',
    web: 'Web',
    'work-item': 'Work item',
    agent: 'Agent',
    custom: 'Custom',
  },
  outcomes: {
    ongoing: 'Ongoing',
    answered: 'Answered',
    transferred: 'Transferred',
    abandoned: 'Abandoned',
    'not-answered': 'Not answered',
    failed: 'Failed',
    unknown: 'End unknown',
  },
  legs: {
    ivr: 'IVR',
    queue: 'Queue',
    ringing: 'Ringing',
    talk: 'Talk',
    hold: 'Hold',
    consult: 'Consult',
    conference: 'Conference',
    'wrap-up': 'Wrap-up',
  },
  eventTypes: {
    'task:new': 'Contact started',
    'task:parked': 'Waiting in queue',
    'task:connect': 'Offered to an agent',
    'task:connected': 'Agent accepted',
    'task:on-hold': 'Put on hold',
    'task:hold-done': 'Taken off hold',
    'task:consulting': 'Consulting another agent',
    'task:consult-done': 'Consultation over',
    'task:conferencing': 'Conference started',
    'task:conference-done': 'Conference over',
    'conference-done': 'Conference over',
    'task:conference-transferred': 'Conference handed over',
    'task:ended': 'Contact ended',
    'task:failed': 'Contact could not be created',
    'task:origin-updated': 'Customer address changed',
    'task-message:appended': 'Message',
    'task-message:append-failed': 'Message not delivered',
    'agent:login': 'Agent signed in',
    'agent:logout': 'Agent signed out',
    'capture:available': 'Recording available',
    'empath:data': 'Sentiment',
  },

  entry: {
    interaction: (channel, direction) =>
      channel === 'email' && direction !== undefined
        ? direction === 'inbound'
          ? 'Email from customer'
          : 'Email to customer'
        : direction === undefined || channel === 'chat'
          ? capital(nouns[channel])
          : `${capital(direction)} ${nouns[channel]}`,
    missed: (channel) => `Missed ${nouns[channel]}`,
    transferred: (title) => `${title}, transferred`,
    answered: (title) => `${title}, answered`,
    custom: (source) => source ?? 'Custom event',
    unreadable: 'Unreadable event',
    agent: (state) => `Agent ${state}`,
    abandonedAfter: (duration, queue) =>
      `Abandoned after ${duration}${queue === undefined ? '' : ` in ${en.now.queue(queue)}`}`,
    withYouSince: (time) => `with you since ${time}`,
    since: (leg, time) =>
      ({
        ivr: `in the menu since ${time}`,
        queue: `waiting since ${time}`,
        ringing: `ringing since ${time}`,
        talk: `with an agent since ${time}`,
        hold: `on hold since ${time}`,
        consult: `in consultation since ${time}`,
        conference: `in conference since ${time}`,
        'wrap-up': `in wrap-up since ${time}`,
      })[leg],
    noReply: 'No reply yet',
    events: (count) => counted(count, 'event', 'events'),
    leg: (kind, duration) => `${en.legs[kind]} ${duration}`,
    course: 'Course',
  },

  details: {
    queue: 'Queue',
    direction: 'Direction',
    channel: 'Channel',
    started: 'Started',
    ended: 'Ended',
    duration: 'Duration',
    outcome: 'Outcome',
    taskId: 'Task ID',
    time: 'Time',
    envelope: 'Event',
    raw: 'Raw data',
    tooDeep: 'Nested too deeply to be written out; every field stands above.',
    more: (count) => `${counted(count, 'more field', 'more fields')} in the raw data`,
    timeReceived: 'time of arrival; the event names none',
    timePayload: 'from the payload; the event names none',
  },

  states: {
    'no-task': {
      title: 'No contact selected',
      text: 'Accept or select a task, and the customer’s journey appears here.',
      next: '',
    },
    anonymous: {
      title: 'Anonymous caller',
      text: 'The number is withheld, so no journey can be found for this contact.',
      next: 'Ask the customer for the number or email address they usually use.',
    },
    masked: {
      title: 'The address is masked',
      text: 'This desktop hides part of the customer’s address, so no journey can be found by it.',
      next: 'An administrator can allow the full address, or name a call variable that carries it.',
    },
    'signing-in': {
      title: 'Waiting for sign-in',
      text: 'The desktop has not handed over a sign-in yet. The journey loads by itself as soon as it does.',
      next: '',
    },
  },

  errors: {
    unauthorized: {
      title: 'Sign-in has expired',
      text: 'The service no longer accepts this sign-in.',
      next: 'It goes on by itself as soon as the desktop renews the sign-in. If it does not, sign out of the desktop and in again.',
    },
    forbidden: {
      title: 'A right is missing',
      text: 'Your account lacks the right to read this.',
      next: 'An administrator gives your user the scope cjp:user (agents have it) or cjp:config_read.',
    },
    'not-found': {
      title: 'Not found',
      text: 'The service does not know what was asked for.',
      next: 'If it stays, an administrator checks project-id, template-id and data-center in the desktop layout.',
    },
    conflict: {
      title: 'Data is being changed',
      text: 'The service says that this data is being changed right now.',
      next: 'Try again in a moment.',
    },
    rejected: {
      title: 'Request not accepted',
      text: 'The service did not accept the request.',
      next: 'If it stays, tell support.',
    },
    'rate-limited': {
      title: 'Too many requests',
      text: 'The service gets too many requests and asks for a pause.',
      next: 'Try again after the pause.',
    },
    server: {
      title: 'The service failed',
      text: 'The service answered with an error.',
      next: 'If it stays, tell support.',
    },
    network: {
      title: 'No connection',
      text: 'No answer came from the service.',
      next: 'Check the network, then try again.',
    },
    malformed: {
      title: 'Answer not understood',
      text: 'The service answered with something that cannot be read.',
      next: 'If it stays, tell support.',
    },
    'project-unknown': {
      title: 'Customer journey is not set up',
      text: 'No journey project of this organization is connected to the contact center, so no events are collected.',
      next: 'An administrator creates a project in Control Hub and turns on its contact center connector.',
    },
    'project-forbidden': {
      title: 'No journey project could be chosen',
      text: 'This sign-in may not list projects, or has expired.',
      next: 'An administrator sets project-id in the desktop layout.',
    },
    'host-unknown': {
      title: 'Unknown data center',
      text: 'No service address is known for this data center.',
      next: 'An administrator corrects data-center, or sets base-url, in the desktop layout.',
    },
    'task-unreadable': {
      title: 'This contact cannot be read',
      text: 'The desktop handed over a contact that Wayline does not understand.',
      next: 'Select the contact again; if it stays, tell an administrator.',
    },
    'host-refused': {
      title: 'Service address refused',
      text: 'A sign-in may only be sent to an https address, and base-url is none.',
      next: 'An administrator sets base-url to an https address in the desktop layout.',
    },
  },
};
