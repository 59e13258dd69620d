/** `briefwright lsp` as a process, by the messages that an editor sends. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { LspClient } from '../../support/lsp-client.ts';
import { planOf, projectWith, section } from '../../support/terminal.ts';

let end = async (): Promise<void> => {};

afterEach(() => end());

interface Shown {
  readonly uri: string;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly range: unknown;
    readonly message: string;
    readonly severity: number;
    readonly codeDescription: { readonly href: string };
  }[];
}

const target = '- People reached: target 90 % of the city by 2030';
const clean = planOf(section('1.1: Heat alarm', target), section('1.2: Cool rooms', target));
const misspelt = clean.replace('#### Recommendation', '#### Recomendation');

async function start(files: Readonly<Record<string, string>>) {
  const project = await projectWith(files);
  const client = new LspClient(project.folder);
  end = async () => {
    client.kill();
    await project.remove();
  };
  const uri = (name: string) => pathToFileURL(path.join(project.folder, name)).href;
  const result = await client.request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(project.folder).href,
    capabilities: {},
  });
  client.notify('initialized', {});
  /** What the editor is told next of that file, once it is `wanted`. */
  const shown = async (name: string, wanted: (shown: Shown) => boolean = () => true) => {
    const isShown = (params: unknown): params is Shown =>
      typeof params === 'object' && params !== null && 'uri' in params && params.uri === uri(name);
    const { params } = await client.next(
      (one) =>
        one.method === 'textDocument/publishDiagnostics' &&
        isShown(one.params) &&
        wanted(one.params),
    );
    return isShown(params) ? params.diagnostics : [];
  };
  return { folder: project.folder, client, result, uri, shown };
}

const origin = { line: 0, character: 0 };
const codes = (all: Shown['diagnostics']) => all.map(({ code }) => code);

test('findings as they are typed, with their fixes', async () => {
  const { client, result, uri, shown } = await start({ 'sources/cool.md': clean });
  expect(result).toMatchObject({
    serverInfo: { name: 'briefwright' },
    capabilities: { textDocumentSync: { change: 2 }, codeActionProvider: {} },
  });
  const textDocument = { uri: uri('sources/cool.md') };
  client.notify('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'markdown', version: 1, text: clean },
  });
  expect(await shown('sources/cool.md')).toEqual([]);

  // One letter is lost: "Recommendation" without its second m.
  const line = clean.split('\n').indexOf('#### Recommendation');
  client.notify('textDocument/didChange', {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [
      { range: { start: { line, character: 9 }, end: { line, character: 10 } }, text: '' },
    ],
  });
  const heading = { start: { line, character: 0 }, end: { line, character: 18 } };
  const [finding] = await shown('sources/cool.md', (one) => one.diagnostics.length > 0);
  expect(finding).toMatchObject({
    code: 'unknown-part',
    severity: 1,
    source: 'briefwright',
    range: heading,
    codeDescription: { href: expect.stringContaining('docs/rules/unknown-part.md') },
    relatedInformation: [{ message: 'The section starts here.' }],
  });
  expect(finding?.message).toContain(
    'Section 1.1 "Heat alarm" has an unknown part "Recomendation".',
  );

  const actions = await client.request('textDocument/codeAction', {
    textDocument,
    range: heading,
    context: { diagnostics: [finding] },
  });
  const edit = {
    changes: {
      [textDocument.uri]: [
        {
          range: { start: { line, character: 5 }, end: { line, character: 18 } },
          newText: 'Recommendation',
        },
      ],
    },
  };
  expect(actions).toMatchObject([
    { title: 'Rename the heading to "Recommendation"', kind: 'quickfix', isPreferred: true, edit },
    { kind: 'source.fixAll.briefwright', edit },
  ]);
  const elsewhere = await client.request('textDocument/codeAction', {
    textDocument,
    range: { start: origin, end: origin },
    context: { diagnostics: [], only: ['quickfix'] },
  });
  expect(elsewhere).toEqual([]);

  const untitled = { uri: 'untitled:1' };
  client.notify('textDocument/didOpen', {
    textDocument: { ...untitled, languageId: 'markdown', version: 1, text: misspelt },
  });
  const none = await client.request('textDocument/codeAction', {
    textDocument: untitled,
    range: { start: origin, end: origin },
    context: { diagnostics: [] },
  });
  expect(none).toEqual([]);

  client.notify('textDocument/didChange', {
    textDocument: { ...textDocument, version: 3 },
    contentChanges: [{ text: clean }],
  });
  expect(await shown('sources/cool.md', (one) => one.diagnostics.length === 0)).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test('what compares sections follows after a pause, and in files that are not open', async () => {
  const plan = '---\nlang: en\n---\n\n# Cool City\n';
  const one = section('X', target).replaceAll('#### ', '## ').replace('### X', '# One');
  const files = {
    'sources/cool/plan.md': plan,
    'sources/cool/1-people/goal.md': '# People\n',
    'sources/cool/1-people/1.1.md': `---\nsequence: "1.1"\n---\n\n${one}`,
    'sources/cool/1-people/1.2.md': `---\nsequence: "1.2"\n---\n\n${one}`,
  };
  const { client, uri, shown } = await start(files);
  const textDocument = { uri: uri('sources/cool/1-people/1.1.md') };
  client.notify('textDocument/didOpen', {
    textDocument: {
      ...textDocument,
      languageId: 'markdown',
      version: 1,
      text: files['sources/cool/1-people/1.1.md'].replace('"1.1"', '"1.2"'),
    },
  });
  expect(codes(await shown('sources/cool/1-people/1.2.md'))).toEqual(['duplicate-sequence']);
  expect(await client.stop()).toBe(0);
});

test('a mistake in the config is shown in the config, and goes when it is mended', async () => {
  const config = 'briefwright.config.yaml';
  const { client, folder, shown, uri } = await start({
    'sources/cool.md': misspelt,
    [config]: 'rules:\n  mising-part: off\n',
  });
  expect(await shown(config)).toMatchObject([
    { code: 'unknown-config-key', range: { start: { line: 1, character: 2 } } },
  ]);
  await writeFile(path.join(folder, config), 'rules:\n  unknown-part: info\n');
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(config), type: 2 }] });
  expect(await shown(config)).toEqual([]);
  expect(await shown('sources/cool.md')).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ code: 'unknown-part', severity: 3 })]),
  );
  expect(await client.stop()).toBe(0);
});
