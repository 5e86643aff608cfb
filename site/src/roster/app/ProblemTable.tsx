import type { JSX } from 'preact';
import type { Language } from '../../language.ts';
import type { RosterWords } from '../../words/roster-in.ts';
import type { RosterProblem } from '../protocol.ts';
import { Marked } from './Marked.tsx';

interface ProblemTableProps {
  readonly language: Language;
  readonly words: RosterWords;
  readonly problems: readonly RosterProblem[];
}

/** One line a problem: where, what it says, what is wrong, what to do, what became of it. */
export function ProblemTable({ language, words, problems }: ProblemTableProps): JSX.Element {
  const [row, column, value, problem, effect] = words.problemColumns;
  return (
    <table class="plain roster-problems">
      <thead>
        <tr>
          <th scope="col" class="numeric">
            {row}
          </th>
          <th scope="col">{column}</th>
          <th scope="col">{value}</th>
          <th scope="col">{problem}</th>
          <th scope="col">{effect}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((each, place) => (
          <tr key={place} data-kind={each.kind} data-code={each.code}>
            <th scope="row" class="numeric" data-label={row}>
              {each.row ?? words.wholeTable}
            </th>
            <td lang="zh-CN" data-label={column} data-empty={each.column === null ? '' : undefined}>
              {each.column ?? '—'}
            </td>
            <td lang="zh-CN" data-label={value} data-empty={each.value === null ? '' : undefined}>
              {each.value ?? '—'}
            </td>
            <td data-label={problem}>
              <span class="roster-kind">{words.kind[each.kind]}</span>{' '}
              <Marked text={each.reason[language]} language={language} />
              {each.suggestion[language] !== '' && (
                <span class="hint">
                  {' '}
                  <Marked text={each.suggestion[language]} language={language} />
                </span>
              )}
            </td>
            <td class="quiet" data-label={effect} data-empty={each.effect.zh === '' ? '' : undefined}>
              {each.effect[language] || '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
