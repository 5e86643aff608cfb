/** Where the choice of large type is kept. The inline script of the page's head reads it before the first picture. */
const key = 'jingzhun-type';

const button = document.getElementById('large-type');

function show(): void {
  button?.setAttribute('aria-pressed', String(document.documentElement.dataset.type === 'large'));
}

button?.addEventListener('click', () => {
  const { dataset } = document.documentElement;
  try {
    if (dataset.type === 'large') {
      delete dataset.type;
      localStorage.removeItem(key);
    } else {
      dataset.type = 'large';
      localStorage.setItem(key, 'large');
    }
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
  show();
});
show();
