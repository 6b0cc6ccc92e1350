import { agent } from './agent.js';
import type { SampleTask } from './tasks.js';

/** The state of a task on the agent's desktop. */
export type Phase = 'offered' | 'connected' | 'held' | 'consulting' | 'wrap-up';

/** A CAD variable in the desktop's format. */
export interface CadVariable {
  readonly name: string;
  readonly displayName: string;
  readonly value: string;
  readonly type: 'STRING' | 'BOOLEAN' | 'INTEGER';
  readonly agentEditable: boolean;
  readonly agentViewable: boolean;
  readonly global: boolean;
  readonly isSecure: boolean;
  readonly secureKeyId: string;
  readonly secureKeyVersion: number;
  readonly reportable: boolean;
}

/** `$STORE.agentContact.taskSelected`: a task in the desktop's flattened format. */
export interface SelectedTask {
  readonly interactionId: string;
  readonly ani: string | null;
  readonly dnis: string | null;
  readonly mediaType: string;
  readonly mediaChannel: string;
  readonly contactDirection: 'INBOUND' | 'OUTBOUND';
  readonly callAssociatedData: Readonly<Record<string, CadVariable>>;
  readonly [field: string]: unknown;
}

const variable = (name: string, value: string): CadVariable => ({
  name,
  displayName: name,
  value,
  type: 'STRING',
  agentEditable: false,
  agentViewable: true,
  global: false,
  isSecure: false,
  secureKeyId: '',
  secureKeyVersion: 0,
  reportable: false,
});

const cadOf = (values: Readonly<Record<string, string>>): SelectedTask['callAssociatedData'] =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, variable(name, value)]));

/** The changing part of a task. */
export interface TaskProgress {
  readonly interactionId: string;
  readonly phase: Phase;
  /** Epoch milliseconds. */
  readonly acceptedAt: number;
  /** When the current phase started, epoch milliseconds. */
  readonly since: number;
}

/** The task as widgets get it. Fields that are not in the sample have the values of any such task. */
export function selectedTaskOf(
  sample: SampleTask,
  { interactionId, phase, acceptedAt, since }: TaskProgress,
): SelectedTask {
  const voice = sample.contact.mediaType === 'telephony';
  const { cad = {}, ...contact } = sample.contact;
  return {
    interactionId,
    orgId: agent.orgId,
    queueId: sample.queue.id,
    virtualTeamName: sample.queue.name,
    mediaResourceId: interactionId,
    type: phase === 'wrap-up' ? 'AgentWrapup' : 'AgentContactAssigned',
    outboundType: contact.contactDirection === 'OUTBOUND' ? 'OUTDIAL' : null,
    phoneNumber: contact.ani,
    displayAni: contact.ani,
    agentId: agent.agentId,
    owner: agent.agentId,
    ownerName: agent.agentName,
    ownerPhoneNumber: agent.dnNumber,
    isOwner: true,
    destAgentId: phase === 'consulting' ? 'b7e1c2d3-1212-4343-8565-0f1e2d3c4b5a' : '',
    isSecondaryEpDnAgent: false,
    state:
      phase === 'held' ? 'hold' : phase === 'wrap-up' ? 'wrapUp' : phase === 'consulting' ? 'consulting' : 'connected',
    isTerminated: phase === 'wrap-up',
    isWrapUp: phase === 'wrap-up',
    hasJoined: true,
    isOffered: false,
    isHold: phase === 'held' || phase === 'consulting',
    consultHold: false,
    isConferencing: false,
    hasCustomerLeft: phase === 'wrap-up',
    isConvNotFound: false,
    isRecorded: voice,
    isRecordingPaused: false,
    isPauseResumeEnabled: voice,
    ctqInProgress: false,
    outdialTransferToQueueEnabled: false,
    ronaTimeout: '18',
    isFcManaged: false,
    timeStamp: acceptedAt,
    holdTimestamp: phase === 'held' ? since : null,
    consultTimeStamp: phase === 'consulting' ? since : null,
    wrapUpTimestamp: phase === 'wrap-up' ? since : null,
    monitoringStartTime: null,
    ...contact,
    callAssociatedData: cadOf({ queue: sample.queue.name, ...cad }),
  };
}
