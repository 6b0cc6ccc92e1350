import type { Handover, Leaving } from './transfer.js';
import { turnOf, type Turn } from './agent-turn.js';
import type { LegKind, Leg } from './leg.js';

interface Stretch {
  readonly kind: LegKind;
  readonly from: number;
  readonly to: number | undefined;
  /** Whose it is: nobody's while the customer waits. */
  readonly turn: Turn | undefined;
}

/** The state of an agent may be told that much earlier than what it follows from. Milliseconds. */
export const atOnce = 2000;

/** Where a walk through a contact's events stands. Times: epoch milliseconds. */
export class Walk {
  /** The turns in which an agent served the customer. */
  readonly turns: Turn[] = [];
  /** Ids of the agents those are known to be of. */
  readonly owners = new Set<string>();
  /** Who serves now; before that, who is called. */
  turn = turnOf();
  readonly leavings: Leaving[] = [];
  /** How often an agent was called before one answered. */
  offers = 0;
  /** The last queue named. */
  queue: string | undefined;
  conferencing = false;
  /** The agents have spoken with each other, and not with the customer alone since. */
  acquainted = false;
  /** Who is called while another agent serves, or answers a moment before the contact's own event says so. */
  caller: string | undefined;
  /** When the agent who served went into wrap-up: the contact's end, if nothing comes after it. */
  gone: number | undefined;
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
    return this.conferencing && this.turn.guest !== undefined ? undefined : this.gone;
  }

  /** The customer waits, or the agent who was called is on the phone. */
  enter(kind: LegKind, at: number, turn?: Turn): void {
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

  offer(at: number, agent: string | undefined): void {
    if (this.turns.length === 0) this.offers++;
    this.turn = turnOf(agent);
    this.enter('ringing', at, this.turn);
  }

  serve(kind: LegKind, at: number): void {
    if (!this.turn.served) this.turns.push(this.turn);
    this.turn.served = true;
    if (this.turn.agent !== undefined) this.owners.add(this.turn.agent);
    this.enter(kind, at, this.turn);
  }

  /** The agent who served hands the customer on. */
  leave(at: number, to: Handover['to']): void {
    const kind = this.acquainted ? 'warm' : to === 'unknown' ? 'unknown' : 'cold';
    const queue = to === 'queue' ? this.queue : undefined;
    this.leavings.push({ at, kind, to, queue, turn: this.turns.length });
    this.#close(at);
    this.turn = turnOf();
    this.conferencing = this.acquainted = false;
    this.gone = undefined;
  }

  /** The agent who was consulted, or is in the conference, takes over. */
  leaveToGuest(at: number, to: Handover['to'] = 'agent'): void {
    const { agent, guest } = this.turn;
    this.acquainted = true;
    this.leave(at, to);
    // Where one of the two is not known, the guest might be the one who leaves.
    if (agent !== undefined) this.turn.agent = guest;
  }

  /** The agent who began the conference had left it before, told only by their wrap-up: since then it was the guest's. */
  yieldToGuest(at: number): void {
    const { gone, turn } = this;
    if (!this.conferencing || gone === undefined || turn.guest === undefined || at - gone < atOnce) return;
    this.leaveToGuest(gone);
    this.serve('talk', gone);
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
