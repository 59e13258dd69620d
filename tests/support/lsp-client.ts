/** A client of the language server: it starts the command and speaks the protocol's own frames over stdio. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

const main = path.resolve('pipeline/cli/main.ts');
const loader = pathToFileURL(path.resolve('node_modules/tsx/dist/loader.mjs')).href;

export class LspClient {
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #messages: Message[] = [];
  #waiting: (() => void)[] = [];
  #buffer = Buffer.alloc(0);
  #id = 0;

  constructor(folder: string) {
    this.#server = spawn(process.execPath, ['--import', loader, main, 'lsp', '--stdio'], {
      cwd: folder,
    });
    this.#server.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  notify(method: string, params: unknown): void {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  async request(method: string, params: unknown): Promise<unknown> {
    this.#id += 1;
    const id = this.#id;
    this.#send({ jsonrpc: '2.0', id, method, params });
    return (await this.next((message) => message.id === id && message.method === undefined)).result;
  }

  /** The first message that passes and was not taken before. */
  async next(wanted: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const index = this.#messages.findIndex(wanted);
      const [found] = index < 0 ? [] : this.#messages.splice(index, 1);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** The exit code, after the protocol's own good-bye. */
  async stop(): Promise<number | null> {
    await this.request('shutdown', null);
    const ended = new Promise<number | null>((resolve) => this.#server.once('exit', resolve));
    this.notify('exit', null);
    return ended;
  }

  kill(): void {
    this.#server.kill('SIGKILL');
  }

  #send(message: object): void {
    const body = JSON.stringify(message);
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #take(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      const length = /Content-Length: (\d+)/u.exec(
        this.#buffer.toString('ascii', 0, Math.max(0, end)),
      );
      const start = end + 4;
      const stop = start + Number(length?.[1]);
      if (end < 0 || length === null || this.#buffer.length < stop) break;
      this.#messages.push(JSON.parse(this.#buffer.toString('utf8', start, stop)));
      this.#buffer = this.#buffer.subarray(stop);
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
