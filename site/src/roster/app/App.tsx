import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../calculator/say.ts';
import type { Language } from '../../language.ts';
import { rosterWords, type StepName, steps } from '../../words/roster-in.ts';
import type { CommonTexts } from '../decided/common-facts.ts';
import type { CheckUp, FieldOption, OpenedFile, Reading, RosterClient, ValueColumn } from '../protocol.ts';
import { ColumnsStep } from './ColumnsStep.tsx';
import { proposePolicy, usePolicyChoice } from './choice.ts';
import { useChosenFile } from './chosen-file.ts';
import { type ColumnState, startColumns } from './column-state.ts';
import { DoubtsStep } from './DoubtsStep.tsx';
import { Notice } from './Notice.tsx';
import { ResultsStep } from './ResultsStep.tsx';
import { rememberedPolicy } from './remembered-fields.ts';
import { StepList } from './StepList.tsx';
import { useSlow } from './slow.ts';
import { useRequest } from './use-request.ts';
import { ValuesStep } from './ValuesStep.tsx';
import { Working } from './Working.tsx';

interface AppProps {
  readonly language: Language;
  readonly client: RosterClient;
}

/** The way from a file to its results. What was entered at a step stays when one goes back. */
export function App({ language, client }: AppProps): JSX.Element {
  const words = rosterWords[language];
  const [step, setStep] = useState<StepName>('file');
  const [options, setOptions] = useState<readonly FieldOption[]>([]);
  const [opened, setOpened] = useState<OpenedFile>();
  /** In the file: by it the policy was chosen. */
  const [place, setPlace] = useState<string>();
  const [columns, setColumns] = useState<ColumnState>();
  const [values, setValues] = useState<readonly ValueColumn[]>();
  const [valueChoices, setValueChoices] = useState<Reading['values']>({});
  const [checkUp, setCheckUp] = useState<CheckUp>();
  const [common, setCommon] = useState<CommonTexts>({});
  const changeCommon = useCallback(
    (fact: string, text: string) => setCommon((known) => ({ ...known, [fact]: text })),
    [],
  );
  const request = useRequest(client);
  const { ask } = request;
  const choice = usePolicyChoice(words);
  const body = useRef<HTMLDivElement>(null);

  const fields = useMemo(() => client.ask('fields', null), [client]);
  useEffect(() => {
    // Where the worker does not run, opening a file says so.
    fields.then(setOptions, () => undefined);
  }, [fields]);

  const open = useCallback(
    async (file: File | 'sample') => {
      setOpened(undefined);
      setColumns(undefined);
      setValues(undefined);
      setValueChoices({});
      setCheckUp(undefined);
      setStep('file');
      const found = await ask('open', { file });
      if (found === undefined) return;
      const known = new Set((await fields).map(({ name }) => name));
      const policy = found.policy ?? rememberedPolicy(found.chosen.fingerprint);
      const proposed = policy !== undefined && proposePolicy(policy);
      setPlace(proposed ? found.place : undefined);
      setOpened(found);
      setColumns(startColumns(found.chosen, (name) => known.has(name)));
      setStep('columns');
    },
    [ask, fields],
  );
  const isSlow = useSlow(request.progress !== undefined);
  useChosenFile(step === 'file' && !isSlow, open);

  const reading = useMemo<Reading | undefined>(
    () =>
      columns && {
        place: columns.headers.place,
        fields: columns.fields,
        values: valueChoices,
        fillHouseholds: columns.fillHouseholds,
      },
    [columns, valueChoices],
  );

  const changeColumns = (changed: ColumnState) => {
    setColumns(changed);
    // Other columns have other values.
    setValues(undefined);
    setValueChoices({});
    setCheckUp(undefined);
  };

  const toValues = async () => {
    if (reading === undefined) return;
    const found = values ?? (await ask('values', { place: reading.place, fields: reading.fields }));
    if (found === undefined) return;
    setValues(found);
    setStep('values');
  };

  const toDoubts = async () => {
    if (reading === undefined) return;
    if (choice === undefined) {
      // What is wrong with it stands beside it.
      document.getElementById('roster-date')?.focus();
      return;
    }
    const found = await ask('check', { reading, choice });
    if (found === undefined) return;
    setCheckUp(found);
    setStep('doubts');
  };

  // Another policy or day: ages and answers are others.
  const checkedFor = useRef(choice);
  useEffect(() => {
    const before = checkedFor.current;
    checkedFor.current = choice;
    if (choice === undefined || choice === before || checkUp === undefined || reading === undefined) return;
    void ask('check', { reading, choice }).then((found) => {
      setCheckUp(found);
      if (found === undefined) setStep('columns');
    });
  }, [choice, checkUp, reading, ask]);

  // Whoever went to another step goes on reading at its head.
  useEffect(() => {
    if (step === 'file') return;
    body.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [step]);

  const reached = new Set<StepName>(['file']);
  if (columns !== undefined) reached.add('columns');
  if (values !== undefined) reached.add('values');
  if (checkUp !== undefined) reached.add('doubts');
  if (checkUp !== undefined && checkUp.households > 0) reached.add('results');
  const go = (to: StepName) => {
    request.clear();
    setStep(to);
  };
  const back = () => go(steps[Math.max(0, steps.indexOf(step) - 1)] ?? 'file');

  return (
    <>
      <StepList words={words} step={step} reached={request.progress === undefined ? reached : new Set()} go={go} />
      {opened !== undefined && (
        <p class="roster-opened">
          <span>{words.opened}</span> <bdi>{opened.name}</bdi>
          {opened.encoding !== undefined && <span class="quiet"> {opened.encoding}</span>}
          {place !== undefined && <span class="hint"> {say(words.byPlace, { place })}</span>}
          {opened.synthetic && <strong class="roster-synthetic">{words.synthetic}</strong>}
        </p>
      )}
      {request.trouble !== undefined && <Notice trouble={request.trouble} words={words} language={language} />}
      {request.progress !== undefined && isSlow && (
        <Working progress={request.progress} words={words} cancel={request.cancel} />
      )}
      <div ref={body} hidden={isSlow}>
        {step === 'columns' && opened && columns && (
          <ColumnsStep
            {...{ language, words, client, options, opened, columns, ask }}
            change={changeColumns}
            back={() => go('file')}
            next={toValues}
          />
        )}
        {step === 'values' && values && (
          <ValuesStep
            {...{ language, words, options, values, back }}
            choices={valueChoices}
            change={setValueChoices}
            next={toDoubts}
          />
        )}
        {step === 'doubts' && checkUp && (
          <DoubtsStep {...{ language, words, client, checkUp, back }} next={() => setStep('results')} />
        )}
        {step === 'results' && checkUp && choice && opened && (
          <ResultsStep {...{ language, client, checkUp, choice, common, changeCommon, back }} file={opened.name} />
        )}
      </div>
      <p class="sr" role="status">
        {request.progress === undefined && step !== 'file' ? say(words.steps[step], {}) : ''}
      </p>
    </>
  );
}
