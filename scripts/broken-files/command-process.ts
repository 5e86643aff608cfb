import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Asked {
  readonly args: readonly string[];
  /** Where it is run. Beside it is a folder of the same name and `.tmp` for temporary files. */
  readonly folder: string;
}

/** What came of one run of the command. */
export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Errors that nobody caught. */
  readonly strays: readonly string[];
  /** Whether what all objects inherit is as it was. */
  readonly prototypes: boolean;
  readonly leftInTemporary: readonly string[];
  readonly milliseconds: number;
  /** Time of the processor in milliseconds, all threads together. */
  readonly processor: number;
  /** The most memory that the process has had so far. */
  readonly megabytes: number;
}

/** What one run may take. The clock is for runs that wait for something that never comes. */
export const bounds = { processorSeconds: 20, clockSeconds: 120, megabytes: 1536 } as const;

const host = fileURLToPath(new URL('./command-host.ts', import.meta.url));

/** The command in a process that answers one question after another. One that ends or hangs is told, and the next question starts another. */
export class CommandProcess {
  private child: ChildProcess | undefined;

  run(asked: Asked): Promise<Told | { readonly ended: string }> {
    this.child ??= fork(host, {
      execArgv: ['--conditions=@jingzhun/source', `--max-old-space-size=${bounds.megabytes}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const child = this.child;
    return new Promise((resolve) => {
      let said = '';
      const hear = (text: Buffer): void => {
        said = (said + text.toString('utf8')).slice(-2000);
      };
      const settle = (told: Told | { readonly ended: string }): void => {
        clearTimeout(clock);
        child.off('message', answered).off('exit', ended);
        child.stderr?.off('data', hear);
        if ('ended' in told) this.child = undefined;
        resolve(told);
      };
      const answered = (told: unknown): void => settle(told as Told);
      const ended = (code: number | null, signal: string | null): void =>
        settle({ ended: `the process ended with ${signal ?? code}: ${said}` });
      const clock = setTimeout(() => {
        child.kill('SIGKILL');
        settle({ ended: `no answer within ${bounds.clockSeconds} seconds` });
      }, bounds.clockSeconds * 1000);
      child.on('message', answered).on('exit', ended);
      child.stderr?.on('data', hear);
      child.send(asked);
    });
  }

  /** Ends the process, so that the next question is asked in a new one. */
  end(): void {
    this.child?.kill();
    this.child = undefined;
  }
}
