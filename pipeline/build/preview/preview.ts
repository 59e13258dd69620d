/** The live preview: what is written, built again at each change, with what the check finds shown in its place. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { explain } from '../../check/explain.ts';
import { rules } from '../../check/rules/index.ts';
import type { Format } from '../../model/edition.ts';
import { TemplateError, ToolError, UsageError } from '../../model/errors.ts';
import type { Finding } from '../../model/finding.ts';
import { type BuiltPlan, buildPlan, type Workshop } from '../build-plan.ts';
import { type CheckedPlan, checkPlans } from '../check-plans.ts';
import { loadProject } from '../config/load-project.ts';
import { sheetOf } from '../config/sheet-of.ts';
import { watchSources } from '../watch-sources.ts';
import { readLook, withWorkshop } from '../workshop.ts';
import { placeFindings } from './placed-findings.ts';
import { type Answer, eventsPath, type Found, servePreview } from './serve.ts';

export interface PreviewOptions {
  readonly root: string;
  readonly packageRoot: string;
  /** Plans as for `build`; none for all of the project's. */
  readonly paths: readonly string[];
  /** 0 for a free one. */
  readonly port: number;
  readonly config: string | undefined;
}

/** What a page shows of the check: markup made on this side. */
interface State {
  readonly findings: readonly {
    readonly page: string;
    readonly anchor: string;
    readonly html: string;
  }[];
  /** Why the last build failed; empty where it did not. */
  readonly failure: string;
}

/**
 * Serves until the signal is given; `say` is told the address and every build. A change that cannot be built leaves
 * the pages as they were, and they say why. Raises the system's error where the port is taken.
 */
export async function preview(
  options: PreviewOptions,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const { root, packageRoot } = options;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'briefwright-preview-'));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  const project = await loadProject(root, options.config);
  const { accessibility: claims, theme } = project.config;
  const sheet = sheetOf(project.config.print, {});
  const place = {
    root,
    packageRoot,
    formats: ['html'],
    claims,
    theme,
    stratmlPart: undefined,
    sheet,
  } as const;
  try {
    await withWorkshop(place, async (workshop) => {
      const site = new PreviewSite({
        ...workshop,
        dist: path.join(folder, 'site'),
        live: '/-/live.js',
      });
      const server = await servePreview(
        options.port,
        (name) => site.answer(name),
        () => site.state,
      );
      say(
        `Preview: ${server.address} (Ctrl-C ends it). Beside the print: ${server.address}-/print/<plan>`,
      );
      let printing = Promise.resolve();
      const again = async (): Promise<void> => {
        say(await site.build(options));
        server.tell('changed', site.state);
        // The page does not wait for the print, and of several changes only the last is printed.
        const built = site.built;
        printing = printing.then(async () => {
          if (built !== site.built || signal.aborted) return;
          await site.print(path.join(folder, 'print'));
          server.tell('printed', {});
        });
      };
      try {
        const named = options.paths.length > 0 ? options.paths : project.config.sources;
        await watchSources(root, [...named, 'templates', 'styles'], { work: again }, signal);
      } finally {
        await printing;
        await server.close();
      }
    });
  } finally {
    clear();
    process.off('exit', clear);
  }
}

