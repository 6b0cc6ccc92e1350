export { JourneyError, type JourneyErrorKind } from './domain/base/journey-error.js';
export type { JourneyEvent } from './domain/event/event.js';
export type { Alias, AliasKind, Person, PersonMatch } from './domain/person/person.js';
export type { Profile, ProfileAttribute } from './domain/profile/profile.js';
export type { JourneySource, LiveSignal } from './sources/journey-source.js';
export { WaylineJourney } from './elements/journey/wayline-journey.js';
