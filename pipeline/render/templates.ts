/** The template engine: liquid templates held in memory, every value escaped, every error with its place. */
import { LiquidError } from 'liquidjs';
import type { Templates } from '../model/edition.ts';
import { TemplateError } from '../model/errors.ts';
import { QuickLiquid } from './quick-renderer.ts';
import { renderTag } from './render-tag.ts';

const ending = '.liquid';

/** Far above what an honest template takes, low enough that a runaway one ends with a message. */
const limits = { parseLimit: 2_000_000, memoryLimit: 500_000_000, renderLimit: 60_000 };

/** How templates are read, whatever renders them: values are escaped, and a name that is nowhere is an error. */
export const dialect = {
  extname: ending,
  relativeReference: false,
  outputEscape: 'escape',
  strictVariables: true,
  strictFilters: true,
  lenientIf: true,
  jsTruthy: true,
  ownPropertyOnly: true,
} as const;

/**
 * The templates in `files`: text by path below `templates/`, such as `html/section.liquid`.
 * Partials (`{% render 'html/part' %}`) and layouts (`{% layout 'html/page' %}`) are named the same way.
 * Unlike plain Liquid, `{% if %}` counts an empty string and 0 as false, since views write `''` for nothing.
 * Nothing is parsed before it is first used, and then once. `render` raises `TemplateError`.
 */
export function createTemplates(files: ReadonlyMap<string, string>): Templates {
  const liquid = new QuickLiquid({
    templates: Object.fromEntries(files),
    ...dialect,
    cache: true,
    ...limits,
  });
  liquid.registerTag(
    'render',
    renderTag((name) => files.get(name + ending) ?? ''),
  );
  return {
    render(name, view) {
      if (!files.has(name + ending)) throw noSuchTemplate(name);
      try {
        return String(liquid.renderFileSync(name, view));
      } catch (error) {
        throw explain(error, name, files);
      }
    },
  };
}

function noSuchTemplate(name: string): TemplateError {
  return new TemplateError(
    `There is no template templates/${name}${ending}, and an edition needs it.`,
    'Bring the file back, or start again from the templates that briefwright ships.',
  );
}

/** What liquidjs raised, as one sentence that starts with `templates/<file>:<line>:<column>`. */
function explain(error: unknown, name: string, files: ReadonlyMap<string, string>): TemplateError {
  if (!LiquidError.is(error)) {
    const text = error instanceof Error ? error.message : String(error);
    return new TemplateError(
      `templates/${name}${ending}: ${text}`,
      'Mend the template and build again.',
      { cause: error },
    );
  }
  const [line = 1, column = 1] = error.token.getPosition();
  const file = error.token.file ?? fileOf(error.token.input, files) ?? name + ending;
  const { says, help } = inWords(error.message.replace(/, (?:file|line):.*$/su, ''));
  return new TemplateError(`templates/${file}:${line}:${column}: ${says}`, help, { cause: error });
}

/** liquidjs does not say in which file an undefined variable stands, but it keeps that file's text. */
function fileOf(text: string, files: ReadonlyMap<string, string>): string | undefined {
  return [...files].find(([, content]) => content === text)?.[0];
}

/** liquidjs's reasons, in the words of someone who edits templates, with the way out. */
const reasons: readonly [RegExp, (subject: string) => { says: string; help: string }][] = [
  [
    /^undefined variable: (.*)$/su,
    (subject) => ({
      says: `"${subject}" is not among the values that this template gets.`,
      help: `Correct the name, or write {% if ${subject} %} around it where it may be absent.`,
    }),
  ],
  [
    /^undefined filter: (.*)$/su,
    (subject) => ({
      says: `There is no filter "${subject}".`,
      help: 'Correct the name; liquidjs.com/filters lists the filters there are.',
    }),
  ],
  [
    /^tag "(.*)" not found$/su,
    (subject) => ({
      says: `There is no tag "${subject}".`,
      help: 'Correct the name; liquidjs.com/tags lists the tags there are.',
    }),
  ],
  [
    /^((?:tag|output) .*) not closed$/su,
    (subject) => ({
      says: `The ${subject} is never closed.`,
      help: 'Write what ends it: "}}" after a value, {% endif %}, {% endfor %} … after a tag.',
    }),
  ],
  [
    /Failed to lookup "(.*?)"/su,
    (subject) => ({
      says: `There is no template templates/${subject}${ending} to put in here.`,
      help: 'Correct the name; it is the path below templates/ without the ending.',
    }),
  ],
  [
    /call stack size exceeded/u,
    () => ({
      says: 'The template puts itself in, without end.',
      help: 'Take the {% render %} or {% layout %} out that leads back to this file.',
    }),
  ],
  [
    /limit exceeded/u,
    () => ({
      says: 'The template takes more time or memory than a page may.',
      help: 'Look for a loop that never ends, such as over a range of many millions.',
    }),
  ],
];

function inWords(reason: string): { says: string; help: string } {
  for (const [pattern, words] of reasons) {
    const match = pattern.exec(reason);
    if (match) return words(match[1] ?? '');
  }
  return {
    says: `${reason.charAt(0).toUpperCase()}${reason.slice(1).replace(/\.$/u, '')}.`,
    help: 'Mend the template and build again.',
  };
}
