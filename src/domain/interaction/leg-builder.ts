import { createTurn, type AgentTurn } from './agent-turn.js';
import type { Leg, LegKind } from './leg.js';
import type { PendingTransfer, Transfer } from './transfer.js';

interface Stretch {
  readonly kind: LegKind;
  readonly from: number;
  readonly to: number | undefined;
  /** Undefined while the customer waits. */
  readonly turn: AgentTurn | undefined;
}

/** An agent's state may arrive this much earlier than the event that causes it. Milliseconds. */
export const agentStateLead = 2000;

/** Builds the legs of one interaction while its events pass by. Times: epoch milliseconds. */
export class LegBuilder {
  /** The turns in which an agent served the customer. */
  readonly turns: AgentTurn[] = [];
  /** IDs of the agents whose turns these certainly are. */
  readonly owners = new Set<string>();
  /** Of the agent who serves now; before that, of the one who is called. */
  turn = createTurn();
  readonly pendingTransfers: PendingTransfer[] = [];
  /** How often an agent was called before one answered. */
  offers = 0;
  /** The last queue that an event named. */
  queue: string | undefined;
  conferencing = false;
  /** The agents spoke with each other, and none has spoken with the customer alone since. */
  isWarm = false;
  /** The agent who is called while another one serves, or who answers a moment before the task event. */
  offeredTo: string | undefined;
  /** When the serving agent went into wrap-up: the end, if no event follows. */
  wrapUpFrom: number | undefined;
  readonly #past: Stretch[] = [];
  #open: Stretch | undefined;

  /** The kind of leg that lasts now. */
  get current(): LegKind | undefined {
    return this.#open?.kind;
  }

  get consulting(): boolean {
    return this.current === 'consult';
  }

  /** Not in a conference: there the other agent may keep the customer. */
  get provenEnd(): number | undefined {
    return this.conferencing && this.turn.consulted !== undefined ? undefined : this.wrapUpFrom;
  }

  /** Starts a leg, or continues the same one. */
  startLeg(kind: LegKind, at: number, turn?: AgentTurn): void {
    const open = this.#open;
    if (open?.kind === kind && (open.turn ?? turn) === turn) {
      this.#open = { ...open, turn };
      return;
    }
    this.#close(at);
    const last = this.#past.at(-1);
    // The leg between them took no time.
    const goesOn = last?.kind === kind && last.to === at && last.turn === turn;
    this.#open = goesOn ? { ...this.#past.pop()!, to: undefined } : { kind, from: at, to: undefined, turn };
  }

  ring(at: number, agent: string | undefined): void {
    if (this.turns.length === 0) this.offers++;
    this.turn = createTurn(agent);
    this.startLeg('ringing', at, this.turn);
  }

  startServing(kind: LegKind, at: number): void {
    if (!this.turn.served) this.turns.push(this.turn);
    this.turn.served = true;
    if (this.turn.agent !== undefined) this.owners.add(this.turn.agent);
    this.startLeg(kind, at, this.turn);
  }

  /** The serving agent transfers the customer. */
  transfer(at: number, to: Transfer['to']): void {
    const kind = this.isWarm ? 'warm' : to === 'unknown' ? 'unknown' : 'cold';
    const queue = to === 'queue' ? this.queue : undefined;
    this.pendingTransfers.push({ at, kind, to, queue, turn: this.turns.length });
    this.#close(at);
    this.turn = createTurn();
    this.conferencing = this.isWarm = false;
    this.wrapUpFrom = undefined;
  }

  /** The consulted agent, or the other one in the conference, gets the customer. */
  transferToConsulted(at: number, to: Transfer['to'] = 'agent'): void {
    const { agent, consulted } = this.turn;
    this.isWarm = true;
    this.transfer(at, to);
    // If one of the two is not known, the consulted agent might be the one who leaves.
    if (agent !== undefined) this.turn.agent = consulted;
  }

  /** The agent who started the conference left it earlier, as only the wrap-up says. Since then the consulted agent served. */
  transferAfterConference(at: number): void {
    const { wrapUpFrom, turn } = this;
    if (
      !this.conferencing ||
      wrapUpFrom === undefined ||
      turn.consulted === undefined ||
      at - wrapUpFrom < agentStateLead
    )
      return;
    this.transferToConsulted(wrapUpFrom);
    this.startServing('talk', wrapUpFrom);
  }

  /** All legs until the end; without an end the last leg still lasts. */
  until(end: number | undefined): readonly Leg[] {
    const last = this.#open;
    const all =
      last === undefined || (end !== undefined && end <= last.from)
        ? this.#past
        : [...this.#past, { ...last, to: end }];
    return all.map(({ turn, ...leg }) => ({ ...leg, agent: turn?.agent }));
  }

  #close(at: number): void {
    if (this.#open !== undefined && at > this.#open.from) this.#past.push({ ...this.#open, to: at });
    this.#open = undefined;
  }
}
