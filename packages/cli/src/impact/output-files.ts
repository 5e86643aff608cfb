import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BarChart, chartsSvg } from '../charts/bar-chart.ts';
import { checkTargets, NewFile } from '../roster/new-file.ts';
import { fileFailure, unusable } from '../unusable.ts';

/** The CSV and the charts: all appear whole at the end, or none does. */
export class OutputFiles {
  readonly csv: NewFile | undefined;
  private readonly open: NewFile[] = [];
  private readonly svg: string | undefined;
  private readonly input: string;
  private readonly interrupted = () => {
    this.discard();
    process.exit(130);
  };
  private madeFolder = false;

  constructor(input: string, { csv, svg }: { readonly csv?: string; readonly svg?: string }) {
    this.input = input;
    this.svg = svg;
    const isOneFile = svg !== undefined && isSvg(svg);
    checkTargets(input, [
      ...(csv === undefined ? [] : [{ option: '--csv', path: csv }]),
      ...(isOneFile ? [{ option: '--svg', path: svg }] : []),
    ]);
    if (svg !== undefined && !isOneFile) checkFolder(svg);
    process.once('SIGINT', this.interrupted).once('SIGTERM', this.interrupted);
    this.csv = csv === undefined ? undefined : this.create(csv);
  }

  /** Writes the charts, one file each in a folder or all in one, and puts everything in its place. */
  async publish(charts: readonly BarChart[]): Promise<void> {
    if (this.svg !== undefined && isSvg(this.svg)) this.create(this.svg).write(chartsSvg(charts));
    else if (this.svg !== undefined) {
      const folder = this.svg;
      this.makeFolder(folder);
      const targets = charts.map((chart) => ({ chart, path: join(folder, `${chart.name}.svg`) }));
      checkTargets(
        this.input,
        targets.map(({ path }) => ({ option: '--svg', path })),
      );
      for (const { chart, path } of targets) this.create(path).write(chartsSvg([chart]));
    }
    for (const file of this.open) await file.close();
    for (const file of this.open) file.publish();
    this.open.length = 0;
    this.release();
  }

  discard(): void {
    for (const file of this.open) file.discard();
    this.open.length = 0;
    if (this.madeFolder && this.svg !== undefined) rmdirSync(this.svg);
    this.madeFolder = false;
    this.release();
  }

  private create(path: string): NewFile {
    const file = new NewFile(path);
    this.open.push(file);
    return file;
  }

  private makeFolder(folder: string): void {
    if (existsSync(folder)) return;
    try {
      mkdirSync(folder);
      this.madeFolder = true;
    } catch (error) {
      throw fileFailure(error, folder);
    }
  }

  private release(): void {
    process.off('SIGINT', this.interrupted).off('SIGTERM', this.interrupted);
  }
}

const isSvg = (path: string): boolean => /\.svg$/i.test(path);

function checkFolder(path: string): void {
  const wrong = existsSync(path) ? !statSync(path).isDirectory() : !existsSync(dirname(path));
  if (!wrong) return;
  throw unusable(
    'not-a-folder',
    '应为文件夹，或以 .svg 结尾的文件名',
    'should be a folder, or the name of a file that ends in .svg',
    { path: '--svg', file: path },
  );
}
