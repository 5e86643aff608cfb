import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MeasureChoices, PaymentMeasure } from '../../../protocol-payments.ts';
import { grouped, type ResultsContext } from '../results-context.ts';

interface PaymentMeasuresFormProps extends ResultsContext {
  readonly measures: readonly PaymentMeasure[];
  readonly compare: (measures: MeasureChoices) => void;
  /** What was compared before no longer holds. */
  readonly change: () => void;
}

/** Which policy each programme of the list is. */
export function PaymentMeasuresForm(props: PaymentMeasuresFormProps): JSX.Element {
  const { measures, compare, change, words, summary, text } = props;
  const { payments } = words;
  const [choices, setChoices] = useState<MeasureChoices>(() =>
    Object.fromEntries(measures.map(({ text: measure, rule }) => [measure, rule])),
  );
  const benefits = summary.rules.filter(({ benefit }) => benefit);
  const hasRule = Object.values(choices).some((rule) => rule !== null);
  return (
    <fieldset class="results-payments">
      <legend>{payments.measures}</legend>
      <p class="hint">{payments.measuresLead}</p>
      <table class="plain results-measures">
        <thead>
          <tr>
            <th scope="col">{payments.measure}</th>
            <th scope="col" class="numeric">
              {payments.count}
            </th>
            <th scope="col">{payments.rule}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map(({ text: measure, count, rule, certain }, place) => {
            const called = measure === '' ? payments.whole : measure;
            const isGuess = rule !== null && !certain && choices[measure] === rule;
            return (
              <tr key={measure}>
                <th scope="row" id={`measure-${place}`} lang={measure === '' ? undefined : 'zh-CN'}>
                  {called}
                </th>
                <td class="numeric" data-label={payments.count}>
                  {grouped(count)}
                </td>
                <td data-label={payments.rule}>
                  <select
                    aria-labelledby={`measure-${place}`}
                    autocomplete="off"
                    value={choices[measure] ?? ''}
                    onChange={({ currentTarget: { value } }) => {
                      setChoices({ ...choices, [measure]: value === '' ? null : value });
                      change();
                    }}
                  >
                    <option value="">{payments.skip}</option>
                    {benefits.map(({ rule: id, clause }) => (
                      <option key={id} value={id}>{`${clause} ${text.rule(id)}`}</option>
                    ))}
                  </select>
                  {isGuess && <p class="hint">{payments.guess}</p>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="error" role="status">
        {!hasRule && payments.needRule}
      </p>
      <button type="button" class="button" disabled={!hasRule} onClick={() => compare(choices)}>
        {payments.compare}
      </button>
    </fieldset>
  );
}
