import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { seniorAid } from './education-aid.ts';
import { type Answer, no, overEveryCompletion, yes } from './every-completion.ts';
import { newHouseGrant } from './housing-grants.ts';
import { KnownFacts } from './known-facts.ts';
import { solarPlant } from './solar-power.ts';

function ask(measure: (facts: KnownFacts) => Answer, input: Case, member = -1): Answer {
  return overEveryCompletion((suppose) => measure(new KnownFacts(input, '2017-09-01', suppose, member)));
}

describe('asking for every completion', () => {
  it('tries each value of each missing fact once', () => {
    const tried: string[] = [];
    overEveryCompletion((suppose) => {
      const first = suppose('first', ['a', 'b']);
      tried.push(first === 'a' ? first + suppose('second', [1, 2]) : first);
      return no;
    });
    expect(tried).toEqual(['a1', 'a2', 'b']);
  });

  it('answers where all completions agree, and gives an amount where all that grant agree on it', () => {
    expect(overEveryCompletion((suppose) => yes(suppose('either way', [1, 1])))).toEqual(yes(1));
    expect(overEveryCompletion((suppose) => yes(suppose('sum', [1, 2])))).toEqual(yes(null));
    expect(overEveryCompletion((suppose) => (suppose('whether', [true, false]) ? yes(1) : no))).toEqual({
      answer: 'unknown',
      amount: 1,
    });
  });

  it('yes, no and unknown of a measure', () => {
    const housing = (work?: 'new-build' | 'repair') => ({
      household: { registered: true, housing: work ? { work } : {} },
    });
    expect(ask(newHouseGrant, housing('new-build'))).toEqual(yes(1_000_000));
    expect(ask(newHouseGrant, housing('repair'))).toEqual(no);
    expect(ask(newHouseGrant, housing())).toEqual({ answer: 'unknown', amount: 1_000_000 });
  });

  it('weak labour alone leaves open whether a household has labour', () => {
    const household = (...abilities: ('able' | 'partial' | 'lost' | null)[]): Case => ({
      household: { registered: true, members: abilities.map((labourAbility) => ({ labourAbility })) },
    });
    expect(ask(solarPlant, household('lost', 'able')).answer).toBe('yes');
    expect(ask(solarPlant, household('lost', 'lost')).answer).toBe('no');
    expect(ask(solarPlant, household('lost', 'partial')).answer).toBe('unknown');
    expect(ask(solarPlant, household('lost', null)).answer).toBe('unknown');
    expect(ask(solarPlant, household('able', null)).answer).toBe('yes');
  });

  it('a technician college may be a secondary school', () => {
    const student: Case = { household: { registered: true, members: [{ schoolStage: 'technician-college' }] } };
    expect(ask(seniorAid, student, 0)).toEqual({ answer: 'unknown', amount: 300_000 });
  });
});
