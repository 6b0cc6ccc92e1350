import { expect } from '@open-wc/testing';
import { channelOf } from '../../../src/domain/event/channel.js';
import { facetsOfEvent } from '../../../src/domain/timeline/facets.js';
import { isSafePattern } from '../../../src/domain/event/safe-regex.js';
import { readIconMap } from '../../../src/domain/event/icon-map.js';
import { sentimentOf } from '../../../src/domain/event/sentiment.js';
import { transcriptOf } from '../../../src/domain/event/transcript.js';
import { event } from '../../support/events.js';

describe('an icon map', () => {
  const map = readIconMap(
    JSON.parse(`{
      "task": { "name": "tasks_16", "color": "Yellow", "iconSet": "momentumUI" },
      "Call": { "name": "handset_16", "color": "green" },
      "^NPS.*": { "name": "analysis", "color": "GREY" },
      "call(back|ing)": { "name": "callback", "color": 7 },
      "broken(": { "name": "x" },
      "(a+)+$": { "name": "slow" },
      "Empty": { "color": "red" },
      "__proto__": { "name": "proto" },
      "constructor": { "name": "constructor" },
      "none": null
    }`),
  )!;
  const cases: readonly (readonly [keyword: string, name: string | undefined, colour?: string])[] = [
    ['task', 'tasks_16', 'yellow'],
    ['multitasking', 'tasks_16', 'yellow'],
    ['inbound-CALL', 'handset_16', 'green'],
    ['callback', 'callback'],
    ['nps survey', 'analysis', 'gray'],
    ['the NPS', undefined],
    ['empty', undefined],
    ['none', undefined],
    ['toString', undefined],
    ['__proto__', 'proto'],
    ['constructor', 'constructor'],
    ['', undefined],
  ];
  for (const [keyword, name, colour] of cases) {
    it(`${name === undefined ? 'has no icon' : `has "${name}"`} for "${keyword}"`, () => {
      expect(map.find(keyword)).to.deep.equal(name === undefined ? undefined : { name, colour });
      expect(map.find(keyword)).to.equal(map.find(keyword));
    });
  }

  it('names the patterns that it ignores', () => {
    expect([...map.refused].sort()).to.deep.equal(['(a+)+$', 'broken(']);
  });

  it('is not read from a value that is not an object', () => {
    expect([null, [], 'text', 7, undefined].map(readIconMap)).to.deep.equal([1, 2, 3, 4, 5].map(() => undefined));
  });

  it('reads only the start of a keyword of a megabyte', () => {
    expect(map.find(`call${'x'.repeat(1_000_000)}`)?.name).to.equal('handset_16');
    expect(map.find(`${'x'.repeat(1_000_000)}call`)).to.equal(undefined);
  });

  it('is fast with thousands of keywords and patterns', () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`^word${index}$`, { name: 'x' }]));
    const large = readIconMap(many)!;
    for (let index = 0; index < 2000; index++) large.find(`word${index}`);
    expect([large.find('word2999')?.name, large.refused.length]).to.deep.equal(['x', 2500]);
  });
});

describe('a pattern', () => {
  const harmless = [
    ...['NPS.*', 'Page Visit', 'inbound-call', '^(inbound|incoming).*call', 'colou?r', '.*sms.*|.*mms.*|text.?message'],
    ...['[(]a+[)]+', '\\(\\*+', '(?:page|site) visits?', 'a{2,4}', '(ab)+', '.*?x', '(?<word>a+)', 'a.*b.*c'],
  ];
  for (const pattern of harmless) it(`${pattern} may be used`, () => expect(isSafePattern(pattern)).to.equal(true));

  const harmful = [
    ...['(a+)+$', '([a-z]+)*$', '(a|a)*$', '(a?){50}a{50}', 'a?'.repeat(30) + 'a'.repeat(30), '(x+x+)+y', '(.*a){20}'],
    ...['\\s*\\s*\\s*\\s*z', '(a{1,50}){1,50}b', '((a*)*)*', '(a*?)*?b', '(?<x>a+)+$', '((a)+)+', '(?:a|b|ab){9}c'],
    ...['(a|a)(a|a)(a|a)(a|a)(a|a)', '(?=a+)+b', 'x'.repeat(201)],
  ];
  for (const pattern of harmful) {
    it(`${pattern.slice(0, 30)} is refused`, () => expect(isSafePattern(pattern)).to.equal(false));
  }

  it('that is accepted is fast with any keyword', () => {
    const keywords = ['a'.repeat(100), `${'a'.repeat(99)}!`, 'ab'.repeat(50), ' '.repeat(100)];
    for (const pattern of ['.*.*.*q', 'a*a*a*b', '(.*)(.*)(.*)q', '[a-z]*[a-z]*[a-z]*1', 'a{0,99}a{0,99}a{0,99}b']) {
      const map = readIconMap({ [pattern]: { name: 'x' } })!;
      expect(map.refused, pattern).to.deep.equal([]);
      keywords.forEach((keyword) => map.find(keyword));
    }
  });
});

