import { expect } from '@open-wc/testing';
import { aliasFor, countsOf, createAliasCounter } from '../../../src/domain/person/alias-counts.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import type { Alias } from '../../../src/domain/person/person.js';
import { event } from '../../support/events.js';

const from = (identity: string): JourneyEvent => event(crypto.randomUUID(), 0, { identity });
const phone: Alias = { kind: 'phone', value: '+13125550147' };
const email: Alias = { kind: 'email', value: 'Kwame@Example.com' };

describe('counts of aliases', () => {
  it('has the number of events per alias, in any format of the service', () => {
    const tally = createAliasCounter();
    const arrivals = ['+13125550147', '13125550147', 'kwame@example.com', 'C-1', ''].map(from);
    const counts = countsOf([phone, email], tally.follow({ generation: 1, arrivals }));
    expect([counts.get(phone), counts.get(email)]).to.deep.equal([2, 1]);
  });

  it('keeps two forms of one number apart if the person has both', () => {
    const bare: Alias = { kind: 'phone', value: '13125550147' };
    const arrivals = ['+13125550147', '13125550147', '13125550147'].map(from);
    const counts = countsOf([phone, bare], createAliasCounter().follow({ generation: 1, arrivals }));
    expect([counts.get(phone), counts.get(bare)]).to.deep.equal([1, 2]);
  });

  it('reads each event once, in a journey of any size', () => {
    let read = 0;
    const arrivals: JourneyEvent[] = Array.from({ length: 1000 }, () => from('a'));
    const watched = new Proxy(arrivals, {
      get(list, name) {
        if (typeof name === 'string' && /^\d+$/.test(name)) read++;
        return Reflect.get(list, name) as unknown;
      },
    });
    const tally = createAliasCounter();
    tally.follow({ generation: 1, arrivals: watched });
    expect(read).to.equal(1000);
    const before = tally.follow({ generation: 1, arrivals: watched });
    expect(read).to.equal(1000);
    arrivals.push(from('b'));
    const after = tally.follow({ generation: 1, arrivals: watched });
    expect(read).to.equal(1001);
    expect(after).not.to.equal(before);
    expect([...after]).to.deep.equal([
      ['a', 1000],
      ['b', 1],
    ]);
    expect(tally.follow({ generation: 1, arrivals: watched })).to.equal(after);
  });

  it('starts again with another journey', () => {
    const tally = createAliasCounter();
    tally.follow({ generation: 1, arrivals: [from('a')] });
    expect([...tally.follow({ generation: 2, arrivals: [from('b')] })]).to.deep.equal([['b', 1]]);
    expect([...tally.follow(undefined)]).to.deep.equal([]);
  });

  it('finds the alias of a value, the exact one first', () => {
    const bare: Alias = { kind: 'phone', value: '13125550147' };
    expect(aliasFor('13125550147', [phone, bare])).to.equal(bare);
    expect(aliasFor('001 312 555 0147', [phone, bare])).to.equal(phone);
    expect(aliasFor('C-1', [phone])).to.equal(undefined);
  });
});
