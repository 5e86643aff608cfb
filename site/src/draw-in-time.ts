/** Few at once: a slow phone lays out two in less than the 50 ms that keep a visitor waiting. */
const atOnce = 2;

let resting: ReturnType<typeof setTimeout> | undefined;
let waiting = 0;

/**
 * Lays out, when there is time, what stands below what is in sight: the browser leaves it until it is scrolled to, and a
 * picture of the whole page would show it empty. What stands above is left, as all would move. `rest`: for how many
 * milliseconds nothing must have been asked for before it begins, where one touch follows another.
 */
export function drawInTime(selector: string, rest = 0): void {
  // Where there is no such call the browser lays out all at once.
  if (typeof requestIdleCallback !== 'function') return;
  clearTimeout(resting);
  cancelIdleCallback(waiting);
  let left: HTMLElement[] | undefined;
  const draw = (): void => {
    left ??= [...document.querySelectorAll<HTMLElement>(`${selector}:not(.drawn)`)];
    const below = left.splice(0, atOnce).filter((each) => each.getBoundingClientRect().top > innerHeight);
    for (const each of below) each.classList.add('drawn');
    if (left.length > 0) waiting = requestIdleCallback(draw);
  };
  resting = setTimeout(() => {
    waiting = requestIdleCallback(draw);
  }, rest);
}
