import type { RosterHousehold } from '@jingzhun/schemas/table';

/** Where in the roster someone stands. */
interface Place {
  readonly household: number;
  /** -1 for the household as a whole. */
  readonly member: number;
}

/** Finds households and persons by the numbers that a list of payments may give. */
export class RosterIds {
  private readonly households = new Map<string, number>();
  private readonly persons = new Map<string, Place>();

  constructor(households: readonly RosterHousehold[]) {
    for (const [household, { id, case: input }] of households.entries()) {
      if (id !== null) this.households.set(plain(id), household);
      for (const [member, person] of (input.household?.members ?? []).entries()) {
        for (const number of [person.id, person.idNumber])
          if (number) this.persons.set(plain(number), { household, member });
      }
    }
  }

  /** A person's own number says more than the household's; one that nobody has is not made up for by it. */
  find({ household, person }: { readonly household: string; readonly person: string }): Place | undefined {
    if (person !== '') return this.persons.get(plain(person));
    const found = this.households.get(plain(household));
    return found === undefined ? undefined : { household: found, member: -1 };
  }
}

/** As Excel and people write numbers: with a tab or an apostrophe that keeps them texts, in full width, a small x. */
const plain = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/^'|\s+/g, '')
    .toUpperCase();
