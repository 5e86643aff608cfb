import { type Language, say } from '../language.ts';
import { progressBar } from '../roster/progress.ts';

export interface Run {
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly progress: (done: number, of: number) => void;
}

/**
 * Decides a roster as a whole, with a bar where a person watches. What fails, or is interrupted, is undone; an interrupt ends the command.
 *
 * @param undo leaves nothing of it behind.
 */
export async function wholeRun<Result>(
  language: Language,
  work: (run: Run) => Promise<Result>,
  undo: () => void,
): Promise<Result> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const bar = await progressBar(say(language, { zh: '核对', en: 'Deciding' }), 1);
  try {
    return await work({ signal: interrupted.signal, progress: (done, of) => bar.update(done / of) });
  } catch (error) {
    undo();
    if (interrupted.signal.aborted) {
      bar.stop();
      process.exit(130);
    }
    throw error;
  } finally {
    bar.stop();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
