import { loadDeferred } from '../../src/elements/shared/loading/deferred.js';
import '../../src/index.js';

// Tests are about what is shown once all is there; test/e2e/widget/later.spec.ts is about the way to it.
await loadDeferred();
