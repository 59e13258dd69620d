/** Everything that was published of a plan, through every checker that fits, and the report on it. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { editionFile, type Format, formats, type Templates } from '../model/edition.ts';
import { verifyEpub } from '../verify/epub/verify-epub.ts';
import { checkFiles, type ListedFile } from '../verify/files.ts';
import { checkPageList } from '../verify/page-list.ts';
import { verifyPdf } from '../verify/pdf/verify-pdf.ts';
import { type AxeTool, checkWithAxe } from '../verify/site/axe.ts';
import { checkLinks } from '../verify/site/links.ts';
import { readPage } from '../verify/site/site-file.ts';
import { checkWithXsd, type XsdTool } from '../verify/stratml/xsd.ts';
import { joinVerdicts, type Verdict } from '../verify/verdict.ts';
import type { Verdicts } from './cache/verdicts.ts';
import { conformance, type VerifiedEdition } from './conformance.ts';
import type { Verifiers } from './find-verifiers.ts';
import { type Manifest, readManifest } from './manifest.ts';

/** What looks at the files. */
export interface PlanVerifiers extends Verifiers {
  /** axe for a site in a folder; undefined where there is no browser. */
  readonly axe: ((folder: string) => Promise<AxeTool>) | undefined;
  readonly xsd: XsdTool | undefined;
  /** What was found in the files of a plan before. */
  readonly verdicts: (slug: string) => Verdicts;
  readonly templates: Templates;
  /** briefwright's own version. */
  readonly version: string;
}

/** `folder` is the plan's: it has a manifest. */
export interface PublishedPlan {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The plans published in a folder, or in the folders below it, by name. */
export async function publishedPlans(folder: string): Promise<readonly PublishedPlan[]> {
  const own = await readManifest(folder);
  if (own) return [{ folder, manifest: own }];
  const names = (await readdir(folder).catch((): string[] => [])).sort();
  const below = await Promise.all(
    names.map(async (name) => {
      const manifest = await readManifest(path.join(folder, name));
      return manifest ? [{ folder: path.join(folder, name), manifest }] : [];
    }),
  );
  return below.flat();
}

/**
 * Verifies a plan's editions and writes `conformance.html` and `conformance.json` beside them. `shown` is the folder
 * as findings name it. A file that the manifest names and that has gone is a finding.
 */
export async function verifyPlan(
  { folder, manifest }: PublishedPlan,
  shown: string,
  tools: PlanVerifiers,
): Promise<readonly VerifiedEdition[]> {
  const verified: VerifiedEdition[] = [];
  const verdicts = tools.verdicts(manifest.plan.slug);
  for (const format of formats) {
    if (manifest.editions[format] === undefined) continue;
    const file = format === 'html' ? 'index.html' : editionFile(manifest.plan.slug, format);
    const files = await listedFiles(folder, manifest, format);
    const whole = checkFiles(shown, files);
    const verdict = files.some(({ bytes }) => bytes === undefined)
      ? joinVerdicts([whole, incomplete])
      : joinVerdicts([
          whole,
          await verifiers[format]({ folder, shown, file, manifest, verdicts }, tools),
        ]);
    verified.push({ format, file, verdict });
  }
  verdicts.keep();
  const report = conformance(manifest, verified, tools);
  await write(folder, 'conformance.json', report.json);
  await write(folder, 'conformance.html', report.html);
  return verified;
}

const incomplete: Verdict = {
  checked: [],
  notChecked: [
    {
      name: 'Everything else',
      why: 'Files of the edition are missing.',
      help: 'briefwright build',
    },
  ],
  findings: [],
};

function listedFiles(
  folder: string,
  { files }: Manifest,
  format: Format,
): Promise<readonly ListedFile[]> {
  return Promise.all(
    files
      .filter(({ edition }) => edition === format)
      .map(async ({ path: name, sha256 }) => ({
        path: name,
        sha256,
        bytes: await readFile(path.join(folder, name)).catch(() => undefined),
      })),
  );
}

interface Edition {
  readonly folder: string;
  readonly shown: string;
  readonly file: string;
  readonly manifest: Manifest;
  readonly verdicts: Verdicts;
}

type VerifyEdition = (edition: Edition, tools: PlanVerifiers) => Promise<Verdict>;

const verifiers: Readonly<Record<Format, VerifyEdition>> = {
  pdf: async (edition) => {
    const print = await open(edition, edition.file);
    return edition.verdicts.remember('pdf', [print], () => verifyPdf(print));
  },
  html: verifySite,
  single: async (edition, tools) => {
    const { folder, shown, file } = edition;
    const page = readPage(file, await readFile(path.join(folder, file)));
    return joinVerdicts([
      checkLinks({ folder: shown, pages: [page], files: new Set([file]) }),
      await checkWithAxe(shown, [file], await axeOf(edition, tools)),
    ]);
  },
  epub: async (edition, tools) => {
    const book = await open(edition, edition.file);
    const { verdicts, manifest } = edition;
    const verdict = await verifyEpub(book, { ...tools, remember: verdicts.remember });
    if (manifest.editions.pdf === undefined) {
      const why = 'The print was not built, so that there is nothing to compare with.';
      const missing = { name: 'List of pages', why, help: 'briefwright build' };
      return joinVerdicts([verdict, { checked: [], notChecked: [missing], findings: [] }]);
    }
    const print = await open(edition, editionFile(manifest.plan.slug, 'pdf')).catch(
      () => undefined,
    );
    if (print === undefined) return verdict;
    const compare = () => checkPageList(book, print);
    return joinVerdicts([verdict, await verdicts.remember('page list', [book, print], compare)]);
  },
  stratml: async ({ folder, shown, file }, { xsd }) => {
    const at = path.join(folder, file);
    const text = await readFile(at, 'utf8');
    return checkWithXsd({ path: at, shown: `${shown}/${file}`, text }, xsd);
  },
  json: async () => ({
    checked: [],
    notChecked: [
      {
        name: 'JSON Schema',
        why: 'No validator for it is part of briefwright.',
        help: 'Validate it by docs/schemas/plan-1.json with a validator of your choice.',
      },
    ],
    findings: [],
  }),
};

async function verifySite(edition: Edition, tools: PlanVerifiers): Promise<Verdict> {
  const { folder, shown, manifest } = edition;
  const listed = manifest.files.filter(({ edition }) => edition === 'html');
  const names = listed.filter(({ mediaType }) => mediaType === 'text/html').map((one) => one.path);
  const pages = await Promise.all(
    names.map(async (name) => readPage(name, await readFile(path.join(folder, name)))),
  );
  const files = new Set(
    (await readdir(folder, { recursive: true })).map((name) => name.split(path.sep).join('/')),
  );
  return joinVerdicts([
    checkLinks({ folder: shown, pages, files }),
    await checkWithAxe(shown, names, await axeOf(edition, tools)),
  ]);
}

/** axe on the pages of an edition: those that it has not seen. */
async function axeOf(
  { folder, verdicts }: Edition,
  { axe }: PlanVerifiers,
): Promise<AxeTool | undefined> {
  const tool = await axe?.(folder);
  return tool && verdicts.axe(tool, (page) => readFile(path.join(folder, page)));
}

async function open({ folder, shown }: Edition, name: string) {
  return { path: `${shown}/${name}`, bytes: await readFile(path.join(folder, name)) };
}

/** Written beside its place and moved there whole. */
async function write(folder: string, name: string, text: string): Promise<void> {
  const fresh = path.join(folder, `.briefwright-new-${process.pid}-${name}`);
  await writeFile(fresh, text);
  await rename(fresh, path.join(folder, name));
}
