/** A project as an editor sees it: files on disk, and over them the texts that are open and not saved. */

import { rules } from '../check/rules/index.ts';
import { UsageError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import { rememberFiles } from '../read/remember-files.ts';
import { type CheckedPlan, checkPlan } from './check-plans.ts';
import { loadProject, type Project } from './config/load-project.ts';
import { type SelectedPlan, selectPlans } from './select-plans.ts';

export class CheckedProject {
  readonly #root: string;
  readonly #parse = rememberFiles();
  #project: Project | undefined;
  #plans: readonly SelectedPlan[] | undefined;
  /** What rules that compare sections found when they last ran, by plan. */
  readonly #wide = new Map<string, readonly Finding[]>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Forgets what is on disk: a file was made, deleted or saved. */
  forget(): void {
    this.#project = undefined;
    this.#plans = undefined;
  }

  /** Every finding of the project, with the open texts in place of the files. */
  async checkAll(open: ReadonlyMap<string, string>): Promise<readonly Finding[]> {
    const project = await this.#load();
    if (project.findings.length > 0) return project.findings;
    return (this.#plans ?? []).flatMap((plan) => {
      const { findings } = this.#check(project, withTexts(plan, open));
      this.#wide.set(keyOf(plan), findings.filter(isWide));
      return findings;
    });
  }

  /**
   * The findings in one file, by the rules that can be run at every keystroke. Those that compare sections are told
   * as they were. Undefined where the file belongs to no plan.
   */
  async checkFile(
    path: string,
    open: ReadonlyMap<string, string>,
  ): Promise<readonly Finding[] | undefined> {
    const project = await this.#load();
    if (project.findings.length > 0) return undefined;
    const plan = this.#plans?.find(({ sources }) => sources.texts.some((one) => one.path === path));
    if (plan === undefined) return undefined;
    const only = new Set([path]);
    const { findings } = this.#check(project, { ...withTexts(plan, open), only });
    const wide = this.#wide.get(keyOf(plan)) ?? [];
    return [...findings, ...wide.filter(({ place }) => place.path === path)];
  }

  #check(project: Project, plan: SelectedPlan): CheckedPlan {
    return checkPlan(project, plan, {
      parse: this.#parse,
      ...(plan.only === undefined ? {} : { files: plan.only }),
    });
  }

  async #load(): Promise<Project> {
    const project = this.#project ?? (await loadProject(this.#root));
    this.#project = project;
    this.#plans ??= await selectPlans(project.root, project.config.sources).catch((error) => {
      // A folder without plans is nothing to tell an author who has just begun.
      if (error instanceof UsageError) return [];
      throw error;
    });
    return project;
  }
}

function keyOf({ sources }: SelectedPlan): string {
  return `${sources.folder}/${sources.slug}`;
}

/** Found by a rule that does not run at every keystroke. */
function isWide(finding: Finding): boolean {
  const sees = rules.find((rule) => rule.id === finding.rule)?.sees;
  return sees === 'plan' || sees === 'suppression';
}

function withTexts(plan: SelectedPlan, open: ReadonlyMap<string, string>): SelectedPlan {
  const texts = plan.sources.texts.map((raw) => {
    const text = open.get(raw.path);
    return text === undefined ? raw : { ...raw, bytes: new TextEncoder().encode(text) };
  });
  return { ...plan, sources: { ...plan.sources, texts } };
}
