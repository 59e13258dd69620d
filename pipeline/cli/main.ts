/** The command: options to functions, results to text and exit codes. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { versionOf } from '../build/version.ts';
import { TemplateError, ToolError, UsageError } from '../model/errors.ts';
import type { BuildCommandOptions } from './commands/build.ts';
import type { CheckCommandOptions } from './commands/check.ts';
import type { PreviewCommandOptions } from './commands/preview.ts';
import type { VerifyCommandOptions } from './commands/verify.ts';
import { compileLater } from './compile-later.ts';
import { fine, interrupted, toolFailed, wrongUsage } from './exit-codes.ts';

/** The folder that holds templates and styles: the package's, one above the bundle, two above this file. */
const here = path.dirname(fileURLToPath(import.meta.url));
const packageRoot = path.resolve(here, path.basename(here) === 'bin' ? '..' : '../..');

compileLater();

const program = new Command('briefwright')
  .description(
    'Turns policy briefings, written in Markdown, into a checked web site, PDF and EPUB.',
  )
  .version(versionOf(packageRoot))
  .showSuggestionAfterError()
  .showHelpAfterError('Try `briefwright --help`.')
  .exitOverride()
  .option('--debug', 'show where an error comes from');

program
  .command('check [path...]')
  .description('check that each section holds what it promises')
  .option(
    '--reporter <name[=file]>',
    'pretty, concise, json, sarif, junit, github or gitlab; may be given several times',
    (one: string, before: readonly string[] = []) => [...before, one],
  )
  .option('--fix', 'mend what can be mended without changing what is meant')
  .option('--unsafe', 'with --fix: also put in what you must complete')
  .option('--dry-run', 'with --fix: show the changes as a diff, and write nothing')
  .option('--changed', 'report on files that differ from the last commit only')
  .option('--since <ref>', 'with --changed: since the branch left that commit')
  .option('--coverage', 'show how many sections have each part')
  .option(
    '--min-coverage <part=share>',
    'fail when fewer sections have that part, as in indicators=80%',
    (one: string, before: readonly string[] = []) => [...before, one],
  )
  .option('--update-baseline', 'take what is mended out of the baseline, or write a first one')
  .option('--strict', 'fail on warnings too')
  .option('--max-warnings <n>', 'fail on more warnings than that')
  .option('--watch', 'check again whenever something changes')
  .option('--no-cache', 'check everything anew, and remember nothing')
  .option('--jobs <n>', 'parse on so many threads; 1 for no other')
  .option('--config <file>', 'the config; else briefwright.config.ts, .js, .yaml or .json')
  .option('--print-config', 'print the config with all defaults, and check nothing')
  .action(async (paths: string[], options: CheckCommandOptions & { watch?: boolean }) => {
    if (options.watch === true) {
      const { watchCheck } = await import('./commands/watch-check.ts');
      await watchCheck(paths, options, packageRoot);
      return;
    }
    const { checkCommand } = await import('./commands/check.ts');
    process.exitCode = await checkCommand(paths, options, packageRoot);
  });

program
  .command('lsp')
  .description('findings and fixes in an editor, while typing (Language Server Protocol)')
  .option('--stdio', 'speak over stdin and stdout, as is done anyway')
  .action(async () => {
    const { serve } = await import('./lsp/server.ts');
    serve(versionOf(packageRoot));
  });

program
  .command('explain <rule>')
  .description("a rule's page")
  .action(async (rule: string) => {
    const { explainText } = await import('./commands/explain.ts');
    process.stdout.write(explainText(rule));
  });

program
  .command('rules')
  .description('the list of rules')
  .action(async () => {
    const { rulesText } = await import('./commands/explain.ts');
    process.stdout.write(rulesText());
  });

program
  .command('build [plan...]')
  .description('check, then every edition into dist/')
  .option('--to <formats>', 'the editions to make, with commas between')
  .option('--single', 'one page with all in it, to mail, in place of the site')
  .option('--config <file>', 'the config; else briefwright.config.ts, .js, .yaml or .json')
  .option('--part <1|2>', 'the part of StratML to write; else what the plan needs')
  .option('--size <A4|Letter|A5>', 'the page of the print')
  .option('--sides <1|2>', 'of the paper; on two, goals open on a right-hand page')
  .option('--bleed <mm>', 'how far the print reaches over the edge: 3mm')
  .option('--marks', 'show in the print where to cut')
  .option('--grey', 'print in black ink alone')
  .option('--draft', 'build in spite of errors; gaps are shown, and every page says DRAFT')
  .option('--no-cache', 'make everything anew, and remember nothing')
  .option('--jobs <n>', 'parse on so many threads; 1 for no other')
  .option('--explain', 'tell why each step runs')
  .option('--quiet', 'tell nothing but findings and what goes wrong')
  .option('--timings <file>', 'write there, as JSON, what each step took')
  .action(async (paths: string[], options: BuildCommandOptions) => {
    const { buildCommand } = await import('./commands/build.ts');
    process.exitCode = await buildCommand(paths, options, packageRoot);
  });

