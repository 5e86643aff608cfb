import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../../calculator/say.ts';
import type { PaymentCase, PaymentKind, PaymentSummary } from '../../../protocol-payments.ts';
import { saveFile } from '../../save-file.ts';
import { Pager } from '../Pager.tsx';
import { grouped, type ResultsContext } from '../results-context.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { useAnswer } from '../use-answer.ts';

interface PaymentResultProps extends ResultsContext {
  readonly result: PaymentSummary;
  readonly showNames: (names: boolean) => void;
}

const kinds: readonly PaymentKind[] = ['not-paid', 'not-entitled', 'amount', 'open', 'stranger'];
const limit = 50;

/** How many differences of each kind there are, and the list of one kind. */
export function PaymentResult(props: PaymentResultProps): JSX.Element {
  const { result, client, words, language, names, summary, text, showNames } = props;
  const { payments } = words;
  const [kind, setKind] = useState<PaymentKind>(kinds.find((each) => result.counts[each] > 0) ?? 'not-paid');
  const [offset, setOffset] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const page = useAnswer(props, 'paymentCases', { kind, offset, limit, names });
  const { passedOver } = result;
  const left = [
    [passedOver['no-id'], payments.noId],
    [passedOver['no-measure'], payments.noMeasure],
    [passedOver['no-amount'], payments.noAmount],
  ] as const;
  const leftTexts = left.flatMap(([count, sentence]) => (count > 0 ? [say(sentence, { count: grouped(count) })] : []));
  const save = async () => {
    const name = say(payments.fileName, { policy: summary.policy.id, on: summary.on });
    saveFile(await client.ask('paymentsFile', { language }), name);
  };
  return (
    <section aria-labelledby="payments-title" class="results-payments-result">
      <h3 id="payments-title" tabIndex={-1} ref={title}>
        {payments.result}
      </h3>
      <p class="results-lead">
        {say(payments.resultLead, { rows: grouped(result.rows), agreeing: grouped(result.agreeing) })}
        {language === 'en' && ' '}
        {leftTexts.length > 0 && say(payments.passedOver, { list: leftTexts.join(text.answer.comma) })}
      </p>
      <fieldset class="results-kinds">
        <legend class="sr">{payments.kind}</legend>
        {kinds.map((each) => (
          <button
            type="button"
            key={each}
            aria-pressed={each === kind}
            data-kind={each}
            onClick={() => {
              setKind(each);
              setOffset(0);
            }}
          >
            <strong>{grouped(result.counts[each])}</strong> {payments.kinds[each].name}
            <span class="hint">{payments.kinds[each].about}</span>
            <Money {...props} kind={each} />
          </button>
        ))}
      </fieldset>
      <div class="results-filter-foot">
        <label class="results-names">
          <input type="checkbox" checked={names} onChange={(event) => showNames(event.currentTarget.checked)} />
          <span>{words.filter.names}</span>
        </label>
        <button type="button" class="button" onClick={save}>
          {payments.download}
        </button>
      </div>
      {page?.total === 0 && <p class="empty">{payments.none}</p>}
      {page !== undefined && page.total > 0 && (
        <>
          <CaseTable {...props} cases={page.cases} caption={payments.kinds[kind].name} />
          <Pager {...{ words, offset, limit }} total={page.total} turn={setOffset} />
        </>
      )}
    </section>
  );
}

function Money({ result, kind, words, text }: PaymentResultProps & { readonly kind: PaymentKind }): JSX.Element | null {
  const { paid, due } = result.money[kind];
  const { payments } = words;
  const lines = [
    ...(due > 0 ? [`${payments.dueCertain} ${text.number(due)}`] : []),
    ...(paid > 0 ? [`${payments.paid} ${text.number(paid)}`] : []),
  ];
  return lines.length === 0 ? null : <span class="results-kind-money">{lines.join(' · ')}</span>;
}

interface CaseTableProps extends ResultsContext {
  readonly cases: readonly PaymentCase[];
  readonly caption: string;
}

function CaseTable({ cases, caption, words, text }: CaseTableProps): JSX.Element {
  const { payments } = words;
  const money = (value: number | null): string => (value === null ? '—' : text.number(value));
  return (
    <ScrollRegion class="scroll" label={caption}>
      <table class="plain results-cases">
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{payments.name}</th>
            <th scope="col">{payments.id}</th>
            <th scope="col">{payments.village}</th>
            <th scope="col">{payments.rule}</th>
            <th scope="col" class="numeric">
              {payments.due}
            </th>
            <th scope="col" class="numeric">
              {payments.paid}
            </th>
            <th scope="col" class="numeric">
              {payments.rosterRow}
            </th>
            <th scope="col" class="numeric">
              {payments.listRows}
            </th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ rule, id, name, village, rosterRow, listRows, paid, due }) => (
            <tr key={`${rule} ${rosterRow} ${listRows.join(' ')}`}>
              <th scope="row" lang="zh-CN">
                {name ?? '—'}
              </th>
              <td class="numeric-left">{id ?? '—'}</td>
              <td lang="zh-CN">{village ?? '—'}</td>
              <td>{text.rule(rule)}</td>
              <td class="numeric">{money(due)}</td>
              <td class="numeric">{money(paid)}</td>
              <td class="numeric">{rosterRow ?? '—'}</td>
              <td class="numeric">{listRows.join('、') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
