import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as protocol from '../../../src/embed/protocol/protocol.js';

const phone = { kind: 'phone', value: '+14155550132' } as const;

describe('the protocol of the frame', () => {
  it('reads its own envelopes, and no others', () => {
    expect(protocol.readEnvelope(protocol.envelope('bye'))).to.include({ kind: 'bye' });
    const good = { app: 'wayline', v: 1, kind: 'context', body: { a: 1 } };
    expect(protocol.readEnvelope(good)).to.deep.equal(good);
    const others = [null, undefined, 1, 'hello', [], {}, [good], { ...good, v: 2 }, { ...good, app: 'other' }];
    const kinds = [
      { ...good, kind: 7 },
      { ...good, kind: '' },
      { ...good, kind: 'x'.repeat(41) },
    ];
    for (const data of [...others, ...kinds, Object.create(good)]) {
      expect(protocol.readEnvelope(data), JSON.stringify(data)).to.equal(undefined);
    }
  });

  it('reads a context completely', () => {
    const whole = {
      identities: [phone, { kind: 'email', value: 'a@example.org' }, { kind: 'external', value: '4711' }],
      interactionId: 'task-1',
      locale: 'de_AT',
      theme: 'dark',
      recordUrl: 'https://crm.example.com/contact/7',
    } as const;
    expect(protocol.readContext(whole)).to.deep.equal(whole);
    expect(protocol.readContext({ identities: [] })).to.deep.equal({ identities: [] });
    expect(protocol.readContext({ identities: [{ ...phone, extra: 1 }], extra: 1, locale: null })).to.deep.equal({
      identities: [phone],
    });
  });

  const list = (length: number) => Array.from({ length }, () => phone);
  const refused: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    'no identities': {},
    'inherited identities': Object.create({ identities: [phone] }) as object,
    'an inherited value': { identities: [Object.create(phone) as object] },
    'a list with a hole': { identities: [phone, , phone] }, // eslint-disable-line no-sparse-arrays
    '21 identities': { identities: list(21) },
    'a value of 2,001 characters': { identities: [{ kind: 'external', value: 'x'.repeat(2_001) }] },
    'a blank value': { identities: [{ kind: 'phone', value: ' ' }] },
    'an interactionId of 201 characters': { identities: [], interactionId: 'x'.repeat(201) },
    'a locale of 36 characters': { identities: [], locale: 'x'.repeat(36) },
    'a recordUrl over http': { identities: [], recordUrl: 'http://crm.example.com/' },
    'a recordUrl with a password': { identities: [], recordUrl: 'https://a:b@crm.example.com/' },
    'a recordUrl of 2,001 characters': { identities: [], recordUrl: `https://crm.example.com/${'x'.repeat(1_977)}` },
    'a theme by another name': { identities: [], theme: 'contrast' },
  };
  for (const [name, body] of Object.entries(refused)) {
    it(`refuses a context with ${name}`, () => expect(protocol.readContext(body)).to.equal(undefined));
  }

  it('accepts values at the limits', () => {
    const context = protocol.readContext({
      identities: [...list(19), { kind: 'external', value: 'x'.repeat(2_000) }],
      recordUrl: `https://crm.example.com/${'x'.repeat(1_976)}`,
    });
    expect(context?.identities).to.have.length(20);
    expect(protocol.readToken({ value: 'x'.repeat(20_000), expiresAt: 1 })).to.exist;
  });

  it('refuses a token that cannot be in a header', () => {
    const strange = ['', ' ', 'a b', 'a\nb', 'ä', 'x'.repeat(20_001), 7, undefined, null, {}];
    for (const value of strange) expect(protocol.readToken({ value, expiresAt: 1 })).to.equal(undefined);
    for (const expiresAt of [NaN, Infinity, 0, -1, '1', undefined]) {
      expect(protocol.readToken({ value: 'x', expiresAt })).to.equal(undefined);
    }
    expect(protocol.readToken(Object.create({ value: 'x', expiresAt: 1 }))).to.equal(undefined);
  });

  it('only opens https addresses', () => {
    expect(protocol.readOpen({ url: 'https://crm.example.com/x' })?.href).to.equal('https://crm.example.com/x');
    for (const url of ['http://crm.example.com', 'javascript:alert(1)', 'data:text/html,x', '/x', '', 7, undefined]) {
      expect(protocol.readOpen({ url })).to.equal(undefined);
    }
  });

  it('throws for no message that can be sent, and does not change it', () => {
    const { envelope: _, ...readers } = protocol;
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (data) => {
        for (const read of Object.values(readers)) (read as (data: unknown) => unknown)(data);
      }),
    );
    expect(({} as { identities?: unknown }).identities).to.equal(undefined);
  });
});
