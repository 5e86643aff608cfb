/** What belongs to the piece before it: marks that close, the unit of a figure, and what ends the name of a place. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const unit = /^(?:[年月日元户人个条号项次亩米股]|千瓦|公里)/;
const place = /^[省市区县镇乡村]$/;
const hanEnds = /\p{Script=Han}$/u;
const opening = /[\p{Ps}\p{Pi}]$/u;
const nameEnds = /[\w-]$/;
const nameBegins = /^[\w-]/;

/**
 * A Chinese text in the pieces between which a line may end: words, each with the mark behind it, names such as
 * json-rules-engine, and figures with their unit. Without this a line ends after any character. A text without Chinese is one piece: it has spaces.
 *
 * @example
 * linePieces('2016年工作方案') // ['2016年', '工作', '方案']
 */
export function linePieces(text: string): string[] {
  if (!/\p{Script=Han}/u.test(text)) return [text];
  const pieces: string[] = [];
  for (const { segment } of new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1);
    const joined =
      last !== undefined &&
      (closing.test(segment) ||
        opening.test(last) ||
        place.test(segment) ||
        (segment === '的' && hanEnds.test(last)) ||
        (/\d$/.test(last) && unit.test(segment)) ||
        // json-rules-engine comes in five pieces.
        (nameEnds.test(last) && nameBegins.test(segment)));
    if (joined) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return withSingles(pieces);
}

/**
 * A word that the segmenter does not know comes as single characters, 扶 and 贫: those beside each other are one word. One
 * that is alone belongs to what follows it, 新 to 时期; before and behind a bracket, to what it follows.
 */
function withSingles(pieces: readonly string[]): string[] {
  const words: string[] = [];
  let run = '';
  for (const piece of [...pieces, '']) {
    const ends = run !== '' && (piece === '' || opens.test(piece) || closed.test(run));
    if (ends || (run !== '' && !single.test(piece) && run.length > 1)) {
      if (single.test(run) && ends && words.length > 0) words[words.length - 1] += run;
      else words.push(run);
      run = '';
    }
    if (single.test(piece)) run += piece;
    else {
      if (piece !== '') words.push(run + piece);
      run = '';
    }
  }
  return words;
}

const single = /^[\p{Ps}\p{Pi}]?\p{Script=Han}[\p{Pe}\p{Pf}\p{Po}]?$/u;
const opens = /^[\p{Ps}\p{Pi}]/u;
const closed = /[\p{Pe}\p{Pf}\p{Po}]$/u;
