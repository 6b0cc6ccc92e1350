/**
 * Classes and types for programs that use the widget or write a source of journeys.
 *
 * @module wayline/api
 */
export type { GivenAddress } from './domain/address/given-addresses.js';
export { JourneyError, type JourneyErrorDetails, type JourneyErrorKind } from './domain/base/journey-error.js';
export type { JourneyEvent, TimeOrigin } from './domain/event/event.js';
export type {
  InteractionRecord,
  InteractionStart,
  RecordedTotals,
  RecordedTurn,
} from './domain/interaction/interaction-record.js';
export type { Alias, AliasKind, Person, PersonMatch } from './domain/person/person.js';
export type { EditOutcome, PersonEdit } from './domain/person/person-edit.js';
export type { AttributeQuery, Profile, ProfileAttribute } from './domain/profile/profile.js';
export type { TimeFrame } from './domain/timeline/filter.js';
export type { JourneySource, LiveSignal } from './sources/journey-source.js';
export { WaylineJourney } from './elements/journey/wayline-journey.js';
