import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../calculator/say.ts';
import type { Language } from '../../language.ts';
import type { RosterWords } from '../../words/roster-in.ts';
import type { FieldOption } from '../protocol.ts';
import { Marked } from './Marked.tsx';

interface FieldDialogProps {
  readonly words: RosterWords;
  readonly language: Language;
  readonly options: readonly FieldOption[];
  readonly column: string;
  readonly field: string | null;
  readonly choose: (field: string | null) => void;
  readonly close: () => void;
  /** The id of the control that gets the focus back. */
  readonly returnTo: string;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const isFound = ({ label, aliases, name }: FieldOption, wanted: string): boolean =>
  wanted === '' || [label.zh, label.en, name, ...aliases].some((word) => plain(word).includes(wanted));

/** The fields that a column can fill, to search and choose from. */
export function FieldDialog(props: FieldDialogProps): JSX.Element {
  const { words, language, options, column, field, choose, close, returnTo } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    dialog.current?.showModal();
    return () => {
      requestAnimationFrame(() => document.getElementById(returnTo)?.focus());
    };
  }, [returnTo]);
  const found = options.filter((option) => isFound(option, plain(text)));
  return (
    <dialog ref={dialog} class="roster-dialog" aria-labelledby="dialog-title" onClose={close}>
      <div class="roster-dialog-head">
        <h3 id="dialog-title">
          <Marked text={say(words.dialogTitle, { column })} language={language} />
        </h3>
        <button type="button" class="button quiet-button" onClick={close}>
          {words.close}
        </button>
      </div>
      <label class="roster-find">
        {words.find}
        <input type="search" autocomplete="off" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <p class="hint" role="status">
        {found.length === 0 ? words.nothingFound : say(words.found, { n: found.length })}
      </p>
      <div class="roster-options">
        <button type="button" aria-pressed={field === null} onClick={() => choose(null)}>
          {words.notUsed}
        </button>
        {(['person', 'household'] as const).map((entity) => {
          const own = found.filter((option) => option.entity === entity);
          if (own.length === 0) return null;
          return (
            <fieldset key={entity}>
              <legend>{words.entities[entity]}</legend>
              {own.map((option) => (
                <button
                  key={option.name}
                  type="button"
                  data-option={option.name}
                  aria-pressed={option.name === field}
                  onClick={() => choose(option.name)}
                >
                  {option.label[language]}
                  {language === 'zh' ? null : (
                    <small class="quiet" lang="zh-CN">
                      {' '}
                      {option.label.zh}
                    </small>
                  )}
                </button>
              ))}
            </fieldset>
          );
        })}
      </div>
    </dialog>
  );
}
