import type { Case } from '@jingzhun/schemas';
import { once, readyFor } from '../compile/asking.ts';
import type { CompiledFact } from '../compile/facts.ts';
import { askedAt, type Regime, regimeOn } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { decide } from '../decide/decide.ts';
import { type Opened, open, refuseProblems } from '../decide/question.ts';
import { isOpen, statusOf } from '../decide/status.ts';
import { classify, complete } from '../decide/subjects.ts';
import type { Policy } from '../model/policy.ts';
import type { Verdict } from './kinds.ts';
import { largestSafe } from './largest-safe.ts';
import { type Measure, type Measures, parts } from './measures.ts';
import { type Profiled, Profiles } from './profile.ts';
import { decisive, factsThatCount } from './sight.ts';

/** One of the two that are compared: a policy with the two dates of a question. */
export interface Side {
  readonly policy: Policy;
  /** The day whose law applies, yyyy-mm-dd. */
  readonly on: string;
  /** The day on which the facts are true; `on` where it is left out. */
  readonly assessedOn?: string;
}

/** Whom a side's rules can be asked of in a case. */
export interface AskedCase {
  readonly subjects: readonly (readonly Profiled[] | undefined)[];
  readonly persons: number;
}

export const nobody: readonly Profiled[] = [];
const mostVerdicts = 1000;

interface Grants {
  /** Of each grant with a figure: the measure it counts in. */
  readonly places: readonly number[];
  /** How many have none. */
  readonly unprinted: number;
  /** Its open verdicts so far, by what they say. */
  readonly verdicts: Map<string, Verdict>;
  /** The facts that count for them; undefined where no profile tells what is granted. */
  readonly counting: readonly CompiledFact[] | undefined;
}

/** Decides some of a side's rules, and refuses exactly the cases that `decide` refuses. */
export class SideDecider {
  private readonly side: Side;
  private readonly regime: Regime;
  private readonly rules: readonly (CompiledRule | undefined)[];
  private readonly grants = new Map<CompiledRule, Grants>();
  /** By the place of whom they are asked of. */
  private readonly profiles: readonly (() => Profiles)[];
  private readonly nothing: readonly number[];
  private readonly closedVerdicts = new Map<Verdict['status'], Verdict>();
  /** Facts whose values can lead to a refusal later than on reading: lists of records, and large numbers. */
  private readonly records: readonly { readonly index: number; readonly ofCase: boolean }[];
  private readonly numbers: { readonly case: readonly number[]; readonly person: readonly number[] };
  private readonly mostSteps: number;

  constructor(side: Side, ids: readonly string[], measures: Measures) {
    this.side = side;
    const whole = regimeOn(side.policy, side.on);
    this.regime = narrowed(whole, new Set(ids));
    const rules = this.regime.rules.map(({ compiled }) => compiled());
    const byId = new Map(rules.map((rule) => [rule.model.id as string, rule]));
    this.rules = ids.map((id) => byId.get(id));
    this.nothing = measures.nothing;
    for (const rule of rules) {
      const places = rule.grants.map(({ total }) => measures.placeOf(whole.totals[total] as Measure));
      const unprinted = rule.model.outcomes.filter(({ role, value }) => role === 'grant' && value === null).length;
      this.grants.set(rule, { places, unprinted, verdicts: new Map(), counting: factsThatCount(rule, whole.scope) });
    }
    this.profiles = this.regime.asking.map((_, place) => once(() => this.profilesAt(place)));
    const facts = [...whole.facts.values()];
    this.records = facts
      .filter(({ model, level }) => model.kind === 'records' && level !== 'item' && model.name !== 'household.members')
      .map(({ index, level }) => ({ index, ofCase: level === 'case' }));
    const numbers = (of: 'case' | 'person') =>
      facts.filter(({ model, level }) => level === of && model.kind === 'number').map(({ index }) => index);
    this.numbers = { case: numbers('case'), person: numbers('person') };
    this.mostSteps = largestSafe(whole);
  }

  /** @throws JingzhunError as `decide` does. */
  read(input: Case): AskedCase {
    const opened = open(this.side.policy, input, this.side, this.regime);
    // Reading tells all that can be wrong with plain facts. What is read later, or may be too large to compute with, is left to the whole.
    if (!this.isPlain(opened)) decide(this.side.policy, input, this.side);
    refuseProblems(opened);
    const subjects = classify(opened).map((asked, place) => {
      const profiles = this.profiles[place]?.() as Profiles;
      return asked?.map(({ frame, codes, partial, entity }) => {
        // Where a value is only partly known, nothing can be shared.
        const profile = partial === undefined ? profiles.of(frame) : undefined;
        return { frame, codes, partial, entity, profile };
      });
    });
    return { subjects, persons: opened.persons.length };
  }

