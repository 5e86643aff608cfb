/** In a frame of another page: tells it how tall the content is, so that there is one bar to scroll, not two. */
export function tellHeight(): void {
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // The height alone: whoever embeds the page may be anyone.
    parent.postMessage({ jingzhun: 'height', height }, '*');
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}
