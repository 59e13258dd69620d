/** A document that tries everything to reach the network, the disk, or a script. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserForTests } from '../../support/browser.ts';
import { poppler } from '../../support/poppler.ts';

const { printer } = browserForTests();

const hits: string[] = [];
let connections = 0;
const server = createServer((request, response) => {
  hits.push(request.url ?? '');
  response.setHeader('access-control-allow-origin', '*').end('REMOTE');
});
server.on('connection', () => {
  connections += 1;
});
let folder = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = await mkdtemp(path.join(os.tmpdir(), 'hostile-'));
  await writeFile(path.join(folder, 'secret.txt'), 'SECRET-OF-THE-DISK');
  await writeFile(path.join(folder, 'secret.html'), '<p>SECRET-OF-THE-DISK</p>');
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

function addresses() {
  const address = server.address();
  const port = isAddress(address) ? address.port : 0;
  return {
    remote: `http://127.0.0.1:${port}`,
    local: `http://localhost:${port}`,
    disk: pathToFileURL(folder).href,
  };
}

function isAddress(value: unknown): value is AddressInfo {
  return typeof value === 'object' && value !== null && 'port' in value;
}

/** Each attempt alone, so that none hides behind another. */
const attempts: Readonly<Record<string, string>> = {
  script: `<script>document.body.textContent = 'SCRIPT-RAN'; fetch('REMOTE/fetch')</script>`,
  'script from elsewhere': `<script src="REMOTE/x.js"></script><script type="module" src="LOCAL/x.mjs"></script>`,
  'event handler': `<img src="data:image/png;base64,AA" onerror="document.body.textContent='SCRIPT-RAN'" alt="">`,
  'javascript address': `<iframe src="javascript:parent.document.body.textContent='SCRIPT-RAN'"></iframe>`,
  'frames of the disk': `<iframe src="DISK/secret.html"></iframe><iframe src="DISK/secret.txt"></iframe>`,
  'frames of the network': `<iframe src="REMOTE/frame"></iframe><iframe src="LOCAL/frame"></iframe>`,
  'a frame with its document in it': `<iframe srcdoc="&lt;p>SRCDOC &lt;img src='REMOTE/srcdoc.png'>&lt;/p>"></iframe>`,
  'a data frame': `<iframe src="data:text/html,<p>DATA-FRAME<img src=REMOTE/data.png>"></iframe>`,
  objects: `<object data="DISK/secret.txt"></object><object data="REMOTE/o"></object><embed src="DISK/secret.html"><embed src="REMOTE/e">`,
  images: `<img src="REMOTE/i.png" srcset="REMOTE/2x.png 2x" alt=""><picture><source srcset="REMOTE/p.webp"><img src="DISK/secret.txt" alt=""></picture>`,
  media: `<video src="REMOTE/v.mp4" poster="REMOTE/v.png" autoplay></video><audio src="REMOTE/a.mp3" autoplay></audio>`,
  'style sheets': `<link rel="stylesheet" href="REMOTE/s.css"><style>@import "REMOTE/i.css"; @import url(DISK/secret.txt);</style>`,
  'addresses in style': `<style>body { background: url(REMOTE/b.png); list-style: url(LOCAL/l.png); cursor: url(REMOTE/c.cur), auto }</style><p style="background: url(REMOTE/inline.png)">x</p>`,
  'a style for the page’s margin': `<style>@page { @top-left { content: url(REMOTE/margin.png) } }</style>`,
  fonts: `<style>@font-face { font-family: Evil; src: url(REMOTE/f.woff2), local("DejaVu Sans") } p { font-family: Evil }</style><p>x</p>`,
  hints: `<link rel="preload" as="image" href="REMOTE/pre.png"><link rel="prefetch" href="REMOTE/fetch"><link rel="preconnect" href="REMOTE"><link rel="dns-prefetch" href="//localhost"><link rel="prerender" href="REMOTE/r"><link rel="modulepreload" href="REMOTE/m.js"><link rel="manifest" href="REMOTE/w"><link rel="icon" href="REMOTE/favicon.png">`,
  'going elsewhere': `<meta http-equiv="refresh" content="0; url=REMOTE/refresh">`,
  'going to the disk': `<meta http-equiv="refresh" content="0; url=DISK/secret.html">`,
  'another base': `<base href="REMOTE/base/"><img src="i.png" alt="">`,
  'a form': `<form action="REMOTE/form" method="post"><input name="a" autofocus><button>x</button></form>`,
  'SVG with a script': `<svg width="20" height="20"><script>document.body.textContent = 'SCRIPT-RAN'</script><image href="REMOTE/svg.png" width="9" height="9"/><use href="REMOTE/u.svg#x"/><foreignObject width="9" height="9"><iframe src="DISK/secret.html"></iframe></foreignObject></svg>`,
  'an XML style sheet': `<?xml-stylesheet href="REMOTE/x.xsl" type="text/xsl"?>`,
  'a portal, a ping and a blank target': `<a href="REMOTE/a" ping="REMOTE/ping" target="_blank" autofocus>x</a><a href="REMOTE/d" download>d</a>`,
};

test.each(Object.entries(attempts))('%s reaches nothing', async (_name, attempt) => {
  const { remote, local, disk } = addresses();
  const body = attempt
    .replaceAll('REMOTE', remote)
    .replaceAll('LOCAL', local)
    .replaceAll('DISK', disk);
  const html = `<!doctype html><html lang="en"><title>t</title><body><p>The author’s text.</p>${body}</body></html>`;
  const pdf = await printer.print({ html, files: new Map(), tagged: true }).catch((error) => {
    // A font that does not load is told; everything else is printed without it.
    expect(error).toMatchObject({ name: 'TemplateError' });
    return undefined;
  });
  if (pdf) {
    const text = await poppler('pdftotext', pdf);
    expect(text).toContain('The author’s text.');
    expect(text).not.toMatch(/SECRET|REMOTE|SCRIPT-RAN|DATA-FRAME|ERR_/u);
  }
  expect({ hits, connections }).toEqual({ hits: [], connections: 0 });
});
