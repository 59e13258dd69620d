/** @sparticuz/chromium: a browser inside an npm package, for machines that reach nothing else. Used only where someone installed it. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Unpacks the package's browser (to the system's temporary folder, once) and tells its path; undefined where the package is not installed. */
export async function installedChromium(packageRoot: string): Promise<string | undefined> {
  let entry: string;
  try {
    entry = createRequire(path.join(packageRoot, 'package.json')).resolve('@sparticuz/chromium');
  } catch {
    return undefined;
  }
  const module: unknown = await import(pathToFileURL(entry).href);
  const chromium = property(module, 'default');
  const executablePath = property(chromium, 'executablePath');
  if (typeof executablePath !== 'function') return undefined;
  const file: unknown = await Reflect.apply(executablePath, chromium, []);
  return typeof file === 'string' ? file : undefined;
}

function property(value: unknown, name: string): unknown {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
    ? Reflect.get(value, name)
    : undefined;
}
