const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of a Word document's `document.xml`, a line for each paragraph. What was deleted under review is left out. */
export function docxText(xml: string): string {
  const body = xml.replace(/<w:pPr[ >].*?<\/w:pPr>/gs, '');
  const parts = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)(?: [^>]*)?\/>|<\/w:(p)>/g;
  let text = '';
  for (const [, run, space, end] of body.matchAll(parts)) {
    if (run !== undefined) text += run;
    else if (end !== undefined) text += '\n';
    else text += space === 'tab' ? '\t' : '\n';
  }
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = Number.parseInt(decimal ?? hexadecimal, decimal === undefined ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
