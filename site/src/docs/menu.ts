/** On a narrow screen the list of pages is folded from the start; the style sheet shows the button there only, and without scripts the list. */
const button = document.querySelector<HTMLButtonElement>('#docs-menu');
const pages = document.querySelector<HTMLElement>('#docs-pages');

if (button && pages) {
  const fold = (folded: boolean): void => {
    button.setAttribute('aria-expanded', String(!folded));
    pages.classList.toggle('folded', folded);
  };
  button.addEventListener('click', () => fold(button.getAttribute('aria-expanded') === 'true'));
  button.parentElement?.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || pages.classList.contains('folded')) return;
    fold(true);
    button.focus();
  });
}

// Where the list of pages stands beside the text and is longer than the window, the page itself is in sight there.
const list = pages?.parentElement;
const current = pages?.querySelector<HTMLElement>('[aria-current]');
if (list && current && list.scrollHeight > list.clientHeight) {
  list.scrollTop = current.offsetTop - (list.clientHeight - current.offsetHeight) / 2;
}

export {};
