const han = /\p{Script=Han}/u;

/**
 * Names from the outer to the inner, each said once: an outer name that an inner one says is left out, and so are
 * brackets that list the inner ones, and what an inner name adds that an outer one says.
 *
 * @example
 * labelChain(['镇', '镇名']) // ['镇名']
 */
export function labelChain(names: readonly string[]): readonly string[] {
  return names
    .filter((name, place) => !names.slice(place + 1).some((inner) => saysName(inner, name)))
    .map((name, place, left) =>
      place < left.length - 1
        ? name.replace(/\s*[（(][^）)]*、[^）)]*[）)]$/, '')
        : name.replace(/（([^（）]{2,})）$|, ([^,]+)$/, (added, zh?: string, en?: string) =>
            left.slice(0, place).some((outer) => saysName(outer, zh ?? en ?? '')) ? '' : added,
          ),
    );
}

/** Whether a name says another: of an outer name only what stands before its brackets counts. */
export function saysName(inner: string, outer: string): boolean {
  const bare = outer.replace(/\s*[（(].*$/, '');
  // A record may be called by all that it holds, and by what is to be so of them. What its brackets list are parts of it,
  // which do not say what it is.
  const parts = bare.split('、');
  if (parts.length > 1 && parts.some((part) => part.startsWith(inner))) return true;
  const name = bare.toLowerCase();
  // "Rural" has the sign for village in it, and names none.
  if (han.test(name)) return inner.replaceAll('农村', '').includes(name);
  return name.split(' or ').some((each) => sameStart(each).test(inner));
}

/** The word itself, in the plural, or as what belongs to it: "province" is said by "provincial". */
function sameStart(name: string): RegExp {
  const stem = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/e$/, '');
  return new RegExp(String.raw`\b${stem}(?:e?s?|ial|'s)\b`, 'i');
}
