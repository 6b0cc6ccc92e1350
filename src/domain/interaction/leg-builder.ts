import type { Transfer, PendingTransfer } from './transfer.js';
import { createTurn, type AgentTurn } from './agent-turn.js';
import type { LegKind, Leg } from './leg.js';

interface Stretch {
  readonly kind: LegKind;
  readonly from: number;
  readonly to: number | undefined;
  /** Whose it is: nobody's while the customer waits. */
  readonly turn: AgentTurn | undefined;
}

/** The state of an agent may be told that much earlier than what it follows from. Milliseconds. */
export const agentStateLead = 2000;

/** Where a walk through a contact's events stands. Times: epoch milliseconds. */
export class LegBuilder {
  /** The turns in which an agent served the customer. */
  readonly turns: AgentTurn[] = [];
  /** Ids of the agents those are known to be of. */
  readonly owners = new Set<string>();
  /** Who serves now; before that, who is called. */
  turn = createTurn();
  readonly leavings: PendingTransfer[] = [];
  /** How often an agent was called before one answered. */
  offers = 0;
  /** The last queue named. */
  queue: string | undefined;
  conferencing = false;
  /** The agents have spoken with each other, and not with the customer alone since. */
  isWarm = false;
  /** Who is called while another agent serves, or answers a moment before the contact's own event says so. */
  offeredTo: string | undefined;
  /** When the agent who served went into wrap-up: the contact's end, if nothing comes after it. */
  wrapUpFrom: number | undefined;
  readonly #past: Stretch[] = [];
  #open: Stretch | undefined;

  /** The leg that lasts now. */
  get at(): LegKind | undefined {
    return this.#open?.kind;
  }

  get consulting(): boolean {
    return this.at === 'consult';
  }

  /** In a conference the other agent may go on with the customer. */
  get provenEnd(): number | undefined {
    return this.conferencing && this.turn.consulted !== undefined ? undefined : this.wrapUpFrom;
  }

  /** The customer waits, or the agent who was called is on the phone. */
  startLeg(kind: LegKind, at: number, turn?: AgentTurn): void {
    const open = this.#open;
    if (open?.kind === kind && (open.turn ?? turn) === turn) {
      this.#open = { ...open, turn };
      return;
    }
    this.#close(at);
    const last = this.#past.at(-1);
    // What lay between took no time.
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

  /** The agent who served hands the customer on. */
  transfer(at: number, to: Transfer['to']): void {
    const kind = this.isWarm ? 'warm' : to === 'unknown' ? 'unknown' : 'cold';
    const queue = to === 'queue' ? this.queue : undefined;
    this.leavings.push({ at, kind, to, queue, turn: this.turns.length });
    this.#close(at);
    this.turn = createTurn();
    this.conferencing = this.isWarm = false;
    this.wrapUpFrom = undefined;
  }

  /** The agent who was consulted, or is in the conference, takes over. */
  transferToConsulted(at: number, to: Transfer['to'] = 'agent'): void {
    const { agent, consulted } = this.turn;
    this.isWarm = true;
    this.transfer(at, to);
    // Where one of the two is not known, the guest might be the one who leaves.
    if (agent !== undefined) this.turn.agent = consulted;
  }

  /** The agent who began the conference had left it before, told only by their wrap-up: since then it was the guest's. */
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

  /** All legs until the end; without one the last leg still lasts. */
  legs(end: number | undefined): readonly Leg[] {
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
