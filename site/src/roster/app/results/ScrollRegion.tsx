import type { ComponentChildren, JSX } from 'preact';

interface ScrollRegionProps {
  readonly label: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** What is wider, or longer, than its place. */
export function ScrollRegion({ label, class: name, children }: ScrollRegionProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: only what has the focus is scrolled by the arrow keys.
    <section class={name} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