  /** Whom a rule, by its place among the ids, is asked of: one entity, or each person; nobody where there is no such rule. */
  askedBy(place: number, { subjects }: AskedCase): readonly Profiled[] {
    const rule = this.rules[place];
    return rule === undefined ? nobody : (subjects[rule.asked] ?? nobody);
  }

  private isPlain({ home, persons }: Opened): boolean {
    if (home.objects.roster !== undefined && home.objects.roster !== null) return false;
    for (const { index, ofCase } of this.records) {
      if (ofCase ? home.values[index] !== undefined : persons.some(({ values }) => values[index] !== undefined)) {
        return false;
      }
    }
    const tooLarge = (values: Opened['home']['values'], places: readonly number[]): boolean => {
      for (const place of places) {
        const value = values[place];
        if (typeof value === 'number' && (value > this.mostSteps || value < -this.mostSteps)) return true;
      }
      return false;
    };
    return (
      !tooLarge(home.values, this.numbers.case) && !persons.some((each) => tooLarge(each.values, this.numbers.person))
    );
  }

  /** What grants nothing is one verdict a status. */
  private closed(status: Verdict['status']): Verdict {
    let verdict = this.closedVerdicts.get(status);
    if (verdict === undefined) {
      verdict = { status, open: false, amounts: this.nothing, unpriced: 0 };
      this.closedVerdicts.set(status, verdict);
    }
    return verdict;
  }

  /** What a rule, by its place among the ids, says of somebody: of one profile always the same. */
  verdict(place: number, asked: Profiled): Verdict {
    const rule = this.rules[place] as CompiledRule;
    const { profile } = asked;
    const grants = this.grants.get(rule) as Grants;
    if (profile?.again !== true || grants.counting === undefined) return this.newVerdict(rule, asked, grants);
    let verdict = profile.verdicts[place];
    if (verdict === undefined) {
      verdict = this.newVerdict(rule, asked, grants);
      profile.verdicts[place] = verdict;
    }
    return verdict;
  }

  private profilesAt(place: number): Profiles {
    const { rules, scope } = this.regime;
    const own = askedAt(place, rules);
    const counting = own.flatMap((rule) => this.grants.get(rule)?.counting ?? []);
    return new Profiles([...new Set(own.flatMap(({ slots }) => slots))], decisive([...new Set(counting)], scope));
  }

  private newVerdict(rule: CompiledRule, { frame, codes, partial }: Profiled, grants: Grants): Verdict {
    if (!rule.inForce) return this.closed('not-in-force');
    complete(frame);
    const status = statusOf(rule, codes, partial, frame);
    const may = isOpen(rule, status, codes, partial, frame);
    if (!may) return this.closed(status);
    const { places, unprinted, verdicts } = grants;
    let unpriced = unprinted;
    const amounts = places.length === 0 ? this.nothing : this.nothing.slice();
    rule.grants.forEach(({ place, scale }, index) => {
      const steps = rule.outcomes[place]?.value?.(frame);
      if (typeof steps !== 'number') unpriced++;
      else
        (amounts as number[])[places[index] as number] =
          (amounts[places[index] as number] ?? 0) + Math.round((steps / scale) * parts);
    });
    const key = places.length === 0 ? status : `${status} ${unpriced} ${amounts.join()}`;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const verdict: Verdict = { status, open: true, amounts, unpriced };
    if (verdicts.size < mostVerdicts) verdicts.set(key, verdict);
    return verdict;
  }
}

/** A regime that asks only some of its rules: the same facts, classes and tables, so the same verdicts, and less to work out. */
function narrowed(regime: Regime, ids: ReadonlySet<string>): Regime {
  const rules = regime.rules.filter(({ model }) => ids.has(model.id));
  const asking = regime.asking.map((each, place) => {
    // Whom no rule asks need not be looked for.
    const entities = rules.some(({ asked }) => asked === place) ? each.entities : [];
    return { entities, ready: once(() => readyFor(askedAt(place, rules), regime.slots)) };
  });
  return { ...regime, rules, asking };
}
