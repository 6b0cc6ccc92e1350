import { initialState, Task as LitTask, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import { JourneyError } from '../../domain/base/journey-error.js';
import { createCjdsSource } from '../../sources/cjds/cjds-source.js';
import { hostsOf, searchHostOf } from '../../sources/cjds/data-center.js';
import { findProject } from '../../sources/cjds/find-project.js';
import { createHttp } from '../../sources/http/http.js';
import type { SignIn } from '../../sources/http/sign-in.js';
import type { JourneySource } from '../../sources/journey-source.js';
import { deferredSource } from './deferred-source.js';

/** All properties that decide where journeys come from. */
interface SourceHost extends ReactiveControllerHost {
  readonly dataCenter: string | undefined;
  readonly baseUrl: string | undefined;
  readonly streamAuth: 'header' | 'query';
  readonly projectId: string | undefined;
  readonly templateId: string | undefined;
  readonly organizationId: string | undefined;
}

const settingsOf = ({ dataCenter, baseUrl, streamAuth, projectId, templateId, organizationId }: SourceHost) =>
  [dataCenter, baseUrl, streamAuth, projectId, templateId, organizationId] as const;

interface Made {
  readonly source: JourneySource;
  readonly settings: ReturnType<typeof settingsOf>;
  readonly projectId: string;
}

/** The reason of `stop`, which is not an error. */
const stopped = Symbol('stopped');

/** Creates the source of journeys from its host's properties, and another one when they change. */
export class SourceController {
  readonly #host: SourceHost;
  readonly #task: LitTask<readonly [boolean, ...ReturnType<typeof settingsOf>], Made>;

  /** @param ready there is no source before */
  constructor(host: SourceHost, signIn: SignIn, ready: () => boolean) {
    this.#host = host;
    this.#task = new LitTask(host, {
      args: () => [ready(), ...settingsOf(host)] as const,
      task: async ([isReady, ...settings], { signal }) => {
        if (!isReady) return initialState;
        const [dataCenter, baseUrl, streamAuth, project, templateId, organizationId] = settings;
        const { token, renew: renewToken } = signIn;
        const http = createHttp({ hosts: hostsOf(dataCenter, baseUrl, streamAuth), token, renewToken });
        const projectId = project?.trim() || (await findProject(http, signal));
        const cjds = { http, projectId, templateId, organizationId, streamAuth };
        const recordsHost = searchHostOf(dataCenter, baseUrl);
        const source = { ...createCjdsSource(cjds), ...deferredSource({ ...cjds, recordsHost, signIn }) };
        return { source, settings, projectId };
      },
    });
  }

  /** `undefined` until there is one for the current settings: the task keeps its last value while it runs again. */
  get source(): JourneySource | undefined {
    const made = this.#task.status === TaskStatus.COMPLETE ? this.#task.value : undefined;
    const current = settingsOf(this.#host);
    return made?.settings.every((setting, index) => setting === current[index]) ? made.source : undefined;
  }

  get projectId(): string | undefined {
    return this.#task.value?.projectId;
  }

  get error(): JourneyError | undefined {
    const { error, status } = this.#task;
    if (status !== TaskStatus.ERROR || error === stopped) return undefined;
    return error instanceof JourneyError ? error : new JourneyError('malformed', { cause: error });
  }

  readonly retry = (): void => void this.#task.run();

  /** Tries again if there was an error. */
  retryFailed(): void {
    if (this.#task.status === TaskStatus.ERROR) this.retry();
  }

  stop(): void {
    this.#task.abort(stopped);
  }
}