describe('a transcript', () => {
  const cases: readonly (readonly [title: string, data: object, turns: string | undefined])[] = [
    ['is one in any capitalisation', { TransCript: 'Bot: Hello' }, 'Bot: Hello'],
    ['has a turn per speaker', { transcript: 'Bot: Hello\nAnn: Hi\r\nthere' }, 'Bot: Hello | Ann: Hi there'],
    ['needs no speaker', { transcript: '\nHello\nthere' }, ': Hello there'],
    ['takes no address and no time for a speaker', { transcript: 'https://a.example\n10:31 x' }, undefined],
    ['may be a list', { transcript: [{ speaker: 'Bot', text: 'Hello' }, 'Ann: Hi'] }, 'Bot: Hello | Ann: Hi'],
    [
      'may use other names',
      {
        transcript: [
          { role: 'agent', content: 'Hello' },
          { from: 'Ann', message: 'Hi' },
        ],
      },
      'agent: Hello | Ann: Hi',
    ],
    ['skips unreadable turns', { transcript: [7, null, {}, { text: 'Hi' }, [['x']]] }, ': Hi'],
    ['is none when it is empty', { transcript: '' }, undefined],
    ['is none when it is a number', { transcript: 7 }, undefined],
    ['is none without the key', { transcripts: 'Bot: Hello' }, undefined],
    [
      'can have names with a special meaning',
      JSON.parse('{"transcript":[{"__proto__":{"text":"x"}}]}') as object,
      undefined,
    ],
  ];
  for (const [title, data, turns] of cases) {
    it(title, () => {
      const said = transcriptOf({ data: { ...data } })
        ?.map(({ speaker, text }) => `${speaker}: ${text.replace(/\n/g, ' ')}`)
        .join(' | ');
      if (title.startsWith('takes no')) expect(said).to.equal(': https://a.example 10:31 x');
      else expect(said).to.equal(turns);
    });
  }

  it('of a megabyte is read fast and completely', () => {
    for (const line of ['Bot: x\n', '\n', 'x'.repeat(50), ' '.repeat(50), 'a:b\n', '::\n']) {
      const transcript = `Bot: y\n${line.repeat(1_000_000 / line.length)}`;
      const turns = transcriptOf({ data: { transcript } })!;
      expect(turns.length, line).to.be.within(1, 501);
    }
    const many = transcriptOf({ data: { transcript: 'Bot: x\n'.repeat(1000) } })!;
    expect(many.at(-1)?.text.match(/Bot: x/g)).to.have.lengthOf(500);
  });
});

describe('a custom event', () => {
  const tagged = (channelTypeTag: unknown, channelType?: string) =>
    event('e', 0, { source: 'shop', type: 'order:shipped', data: { channelType, uiData: { channelTypeTag } } });

  for (const [tag, channelType, channel] of [
    ['SMS', 'email', 'sms'],
    ['Web Chat', undefined, 'chat'],
    ['Kiosk', 'email', 'email'],
    ['Kiosk', undefined, 'custom'],
    [7, 'email', 'email'],
    [['sms'], undefined, 'custom'],
  ] as const) {
    it(`is ${channel} with the channel tag ${JSON.stringify(tag)} and the channel ${channelType ?? 'unnamed'}`, () => {
      expect(channelOf(tagged(tag, channelType))).to.equal(channel);
    });
  }

  it('can be filtered by its channel tag', () => {
    expect(facetsOfEvent(tagged('Kiosk')).kind).to.deep.equal(['#kiosk']);
  });

  for (const [word, sentiment] of [
    ['POSITIVE', 'positive'],
    [' negative ', 'negative'],
    ['Neutral', 'neutral'],
    ['furious', undefined],
    [7, undefined],
    [undefined, undefined],
  ] as const) {
    it(`has the sentiment ${sentiment ?? 'none'} for ${JSON.stringify(word) ?? 'no word'}`, () => {
      expect(sentimentOf([event('e', 0, { data: { customerSentiment: word } })])).to.equal(sentiment);
    });
  }
});
