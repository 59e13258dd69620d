/** A server for one person on one machine: it answers from memory, to this machine only, and to its own name only. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is found at an address. */
export interface Answer {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** An answer, where to look instead, or nothing. */
export type Found = Answer | { readonly location: string } | undefined;

export interface PreviewServer {
  /** `http://127.0.0.1:41234/` */
  readonly address: string;
  /** Tells every open page; `data` is JSON. */
  tell(event: string, data: unknown): void;
  close(): Promise<void>;
}

/** Where open pages listen (Server-sent events). */
export const eventsPath = '-/events';

/** No page is kept, shown in a frame of others, or read by them. */
const headers = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
};

/**
 * Starts at the port, or at a free one for 0. `answer` gets a path without its first `/`, decoded; `hello` is what a
 * page is told when it begins to listen. Raises the system's error where the port is taken.
 */
export async function servePreview(
  port: number,
  answer: (path: string) => Found,
  hello: () => unknown,
): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  let names: ReadonlySet<string> = new Set();
  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
    respond(request, response);
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const at = portOf(server.address());
  names = new Set([`127.0.0.1:${at}`, `localhost:${at}`]);

  function respond(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const path = pathOf(request.url ?? '');
    const refused = refusal(request, names);
    if (refused !== undefined) end(response, refused);
    else if (path === undefined) end(response, 400);
    else if (path === eventsPath) listen(response);
    else send(answer(path), request.method === 'HEAD', response);
  }

  function listen(response: ServerResponse): void {
    response.setHeader('content-type', 'text/event-stream');
    response.write(message('hello', hello()));
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  return {
    address: `http://127.0.0.1:${at}/`,
    tell(event, data) {
      for (const response of listeners) response.write(message(event, data));
    },
    close() {
      for (const response of listeners) response.end();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The status for a request that gets no answer. */
function refusal(request: IncomingMessage, names: ReadonlySet<string>): number | undefined {
  // Another name may be one that an attacker made lead here (DNS rebinding).
  if (!names.has(request.headers.host ?? '')) return 421;
  return request.method === 'GET' || request.method === 'HEAD' ? undefined : 405;
}

function send(found: Found, headOnly: boolean, response: ServerResponse): void {
  if (found === undefined) {
    end(response, 404);
  } else if ('location' in found) {
    response.setHeader('location', found.location);
    end(response, 302);
  } else {
    const { mediaType, bytes } = found;
    const charset = mediaType.startsWith('text/') ? '; charset=utf-8' : '';
    response.setHeader('content-type', mediaType + charset);
    response.setHeader('content-length', bytes.byteLength);
    response.end(headOnly ? undefined : bytes);
  }
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}

function message(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A path within the site; undefined for what no link of ours is: a whole address, a step up, a broken escape. */
function pathOf(url: string): string | undefined {
  if (!url.startsWith('/') || url.startsWith('//')) return undefined;
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/su, '')).slice(1);
    return /(?:^|[/\\])\.\.?(?:[/\\]|$)|[\\\0]/u.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
