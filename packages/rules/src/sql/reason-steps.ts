/** How many conditions a number of reasons can tell of: two bits each, of the 63 that databases have for a whole number. */
export const mostConditions = 31;

/** What the digit of the condition at a place is multiplied with. */
export function stepOf(place: number): bigint {
  return 4n ** BigInt(place);
}
