/** A bar on standard error where a person watches; nothing elsewhere. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

export async function progressBar(label: string, total: number): Promise<Progress> {
  if (!process.stderr.isTTY || total <= 0) return { update: () => {}, stop: () => {} };
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar(
    {
      format: `${label} {bar} {percentage}%`,
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
      barsize: 40,
    },
    progress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return { update: (done) => bar.update(Math.min(done, total)), stop: () => bar.stop() };
}
