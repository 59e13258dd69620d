/** The finished files of a book, packed into one EPUB container. EPUB Open Container Format 3.2. */
import type { Known } from '../../model/known.ts';
import { writeZip, type ZipEntry, zipEntry } from './zip.ts';

/** The container's bytes: the same for the same files, on every machine. */
export async function packBook(files: readonly ZipEntry[], known: Known): Promise<Uint8Array> {
  const container = await known.later('container', async () => {
    const { containerTexts } = await import('./container.ts');
    return containerTexts();
  });
  const around = container.map(([name, text]) =>
    // OCF 3.2, 4.3: `mimetype` is not compressed.
    zipEntry(name, new TextEncoder().encode(text), name !== 'mimetype'),
  );
  return writeZip(
    [...around, ...files].sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1)),
  );
}

/** OCF 3.2, 4.3: `mimetype` comes first. */
function rank(name: string): number {
  return ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'].indexOf(name) + 1 || 9;
}
