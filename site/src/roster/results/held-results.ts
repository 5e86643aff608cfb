import type { Policy, PolicyText } from '@jingzhun/rules';
import { codesOf } from '@jingzhun/schemas';
import { pageLabels } from '../../calculator/page-labels.ts';
import { CardMaker } from '../../card/card-model.ts';
import { ReasonWriter } from '../../card/finding-reasons.ts';
import type { Language } from '../../language.ts';
import type { DecidedRoster } from '../decided/decided-roster.ts';
import type { Households } from '../decided/households.ts';
import type { Held, HeldRoster } from '../held.ts';
import type { HeldPayments } from '../payments/held-payments.ts';
import type { Labels } from '../protocol-results.ts';

/** What the worker holds once a roster was decided. */
export interface HeldResults {
  /** The roster that it is about: another one makes it void. */
  readonly of: HeldRoster;
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly roster: DecidedRoster;
  readonly households: Households;
  readonly words: Readonly<Record<Language, Wording>>;
  payments?: HeldPayments | undefined;
}

/** What was decided of the roster that is held; a request before that is a fault of the page. */
export function resultsIn({ roster, results }: Held): HeldResults {
  if (results === undefined || results.of !== roster) throw new Error('the roster has not been decided');
  return results;
}

/** The wording of a policy in one language, made when it is first needed. */
export class Wording {
  private readonly policy: Policy;
  private readonly text: PolicyText;
  private readonly roster: DecidedRoster;
  private readonly language: Language;
  private made: { labels: Labels; writer: ReasonWriter; cards: CardMaker } | undefined;

  constructor(policy: Policy, text: PolicyText, roster: DecidedRoster, language: Language) {
    this.policy = policy;
    this.text = text;
    this.roster = roster;
    this.language = language;
  }

  get labels(): Labels {
    return this.all().labels;
  }

  get writer(): ReasonWriter {
    return this.all().writer;
  }

  get cards(): CardMaker {
    return this.all().cards;
  }

  private all(): NonNullable<Wording['made']> {
    if (this.made === undefined) {
      const { policy, text } = this;
      const data = pageLabels({ policy, text, subject: 'household', releases: {}, example: {} }, this.language);
      const types = Object.fromEntries(codesOf('householdType').map((code) => [code.code, code[this.language]]));
      this.made = {
        labels: { data, types },
        writer: new ReasonWriter(data, this.roster.rules),
        cards: new CardMaker(this.policy, data, this.roster.question.on),
      };
    }
    return this.made;
  }
}
