import { expect } from '@open-wc/testing';
import { JourneyError } from '../../src/domain/base/journey-error.js';
import { assetUrl, loadJson } from '../../src/platform/assets.js';
import { fakeFetch, json, offline, type Asked } from '../support/fake-fetch.js';

const realFetch = globalThis.fetch;
const never = new AbortController().signal;

function answering(answer: (asked: Asked) => Response | Error | undefined): readonly Asked[] {
  const { fetch, asked } = fakeFetch(answer);
  globalThis.fetch = fetch;
  return asked;
}

const problemOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof JourneyError ? error.kind : error),
  );

describe('a file beside the script', () => {
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('is read without token, cookies or referrer', async () => {
    const asked = answering(() => json({ a: [1] }));
    expect(await loadJson('https://files.example.com/icons.json', never)).to.deep.equal({ a: [1] });
    const [{ headers, init } = { headers: new Headers(), init: {} as RequestInit }] = asked;
    expect([init.credentials, init.referrerPolicy, [...headers]]).to.deep.equal(['omit', 'no-referrer', []]);
  });

  const failures: readonly (readonly [string, () => Response | Error, string])[] = [
    ['is refused with what is not found', () => json({}, 404), 'rejected'],
    ['is refused when no answer comes', offline, 'network'],
    ['is refused when it is no JSON', () => new Response('<!doctype html>'), 'malformed'],
    ['is refused when it is empty', () => new Response(''), 'malformed'],
    ['is refused beyond a million characters', () => json('x'.repeat(1_000_001)), 'malformed'],
  ];
  for (const [title, answer, kind] of failures) {
    it(title, async () => {
      answering(answer);
      expect(await problemOf(loadJson('https://files.example.com/icons.json', never))).to.equal(kind);
    });
  }

  it('can have almost as many', async () => {
    answering(() => json('x'.repeat(999_000)));
    expect(await loadJson('https://files.example.com/icons.json', never)).to.have.lengthOf(999_000);
  });

  it('is not waited for after an abort', async () => {
    const controller = new AbortController();
    answering(() => undefined);
    const loading = problemOf(loadJson('https://files.example.com/icons.json', controller.signal));
    controller.abort('gone');
    expect(await loading).to.equal('gone');
  });

  const addresses: readonly (readonly [address: string, base: string | undefined, url: string | undefined])[] = [
    ['https://files.example.com/a.json', undefined, 'https://files.example.com/a.json'],
    ['http://files.example.com/a.json', undefined, undefined],
    ['http://localhost:9/a.json', undefined, 'http://localhost:9/a.json'],
    ['http://127.0.0.2/a.json', undefined, 'http://127.0.0.2/a.json'],
    ['http://127.evil.example/a.json', undefined, undefined],
    ['http://old.example.com/a.json', 'http://old.example.com/w/', 'http://old.example.com/a.json'],
    ['http://old.example.com:81/a.json', 'http://old.example.com/w/', undefined],
    ['/a.json', undefined, `${location.origin}/a.json`],
    ['https://me:secret@files.example.com/a.json', undefined, undefined],
    ['data:application/json,{}', undefined, undefined],
    ['javascript:alert(1)', undefined, undefined],
    ['blob:https://files.example.com/1', undefined, undefined],
    ['https://', undefined, undefined],
  ];
  for (const [address, base, url] of addresses) {
    it(`${url === undefined ? 'does not come' : 'comes'} from ${address} with a script from ${base ?? 'anywhere'}`, () => {
      expect(assetUrl(address, base)).to.equal(url);
    });
  }
});
