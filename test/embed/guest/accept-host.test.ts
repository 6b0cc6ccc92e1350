import { expect } from '@open-wc/testing';
import { acceptHost, type FrameWindow, type HostLink } from '../../../src/embed/guest/accept-host.js';
import { envelope, type Envelope } from '../../../src/embed/protocol/protocol.js';
import { waitUntil } from '../../support/wait-until.js';

const host = 'https://good.example';

/** A page in a frame, whose window the test sends messages to; `told` has the messages that reach the page. */
function setUp(hosts: readonly string[] = [host]) {
  const target = new EventTarget();
  const parent = window;
  const framed = Object.assign(target, { parent }) as unknown as FrameWindow;
  const told: unknown[] = [];
  let link: HostLink | undefined;
  const stop = acceptHost(
    new Set(hosts),
    {
      linked: (made) => {
        link = made;
        told.push('linked');
      },
      refused: (origin) => told.push(`refused ${origin}`),
      received: (kind, body) => told.push([kind, body]),
    },
    framed,
  );
  /** Returns the host's end of the port, and the messages that it received. */
  const say = (data: unknown, init: Partial<MessageEventInit> = {}) => {
    const { port1, port2 } = new MessageChannel();
    const heard: string[] = [];
    port1.onmessage = ({ data: answer }: MessageEvent<Envelope>) => heard.push(answer.kind);
    target.dispatchEvent(new MessageEvent('message', { data, origin: host, source: parent, ports: [port2], ...init }));
    return { port: port1, heard };
  };
  return { say, stop, told, target, link: () => link };
}

const hello = envelope('hello');

describe('the page in a frame', () => {
  it('connects to the window that frames it, over the port in the hello', async () => {
    const { link, say, told } = setUp();
    const { heard, port } = say(hello);
    expect(told).to.deep.equal(['linked']);
    await waitUntil(() => heard.includes('welcome'));
    port.postMessage(envelope('context', 7));
    await waitUntil(() => told.length === 2);
    expect(told[1]).to.deep.equal(['context', 7]);
    expect(link()?.origin).to.equal(host);
  });

  const others = [
    ...[
      'https://good.example.evil.test',
      'http://good.example',
      'https://good.example:8443',
      'https://evil-good.example',
    ],
    ...['https://a.good.example', 'https://good.example/', 'https://GOOD.example', 'null', ''],
  ];
  for (const origin of others) {
    it(`refuses ${JSON.stringify(origin)}, and says so`, async () => {
      const { say, told } = setUp();
      const { heard } = say(hello, { origin });
      expect(told).to.deep.equal([`refused ${origin}`]);
      const { heard: later } = say(hello);
      await waitUntil(() => later.includes('welcome'));
      expect(heard).to.deep.equal([]);
    });
  }

  it('ignores messages of other windows and its own', () => {
    const { say, target, told } = setUp();
    const sibling = document.createElement('iframe');
    document.body.append(sibling);
    for (const source of [sibling.contentWindow, null, new MessageChannel().port1]) say(hello, { source });
    say(hello, { source: sibling.contentWindow, origin: 'https://evil.example' });
    Object.assign(target, { parent: target });
    say(hello);
    sibling.remove();
    expect(told).to.deep.equal([]);
  });

  it('accepts one hello; a second one is answered over the first port only', async () => {
    const { say, told } = setUp();
    const first = say(hello);
    await waitUntil(() => first.heard.length === 1);
    const second = say(hello);
    await waitUntil(() => first.heard.length === 2);
    second.port.postMessage(envelope('context', 7));
    first.port.postMessage(envelope('bye'));
    await waitUntil(() => told.length === 2);
    expect(told).to.deep.equal(['linked', ['bye', undefined]]);
    expect(first.heard).to.deep.equal(['welcome', 'welcome']);
    expect(second.heard).to.deep.equal([]);
  });

  it('sends nothing to another listed origin once it is connected', async () => {
    const { say } = setUp([host, 'https://second.example']);
    const { heard } = say(hello);
    await waitUntil(() => heard.length === 1);
    say(hello, { origin: 'https://second.example' });
    say(hello);
    await waitUntil(() => heard.length === 2);
    expect(heard).to.deep.equal(['welcome', 'welcome']);
  });

  it('ignores other messages of the window, and unknown ones of the port', async () => {
    const { say, told } = setUp();
    for (const data of [
      envelope('context', 7),
      envelope('bye'),
      { ...hello, v: 2 },
      { ...hello, app: 'x' },
      'hello',
      null,
    ])
      say(data);
    say(hello, { ports: [] });
    expect(told).to.deep.equal([]);
    const { port } = say(hello);
    port.postMessage({ app: 'other', v: 1, kind: 'context' });
    port.postMessage(envelope('bye'));
    await waitUntil(() => told.length > 1);
    expect(told).to.deep.equal(['linked', ['bye', undefined]]);
  });

  it('ignores all messages once it is stopped', () => {
    const { say, stop, told } = setUp();
    stop();
    say(hello);
    expect(told).to.deep.equal([]);
  });
});
