/** What every EPUB has beside the book itself, as epub-gen-memory makes it. */
import { EPub } from 'epub-gen-memory';

/** The texts of the container by their paths: `mimetype`, `META-INF/container.xml`. Takes 0.3 s, most of it for loading the library. */
export function containerTexts(): Promise<readonly (readonly [path: string, text: string])[]> {
  return new Container().texts();
}

/**
 * epub-gen-memory with its own part cut down to the container. Its templates of the book print nothing: package,
 * contents and styles are ours. Documents go in as files, since its HTML filter drops attributes, SVG and MathML and its
 * template is compiled anew for each chapter; the archive is written by us, in a fixed order.
 */
class Container extends EPub {
  constructor() {
    super({ title: '-', css: '', contentOPF: ' ', tocNCX: ' ', tocXHTML: ' ' }, []);
  }

  async texts(): Promise<readonly (readonly [path: string, text: string])[]> {
    await this.render();
    const ours = Object.values(this.zip.files).filter(
      ({ dir, name }) => !dir && !name.startsWith('OEBPS/'),
    );
    return Promise.all(ours.map(async (file) => [file.name, await file.async('text')] as const));
  }
}
