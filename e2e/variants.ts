/** Whether all is run, by `pnpm e2e:every`: every look, every page in each and every case. Takes an hour. */
export const every = process.env.E2E_EVERY !== undefined;

/** A language, colours and the width of a screen, in which a page is looked at. */
export interface Look {
  readonly language: 'zh' | 'en';
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

/** How a test of a look is called. */
export const named = ({ language, colorScheme, width }: Look): string => `${language}, ${colorScheme}, ${width} px`;

const ends: readonly Look[] = [
  { language: 'zh', colorScheme: 'light', width: 320 },
  { language: 'en', colorScheme: 'dark', width: 1440 },
];

/** All looks; in a short run the two that have nothing in common, so that each language, colour and end is seen once. */
export const looks: readonly Look[] = every
  ? (['zh', 'en'] as const).flatMap((language) =>
      (['light', 'dark'] as const).flatMap((colorScheme) =>
        [320, 768, 1440].map((width) => ({ language, colorScheme, width })),
      ),
    )
  : ends;

/** Whether the page at a place of a list is looked at in the variant at a place of another; in a short run in one only. */
export const takesTurn = (page: number, variant: number): boolean => every || page % 2 === variant % 2;

/** A list, or in a short run at most so many of it, spread evenly from the first to the last. */
export function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (every || all.length <= most) return all;
  return Array.from({ length: most }, (_, at) => all[Math.round((at * (all.length - 1)) / (most - 1))] as T);
}
