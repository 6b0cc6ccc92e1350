import type { Layout, Role } from '../desktop/layout.js';
import type { Step } from '../tasks/life-cycle.js';
import type { Mode } from '../settings.js';
import type { TaskList } from '../tasks/task-list.js';

/** Everything the page itself shows; the widgets have the desktop's store instead. */
export interface DesktopView {
  readonly layout: Layout;
  readonly list: TaskList;
  /** Name of the file that `layout` comes from. */
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
  /** `navigateTo` of the open page; `undefined` while the task is in front. */
  readonly page: string | undefined;
  /** Names of the troubles that are on. */
  readonly troubles: ReadonlySet<string>;
  /** What the demo has told the journey since it began, newest first. */
  readonly published: readonly Publication[];
}

/** An event the demo published; `at` in epoch milliseconds. */
export interface Publication {
  readonly interactionId: string | undefined;
  readonly type: string;
  readonly at: number;
}

export interface Actions {
  /** Shows other choices of the demo; a new role or mode mounts everything anew. */
  choose(change: Partial<Omit<DesktopView, 'layout' | 'list' | 'troubles' | 'published'>>): void;
  accept(interactionId: string): void;
  select(interactionId: string): void;
  /** Anything the agent does with the task in front. */
  step(step: Exclude<Step, 'accept'>): void;
  send(customEvent: string): void;
  toggleTrouble(name: string): void;
  /** A trouble that happens once. */
  cause(name: string): void;
  renewToken(): void;
}