class PreviewSite {
  #workshop: Workshop;
  /** Every file of the last good build, by its address. */
  #files: ReadonlyMap<string, Answer> = new Map();
  #prints: ReadonlyMap<string, Answer> = new Map();
  /** The plans of the last good build. */
  built: readonly { readonly checked: CheckedPlan; readonly made: BuiltPlan }[] = [];
  state: State = { findings: [], failure: '' };

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  /** Checks and builds the site, in the look as it is now, with gaps where there are errors; a line that says how it went. Never rejects. */
  async build({ root, packageRoot, paths, config }: PreviewOptions): Promise<string> {
    try {
      const project = await loadProject(root, config);
      const [wrong] = project.findings;
      if (wrong) throw new UsageError(wrong.message, wrong.help);
      const { theme } = project.config;
      this.#workshop = { ...this.#workshop, ...(await readLook({ root, packageRoot, theme })) };
      const plans = await checkPlans(project, paths);
      const built = [];
      for (const checked of plans) {
        const made = await buildPlan(
          async () => checked,
          { draft: hasErrors(checked) },
          this.#workshop,
        );
        if (made) built.push({ checked, made });
      }
      this.built = built;
      this.#files = new Map(
        built.flatMap(({ made: { plan, editions } }) =>
          editions
            .flatMap((edition) => edition.artifacts)
            .map((one) => [`${plan.slug}/${one.path}`, one] as const),
        ),
      );
      this.state = { findings: this.#shown(), failure: '' };
      const found = this.state.findings.length;
      return `Built ${this.#files.size} files; ${found} ${found === 1 ? 'finding' : 'findings'}.`;
    } catch (error) {
      const failure = failureOf(error);
      this.state = { ...this.state, failure: this.#render('failure', { failure }) };
      return `Not built: ${failure}`;
    }
  }

  /** Prints what was built last; what cannot be printed has no print. Never rejects. */
  async print(dist: string): Promise<void> {
    const prints = new Map<string, Answer>();
    const formats: readonly Format[] = ['pdf'];
    for (const { checked } of this.built) {
      const workshop = { ...this.#workshop, formats, dist };
      const draft = hasErrors(checked);
      const made = await buildPlan(async () => checked, { draft }, workshop).catch(() => undefined);
      for (const one of made?.editions.flatMap(({ artifacts }) => artifacts) ?? [])
        prints.set(`${checked.draft.slug}/${one.path}`, one);
    }
    this.#prints = prints;
  }

  /** What stands at an address. Nothing is read from disk. */
  answer(name: string): Found {
    const [only, ...more] = this.built;
    if (name === '' && only && more.length === 0) {
      return { location: `/${only.made.plan.slug}/${only.made.plan.page}` };
    }
    if (name === '-/live.js')
      return this.#text('text/javascript', this.#workshop.scripts.get('live') ?? '');
    if (name === '-/live.css')
      return this.#text('text/css', this.#workshop.styles.get('preview/live.css') ?? '');
    const beside = /^-\/print\/([^/]+)$/u.exec(name)?.[1];
    if (beside !== undefined) return this.#beside(beside);
    const file =
      this.#files.get(name.endsWith('/') ? `${name}index.html` : name) ?? this.#prints.get(name);
    if (file) return file;
    // A page that is gone may come back: whoever has it open is told.
    return name === '' || name.endsWith('.html') ? this.#start() : undefined;
  }

  #beside(slug: string): Answer | undefined {
    const one = this.built.find(({ made }) => made.plan.slug === slug);
    if (one === undefined) return undefined;
    const { title, lang, page } = one.made.plan;
    const view = { title, lang, site: `/${slug}/${page}`, print: `/${slug}/${slug}.pdf` };
    return this.#text('text/html', this.#render('beside', view));
  }

  #start(): Answer {
    const plans = this.built.map(({ made: { plan } }) => ({
      title: plan.title,
      href: `/${plan.slug}/${plan.page}`,
    }));
    return this.#text('text/html', this.#render('start', { plans }));
  }

  #shown(): State['findings'] {
    return this.built.flatMap(({ checked, made: { plan, editions } }) =>
      placeFindings(checked.draft, plan, [
        ...checked.findings,
        ...editions.flatMap(({ findings }) => findings),
      ]).map(({ finding, page, anchor }) => ({
        page: `/${plan.slug}/${page}`,
        anchor,
        html: this.#render('finding', { finding, rule: ruleText(finding) }),
      })),
    );
  }

  #render(name: string, view: object): string {
    return this.#workshop.templates.render(`preview/${name}`, {
      ...view,
      events: `/${eventsPath}`,
    });
  }

  #text(mediaType: string, text: string): Answer {
    return { mediaType, bytes: new TextEncoder().encode(text) };
  }
}

function hasErrors({ findings }: CheckedPlan): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function ruleText(finding: Finding): string {
  const rule = rules.find(({ id }) => id === finding.rule);
  return rule === undefined ? '' : explain(rule);
}

/** What went wrong, in the words of whoever raised it; a fault of ours too, since the preview must go on. */
function failureOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof ToolError || error instanceof TemplateError) {
    return `${error.message} ${error.help}`;
  }
  return error instanceof Error ? error.message : String(error);
}
