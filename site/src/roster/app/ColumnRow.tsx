import type { JSX } from 'preact';
import { say } from '../../calculator/say.ts';
import type { Language } from '../../language.ts';
import type { RosterWords } from '../../words/roster-in.ts';
import type { FieldOption, HeaderMatch } from '../protocol.ts';

interface ColumnRowProps {
  readonly match: HeaderMatch;
  readonly words: RosterWords;
  readonly language: Language;
  readonly options: readonly FieldOption[];
  readonly field: string | null;
  readonly isChosen: boolean;
  readonly open: () => void;
  readonly take: (field: string) => void;
}

/** How a column is called where it has no header. */
export const nameOf = ({ header, index }: HeaderMatch, words: RosterWords): string =>
  header === '' ? say(words.unnamed, { n: index + 1 }) : header;

/** A column, some of its values, and the field that it fills. */
export function ColumnRow({
  match,
  words,
  language,
  options,
  field,
  isChosen,
  open,
  take,
}: ColumnRowProps): JSX.Element {
  const name = nameOf(match, words);
  const option = options.find((each) => each.name === field);
  const proposed = field === null && !isChosen && match.confidence === 'nearest' ? match.field : null;
  const proposal = options.find((each) => each.name === proposed);
  const confidence = isChosen ? 'chosen' : match.confidence;
  return (
    <tr data-column={match.index} data-field={field ?? ''} data-confidence={confidence}>
      <th scope="row" lang="zh-CN">
        {name}
      </th>
      <td class="roster-samples" lang="zh-CN" data-label={words.samples}>
        {match.samples.map((sample, place) => (
          <span key={place}>
            {sample}
            {place < match.samples.length - 1 && '、'}
          </span>
        ))}
      </td>
      <td data-label={words.field}>
        <span class="roster-field">
          <span class={option === undefined ? 'quiet' : undefined}>
            {option === undefined ? words.notUsed : <FieldName {...{ option, language, words }} />}
          </span>
          {proposal && (
            <span class="roster-proposal">
              {say(words.maybe, { field: proposal.label[language] })}{' '}
              <button type="button" class="link" onClick={() => take(proposal.name)}>
                {words.take}
              </button>
            </span>
          )}
          <button
            type="button"
            class="link"
            id={`change-${match.index}`}
            aria-label={say(words.changeOf, { column: name })}
            onClick={open}
          >
            {words.change}
          </button>
        </span>
      </td>
      <td class="quiet" data-label={words.confidence}>
        {words.confidences[confidence]}
      </td>
    </tr>
  );
}

function FieldName({ option, language, words }: { option: FieldOption; language: Language; words: RosterWords }) {
  return (
    <>
      {option.label[language]} <small class="quiet">{words.entities[option.entity]}</small>
    </>
  );
}
