import { expect } from '@open-wc/testing';
import { createTokenSource } from '../../../src/embed/adapter-kit/token-source.js';
import { readTokenAnswer } from '../../../src/embed/adapter-kit/token-response.js';
import { expectKept, later, settled } from '../../support/watched.js';

const tokenUrl = 'https://journey.example.com/api/token';
const signInUrl = 'https://sign-in.example.com/wayline';

/** A page whose windows open, are blocked, or are closed by the agent. */
function fakeWindow(blocked = false) {
  const target = new EventTarget();
  const popup = { closed: false, close: () => void (popup.closed = true) };
  const opened: string[] = [];
  const page = {
    open(url: string) {
      opened.push(url);
      return blocked ? null : popup;
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  } as unknown as Window;
  const say = (data: unknown, origin = new URL(signInUrl).origin, source: unknown = popup) => {
    const event = Object.assign(new Event('message'), { data, origin, source });
    target.dispatchEvent(event);
  };
  return { page, popup, opened, say };
}

const tokenSaid = (value: string) => ({ app: 'wayline', v: 1, kind: 'token', body: { value, expiresAt: 9_000 } });

const answering = (answer: () => Response | Promise<Response>) => {
  const requests: RequestInit[] = [];
  const fetch = async (_url: unknown, init: RequestInit = {}) => {
    requests.push(init);
    return answer();
  };
  return { fetch: fetch as typeof globalThis.fetch, requests };
};

describe('token source', () => {
  it("requests the token service by POST, with the agent's session there", async () => {
    const { fetch, requests } = answering(() => Response.json({ value: 't', expiresAt: 9_000 }));
    const token = createTokenSource({ tokenUrl }, { fetch });
    expect(await token('expiry')).to.deep.equal({ value: 't', expiresAt: 9_000 });
    expect(requests[0]).to.include({
      method: 'POST',
      credentials: 'include',
      body: '{"reason":"expiry"}',
      redirect: 'error',
    });
  });

  it('has no token if the service has none, cannot be reached, or responds with something else', async () => {
    const answers = [
      () => new Response('', { status: 401 }),
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => new Response('<html>'),
      () => Response.json({ value: 'two words' }),
    ];
    for (const answer of answers) {
      const token = createTokenSource({ tokenUrl }, answering(answer));
      expect(await token('start')).to.equal(undefined);
    }
  });

  it('signs the agent in, in a window, and accepts the token from it only', async () => {
    const { page, popup, opened, say } = fakeWindow();
    const pauses: ReturnType<typeof later<void>>[] = [];
    const wait = () => {
      pauses.push(later<void>());
      return pauses.at(-1)!.promise;
    };
    const { fetch } = answering(() => new Response('', { status: 401 }));
    const asked = createTokenSource({ tokenUrl, signInUrl }, { fetch, page, wait })('start');
    await settled();
    expect(opened).to.deep.equal([signInUrl]);
    say(tokenSaid('evil'), 'https://sign-in.example.com.evil.test');
    say(tokenSaid('evil'), 'http://sign-in.example.com');
    say(tokenSaid('evil'), undefined, {});
    say({ ...tokenSaid('evil'), app: 'other' });
    say({ ...tokenSaid('evil'), body: { value: 'e v i l', expiresAt: 1 } });
    say(tokenSaid('good'));
    say(tokenSaid('second'));
    pauses.at(-1)!.answer();
    expect(await asked).to.deep.equal({ value: 'good', expiresAt: 9_000 });
    expect(popup.closed).to.equal(true);
  });

  it('has no token if the browser blocks the window, or the agent closes it', async () => {
    const blocked = createTokenSource({ signInUrl }, { page: fakeWindow(true).page });
    expect(await blocked('start')).to.equal(undefined);
    const { page, popup } = fakeWindow();
    const closing = createTokenSource({ signInUrl }, { page, wait: async () => void (popup.closed = true) });
    expect(await closing('start')).to.equal(undefined);
  });

  it('opens no window while the token service has a token', async () => {
    const { page, opened } = fakeWindow();
    const { fetch } = answering(() => Response.json({ value: 't', expiresAt: 9_000 }));
    await createTokenSource({ tokenUrl, signInUrl }, { fetch, page })('start');
    expect(opened).to.deep.equal([]);
  });

  it('does not leak the token', () =>
    expectKept(['secret-token'], async () => {
      const { fetch } = answering(() => Response.json({ value: 'secret-token' }));
      await createTokenSource({ tokenUrl }, { fetch })('start');
    }));

  const answers: readonly [unknown, unknown][] = [
    [
      { value: 't', expiresAt: 5 },
      { value: 't', expiresAt: 5 },
    ],
    [
      { access_token: 't', expires_in: 60 },
      { value: 't', expiresAt: 61_000 },
    ],
    [
      { accessToken: 't', expiresIn: '60' },
      { value: 't', expiresAt: 61_000 },
    ],
    [{ token: 't' }, { value: 't', expiresAt: 601_000 }],
    [
      { token: 't', expires_in: -5 },
      { value: 't', expiresAt: 601_000 },
    ],
    [{ token: 'two words' }, undefined],
    [{}, undefined],
    ['t', undefined],
    [null, undefined],
  ];
  for (const [answer, token] of answers) {
    it(`reads ${JSON.stringify(answer)}`, () => {
      expect(readTokenAnswer(answer, 1_000)).to.deep.equal(token);
    });
  }
});
