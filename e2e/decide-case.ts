// Decides the case on standard input with the library's sources: node --conditions=@jingzhun/source e2e/decide-case.ts DAY
import { readFileSync } from 'node:fs';
import { decide } from '../packages/rules/src/index.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016.gen.ts';

const on = process.argv[2] ?? '';
console.log(JSON.stringify(decide(ruyuan2016, JSON.parse(readFileSync(0, 'utf8')), { on })));
