import { loadDeferred } from '../../src/elements/shared/loading/deferred.js';
import '../../src/index.js';

// Tests check the widget after everything is loaded. test/e2e/widget/later.spec.ts checks the loading.
await loadDeferred();
