/** The preview's server against hostile requests, written by hand into a socket. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PreviewServer, servePreview } from '../../../pipeline/build/preview/serve.ts';

const page = { mediaType: 'text/html', bytes: new TextEncoder().encode('<p>Grüße</p>') };
const files = new Map([['plan/index.html', page]]);
const asked: string[] = [];
let server: PreviewServer;
let port = 0;

beforeAll(async () => {
  const answer = (path: string) => {
    asked.push(path);
    return path === '' ? { location: '/plan/index.html' } : files.get(path);
  };
  server = await servePreview(0, answer, () => ({ build: 1 }));
  port = Number(new URL(server.address).port);
});
afterAll(() => server.close());

/** Sends the lines and gives everything that comes back until the other side ends, or says nothing for a while. */
function raw(lines: readonly string[], host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    let text = '';
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

const get = (path: string, host = `127.0.0.1:${port}`, method = 'GET') =>
  raw([`${method} ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close']);

test('a page, with its type, and nothing that lets others keep or frame it', async () => {
  const answer = await get('/plan/index.html');
  expect(answer).toMatch(/^HTTP\/1\.1 200 /u);
  expect(answer).toContain('content-type: text/html; charset=utf-8');
  expect(answer).toContain('cache-control: no-store');
  expect(answer).toContain('cross-origin-resource-policy: same-origin');
  expect(answer).toContain('x-content-type-options: nosniff');
  expect(answer).not.toMatch(/access-control/iu);
  expect(answer).toContain('<p>Grüße</p>');
  expect(await get('/', `localhost:${port}`)).toContain('location: /plan/index.html');
  expect(await get('/plan/index.html', undefined, 'HEAD')).not.toContain('Grüße');
});

describe('other hosts are refused, whatever they lead to (DNS rebinding)', () => {
  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost',
    '127.0.0.1.evil.example',
    '[::1]',
    '0.0.0.0',
    '127.0.0.1@evil.example',
    '',
  ])('%s', async (host) => {
    expect(await get('/plan/index.html', host)).toMatch(/^HTTP\/1\.1 (?:421|400) /u);
  });

  test('without a name at all, or with two', async () => {
    expect(await raw(['GET /plan/index.html HTTP/1.1', 'Connection: close'])).toMatch(
      /^HTTP\/1\.1 400 /u,
    );
    expect(await raw(['GET /plan/index.html HTTP/1.0'])).toMatch(/^HTTP\/1\.1 421 /u);
    const two = ['Host: evil.example', `Host: 127.0.0.1:${port}`, 'Connection: close'];
    expect(await raw(['GET /plan/index.html HTTP/1.1', ...two])).not.toContain('Grüße');
  });
});

describe('paths outside are refused, and no folder is listed', () => {
  test.each([
    '/../../etc/passwd',
    '/plan/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/..\\..\\etc\\passwd',
    '/%5c..%5cetc/passwd',
    '/plan/%00index.html',
    '/%c0%ae%c0%ae/etc/passwd',
    '/%',
    '//evil.example/plan/index.html',
    'http://evil.example/plan/index.html',
    '*',
  ])('%s', async (path) => {
    const before = asked.length;
    expect(await get(path)).toMatch(/^HTTP\/1\.1 400 /u);
    expect(asked.slice(before)).toEqual([]);
  });

  test.each([
    '/plan',
    '/plan/',
    '/etc/passwd',
    '/package.json',
    '/.git/config',
    '/file:///etc/passwd',
  ])('%s', async (path) => {
    expect(await get(path)).toMatch(/^HTTP\/1\.1 404 [\s\S]*\r\n\r\n(?:0\r\n\r\n)?$/u);
  });
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])(
  '%s changes nothing',
  async (method) => {
    expect(await get('/plan/index.html', undefined, method)).toMatch(/^HTTP\/1\.1 405 /u);
  },
);

test('what is no request ends with an answer, and the server goes on', async () => {
  expect(await raw(['\u0000\u0001nonsense'])).toMatch(/^HTTP\/1\.1 400 /u);
  expect(await raw([`GET /${'a'.repeat(40_000)} HTTP/1.1`, `Host: 127.0.0.1:${port}`])).toMatch(
    /^HTTP\/1\.1 4\d\d /u,
  );
  const gone = connect(port, '127.0.0.1', () => gone.destroy());
  await new Promise((resolve) => gone.on('close', resolve));
  expect(await get('/plan/index.html')).toContain('200');
});

test('it listens on the loopback interface only', () => {
  expect(new URL(server.address).hostname).toBe('127.0.0.1');
});

test('open pages are told', async () => {
  const heard = raw(['GET /-/events HTTP/1.1', `Host: 127.0.0.1:${port}`]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.tell('changed', { build: 2 });
  const text = await heard;
  expect(text).toContain('event: hello\ndata: {"build":1}\n\n');
  expect(text).toContain('event: changed\ndata: {"build":2}\n\n');
});
