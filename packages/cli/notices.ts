import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** The folder of the package that holds a file of node_modules. */
const packageOf = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Writes the licences of the libraries whose code went into the bundle beside it, as these licences ask. */
export const notices: Plugin = {
  name: 'notices',
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(({ metafile }) => {
      const folders = new Set<string>();
      for (const { inputs } of Object.values(metafile?.outputs ?? {})) {
        for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
          const [folder] = packageOf.exec(file) ?? [];
          if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
        }
      }
      const texts = [...folders].map(noticeOf).sort();
      const out = build.initialOptions.outdir ?? 'dist';
      mkdirSync(out, { recursive: true });
      writeFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), texts.join('\n'));
    });
  },
};

function noticeOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (licence === undefined) throw new Error(`${name} comes without its licence`);
  return `${name} ${version}\n\n${readFileSync(join(folder, licence), 'utf8').trim()}\n\n`;
}
