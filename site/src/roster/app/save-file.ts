/** Hands a file that was made here to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser takes the file a moment after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
