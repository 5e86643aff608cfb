/** Loaded before the command in a process of its own: tells through the fourth file what the run has taken and changed. */
import { writeSync } from 'node:fs';
import { inheritedNames } from './inherited.ts';

const before = inheritedNames();
process.once('exit', () => {
  const { user, system } = process.cpuUsage();
  const measured = {
    prototypes: inheritedNames() === before,
    processor: (user + system) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
  writeSync(3, JSON.stringify(measured));
});
