import type { Release } from './release.ts';

/** A day of a document: its signature, or its publication, which may come after it was already in force. */
interface DocumentDay {
  readonly what: 'issued' | 'published' | 'publishedLater';
  /** null where the document prints no day at all. */
  readonly day: string | null;
}

/** The days that a document prints, the earliest first. */
export function documentDays({
  files,
  policy,
}: {
  readonly files: { readonly policy: Pick<Release['files']['policy'], 'document'> };
  readonly policy: Pick<Release['policy'], 'force'>;
}): readonly DocumentDay[] {
  const { issued, published } = files.policy.document;
  const days: DocumentDay[] = [];
  if (issued) days.push({ what: 'issued', day: issued });
  if (published) days.push({ what: published > policy.force.from ? 'publishedLater' : 'published', day: published });
  return days.length === 0 ? [{ what: 'published', day: null }] : days;
}
