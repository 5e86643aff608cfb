/** Few at once: a slow phone lays out two in less than the 50 ms that keep a visitor waiting. */
const atOnce = 2;

/**
 * Lays out, when there is time, the provisions that stand below what is in sight: the browser leaves them until they are
 * scrolled to, and a picture of the whole page would show them empty. Those above are left, as all would move.
 */
export function drawInTime(): void {
  // Where there is no such call the browser lays out all at once.
  if (typeof requestIdleCallback !== 'function') return;
  const left = [...document.querySelectorAll<HTMLElement>('.provision')];
  const draw = (): void => {
    const below = left.splice(0, atOnce).filter((each) => each.getBoundingClientRect().top > innerHeight);
    for (const provision of below) provision.classList.add('drawn');
    if (left.length > 0) requestIdleCallback(draw);
  };
  requestIdleCallback(draw);
}
