export { JourneyError, type JourneyErrorKind } from './domain/error.js';
export type { JourneyEvent } from './domain/event.js';
export type { Alias, AliasKind, Person, PersonMatch } from './domain/person.js';
export type { Profile, ProfileAttribute } from './domain/profile.js';
export type { JourneySource, LiveSignal } from './sources/source.js';
export { WaylineJourney } from './elements/wayline-journey.js';
