import type { TemplateResult } from 'lit';
import type { JourneyState } from '../../../store/journey-state.js';
import type { Permissions } from '../../identity/permissions.js';
import type { Icons } from '../../shared/icons/icon-set.js';
import type { Display } from '../../shared/text/display.js';
import type { CustomerModel } from '../customer-model.js';
import type { JourneyModel } from '../journey-model.js';
import type { SourceController } from '../source-controller.js';
import type { JourneyActions } from './journey-actions.js';

/** Properties of the widget that show or hide parts of it. */
export interface ViewOptions {
  /** Shows the address instead of the name. */
  readonly hideProfileName: boolean;
  /** Shows the aliases. */
  readonly showAliasIcon: boolean;
  /** Agents cannot edit or merge. */
  readonly readOnly: boolean;
  /** Agents can look up customers. */
  readonly enableUserSearch: boolean;
}

/** Everything that the widget is drawn from. */
export interface JourneyView {
  readonly options: ViewOptions;
  /** Whose journey is shown, and the look-up of another one. */
  readonly customer: CustomerModel;
  readonly journey: JourneyModel;
  /** Answers what the agent does in the journey. */
  readonly actions: JourneyActions;
  /** Why there is no source of journeys, and how to try again. */
  readonly source: Pick<SourceController, 'error' | 'retry'>;
  /** What is known, not masked: for elements that mask by themselves. */
  readonly state: JourneyState;
  readonly display: Display;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly icons: Icons;
  readonly permissions: Permissions;
  /** Shown instead of everything that is in the deferred part, if that could not be loaded. */
  readonly partFailed: TemplateResult | undefined;
}
