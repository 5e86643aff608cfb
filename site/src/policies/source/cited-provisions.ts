import type { Computable } from '../../words/policy-source.ts';

/** A provision of the page with the sentences that it cites. */
export interface CitedProvision {
  readonly id: string;
  readonly title: string;
  readonly computable: Computable;
  readonly digests: readonly string[];
  readonly article: HTMLElement;
}

/** The provisions as the page shows them, in its order. */
export function citedProvisions(): readonly CitedProvision[] {
  return [...document.querySelectorAll<HTMLElement>('.provision')].map((article) => {
    const heading = article.querySelector('h3');
    return {
      id: heading?.id ?? '',
      title: heading?.textContent ?? '',
      computable: article.dataset.computable as Computable,
      digests: [...article.querySelectorAll('.proof code')].map((code) => code.textContent),
      article,
    };
  });
}
