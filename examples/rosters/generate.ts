/** Writes the invented county's roster beside this file; fails, and writes nothing, if a total differs from the printed one. */
import { writeFileSync } from 'node:fs';
import { rosterText } from './synthetic/roster.ts';

writeFileSync(new URL('ruyuan-2016.csv', import.meta.url), rosterText());
