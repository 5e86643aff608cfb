import {
  type Condition,
  type PolicyFile,
  policyFile,
  type RuleFile,
  type SectionFile,
  sectionFile,
  vocabulary,
} from '@jingzhun/schemas';
import type { FactModel, Policy, PolicyText, Reconciliation, RuleModel } from '../model/policy.ts';
import { checkCondition } from './condition.ts';
import { digestOfFiles } from './digest.ts';
import { Fault, Faults, type Path, type SourceFile } from './faults.ts';
import { addOwnFact, derivationOf } from './own-fact.ts';
import { addParameter } from './parameters.ts';
import { checkPlacedDays, daysOfPolicy } from './placed-days.ts';
import { reconcile } from './reconcile.ts';
import { Registry } from './registry.ts';
import { checkRule, type Surroundings } from './rule.ts';
import { checkStructure } from './structure.ts';
import { textOf } from './text.ts';
import { checkTogether } from './together.ts';
import { checkAmended, versionsOf } from './versions.ts';

/** A policy as parsed data: `policy.yaml` and its section files, in any order. */
export interface PolicySource {
  readonly policy: SourceFile;
  readonly sections: readonly SourceFile[];
}

/** A policy's files as plain data: what a release freezes. */
export interface PolicyFiles {
  readonly policy: PolicyFile;
  /** By file name without .yaml, in the document's order. */
  readonly sections: Readonly<Record<string, SectionFile>>;
}

export interface LoadedPolicy {
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly files: PolicyFiles;
}

/**
 * A policy's files, to be loaded: those of a release, or of any other store that keeps no YAML.
 *
 * @example
 * sourceOf(released.files).policy.file; // 'ruyuan-2016/policy.yaml'
 */
export function sourceOf({ policy, sections }: PolicyFiles): PolicySource {
  return {
    policy: { file: `${policy.id}/policy.yaml`, data: policy },
    sections: Object.entries(sections).map(([name, data]) => ({ file: `${policy.id}/${name}.yaml`, data })),
  };
}

interface Section {
  readonly source: SourceFile;
  readonly file: SectionFile;
}

/**
 * Checks a policy and makes it ready to decide. It takes parsed data, so the files can come from anywhere.
 *
 * @throws JingzhunError `policy-fault` with every fault: file, line (where `lineOf` is given), path, what is wrong and
 * what would be right, in Chinese and English.
 *
 * @example
 * loadPolicy(sourceOf(released.files)).policy.id; // 'ruyuan-2016'
 */
export function loadPolicy(source: PolicySource): LoadedPolicy {
  return loadFine(source, new Map());
}

/** A policy whose parameters are kept in no fewer steps to the unit than these, by name. */
export function loadFine(source: PolicySource, leastScales: ReadonlyMap<string, number>): LoadedPolicy {
  const faults = new Faults();
  const policy = checkStructure<PolicyFile>(source.policy, policyFile, faults);
  const sections = source.sections.flatMap((section) => {
    const file = checkStructure<SectionFile>(section, sectionFile, faults);
    return file === undefined ? [] : [{ source: section, file }];
  });
  faults.throwIfAny();
  return new Loader(policy as PolicyFile, source.policy, sections, faults, leastScales).load();
}

const nameOf = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.ya?ml$/, '');

class Loader {
  private readonly policy: PolicyFile;
  private readonly policySource: SourceFile;
  private readonly sections: readonly Section[];
  private readonly faults: Faults;
  private readonly named = new Map<string, Condition>();
  private readonly registry: Registry;

  constructor(
    policy: PolicyFile,
    policySource: SourceFile,
    sections: readonly Section[],
    faults: Faults,
    leastScales: ReadonlyMap<string, number>,
  ) {
    this.registry = new Registry((fact, text) => derivationOf(fact, text, this.registry), leastScales);
    this.policy = policy;
    this.policySource = policySource;
    this.faults = faults;
    this.sections = this.inOrder(sections);
  }

  load(): LoadedPolicy {
    checkPlacedDays(daysOfPolicy(this.policy), this.policySource, this.faults);
    this.register();
    const rules = this.rules();
    const reconciled = this.reconciled();
    for (const { source, file } of this.sections) {
      const known = new Set(rules.map(({ id }) => id));
      checkTogether(file, known, (path, code, wording) => this.faults.at(source, path, code, wording));
    }
    this.faults.throwIfAny();
    const { policy } = this;
    const { document } = policy;
    const release = policy.releases.at(-1) as PolicyFile['releases'][number];
    const files = {
      policy,
      sections: Object.fromEntries(this.sections.map(({ source, file }) => [nameOf(source.file), file])),
    };
    return {
      files,
      policy: {
        id: policy.id,
        release: release.version,
        digest: digestOfFiles(files),
        document: document.number ?? document.title.zh,
        force: this.force,
        entities: Object.keys(vocabulary.entities),
        facts: [...this.registry.used.values()].map(({ model }) => model) as FactModel[],
        parameters: Object.fromEntries([...this.registry.parameters].map(([name, { model }]) => [name, model])),
        rules,
      },
      text: textOf(
        policy,
        this.sections.map(({ file }) => file),
        reconciled,
      ),
    };
  }

