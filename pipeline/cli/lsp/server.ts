/** `briefwright lsp`: findings and fixes in an editor, while typing (Language Server Protocol over stdio). */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CheckedProject } from '../../build/checked-project.ts';
import { applyFixes } from '../../check/apply-fixes.ts';
import type { Finding } from '../../model/finding.ts';
import { changesOf, diagnosticOf, quickFixOf, rangeOf, touches, uriOf } from './to-lsp.ts';

/** After so many milliseconds without a keystroke the whole plan is checked. */
const pause = 400;

const fixAll = `${CodeActionKind.SourceFixAll}.briefwright`;

/** Serves until the editor says to stop. `version` is briefwright's own. */
export function serve(version: string): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  let root = process.cwd();
  let project = new CheckedProject(root);
  /** What the editor shows now, by address. */
  const shown = new Map<string, readonly Finding[]>();
  let timer: NodeJS.Timeout | undefined;
  /** Checks run one after another: each takes the texts as they are when its turn comes. */
  let queue = Promise.resolve();

  connection.onInitialize((params): InitializeResult => {
    root = rootOf(params) ?? root;
    project = new CheckedProject(root);
    return {
      serverInfo: { name: 'briefwright', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll] },
      },
    };
  });
  connection.onInitialized(() => enqueue(checkAll));
  documents.onDidChangeContent(({ document }) => {
    enqueue(() => checkOne(document.uri));
    clearTimeout(timer);
    timer = setTimeout(() => enqueue(checkAll), pause);
  });
  documents.onDidSave(recheck);
  documents.onDidClose(recheck);
  connection.onDidChangeWatchedFiles(recheck);
  connection.onCodeAction(actionsFor);
  documents.listen(connection);
  connection.listen();

  function recheck(): void {
    enqueue(async () => {
      project.forget();
      await checkAll();
    });
  }

  /** A check that fails is told to the editor, and the next one runs all the same. */
  function enqueue(work: () => Promise<void>): void {
    queue = queue.then(work).catch((error: unknown) => {
      connection.console.error(error instanceof Error ? error.message : String(error));
    });
  }

  async function checkAll(): Promise<void> {
    const findings = await project.checkAll(openTexts());
    const byUri = new Map<string, Finding[]>();
    for (const finding of findings) {
      const uri = uriOf(root, finding.place.path);
      byUri.set(uri, [...(byUri.get(uri) ?? []), finding]);
    }
    for (const uri of new Set([...shown.keys(), ...byUri.keys()])) show(uri, byUri.get(uri) ?? []);
  }

  async function checkOne(uri: string): Promise<void> {
    const file = pathOf(root, uri);
    const findings = file === undefined ? undefined : await project.checkFile(file, openTexts());
    if (findings !== undefined) show(uri, findings);
  }

  function show(uri: string, findings: readonly Finding[]): void {
    if (findings.length === 0) shown.delete(uri);
    else shown.set(uri, findings);
    const diagnostics = findings.map((finding) => diagnosticOf(finding, root));
    const version = documents.get(uri)?.version;
    void connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  }

  function openTexts(): ReadonlyMap<string, string> {
    return new Map(
      documents.all().flatMap((document): [string, string][] => {
        const file = pathOf(root, document.uri);
        return file === undefined ? [] : [[file, document.getText()]];
      }),
    );
  }

  async function actionsFor({ textDocument, range, context }: CodeActionParams) {
    await queue;
    const findings = shown.get(textDocument.uri) ?? [];
    const wants = (kind: string) =>
      context.only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? true;
    const quick = findings.flatMap((finding) =>
      finding.fix !== undefined && touches(rangeOf(finding.place), range)
        ? [quickFixOf(finding, finding.fix, root)]
        : [],
    );
    return [
      ...(wants(CodeActionKind.QuickFix) ? quick : []),
      ...(wants(fixAll) ? allFixes(textDocument.uri, findings) : []),
    ];
  }

  /** Everything in one document that keeps its meaning, in one step. */
  function allFixes(uri: string, findings: readonly Finding[]): readonly CodeAction[] {
    const document = documents.get(uri);
    const file = pathOf(root, uri);
    if (document === undefined || file === undefined) return [];
    const source = { path: file, text: document.getText() };
    const { fixed } = applyFixes(findings, new Map([[file, source]]), { unsafe: false });
    const edits = fixed.flatMap(({ fix }) => fix?.edits ?? []);
    if (edits.length === 0) return [];
    const title = 'Mend everything that briefwright can mend';
    const changes = changesOf({ title, safe: true, edits }, root);
    return [{ title, kind: fixAll, edit: { changes } }];
  }
}

function rootOf({ workspaceFolders, rootUri }: InitializeParams): string | undefined {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri;
  return uri?.startsWith('file:') ? fileURLToPath(uri) : undefined;
}

/** A document's path as findings name it; undefined for what is no file of the project. */
function pathOf(root: string, uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  const relative = path.relative(root, fileURLToPath(uri)).split(path.sep).join('/');
  return relative.startsWith('../') || path.isAbsolute(relative) ? undefined : relative;
}
