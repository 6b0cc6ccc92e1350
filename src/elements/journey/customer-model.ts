import type { LitElement, PropertyValues } from 'lit';
import type { Address } from '../../domain/address/address.js';
import { addressesOf } from '../../domain/address/given-addresses.js';
import { JourneyError } from '../../domain/base/journey-error.js';
import { noTask, shownCustomer, type Shown, type Situation } from '../../domain/task/shown-customer.js';
import { readTask, type Task } from '../../domain/task/task.js';
import { regionOf } from '../../sources/cjds/data-center.js';
import type { LookUpModel } from '../look-up/look-up-model.js';
import type { DeferredController } from '../shared/loading/deferred.js';
import { createPhoneLibrary, type PhoneLibrary } from '../shared/loading/phone-library.js';
import { textOf } from './attributes.js';
import { rootParts } from './deferred-slots.js';

/** The properties that decide who is shown. A page can set them to any value. */
interface CustomerHost extends LitElement {
  readonly interactionData: unknown;
  readonly cadVariableLookup: unknown;
  readonly customer: unknown;
  readonly enableUserSearch: boolean;
  readonly organizationId: unknown;
  readonly agentId: unknown;
  readonly defaultRegion: unknown;
  readonly dataCenter: unknown;
}

/** The customer whose journey is shown: collects everything that `shownCustomer` decides about. */
export class CustomerModel {
  readonly #host: CustomerHost;
  readonly #deferred: DeferredController;
  readonly #phones: PhoneLibrary;
  /** The desktop's task, or the error of reading it. */
  #task: Task | JourneyError | undefined;
  /** The addresses that the host gives. */
  #given: readonly Address[] = [];
  #shown = noTask;
  #lookUp: LookUpModel | undefined;
  #isLookUpWanted = false;

  constructor(host: CustomerHost, deferred: DeferredController) {
    this.#host = host;
    this.#deferred = deferred;
    this.#phones = createPhoneLibrary(() => host.requestUpdate());
  }

  /** Whose journey is shown. */
  get shown(): Shown {
    return this.#shown;
  }

  /** The look-up of another customer, once it is loaded. */
  get lookUp(): LookUpModel | undefined {
    return this.#lookUp;
  }

  /** Whether the agent wants to look up a customer, but the form is not loaded yet. */
  get isLookUpWanted(): boolean {
    return this.#isLookUpWanted;
  }

  /** Call before every paint. `signedIn`: there was a token. `hasToken`: there is one now. */
  follow(changed: PropertyValues<CustomerHost>, signedIn: boolean, hasToken: boolean): void {
    if (changed.has('interactionData') || changed.has('cadVariableLookup') || changed.has('customer')) this.#read();
    const parts = rootParts.get();
    if (parts !== undefined) this.#lookUp ??= new parts.LookUpModel(this.#host);
    const { agentId, enableUserSearch, organizationId } = this.#host;
    const situation: Situation = {
      task: this.#task,
      host: this.#given,
      lookUpEnabled: enableUserSearch,
      organizationId: textOf(organizationId),
      agentId: textOf(agentId),
      signedIn,
      regions: this.regions,
    };
    this.#lookUp?.follow(situation, hasToken);
    this.#shown = shownCustomer({ ...situation, lookUp: this.#lookUp?.lookUp }, this.#shown);
    if (this.#isLookUpWanted && this.#lookUp !== undefined) this.openLookUp();
  }

  /** The forms of the addresses to ask for. Empty until all are known. */
  get forms(): readonly string[] {
    const addresses = this.#shown.kind === 'customer' ? this.#shown.addresses : [];
    const forms = addresses.map((address) => this.#phones.forms(address, ...this.regions));
    return forms.includes(undefined) ? [] : [...new Set(forms.flatMap((some) => some ?? []))];
  }

  /** Where phone numbers without a country code belong: the region that the host names, and the usual one. */
  get regions() {
    return [textOf(this.#host.defaultRegion), regionOf(textOf(this.#host.dataCenter))] as const;
  }

  /** Opens the form, as soon as it is loaded. */
  readonly openLookUp = (): void => {
    this.#isLookUpWanted = this.#lookUp === undefined;
    this.#lookUp?.open();
    if (this.#isLookUpWanted) this.#deferred.retry();
  };

  /** Reading an object of the desktop may throw. Then nobody is shown. */
  #read(): void {
    const { cadVariableLookup, customer, interactionData } = this.#host;
    try {
      this.#task = readTask(interactionData, textOf(cadVariableLookup));
      this.#given = addressesOf(customer);
    } catch (cause) {
      this.#task = new JourneyError('task-unreadable', { cause });
    }
  }
}
