import { textOf, type JourneyEvent } from '../event/event.js';

/** What the state of an agent says about the interaction. */
export type AgentState = 'ringing' | 'connected' | 'busy' | 'not-responding' | 'wrap-up' | 'wrap-up-done' | 'free';

/** The states of both versions of the agents' events, in lower case without separators. */
const stateByName: ReadonlyMap<string, AgentState> = new Map(
  Object.entries<AgentState>({
    ringing: 'ringing',
    reserved: 'ringing',
    notresponding: 'not-responding',
    connected: 'connected',
    engaged: 'connected',
    onhold: 'busy',
    holddone: 'busy',
    consulting: 'busy',
    consultdone: 'busy',
    conferencing: 'busy',
    conferencedone: 'busy',
    wrapup: 'wrap-up',
    wrapupdone: 'wrap-up-done',
    available: 'free',
    idle: 'free',
    loggedout: 'free',
  }),
);

/** The state that an event of an agent names; `undefined` if it is not known. */
export const agentStateOf = ({ data }: JourneyEvent): AgentState | undefined =>
  stateByName.get((textOf(data, 'currentState') ?? '').toLowerCase().replace(/[^a-z]/g, ''));
