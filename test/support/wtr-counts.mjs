import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

function countsOf(session) {
  const tests = testsOf(session.testResults);
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => !test.skipped && test.passed).length;
  const failed = tests.length - skipped - passed;
  // A file that did not load or a hook that threw leaves no failed test behind.
  return { passed, failed: failed || (session.passed ? 0 : 1), skipped };
}

const secondsOf = (session) => testsOf(session.testResults).reduce((sum, { duration = 0 }) => sum + duration / 1000, 0);

/** Writes `{passed, failed, skipped}` over all sessions, and the seconds of each file, to `file` as JSON. */
export function countsReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const counts of sessions.map(countsOf)) {
        for (const key of Object.keys(total)) total[key] += counts[key];
      }
      const seconds = Object.fromEntries(
        sessions.map((session) => [relative(process.cwd(), session.testFile), secondsOf(session)]),
      );
      writeFileSync(file, JSON.stringify({ ...total, seconds }));
    },
  };
}