  private get force(): { from: string; to: string | null } {
    return { from: this.policy.force.from, to: this.policy.force.to ?? null };
  }

  /** Sections in the document's order. Each file is named, and each name has a file. */
  private inOrder(sections: readonly Section[]): readonly Section[] {
    const byName = new Map(sections.map((section) => [nameOf(section.source.file), section]));
    const ordered = this.policy.sections.flatMap((name, index) => {
      const section = byName.get(name);
      if (section === undefined) {
        this.faults.at(this.policySource, ['sections', index], 'missing-file', {
          zh: `没有文件 ${name}.yaml`,
          en: `there is no file ${name}.yaml`,
        });
        return [];
      }
      return [section];
    });
    for (const section of sections) {
      if (ordered.includes(section)) continue;
      this.faults.at(section.source, [], 'unlisted-file', {
        zh: '此文件未列入 policy.yaml 的 sections',
        en: 'this file is not among the sections of policy.yaml',
      });
    }
    return ordered;
  }

  /** Names first, so that a section can use what another one sets: printed parameters, then derived ones. */
  private register(): void {
    for (const derived of [false, true]) {
      this.each('parameters', (name, file) => {
        if ('formula' in file === derived) addParameter(name, file, this.registry);
      });
    }
    this.each('facts', (name, file) => addOwnFact(name, file, this.registry));
    this.each('conditions', (name, condition) => {
      if (this.named.has(name))
        throw new Fault('duplicate-name', `条件“${name}”重复`, `the condition "${name}" is there twice`);
      this.named.set(name, condition);
    });
    // Own facts and conditions are checked even where no rule uses them.
    this.each('facts', (name) => void (this.registry.own.has(name) && this.registry.fact(name)));
    const anywhere = { person: true, parameters: new Set<string>() };
    this.each('conditions', (name) => void checkCondition({ condition: name }, this.registry, anywhere, this.named));
  }

  private rules(): RuleModel[] {
    const seen = new Set<string>();
    const rules: RuleModel[] = [];
    for (const { source, file } of this.sections) {
      const around = { registry: this.registry, named: this.named, clause: file.clause, force: this.force };
      for (const key of ['rules', 'listed'] as const) {
        for (const id of Object.keys(file[key] ?? {})) {
          if (!seen.has(id)) seen.add(id);
          else
            this.faults.at(source, [key, id], 'duplicate-id', {
              zh: `编号 ${id} 重复`,
              en: `the id ${id} is there twice`,
            });
        }
      }
      for (const [id, rule] of Object.entries(file.rules ?? {})) {
        rules.push(...this.versions(id, rule, source, around));
      }
    }
    return rules;
  }

  /** A rule, or each of its versions where later documents amended it. */
  private versions(id: string, rule: RuleFile, source: SourceFile, around: Surroundings): RuleModel[] {
    this.attempt(source, ['rules', id, 'amended'], () => checkAmended(rule, around.force));
    return versionsOf(rule).map((version, index) =>
      checkRule(id, version, around, (part, check) =>
        this.attempt(source, ['rules', id, ...(index === 0 ? [] : ['amended', index - 1]), ...part], check),
      ),
    );
  }

  private reconciled(): Map<string, readonly Reconciliation[]> {
    const all = new Map<string, readonly Reconciliation[]>();
    this.each('rules', (id, rule, source) => {
      const list = (rule.reconcile ?? []).flatMap((file, index) => {
        const day = rule.force?.from ?? this.policy.force.from;
        return this.attempt(source, ['rules', id, 'reconcile', index], () => reconcile(file, this.registry, day)) ?? [];
      });
      if (list.length > 0) all.set(id, list);
    });
    return all;
  }

  private each<K extends 'parameters' | 'facts' | 'conditions' | 'rules'>(
    key: K,
    check: (name: string, file: NonNullable<SectionFile[K]>[string], source: SourceFile) => void,
  ): void {
    for (const { source, file } of this.sections) {
      for (const [name, each] of Object.entries(file[key] ?? {})) {
        this.attempt(source, [key, name], () => check(name, each as NonNullable<SectionFile[K]>[string], source));
      }
    }
  }

  private attempt<T>(source: SourceFile, path: Path, check: () => T): T | undefined {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.faults.at(source, path, error.code, error.wording);
      return undefined;
    }
  }
}
