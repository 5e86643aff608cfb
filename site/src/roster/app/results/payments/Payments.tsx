import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../../calculator/say.ts';
import { rosterWords } from '../../../../words/roster-in.ts';
import type {
  MeasureChoices,
  PaymentColumns,
  PaymentFile,
  PaymentMeasure,
  PaymentSummary,
} from '../../../protocol-payments.ts';
import { Notice } from '../../Notice.tsx';
import { useRequest } from '../../use-request.ts';
import { Working } from '../../Working.tsx';
import { grouped, type ResultsContext } from '../results-context.ts';
import { PaymentColumnsForm } from './PaymentColumnsForm.tsx';
import { PaymentMeasuresForm } from './PaymentMeasuresForm.tsx';
import { PaymentResult } from './PaymentResult.tsx';

interface PaymentsProps extends ResultsContext {
  readonly showNames: (names: boolean) => void;
}

/** Holds a list of what was paid against the results: choose it, say what its columns and programmes are, look at the differences. */
export function Payments(props: PaymentsProps): JSX.Element {
  const { client, words, language, summary } = props;
  const { payments } = words;
  const { ask, progress, trouble, cancel } = useRequest(client);
  const [file, setFile] = useState<PaymentFile>();
  const [columns, setColumns] = useState<PaymentColumns>();
  const [measures, setMeasures] = useState<readonly PaymentMeasure[]>();
  const [result, setResult] = useState<PaymentSummary>();

  const open = async (chosen: File) => {
    setMeasures(undefined);
    setResult(undefined);
    setFile(undefined);
    const found = await ask('openPayments', { file: chosen, language });
    setFile(found);
    setColumns(found?.columns);
  };
  const toMeasures = async () => {
    if (columns !== undefined) setMeasures(await ask('paymentMeasures', { columns, language }));
  };
  const compare = async (chosen: MeasureChoices) => {
    if (columns !== undefined) setResult(await ask('comparePayments', { columns, measures: chosen }));
  };
  const changeColumns = (changed: PaymentColumns) => {
    setColumns(changed);
    setMeasures(undefined);
    setResult(undefined);
  };
  if (!summary.rules.some(({ benefit }) => benefit)) return <p class="empty">{payments.noRules}</p>;
  return (
    <>
      <p class="results-lead">{payments.lead}</p>
      <div class="results-payments-file">
        <input
          type="file"
          id="payments-file"
          class="sr"
          accept=".csv,.txt,.xlsx,.xls,.xlsm"
          aria-describedby="payments-formats"
          onChange={(event) => {
            const { files } = event.currentTarget;
            const chosen = files?.[0];
            // The same file may be chosen again once it was corrected.
            if (chosen !== undefined) void open(chosen);
            event.currentTarget.value = '';
          }}
        />
        <label for="payments-file" class="button quiet-button">
          {file === undefined ? payments.choose : payments.other}
        </label>
        <p class="hint" id="payments-formats">
          {payments.formats}
        </p>
      </div>
      {trouble !== undefined && <Notice trouble={trouble} words={rosterWords[language]} language={language} />}
      {progress !== undefined && <Working progress={progress} words={rosterWords[language]} cancel={cancel} />}
      {file !== undefined && columns !== undefined && (
        <>
          <p role="status" class="results-opened">
            {say(payments.opened, { name: file.name, rows: grouped(file.rows) })}
          </p>
          <PaymentColumnsForm
            {...{ words, file, columns }}
            change={changeColumns}
            next={toMeasures}
            done={measures !== undefined}
          />
        </>
      )}
      {measures !== undefined && (
        <PaymentMeasuresForm
          key={JSON.stringify(measures)}
          {...props}
          measures={measures}
          compare={compare}
          change={() => setResult(undefined)}
        />
      )}
      {result !== undefined && <PaymentResult {...props} result={result} />}
    </>
  );
}
