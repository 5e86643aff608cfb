/** What all objects, lists and functions inherit: an addition to any of these would be felt everywhere. */
const prototypes = [Object, Array, Function, String, Number, Boolean, Map, Set, Date, RegExp, Promise].map(
  ({ prototype }) => prototype as object,
);

/** The names of all that is inherited, as one text to compare. */
export const inheritedNames = (): string =>
  prototypes.map((each) => Reflect.ownKeys(each).map(String).join()).join('\n');
