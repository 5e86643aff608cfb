import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../calculator/say.ts';
import type { RosterWords } from '../../words/roster-in.ts';
import type { HeaderPlace, OpenedFile, SheetHeaders } from '../protocol.ts';

interface HeaderPlaceFormProps {
  readonly words: RosterWords;
  readonly opened: OpenedFile;
  readonly headers: SheetHeaders;
  readonly take: (place: HeaderPlace) => void;
}

/** Which sheet, and where its headers stand, with the first rows to see it by. */
export function HeaderPlaceForm({ words, opened, headers, take }: HeaderPlaceFormProps): JSX.Element {
  const { place, preview } = headers;
  const [text, setText] = useState<string>();
  const most = place.row + place.rows + headers.rows - 1;
  const isRow = (row: number) => Number.isInteger(row) && row >= 1 && row <= most;
  const wrong = text !== undefined && !isRow(Number(text));
  const takeRow = () => {
    if (text === undefined || wrong || Number(text) === place.row) return;
    setText(undefined);
    take({ ...place, row: Number(text) });
  };
  const width = Math.max(0, ...preview.map((cells) => cells.length));
  return (
    <div class="roster-place">
      <div class="roster-bar">
        {opened.sheets.length > 1 && (
          <label>
            {words.sheet}{' '}
            <select
              value={place.sheet}
              onChange={(event) => take({ sheet: Number(event.currentTarget.value), row: 0, rows: 1 })}
            >
              {opened.sheets.map((name, index) => (
                <option key={name} value={index}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {words.headerRow}{' '}
          <input
            type="text"
            inputMode="numeric"
            id="header-row"
            class="roster-number"
            value={text ?? String(place.row)}
            aria-invalid={wrong}
            aria-describedby="header-row-error"
            onInput={(event) => setText(event.currentTarget.value)}
            onChange={takeRow}
          />
        </label>
        <label>
          {words.headerRows}{' '}
          <select
            value={place.rows}
            id="header-rows"
            onChange={(event) => take({ ...place, rows: event.currentTarget.value === '2' ? 2 : 1 })}
          >
            <option value={1}>{words.oneRow}</option>
            <option value={2}>{words.twoRows}</option>
          </select>
        </label>
      </div>
      <p class="error" id="header-row-error">
        {wrong ? say(words.headerWrong, { most }) : ''}
      </p>
      <details class="roster-preview">
        <summary>{words.preview}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard. */}
        <section class="scroll" tabIndex={0} aria-label={words.preview}>
          <table class="plain" lang="zh-CN">
            <tbody>
              {preview.map((cells, index) => (
                <tr
                  key={index}
                  class={index + 1 >= place.row && index + 1 < place.row + place.rows ? 'is-header' : undefined}
                >
                  <th scope="row">{index + 1}</th>
                  {Array.from({ length: width }, (_, column) => (
                    <td key={column}>{cells[column] ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </div>
  );
}
