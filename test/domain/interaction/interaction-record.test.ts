import { expect } from '@open-wc/testing';
import {
  nameAt,
  type RecordedTurn,
  type InteractionRecord,
} from '../../../src/domain/interaction/interaction-record.js';

const turn = (at: number, agentName: string): RecordedTurn => ({ at, agentId: undefined, agentName });

const record = (turns: readonly RecordedTurn[]): InteractionRecord => ({
  taskId: 't',
  turns,
  lastAgent: 'Tom',
  wrapUp: undefined,
  csat: undefined,
  queue: undefined,
  endedBy: undefined,
  totals: { all: undefined, queue: undefined, talk: undefined, hold: undefined, wrapUp: undefined },
});

describe('contact record', () => {
  const both = [turn(100, 'Maria'), turn(200, 'Tom')];
  const cases: readonly (readonly [
    string,
    readonly RecordedTurn[],
    from: number,
    to: number | undefined,
    string | undefined,
  ])[] = [
    ['the only agent', [turn(100, 'Maria')], 100, 160, 'Maria'],
    ['the agent of the time', both, 100, 200, 'Maria'],
    ['the next one after the handover', both, 200, 300, 'Tom'],
    ['the next one where the record’s clock is ahead', both, 190, 300, 'Tom'],
    ['the agent of the time where the record’s clock is behind', both, 110, 215, 'Maria'],
    ['the first agent where the record’s clock is ahead by a whole stretch', both, 80, 90, 'Maria'],
    ['the last agent while it lasts', both, 100, undefined, 'Tom'],
    ['no agent if no turn is known', [], 100, 200, undefined],
  ];
  for (const [who, turns, from, to, name] of cases) {
    it(`gives a leg to ${who}`, () => expect(nameAt(record(turns), from, to)).to.equal(name));
  }
});
