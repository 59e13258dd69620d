/** Whether there is a browser and whether it starts, without raising anything. */
import { ToolError } from '../../model/errors.ts';
import { type BrowserSearch, type FoundBrowser, findBrowser } from './find.ts';
import { withBrowser } from './session.ts';

export type BrowserState =
  | { readonly state: 'works'; readonly browser: FoundBrowser; readonly version: string }
  | { readonly state: 'missing' }
  | { readonly state: 'broken'; readonly error: ToolError };

/** Finds the browser and starts it once. */
export async function probeBrowser(search: BrowserSearch): Promise<BrowserState> {
  try {
    const browser = await findBrowser(search);
    if (browser === undefined) return { state: 'missing' };
    const version = await withBrowser(search, async (session) =>
      (await session.browser()).version(),
    );
    return { state: 'works', browser, version };
  } catch (error) {
    if (error instanceof ToolError) return { state: 'broken', error };
    throw error;
  }
}
