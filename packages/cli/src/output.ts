import { once } from 'node:events';

/** Writes to standard output and waits where the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  await write(visible(text));
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)) await once(process.stdout, 'drain');
}

export const printJson = (value: unknown): Promise<void> => write(JSON.stringify(value, null, 2));

/** One value of many, each on a line of its own. */
export const printJsonLine = (value: unknown): Promise<void> => write(JSON.stringify(value));

/** Notes for people, on standard error. */
export const note = (text: string): void =>
  void process.stderr.write(visible(text.endsWith('\n') ? text : `${text}\n`));

// Colours, which the command itself writes; else whatever moves, hides or turns text: controls, marks of direction, signs without width.
const colourOrUnseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /(\u001b\[\d{1,3}(?:;\d{1,3})*m)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text as a terminal may show it: what came from files, keys and values alike, cannot steer the terminal or look like something else. */
function visible(text: string): string {
  return text.replace(colourOrUnseen, (sign, colour: string | undefined) =>
    colour === undefined ? `\\u{${(sign.codePointAt(0) as number).toString(16)}}` : colour,
  );
}

/** A reader that has seen enough (`| head`) is no failure. */
export function quietWhenReaderLeaves(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}
