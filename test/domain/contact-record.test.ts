import { expect } from '@open-wc/testing';
import { handlersOf, nameIn, type AgentTurn, type ContactRecord } from '../../src/domain/contact-record.js';

const turn = (at: number, agentName: string, agentId: string | undefined = agentName): AgentTurn => ({
  at,
  agentId,
  agentName,
});

const record = (turns: readonly AgentTurn[], lastAgent?: string): ContactRecord => ({
  taskId: 't',
  turns,
  lastAgent,
  wrapUp: undefined,
  csat: undefined,
  queue: undefined,
  endedBy: undefined,
  totals: { all: undefined, queue: undefined, talk: undefined, hold: undefined, wrapUp: undefined },
});

describe('contact record', () => {
  const both = [turn(100, 'Maria'), turn(200, 'Tom')];
  const cases: readonly (readonly [string, readonly AgentTurn[], Parameters<typeof nameIn>[1], string | undefined])[] =
    [
      ['the only agent', [turn(100, 'Maria')], { from: 100, to: 160 }, 'Maria'],
      ['the agent of the time', both, { from: 100, to: 200 }, 'Maria'],
      ['the next one after the handover', both, { from: 200, to: 300 }, 'Tom'],
      ['the next one where the record’s clock is behind', both, { from: 190, to: 300 }, 'Tom'],
      ['the agent of the time where the record’s clock is ahead', both, { from: 110, to: 215 }, 'Maria'],
      ['the first agent where the record’s clock is ahead by a whole leg', both, { from: 80, to: 90 }, 'Maria'],
      ['the last agent while it lasts', both, { from: 100, to: undefined }, 'Tom'],
      ['the agent an event names, whatever the time', both, { from: 200, to: 300, agent: 'Maria' }, 'Maria'],
      ['the agent of the time where the event’s agent is a stranger', both, { from: 200, to: 300, agent: '?' }, 'Tom'],
      ['nobody where there was none', [], { from: 100, to: 200 }, undefined],
    ];
  for (const [who, turns, leg, name] of cases) {
    it(`gives a leg to ${who}`, () => expect(nameIn(record(turns, 'Last'), leg)).to.equal(name));
  }

  it('does not take an agent without an id for the one of a leg without an agent', () => {
    const turns = [{ at: 100, agentId: undefined, agentName: 'Maria' }, turn(200, 'Tom')];
    expect(nameIn(record(turns), { from: 200, to: 300, agent: undefined })).to.equal('Tom');
  });

  it('names everybody who was with the customer once, in order', () => {
    expect(handlersOf(record([...both, turn(300, 'Maria')], 'Maria'))).to.deep.equal(['Maria', 'Tom']);
    expect(handlersOf(record([], 'Tom'))).to.deep.equal(['Tom']);
    expect(handlersOf(record(both.slice(0, 1), 'Tom'))).to.deep.equal(['Maria', 'Tom']);
    expect(handlersOf(record([]))).to.deep.equal([]);
  });
});
