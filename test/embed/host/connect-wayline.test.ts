import { expect } from '@open-wc/testing';
import { connectWayline, type ConnectOptions } from '../../../src/embed/host/connect-wayline.js';
import { envelope, type Envelope } from '../../../src/embed/protocol/protocol.js';
import { waitUntil } from '../../support/wait-until.js';

/** A frame on this page's own origin; the test plays its page. */
async function setUp(options: Partial<ConnectOptions> = {}) {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<!doctype html><title>Page</title>';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const hellos: MessagePort[] = [];
  frame.contentWindow!.addEventListener('message', ({ data, ports }: MessageEvent<Envelope>) => {
    if (data.kind === 'hello') hellos.push(ports[0]!);
  });
  const reasons: string[] = [];
  const problems: string[] = [];
  const opened: string[] = [];
  const link = connectWayline(frame, {
    origin: location.origin,
    getToken: (reason) => {
      reasons.push(reason);
      return { value: 'one', expiresAt: 1 };
    },
    onProblem: (code) => problems.push(code),
    onOpen: (url) => opened.push(url.href),
    patience: 60_000,
    ...options,
  });
  await waitUntil(() => hellos.length > 0);
  const [port] = hellos;
  const heard: Envelope[] = [];
  port!.onmessage = ({ data }: MessageEvent<Envelope>) => heard.push(data);
  const say = (...words: Parameters<typeof envelope>) => port!.postMessage(envelope(...words));
  const ready = () => {
    say('welcome');
    say('ready', { version: '1.2.3', locales: ['en'] });
    return waitUntil(() => linked.length > 0);
  };
  const linked: string[] = [];
  link.addEventListener('wayline-linked', ({ version }) => linked.push(version));
  return { frame, heard, hellos, link, linked, opened, problems, ready, reasons, say };
}

const ann = { kind: 'email', value: 'ann@example.org' } as const;
const bob = { kind: 'email', value: 'bob@example.org' } as const;

describe('the host helper', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('only accepts exact origins', () => {
    const frame = document.createElement('iframe');
    const getToken = () => undefined;
    for (const origin of [
      '*',
      'https://*.example.com',
      'https://journey.example.com/',
      'http://journey.example.com',
      '',
    ]) {
      expect(() => connectWayline(frame, { origin, getToken })).to.throw(TypeError);
      expect(() => connectWayline(frame, { origin: 'https://a.example', getToken, allowedLinks: [origin] })).to.throw(
        TypeError,
      );
    }
  });

  it('sends the last customer once the page is ready, and none before', async () => {
    const { heard, link, ready, say } = await setUp();
    link.show([bob]);
    link.show([ann, { kind: 'phone', value: ' ' }], { interactionId: '7' });
    say('welcome');
    await ready();
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal([envelope('context', { identities: [ann], interactionId: '7' })]);
  });

  it('shows no customer after clear', async () => {
    const { heard, link, ready } = await setUp();
    await ready();
    link.show([ann]);
    link.clear();
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.deep.equal(envelope('context', { identities: [] }));
  });

  it('throws for values that the page would refuse, without repeating them', async () => {
    const { link } = await setUp();
    const many = Array.from({ length: 21 }, () => ann);
    for (const wrong of [many, [{ kind: 'email', value: 'ann@'.repeat(600) } as const]]) {
      expect(() => link.show(wrong))
        .to.throw(TypeError)
        .with.property('message')
        .that.does.not.contain('ann');
    }
  });

  it('requests one token at a time, for any number of requests of the page', async () => {
    const answers: PromiseWithResolvers<{ value: string; expiresAt: number }>[] = [];
    const { heard, ready, say } = await setUp({
      getToken: () => {
        answers.push(Promise.withResolvers());
        return answers.at(-1)!.promise;
      },
    });
    await ready();
    for (const reason of ['start', 'expiry', 'refused']) say('need-token', { reason });
    say('need-token', { reason: 'curiosity' });
    await waitUntil(() => answers.length === 1);
    answers[0]!.resolve({ value: 'one', expiresAt: 1 });
    await waitUntil(() => heard.length === 1);
    expect(heard).to.deep.equal([envelope('token', { value: 'one', expiresAt: 1 })]);
    say('need-token', { reason: 'refused' });
    await waitUntil(() => answers.length === 2);
  });

  it('reports an invalid token, but not a missing one', async () => {
    const answers: unknown[] = [undefined, new Error('secret'), { value: 'a b', expiresAt: 1 }, { value: 'a' }];
    const { heard, problems, ready, say } = await setUp({
      getToken: () => {
        const answer = answers.shift();
        if (answer instanceof Error) throw answer;
        return answer as undefined;
      },
    });
    await ready();
    while (answers.length > 0) {
      const left = answers.length - 1;
      say('need-token', { reason: 'start' });
      await waitUntil(() => answers.length === left);
    }
    await waitUntil(() => problems.length === 3);
    expect(problems).to.deep.equal(['token-unreadable', 'token-unreadable', 'token-unreadable']);
    expect(heard).to.deep.equal([]);
  });

  it('opens links to its own origin and the allowed ones, and no others', async () => {
    const { opened, problems, ready, say } = await setUp({ allowedLinks: ['https://crm.example.com'] });
    await ready();
    const refused = ['https://evil.example/', 'https://crm.example.com.evil.test/', 'javascript:alert(1)', 'x', 7];
    for (const url of refused) say('open', { url });
    say('open', { url: 'https://crm.example.com/case/5' });
    await waitUntil(() => opened.length === 1);
    expect(opened).to.deep.equal(['https://crm.example.com/case/5']);
    expect(problems).to.deep.equal(refused.map(() => 'link-refused'));
  });

  it('connects again when another page in the frame answers, but not when the same one does', async () => {
    const { frame, heard, hellos, link, linked, ready, say } = await setUp();
    await ready();
    link.show([ann]);
    await waitUntil(() => heard.length === 1);
    frame.dispatchEvent(new Event('load'));
    await waitUntil(() => hellos.length > 1);
    say('welcome');
    link.show([bob]);
    await waitUntil(() => heard.length === 2);
    expect(linked).to.have.length(1);
    frame.dispatchEvent(new Event('load'));
    const known = hellos.length;
    await waitUntil(() => hellos.length > known);
    const another = hellos.at(-1)!;
    const said: Envelope[] = [];
    another.onmessage = ({ data }: MessageEvent<Envelope>) => said.push(data);
    another.postMessage(envelope('welcome'));
    another.postMessage(envelope('ready', { version: '1.2.3', locales: [] }));
    await waitUntil(() => said.length === 1);
    expect(said).to.deep.equal([envelope('context', { identities: [bob] })]);
    expect(heard).to.have.length(2);
  });

  it('reports an error if no page answers in time', async () => {
    const { problems } = await setUp({ patience: 1 });
    await waitUntil(() => problems.length === 1);
    expect(problems).to.deep.equal(['no-answer']);
  });

  it('closes the connection once, and sends nothing more', async () => {
    const { heard, frame, hellos, link, ready, say, reasons } = await setUp();
    await ready();
    link.close();
    link.close();
    link.show([ann]);
    await waitUntil(() => heard.length === 1);
    frame.dispatchEvent(new Event('load'));
    say('need-token', { reason: 'start' });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(heard).to.deep.equal([envelope('bye')]);
    expect(hellos).to.have.length(1);
    expect(reasons).to.deep.equal([]);
  });
});
