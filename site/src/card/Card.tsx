import type { JSX } from 'preact';
import { Figures } from '../calculator/Figures.tsx';
import { cardWords } from '../words/card.ts';
import type { CardModel } from './card-model.ts';
import { SumList } from './SumList.tsx';

interface CardProps {
  readonly card: CardModel;
  /** Of its heading among those of the page. */
  readonly level?: 2 | 5;
}

/** A household's card: one A4 page for most households, more where there is more to say. */
export function Card({ card, level = 2 }: CardProps): JSX.Element {
  const { card: words } = cardWords[card.language];
  const Title = `h${level}` as const;
  const Part = `h${level + 1}` as 'h3' | 'h6';
  return (
    <article class="paper-card" data-variant={card.variant} lang={card.language === 'zh' ? 'zh-CN' : 'en'}>
      <header>
        <Title class="paper-title">
          {card.title}
          {card.synthetic && <span class="paper-synthetic">{words.synthetic}</span>}
        </Title>
        <dl class="paper-head">
          {card.head.map(({ label, text, chinese }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd lang={chinese ? 'zh-CN' : undefined}>{text}</dd>
            </div>
          ))}
        </dl>
      </header>
      {card.members && <Members members={card.members} title={words.members} />}
      <Part class="paper-part">{words.met}</Part>
      {card.met.length === 0 ? <p class="empty">{words.noneMet}</p> : <Met card={card} />}
      {card.met.some(({ amount }) => amount === '') && <p class="paper-note">{words.noAmount}</p>}
      {card.withheld > 0 && <p class="paper-note">{words.withheld.replace('{count}', String(card.withheld))}</p>}
      {card.total.length > 0 && (
        <p class="paper-total">
          {words.total}{' '}
          <strong>
            <SumList sums={card.total} mark={card.language === 'zh' ? '；' : '; '} />
          </strong>
        </p>
      )}
      {card.variant === 'visit' && <Visit card={card} Part={Part} />}
      <footer>
        {card.variant === 'visit' ? <Signatures card={card} /> : <p>{words.objection}</p>}
        <p class="paper-unofficial">{words.unofficial}</p>
      </footer>
    </article>
  );
}

function Members({
  members,
  title,
}: {
  readonly members: NonNullable<CardModel['members']>;
  readonly title: string;
}): JSX.Element {
  return (
    <table class="paper-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          {members.columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.rows.map((row, place) => (
          <tr key={row[0] ?? place}>
            {row.map((cell, column) => (
              <td key={members.columns[column]}>
                <Names text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Met({ card }: { readonly card: CardModel }): JSX.Element {
  const { card: words } = cardWords[card.language];
  return (
    <table class="paper-table wide">
      <thead>
        <tr>
          <th scope="col">{words.measure}</th>
          <th scope="col">{words.who}</th>
          <th scope="col" class="numeric">
            {words.amount}
          </th>
          <th scope="col">{words.clause}</th>
        </tr>
      </thead>
      <tbody>
        {card.met.map(({ title, who, amount, clauses, alarm, remark }) => (
          <tr key={`${title} ${who} ${amount}`}>
            <th scope="row">
              <Figures text={title} />
              {alarm !== '' && <span class="paper-alarm"> {alarm}</span>}
              {remark !== '' && <span class="paper-remark"> {remark}</span>}
            </th>
            <td>
              <Names text={who} />
            </td>
            <td class="numeric">
              <Figures text={amount || '—'} />
            </td>
            <td>
              <Clauses clauses={clauses} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What only a visitor needs: what to ask, with room to write, and why the rest is not met. */
function Visit({ card, Part }: { readonly card: CardModel; readonly Part: 'h3' | 'h6' }): JSX.Element {
  const { card: words } = cardWords[card.language];
  return (
    <>
      <Part class="paper-part">{words.ask}</Part>
      {card.questions.length === 0 ? (
        <p class="empty">{words.noneAsk}</p>
      ) : (
        <table class="paper-table wide">
          <thead>
            <tr>
              <th scope="col">{words.facts}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.concerns}</th>
              <th scope="col">{words.found}</th>
            </tr>
          </thead>
          <tbody>
            {card.questions.map(({ fact, who, measures }) => (
              <tr key={fact}>
                <th scope="row">{fact}</th>
                <td>
                  <Names text={who} />
                </td>
                <td>{measures}</td>
                <td class="paper-blank" />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {card.moreQuestions > 0 && (
        <p class="paper-note">{words.moreQuestions.replace('{count}', String(card.moreQuestions))}</p>
      )}
      {card.unmet.length > 0 && (
        <>
          <Part class="paper-part">{words.unmet}</Part>
          <ul class="paper-unmet">
            {card.unmet.map(({ title, why, clauses }) => (
              <li key={title}>
                <Figures text={title} /> <Clauses clauses={clauses} />
                {why !== '' && (
                  <span class="quiet">
                    {' '}
                    <Figures text={why} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A list of names: a line ends between them. */
function Names({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text.split(/(?<=、)|(?<=,) /).flatMap((name, place) => [
        place > 0 && text.includes(', ') ? ' ' : '',
        <span key={place} class="paper-name">
          {name}
        </span>,
      ])}
    </>
  );
}

/** None is broken at the end of a line. */
function Clauses({ clauses }: { readonly clauses: readonly string[] }): JSX.Element {
  return (
    <span class="paper-clauses" lang="zh-CN">
      {clauses.map((clause, place) => (
        <span key={clause}>
          {clause}
          {place < clauses.length - 1 && '、'}
        </span>
      ))}
    </span>
  );
}

function Signatures({ card }: { readonly card: CardModel }): JSX.Element {
  const { card: words } = cardWords[card.language];
  return (
    <dl class="paper-signatures">
      {[words.headSigns, words.visitorSigns, words.visitDate].map((label) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd />
        </div>
      ))}
    </dl>
  );
}
