import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../calculator/say.ts';
import type { Language } from '../../language.ts';
import { compareWords } from '../../words/compare.ts';
import { WorkerCancelled } from '../../worker/client.ts';
import type { Progress } from '../../worker/messages.ts';
import type { Chooser, FieldFault } from '../chooser.ts';
import { grouped } from '../grouped.ts';
import type { CompareClient, HeldRoster, Question, Requests } from '../protocol.ts';
import type { FigureView, OutcomeView } from '../views.ts';
import type { WhatIf } from '../what-if.ts';
import { besides } from './besides.ts';
import { fieldFaults, type Typed, whatIfOf } from './changes.ts';
import { Outcome } from './Outcome.tsx';
import { Run } from './Run.tsx';
import { WhatIfPanel } from './WhatIfPanel.tsx';

interface AppProps {
  readonly language: Language;
  readonly chooser: Chooser;
  readonly client: CompareClient;
  /** What the address asks for. */
  readonly start: { readonly whatIf?: WhatIf | undefined; readonly atOnce: boolean };
  /** Sets what is called when the form above changes. */
  listen(changed: () => void): void;
  /** Tells what the address should say. */
  onQuestion(question: Question): string;
}

/** The change that is tried out, the button that compares, and what comes of it. */
export function App({ language, chooser, client, start, listen, onQuestion }: AppProps): JSX.Element {
  const words = compareWords[language];
  const [choice, setChoice] = useState(() => chooser.choice());
  const [figures, setFigures] = useState<readonly FigureView[]>();
  const [typed, setTyped] = useState<Typed>(() => ({
    from: start.whatIf?.from ?? chooser.choice().a?.on ?? '',
    document: start.whatIf?.document ?? words.whatIf.example,
    clause: start.whatIf?.clause ?? words.whatIf.exampleClause,
    changes: [],
  }));
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [progress, setProgress] = useState<Progress>();
  const [said, setSaid] = useState('');
  const [result, setResult] = useState<{
    readonly outcome: OutcomeView;
    readonly link: string;
    readonly roster: HeldRoster | undefined;
  }>();
  const [failed, setFailed] = useState(false);
  const latest = useRef(typed);
  latest.current = typed;
  const running = useRef<AbortController>(null);
  const held = useRef<{ readonly file: File | undefined; readonly roster: HeldRoster }>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { a, drafts } = choice;

  useEffect(() => listen(() => setChoice(chooser.choice())), [chooser, listen]);

  // The figures are those of the release beside it; another release has others.
  const release = a === undefined ? '' : `${a.policy}@${a.release}`;
  const pending = useRef(start.whatIf);
  useEffect(() => {
    if (a === undefined) return;
    let current = true;
    setFigures(undefined);
    const { policy, release, on } = a;
    const day = pending.current?.from ?? on;
    client.ask('figures', { policy, release, on: day }).then((found) => {
      if (!current) return;
      setFigures(found);
      const wanted = pending.current;
      pending.current = undefined;
      const changes = wanted?.edits.flatMap(({ of, name, path, value }) => {
        const figure = found.find(({ key }) => key === JSON.stringify([of, name, path]));
        return figure === undefined ? [] : [{ figure, text: String(value) }];
      });
      setTyped((before) => ({ ...before, from: wanted?.from ?? on, changes: changes ?? [] }));
      if (wanted !== undefined && start.atOnce && changes?.length === wanted.edits.length) void compare(wanted, false);
    }, fail);
    return () => {
      current = false;
    };
  }, [release]);

  useEffect(() => {
    if (start.atOnce && start.whatIf === undefined) void compare(undefined, false);
  }, []);

  function fail(): void {
    setFailed(true);
    setProgress(undefined);
  }

  /** Asks, shows how far it is, and can be cancelled; undefined where it was. */
  async function ask<Name extends keyof Requests>(
    name: Name,
    send: Requests[Name]['send'],
  ): Promise<Requests[Name]['answer'] | undefined> {
    const own = new AbortController();
    running.current = own;
    try {
      return await client.ask(name, send, { progress: setProgress, signal: own.signal });
    } catch (error) {
      if (error instanceof WorkerCancelled) return undefined;
      throw error;
    }
  }

  function submit(): void {
    const wrong = chooser.faults();
    const whatIf = drafts ? whatIfOf(typed, words) : undefined;
    const all = [...wrong, ...(whatIf !== undefined && 'faults' in whatIf ? whatIf.faults : [])];
    setFaults(all);
    setSaid('');
    if (all.length > 0) return;
    void compare(whatIf as WhatIf | undefined, true);
  }

  async function compare(whatIf: WhatIf | undefined, focus: boolean): Promise<void> {
    const { a, b, file } = chooser.choice();
    if (a === undefined || b === undefined || file === 'missing') return;
    setFaults([]);
    setResult(undefined);
    setFailed(false);
    setSaid('');
    setProgress({ stage: 'decide', done: null });
    try {
      if (held.current === null || held.current.file !== file) {
        // The worker lets go of the one before at once.
        held.current = null;
        const roster = await ask('roster', { file });
        if (roster === undefined) return cancelled();
        if ('refused' in roster) {
          setProgress(undefined);
          setFaults(
            roster.refused.map((sentence) => ({ id: 'roster-file', field: words.form.file, text: sentence[language] })),
          );
          return;
        }
        held.current = { file, roster };
      }
      const question: Question = { a, b, whatIf };
      const outcome = await ask('compare', question);
      if (outcome === undefined) return cancelled();
      setProgress(undefined);
      if ('faults' in outcome) {
        setFaults(fieldFaults(outcome.faults, latest.current, words));
        return;
      }
      setResult({ outcome, link: onQuestion(question), roster: held.current?.roster });
      const { gains, loses, same } = outcome.counts;
      const done = say(words.progress.done, {
        gained: grouped(gains.households),
        lost: grouped(loses.households),
        same: grouped(same.households),
      });
      setSaid([done, ...besides(outcome, words)].join(words.list));
      if (focus) requestAnimationFrame(() => heading.current?.focus());
    } catch {
      fail();
    }
  }

  function cancelled(): void {
    setProgress(undefined);
    setSaid(words.progress.cancelled);
  }

  return (
    <>
      {drafts && (
        <WhatIfPanel
          {...{ words, figures, typed, faults }}
          onTyped={(next, told) => {
            setTyped(next);
            if (told !== undefined) setSaid(told);
          }}
        />
      )}
      <Run {...{ words, progress, said, faults, failed }} onRun={submit} onCancel={() => running.current?.abort()} />
      {result && <Outcome key={result.link} {...{ words, client, heading, ...result }} />}
    </>
  );
}
