import { parentPort, workerData } from 'node:worker_threads';
import { holdAll } from './hold.ts';
import { round } from './questions.ts';
import { Tallies } from './tallies.ts';

/** Works through every so many rounds and sends what it counted after each question, until it is told to end. */
const { first, every } = workerData as { first: number; every: number };
let isEnded = false;
parentPort?.once('message', () => {
  isEnded = true;
});
for (let number = first; !isEnded; number += every) {
  for (const asked of round(number)) {
    if (isEnded) break;
    const tallies = new Tallies();
    await holdAll(asked, tallies);
    parentPort?.postMessage(tallies.counted);
  }
}
