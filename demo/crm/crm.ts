import type { connectWayline, Identity, WaylineLink } from '../../src/embed/host/connect-wayline.js';

declare const Wayline: { readonly connect: typeof connectWayline };

interface CrmRecord {
  readonly name: string;
  readonly identities: readonly Identity[];
}

/** The customers of these records are in demo/scenarios/customers.ts. */
const records: readonly CrmRecord[] = [
  {
    name: 'Anaïs Moreau',
    identities: [
      { kind: 'phone', value: '(415) 555-0132' },
      { kind: 'phone', value: '+1 415 555 0132' },
      { kind: 'email', value: 'anais.moreau@example.com' },
      { kind: 'external', value: 'C-884120' },
    ],
  },
  { name: 'Søren Dahlgaard', identities: [{ kind: 'email', value: 'soren.dahlgaard@example.com' }] },
  { name: 'Amara Okonkwo', identities: [{ kind: 'phone', value: '+44 7700 900481' }] },
  {
    name: 'Two persons in one record',
    identities: [
      { kind: 'phone', value: '+14155550132' },
      { kind: 'email', value: 'soren.dahlgaard@example.com' },
    ],
  },
  { name: 'A stranger', identities: [{ kind: 'phone', value: '+1 999 555 0199' }] },
  { name: 'A record without an address', identities: [] },
];

const $ = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

/** The origin of Wayline's page is in this page's URL: the ports of the demo are not fixed. */
const origin = new URLSearchParams(location.search).get('page') ?? 'http://localhost:5183';
const links: WaylineLink[] = [];
let record = records[0];

const chosen = (name: string): string => (new FormData($<HTMLFormElement>('switches')).get(name) as string) ?? '';

function note(text: string): void {
  const line = document.createElement('li');
  line.textContent = `${new Date().toLocaleTimeString()} ${text}`;
  $('log').prepend(line);
}

const lifetimes: Readonly<Record<string, number>> = { short: 90_000 };

function getToken(reason: string) {
  note(`token requested: ${reason}`);
  const kind = chosen('token');
  if (kind === 'none') return undefined;
  const value = `${kind === 'expired' ? 'expired' : 'demo'}-${crypto.randomUUID()}`;
  return { value, expiresAt: Date.now() + (lifetimes[kind] ?? 3_600_000) };
}

function show(link: WaylineLink): void {
  const theme = chosen('theme') as 'light' | 'dark' | '';
  const locale = chosen('locale');
  link.show(record?.identities ?? [], { ...(theme !== '' && { theme }), ...(locale !== '' && { locale }) });
}

const showAll = (): void => {
  for (const link of links) show(link);
};

function addFrame(): void {
  const setup = chosen('frame');
  const frame = document.createElement('iframe');
  frame.title = 'Customer journey';
  frame.allow = 'clipboard-write';
  frame.width = chosen('width');
  if (setup === 'sandboxed') frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = `${origin}/${/^(sandboxed|silent)$/.test(setup) ? 'ok' : setup}/embed.html`;
  $('frames').append(frame);
  if (setup === 'silent') return;
  const link = Wayline.connect(frame, { origin, getToken, onOpen: (url) => note(`open ${url.pathname}`) });
  link.addEventListener('wayline-linked', ({ version }) => note(`linked with Wayline ${version}`));
  link.addEventListener('wayline-problem', ({ code }) => note(`problem: ${code}`));
  link.addEventListener('wayline-size', ({ height }) => note(`wanted height: ${height} px`));
  links.push(link);
  show(link);
}

const leave = (): void => {
  for (const link of links.splice(0)) link.close();
};

function startOver(): void {
  leave();
  $('frames').replaceChildren();
  addFrame();
}

for (const one of records) {
  const button = document.createElement('button');
  button.textContent = one.name;
  button.ariaPressed = String(one === record);
  button.onclick = () => {
    record = one;
    for (const other of $('records').querySelectorAll('button')) other.ariaPressed = String(other === button);
    showAll();
  };
  const item = document.createElement('li');
  item.append(button);
  $('records').append(item);
}

$('switches').addEventListener('change', ({ target }) => {
  const { name } = target as HTMLSelectElement;
  if (name === 'theme' || name === 'locale') showAll();
  else if (name === 'width') for (const frame of document.querySelectorAll('iframe')) frame.width = chosen('width');
  else startOver();
});
$('reload').onclick = () => {
  for (const frame of document.querySelectorAll('iframe')) frame.src = frame.getAttribute('src') ?? '';
};
$('second').onclick = addFrame;
$('leave').onclick = leave;

startOver();
