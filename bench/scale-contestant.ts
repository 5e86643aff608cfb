/**
 * One contestant of bench/scale.ts in a process of its own: eight rules of Ruyuan over a registry, from Parquet to Parquet with totals,
 * which go beside the result.
 *
 * node --conditions=@jingzhun/source bench/scale-contestant.ts own|hand|careful REGISTRY RESULT
 */
import { writeFileSync } from 'node:fs';
import { type Who, work } from './scale-work.ts';

const [who, registry = '', out = ''] = process.argv.slice(2);
writeFileSync(`${out}.json`, JSON.stringify(await work(who as Who, registry, out)));
