import { writeFileSync } from 'node:fs';

const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

function countsOf(session) {
  const tests = testsOf(session.testResults);
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => !test.skipped && test.passed).length;
  const failed = tests.length - skipped - passed;
  // A file that did not load or a hook that threw leaves no failed test behind.
  return { passed, failed: failed || (session.passed ? 0 : 1), skipped };
}

/** Writes `{passed, failed, skipped}` over all sessions to `file`, as JSON, when the run is over. */
export function countsReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const counts of sessions.map(countsOf)) {
        for (const key of Object.keys(total)) total[key] += counts[key];
      }
      writeFileSync(file, JSON.stringify(total));
    },
  };
}
