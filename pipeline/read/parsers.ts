/**
 * Parsers that try less, for texts that cannot need more. Most of what micromark tries is keyed to a sign, and costs
 * nothing where the sign is missing. Two things are tried everywhere: GFM's addresses, at every letter and digit, and
 * its tables, at every line. A text without their signs gives the same tree without them (a test compares).
 */
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';

type Syntax = NonNullable<Data['micromarkExtensions']>[number];
type Constructs = NonNullable<Syntax['text']>[string];
type Construct = Exclude<NonNullable<Constructs>, readonly unknown[]>;
type Events = ThisParameterType<Construct['tokenize']>['events'];

/** Without its sign a construct cannot succeed; constructs by their names in micromark. */
const signs = {
  emailAutolink: /@/u,
  protocolAutolink: /https?:\/\//iu,
  wwwAutolink: /www\./iu,
};

/** GFM looks for addresses in the finished tree once more, where escapes and references have become signs. */
const maybeAddress = /[@&\\]|https?:\/\/|www\./iu;

/** After its break, what may be the second row of a table: no other sign stands there. */
const delimiterRow = /(?:\r\n|\n|\r)([-:|>\t ]+)(?=[\r\n]|$)/gu;

const inTree = 'addresses in the tree';

type Parser = Processor<Root>;

const parsers = new Map<string, Parser>();

/** The lines, from 1, before what may be the second row of a table, in the text that is parsed now. */
let heads: ReadonlySet<number> = new Set();

/** A parser for this text, to be used at once, since it knows where the text may have tables. */
export function parserFor(text: string): Pick<Parser, 'parse'> {
  heads = tableHeads(text);
  const idle: string[] = Object.entries(signs).flatMap(([name, sign]) =>
    sign.test(text) ? [] : [name],
  );
  if (heads.size === 0) idle.push('table');
  if (!maybeAddress.test(text)) idle.push(inTree);
  const key = idle.join();
  const parser = parsers.get(key) ?? parserWithout(idle);
  parsers.set(key, parser);
  return parser;
}

function tableHeads(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let [line, counted] = [1, 0];
  for (const { 1: row = '', index } of text.matchAll(delimiterRow)) {
    if (!row.includes('-') || !/[:|]/u.test(row)) continue;
    line += text.slice(counted, index).match(/\r\n|\n|\r/gu)?.length ?? 0;
    counted = index;
    found.add(line);
  }
  return found;
}

function parserWithout(idle: readonly string[]): Parser {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml'])
    .use(leaveOut, idle)
    .freeze();
}

/** A plug-in, after those that add the constructs. */
function leaveOut(this: Processor, idle: readonly string[]): void {
  const data = this.data();
  const slim = (all: Constructs) =>
    [all ?? []]
      .flat()
      .filter(({ name = '' }) => !idle.includes(name))
      .map((one) => (one.name === 'table' ? onlyAtHeads(one) : one));
  const slimEach = (by: Syntax['text'] = {}) =>
    Object.fromEntries(Object.entries(by).map(([code, all]) => [code, slim(all)]));
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((one) => ({
    ...one,
    text: slimEach(one.text),
    flow: slimEach(one.flow),
  }));
  if (!idle.includes(inTree)) return;
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .filter((one) => one.enter?.['literalAutolink'] === undefined);
}

/** The construct of tables, tried at the lines where one may start or go on. */
function onlyAtHeads(table: Construct): Construct {
  return {
    ...table,
    tokenize(effects, ok, nok) {
      const may = heads.has(this.now().line) || endsInRow(this.events);
      return may ? table.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
}

function endsInRow(events: Events): boolean {
  const last = events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix');
  return last !== undefined && /^table(?:Head|Row)$/u.test(last[1].type);
}
