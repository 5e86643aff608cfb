import type { Policy, PolicyText } from '@jingzhun/rules';
import { areaInEnglish } from '@jingzhun/schemas';
import pc from 'picocolors';
import type { Language } from '../language.ts';
import { print, printJson } from '../output.ts';
import { allPolicies, findPolicy } from '../policies.ts';
import { policyPage } from '../wording/policy-page.ts';
import { type CommonOptions, languageOf } from './options.ts';

interface Loaded {
  readonly policy: Policy;
  readonly text: PolicyText;
}

/** `jingzhun policies`: what there is, or one policy in full. */
export async function policiesCommand(id: string | undefined, options: CommonOptions): Promise<void> {
  const language = languageOf(options);
  const loaded =
    id === undefined ? await all(options.policies) : [await findPolicy({ policy: id, policies: options.policies }, '')];
  if (options.json) await printJson(loaded.map(listing));
  else if (id !== undefined && loaded[0]) await print(policyPage(loaded[0].policy, loaded[0].text, language));
  else await print(loaded.map((each) => summary(each, language)).join('\n\n'));
}

async function all(folder: string | undefined): Promise<Loaded[]> {
  const modules = Object.values(await allPolicies(folder));
  return Promise.all(modules.map(async ({ policy, text }) => ({ policy: await policy(), text: await text() })));
}

/** The contract of `--json`. */
function listing({ policy, text }: Loaded) {
  const forces = new Map<string, Policy['force']>();
  for (const { id, force } of policy.rules) forces.set(id, { from: forces.get(id)?.from ?? force.from, to: force.to });
  return {
    id: policy.id,
    title: text.document.title,
    document: policy.document,
    jurisdiction: text.document.jurisdiction,
    releases: text.releases,
    provisions: text.sections.flatMap(({ provisions }) =>
      provisions.map(({ id, kind, subject, clause, computable, why }) => ({
        id,
        kind,
        subject,
        clause,
        computable,
        inForce: forces.get(id) ?? null,
        ...(why === undefined ? {} : { why }),
      })),
    ),
  };
}

function summary({ policy, text }: Loaded, language: Language): string {
  const { document } = text;
  const provisions = text.sections.flatMap((section) => section.provisions);
  const count = (computable: string) => provisions.filter((provision) => provision.computable === computable).length;
  const { jurisdiction } = document;
  const place = language === 'zh' ? Object.values(jurisdiction).join('') : areaInEnglish(jurisdiction);
  const to = policy.force.to ?? '';
  const zh = `可计算 ${count('full')} 条，部分可计算 ${count('partial')} 条，仅列出 ${count('none')} 条`;
  const en = `${count('full')} computable, ${count('partial')} in part, ${count('none')} listed`;
  return [
    `${pc.bold(policy.id)}  ${policy.release}`,
    `  ${document.title[language]}`,
    `  ${[document.number, place, `${policy.force.from} – ${to}`].filter(Boolean).join('  ')}`,
    `  ${language === 'zh' ? zh : en}`,
  ].join('\n');
}
