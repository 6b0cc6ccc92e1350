/**
 * Which folder may import which: for each folder of `src`, the folders and packages that its files may import. A folder
 * may always import itself. `type X` only allows the types of X. A path that ends with `.ts` allows this one file. A file
 * with its own list has its full path as key.
 * `eslint.config.js` makes rules from this table; `test/scripts/layers.test.ts` checks that no folder is missing.
 */

const types = (folders) => folders.map((folder) => `type ${folder}`);

/** Each folder may import the folders above it. */
const domain = [
  ['base'],
  ['time', 'address', 'status'],
  ['event', 'profile'],
  ['person'],
  ['interaction'],
  ['timeline'],
  ['task'],
  ['insights', 'search', 'masking'],
  ['look-up'],
].map((rank) => rank.map((name) => `domain/${name}`));

const domainFolders = domain.flat();
const domainLayers = domain.flatMap((rank, index) => rank.map((folder) => [folder, domain.slice(0, index).flat()]));

const shared = ['controllers', 'events', 'icons', 'loading', 'notes', 'style', 'text'].map(
  (name) => `elements/shared/${name}`,
);
const inElements = [...domainFolders, ...shared, 'i18n', 'platform', 'lit'];
const features = [
  'activity',
  'entry',
  'feed',
  'filters',
  'header',
  'help',
  'identity',
  'look-up',
  'merge',
  'profile',
].map((name) => `elements/${name}`);
const sources = ['', '/http', '/stream', '/cjds', '/cjds/wire', '/cjds/edits', '/wxcc-search'].map(
  (name) => `sources${name}`,
);
const widget = [...inElements, ...features, 'elements/timeline', 'store', ...sources];
/** All that scripts with words of their own need of `i18n`. */
const chooser = 'i18n/choose-language.ts';
const inSources = [...domainFolders, 'platform'];

/** @type {Readonly<Record<string, readonly string[]>>} */
export const layers = {
  ...Object.fromEntries(domainLayers),
  'domain/profile': ['domain/base', 'domain/time', 'date-fns'],
  'domain/address/regional-phone.ts': ['libphonenumber-js'],
  platform: ['domain/base'],
  sources: inSources,
  'sources/deferred-source-options.ts': types(['sources', 'sources/cjds', 'sources/http', 'sources/wxcc-search']),
  'sources/http': [...inSources, 'sources'],
  'sources/stream': [...inSources, 'sources', 'sources/http', 'eventsource-parser'],
  'sources/cjds': [
    ...inSources,
    'sources',
    'sources/http',
    'sources/stream',
    'sources/cjds/wire',
    'sources/cjds/edits',
  ],
  'sources/cjds/edits': [...inSources, 'sources', 'sources/http', 'sources/cjds/wire'],
  'sources/cjds/wire': inSources,
  'sources/wxcc-search': [...inSources, 'sources', 'sources/http'],
  store: [...domainFolders, 'type sources'],
  i18n: types(domainFolders),
  ...Object.fromEntries(shared.map((folder) => [folder, inElements])),
  'elements/shared/icons': [...inElements, 'lucide'],
  ...Object.fromEntries(features.map((folder) => [folder, inElements])),
  'elements/timeline': [...inElements, 'elements/entry', 'elements/feed', 'elements/filters'],
  'elements/journey': [...widget, 'elements/journey/view', '@lit/task'],
  'elements/journey/view': [...widget, 'elements/journey'],
  'elements/deferred': [...widget, 'elements/journey'],
  'embed/protocol': ['domain/base', 'platform'],
  'embed/host': [...domainFolders, 'platform', 'embed/protocol'],
  'embed/guest': [
    ...domainFolders,
    'i18n',
    'platform',
    'embed/protocol',
    'embed/guest/words',
    'type embed/adapter-kit',
    'type elements/journey',
    'lucide',
  ],
  'embed/adapter-kit': [...domainFolders, chooser, 'platform', 'embed/protocol'],
  'embed/adapters': [...domainFolders, 'platform', 'embed/adapter-kit', 'embed/protocol'],
  'embed/finesse': [...domainFolders, chooser, 'platform', 'embed/adapter-kit', 'embed/protocol'],
  loader: [chooser],
  '.': [
    ...types([...domainFolders.slice(1), 'sources']),
    'domain/base',
    ...features,
    'elements/timeline',
    'elements/journey',
    ...shared,
  ],
};

/** For each package, the modules of it that may be imported. */
export const packages = {
  lit: 'lit(/(?!directives/(unsafe|style-map)).+\\.js)?',
  '@lit/task': '@lit/task',
  'date-fns': 'date-fns/\\w+',
  'eventsource-parser': 'eventsource-parser(/stream)?',
  'libphonenumber-js': 'libphonenumber-js/min',
  lucide: 'lucide/dist/esm/icons/[\\w-]+\\.mjs',
};
