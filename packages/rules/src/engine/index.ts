export type { EngineFact } from './engine-facts.ts';
export {
  type EngineEvent,
  type EngineFinding,
  type EngineRules,
  type EngineRulesOptions,
  fromEngineRules,
} from './from-engine-rules.ts';
export { toEngine } from './to-engine.ts';
