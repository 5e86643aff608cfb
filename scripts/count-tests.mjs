// Adds up the reports of the test runners, names what failed and why, and prints the one line that says how the run went.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const second = 'passed the second time';
let passed = 0;
let failed = 0;
let skipped = 0;

function name(how, where, message) {
  const why = stripVTControlCharacters(message ?? '')
    .trim()
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .slice(0, 8);
  console.log([`${how}: ${where}`, ...why].join('\n  '));
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

for (const path of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(path, 'utf8'));
  if ('stats' in report) {
    passed += report.stats.expected + report.stats.flaky;
    failed += report.stats.unexpected;
    skipped += report.stats.skipped;
    for (const { ok, file, title, tests } of specsOf(report)) {
      const error = tests.flatMap(({ results }) => results).find((result) => result.error)?.error;
      if (error) name(ok ? second : 'failed', `${file}: ${title}`, error.message);
    }
  } else {
    passed += report.numPassedTests;
    // A file that fails to load holds no tests, yet it has failed.
    const unloaded = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    failed += report.numFailedTests + unloaded.length;
    skipped += report.numPendingTests + report.numTodoTests;
    for (const file of report.testResults) {
      const at = relative(process.cwd(), file.name);
      if (unloaded.includes(file)) name('failed', at, file.message);
      for (const { status, fullName, failureMessages } of file.assertionResults)
        if (failureMessages.length > 0)
          name(status === 'failed' ? 'failed' : second, `${at}: ${fullName}`, failureMessages[0]);
    }
  }
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
