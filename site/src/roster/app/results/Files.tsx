import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../calculator/say.ts';
import { rosterWords } from '../../../words/roster-in.ts';
import type { ExportFormat } from '../../protocol-results.ts';
import { Notice } from '../Notice.tsx';
import { saveFile } from '../save-file.ts';
import { useRequest } from '../use-request.ts';
import { Working } from '../Working.tsx';
import { Cards } from './Cards.tsx';
import { grouped, type ResultsContext } from './results-context.ts';
import { useAnswer } from './use-answer.ts';

const formats: readonly ExportFormat[] = ['xlsx', 'csv', 'json'];

/** The results as files, and as cards to print. */
export function Files(context: ResultsContext): JSX.Element {
  const { client, words, query, language, summary } = context;
  const { files } = words;
  const request = useRequest(client);
  const [onlyFound, setOnlyFound] = useState(true);
  const [made, setMade] = useState('');
  const page = useAnswer(context, 'page', { ...query, offset: 0, limit: 0, names: false });
  const total = page?.total ?? 0;
  const all = summary.households - summary.refusedCount;
  const isNarrow = total < all;
  const isOnlyFound = isNarrow && onlyFound;
  const save = async (format: ExportFormat) => {
    setMade('');
    const only = isOnlyFound ? { only: { scope: query.scope, filter: query.filter } } : {};
    const blob = await request.ask('exportFile', { format, language, ...only });
    if (blob === undefined) return;
    const name = `${say(files.name, { policy: summary.policy.id, on: summary.on })}.${format}`;
    saveFile(blob, name);
    setMade(say(files.done, { name }));
  };
  const isWorking = request.progress !== undefined;
  return (
    <>
      <section class="results-files" aria-labelledby="files-title">
        <h3 id="files-title">{files.tables}</h3>
        <p class="results-lead">{files.tablesLead}</p>
        <p class="hint">{files.namesInFull}</p>
        {page && <p class="hint">{say(files.exported, { count: grouped(isOnlyFound ? total : all) })}</p>}
        {isNarrow && (
          <label class="results-names">
            <input
              type="checkbox"
              checked={onlyFound}
              onChange={(event) => setOnlyFound(event.currentTarget.checked)}
            />
            <span>{say(files.onlyFound, { count: grouped(total) })}</span>
          </label>
        )}
        <div class="results-actions">
          {formats.map((format) => (
            <button type="button" class="button" key={format} disabled={isWorking} onClick={() => save(format)}>
              {files[format]}
            </button>
          ))}
        </div>
        {/MicroMessenger/i.test(navigator.userAgent) && <p class="notice">{rosterWords[language].weChat}</p>}
        {isWorking && <Working progress={request.progress} words={rosterWords[language]} cancel={request.cancel} />}
        {request.trouble !== undefined && (
          <Notice trouble={request.trouble} words={rosterWords[language]} language={language} />
        )}
        <p class="hint" role="status">
          {made}
        </p>
      </section>
      <Cards {...context} total={total} />
    </>
  );
}
