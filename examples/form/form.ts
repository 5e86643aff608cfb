// A form made from the vocabulary, for what one policy grants to students and for houses. No framework, no request.
import { annotate, decide, JingzhunError } from '@jingzhun/rules';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { ruyuan2016Text } from '@jingzhun/rules/policies/ruyuan-2016/text';
import { type Case, labelOf } from '@jingzhun/schemas';
import { caseOf, type Question, questionsOf } from './fields.ts';

const on = '2017-09-01';
const rules: readonly string[] = ruyuan2016.rules
  .map(({ id }) => id)
  .filter((id) => /^ruyuan\.(education-aid|housing)\./.test(id));
const questions = questionsOf(ruyuan2016, rules, on);
const form = document.querySelector('form') as HTMLFormElement;
const result = document.querySelector('#result') as HTMLElement;

function option(value: string, text: string): HTMLOptionElement {
  return Object.assign(document.createElement('option'), { value, textContent: text });
}

function control({ name, control, choices }: Question): HTMLElement {
  if (control !== 'choice') return Object.assign(document.createElement('input'), { name, type: control, step: 'any' });
  const select = Object.assign(document.createElement('select'), { name });
  select.append(option('', '不知道 unknown'), ...choices.map(({ value, label }) => option(value, label)));
  return select;
}

for (const question of questions) {
  const label = document.createElement('label');
  label.append(question.label, control(question));
  form.append(label);
}

/** One line for each rule that is met or still open. */
function lines(given: Case): string[] {
  const { findings } = annotate(decide(ruyuan2016, given, { on }), ruyuan2016Text);
  return findings.flatMap(({ rule, title, status, outcomes, missing, cite }) => {
    if (!rules.includes(rule) || (status !== 'met' && status !== 'unknown')) return [];
    const amount = outcomes.flatMap(({ value, unit }) =>
      unit === 'yuan' && value !== null ? [`${value} 元 yuan`] : [],
    );
    const ask = missing.map((fact) => labelOf(fact)?.zh ?? fact).join('、');
    return [
      `${status === 'met' ? '✓' : '?'} ${title?.zh} ${amount.join(' ')} [${cite?.clause}] ${ask && `待补：${ask}`}`.trim(),
    ];
  });
}

function show(): void {
  const answers = new FormData(form);
  const given = caseOf(questions, (name) => String(answers.get(name) ?? ''));
  let texts: string[];
  try {
    texts = lines(given as Case);
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    texts = error.problems.map(({ path, zh, en }) => `${path}: ${zh} | ${en}`);
  }
  result.replaceChildren(...texts.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
}

form.addEventListener('input', show);
show();
