import { useEffect, useRef } from 'preact/hooks';

/** Listens to the part of the page that takes a file, and shows it only where a file may be chosen. */
export function useChosenFile(shown: boolean, take: (file: File | 'sample') => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const input = document.querySelector<HTMLInputElement>('#roster-input');
    const drop = document.querySelector<HTMLElement>('#roster-drop');
    const sample = document.querySelector<HTMLElement>('#roster-sample');
    if (input === null || drop === null || sample === null) throw new ReferenceError('the page takes no file');
    const chosen = () => {
      const [file] = input.files ?? [];
      // The same file may be chosen again once it was corrected.
      input.value = '';
      if (file !== undefined) latest.current(file);
    };
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      drop.classList.add('over');
    };
    const left = () => drop.classList.remove('over');
    const dropped = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      left();
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined && !drop.closest('[hidden]')) latest.current(file);
    };
    const sampled = () => latest.current('sample');
    input.addEventListener('change', chosen);
    // A file that misses its place would take the page's own.
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', left);
    document.addEventListener('drop', dropped);
    sample.addEventListener('click', sampled);
    // A file that was chosen before the script was there.
    if (input.files?.length) chosen();
    return () => {
      input.removeEventListener('change', chosen);
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('drop', dropped);
      sample.removeEventListener('click', sampled);
    };
  }, []);
  useEffect(() => {
    const section = document.getElementById('roster-file');
    if (section !== null) section.hidden = !shown;
  }, [shown]);
}
