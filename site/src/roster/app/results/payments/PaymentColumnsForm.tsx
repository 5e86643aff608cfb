import type { JSX } from 'preact';
import type { RosterOutWords } from '../../../../words/roster-out.ts';
import type { PaymentColumns, PaymentField, PaymentFile } from '../../../protocol-payments.ts';

interface PaymentColumnsFormProps {
  readonly words: RosterOutWords;
  readonly file: PaymentFile;
  readonly columns: PaymentColumns;
  readonly change: (columns: PaymentColumns) => void;
  readonly next: () => void;
  /** The next step stands already. */
  readonly done: boolean;
}

const fields: readonly PaymentField[] = ['household', 'person', 'name', 'measure', 'amount'];

/** Which column holds what. */
export function PaymentColumnsForm({ words, file, columns, change, next, done }: PaymentColumnsFormProps): JSX.Element {
  const { payments } = words;
  const hasId = columns.household !== null || columns.person !== null;
  return (
    <fieldset class="results-payments">
      <legend>{payments.columns}</legend>
      <p class="hint">{payments.columnsLead}</p>
      <div class="results-choices">
        {fields.map((field) => {
          const isOpen = file.open.includes(field) && columns[field] === null;
          return (
            <div class="results-choice" key={field}>
              <label for={`payment-${field}`}>{payments.fields[field]}</label>
              <select
                id={`payment-${field}`}
                autocomplete="off"
                value={columns[field] === null ? '' : String(columns[field])}
                aria-describedby={isOpen ? `payment-${field}-open` : undefined}
                onChange={({ currentTarget: { value } }) =>
                  change({ ...columns, [field]: value === '' ? null : Number(value) })
                }
              >
                <option value="">{payments.notThere}</option>
                {file.headers.map((header, place) => (
                  // A column is its place.
                  <option key={place} value={String(place)}>
                    {header === '' ? `${place + 1}` : header}
                  </option>
                ))}
              </select>
              {isOpen && (
                <p class="error" id={`payment-${field}-open`}>
                  {payments.ambiguous}
                </p>
              )}
            </div>
          );
        })}
      </div>
      <p class="error" role="status">
        {!hasId && payments.needId}
      </p>
      {!done && (
        <button type="button" class="button" disabled={!hasId} onClick={next}>
          {payments.toMeasures}
        </button>
      )}
    </fieldset>
  );
}
