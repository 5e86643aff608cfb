import type { Case } from '@jingzhun/rules';

/** How to get the answer of the page in a program of one's own. */
export interface Program {
  readonly json: string;
  readonly code: string;
  readonly command: string;
}

/**
 * The case, the call and the command that give the page's answer. The name of the policy's export follows from its id, as
 * for every policy of the library.
 */
export function programOf(policy: string, release: string, on: string, input: Case): Program {
  const name = policy.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const json = JSON.stringify(input, null, 2);
  return {
    json,
    code: `import { type Case, decide } from '@jingzhun/rules';
import { ${name} } from '@jingzhun/rules/policies/${policy}/${release}';

const input: Case = ${json};

const decision = decide(${name}, input, { on: '${on}' });
console.log(JSON.stringify(decision, null, 2));
`,
    command: `jingzhun decide case.json --policy ${policy} --release ${release} --on ${on} --json`,
  };
}