program
  .command('watch [plan...]')
  .description('build, and build again whenever something changes')
  .option('--to <formats>', 'the editions to make, with commas between')
  .option('--config <file>', 'the config; else briefwright.config.ts, .js, .yaml or .json')
  .option('--draft', 'build in spite of errors; gaps are shown, and every page says DRAFT')
  .option('--explain', 'tell why each step runs')
  .action(async (paths: string[], options: BuildCommandOptions) => {
    const { watchBuild } = await import('./commands/watch-build.ts');
    await watchBuild(paths, options, packageRoot);
  });

program
  .command('cache')
  .description('what builds and checks remember, in .briefwright/cache/')
  .command('clean')
  .description('delete it')
  .action(async () => {
    const { cleanCache } = await import('./commands/cache.ts');
    cleanCache();
  });

program
  .command('preview [plan...]')
  .description(
    'show the site while it is written, with findings in their place, on this machine only',
  )
  .option('--port <n>', 'the port; else a free one')
  .option('--config <file>', 'the config; else briefwright.config.ts, .js, .yaml or .json')
  .action(async (paths: string[], options: PreviewCommandOptions) => {
    const { previewCommand } = await import('./commands/preview.ts');
    process.exitCode = await previewCommand(paths, options, packageRoot);
  });

program
  .command('verify [path...]')
  .description(
    'finished files, or all that is published in a folder (dist/), through the validators',
  )
  .option(
    '--xsd <file>',
    'a schema for StratML files; may be given several times',
    (one: string, before: readonly string[] = []) => [...before, one],
  )
  .option(
    '--reporter <name[=file]>',
    'pretty, concise, json, sarif, junit, github or gitlab; may be given several times',
    (one: string, before: readonly string[] = []) => [...before, one],
  )
  .option('--no-cache', 'look at everything anew, and remember nothing')
  .option('--strict', 'fail on warnings too')
  .action(async (files: string[], options: VerifyCommandOptions) => {
    const { verifyCommand } = await import('./commands/verify.ts');
    process.exitCode = await verifyCommand(files, options, packageRoot);
  });

program
  .command('import <file...>')
  .description('bring outline pages, StratML or Word files into a plan, as Markdown')
  .option('--plan <name>', "the plan's folder in sources/")
  .option('--force', 'overwrite files that say something else')
  .option('--url <address>', 'the address that the file was taken from: it holds the identifier')
  .action(async (files: string[], options: { plan?: string; force?: boolean; url?: string }) => {
    const { importCommand } = await import('./commands/import.ts');
    process.exitCode = await importCommand(files, options);
  });

program
  .command('setup')
  .description('find what a build needs, and get what is missing')
  .option('--tests', 'what the tests need too')
  .action(async (options: { tests?: boolean }) => {
    const { setup } = await import('../build/setup/setup.ts');
    const { thisMachine } = await import('../build/machine.ts');
    const say = (line: string) => process.stderr.write(`${line}\n`);
    await setup({
      search: { machine: thisMachine(), packageRoot },
      tests: options.tests === true,
      say,
    });
    // A site that never answered may still hold a connection of ours open.
    process.exit(fine);
  });

program
  .command('doctor')
  .description('show what this machine has, and what mends the rest')
  .action(async () => {
    const { doctorCommand } = await import('./commands/doctor.ts');
    process.exitCode = await doctorCommand(packageRoot);
  });

program
  .command('init [dir]')
  .description('a plan to start from, with a workflow for CI')
  .action(async (folder: string | undefined) => {
    const { initCommand } = await import('./commands/init.ts');
    process.exitCode = await initCommand(folder, packageRoot);
  });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Nothing is in its place before it is whole, so there is nothing to undo but the staging, which the next build removes.
  process.once(signal, () => process.exit(interrupted));
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error, program.opts<{ debug?: boolean }>().debug === true);
}

function tell(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? fine : wrongUsage;
  const known =
    error instanceof UsageError || error instanceof ToolError || error instanceof TemplateError;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${known ? 'error' : 'briefwright failed'}: ${message}\n`);
  if (known && error.help !== '') process.stderr.write(`  help: ${error.help}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return error instanceof UsageError || error instanceof TemplateError ? wrongUsage : toolFailed;
}
