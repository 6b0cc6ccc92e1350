import { agent } from '../tasks/agent.js';
import type { Settings } from '../settings.js';
import type { DesktopState } from './store.js';
import { contactsOf, type TaskList } from '../tasks/task-list.js';

/** The desktop's store after the agent has signed in. No task is selected yet. */
export const initialState = (
  settings: Pick<Settings, 'dark' | 'lang' | 'mask'>,
  tasks: TaskList,
  token: string,
): DesktopState => ({
  agent: {
    ...agent,
    subStatus: 'Available',
    outDialEp: '1834',
    wrapUpData: { wrapUpProps: { autoWrapup: false, wrapUpReasonList: [] } },
    analyzerInteractionFilter: '',
    managedTeams: [{ teamId: agent.teamId, teamName: agent.teamName }],
    managedQueues: [],
    isManagedQueueLoading: false,
    isManagedTeamLoading: false,
    isManagedQueuesError: false,
    isManagedTeamsError: false,
    selectedChannelList: [],
    selectedQueueList: [],
    selectedTeamList: [],
    tpwConfigs: {},
    tenantTimezone: 'America/Los_Angeles',
    getIsMaskSensitiveDataEnabled: settings.mask,
  },
  agentContact: contactsOf(tasks),
  app: {
    darkMode: settings.dark,
    language: settings.lang,
    datacenter: 'produs1',
    userModel: {},
    isStationLoginSuccess: true,
    title: 'Contact Center',
  },
  auth: { accessToken: token },
  generalNotifications: { isNotificationsEnabled: true, countAdded: 0 },
  dynamic: { isDragDrop: false, currentRoute: 'task' },
  page: { getDefaultPageTitle: `Hi ${agent.agentName}` },
  session: { screenpop: { screenPopSelector: '' } },
});
