import type { Layout, Role } from '../desktop/layout.js';
import type { Step } from '../tasks/life-cycle.js';
import type { Mode } from '../settings.js';
import type { TaskList } from '../tasks/task-list.js';

/** Everything that the page itself shows. Widgets use the desktop's store instead. */
export interface DesktopView {
  readonly layout: Layout;
  readonly list: TaskList;
  /** The name of the file of `layout`. */
  readonly layoutName: string;
  readonly role: Role;
  readonly mode: Mode;
  /** CSS pixels. */
  readonly width: number;
  readonly dark: boolean;
  readonly mask: boolean;
  readonly lang: string;
  readonly late: boolean;
  readonly agentStatus: string;
  /** `navigateTo` of the open page; `undefined` while the task is shown. */
  readonly page: string | undefined;
  /** The names of the troubles that are on. */
  readonly troubles: ReadonlySet<string>;
  /** The events that the demo published, newest first. */
  readonly published: readonly Publication[];
}

/** An event that the demo published; `at` in epoch milliseconds. */
export interface Publication {
  readonly interactionId: string | undefined;
  readonly type: string;
  readonly at: number;
}

/** The actions of the agent and of the demo's bar. */
export interface Actions {
  /** Applies other choices of the demo. A new role or mode mounts everything again. */
  choose(change: Partial<Omit<DesktopView, 'layout' | 'list' | 'troubles' | 'published'>>): void;
  accept(interactionId: string): void;
  select(interactionId: string): void;
  /** An action of the agent for the selected task. */
  step(step: Exclude<Step, 'accept'>): void;
  send(customEvent: string): void;
  toggleTrouble(name: string): void;
  /** Causes a trouble that happens once. */
  cause(name: string): void;
  renewToken(): void;
}
