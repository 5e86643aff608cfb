export { toEngine } from './to-engine.ts';
