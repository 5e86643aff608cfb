for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const code = document.getElementById(button.dataset.copy ?? '');
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const copied = await navigator.clipboard.writeText(code?.textContent ?? '').then(
      () => true,
      () => false,
    );
    button.textContent = (copied ? button.dataset.copied : button.dataset.failed) ?? label;
    setTimeout(() => {
      button.textContent = label;
    }, 3000);
  });
}
