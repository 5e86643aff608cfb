/** A place of the site, named as it names itself. */
export interface Place {
  readonly title: string;
  readonly address: string;
  readonly text?: string;
}

export interface PlaceGroup {
  readonly title: string;
  readonly places: readonly Place[];
}

/** The plain text of /llms.txt, in the form of llmstxt.org: a heading, what it is, and lists of links. */
export function llmsText(title: string, lead: readonly string[], groups: readonly PlaceGroup[]): string {
  const lists = groups.map(({ title, places }) => `## ${title}\n\n${places.map(lineOf).join('\n')}\n`);
  return [`# ${title}\n`, ...lead.map((line) => `> ${line}\n`), ...lists].join('\n');
}

/** Brackets in a title would end the link. */
const lineOf = ({ title, address, text }: Place): string =>
  `- [${title.replace(/[[\]]/g, '')}](${address})${text === undefined ? '' : `: ${text.replace(/\s+/g, ' ')}`}`;
