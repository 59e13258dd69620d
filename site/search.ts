/** Search in one plan, in the reader's browser: no server, no network, and nothing is fetched before it is used. */
import MiniSearch, { type SearchResult } from 'minisearch';
import { excerptAround } from './excerpt.ts';

/** What can be found: a part of a section, or the text of a goal or of the plan. */
interface Entry {
  readonly id: number;
  /** Relative to the site's own folder, with the anchor. */
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly part: string;
  readonly text: string;
}

declare global {
  /** Called by the index, which is a script: from disk, browsers let a page load nothing else. */
  var briefwrightSearch: (entries: readonly Entry[]) => void;
}

const shown = 20;

/** Makes a search box work: `templates/html/search` has its markup. */
export function searchIn(box: HTMLElement): void {
  const input = box.querySelector('input');
  const list = box.querySelector('ol');
  const status = box.querySelector('[role=status]');
  const sample = box.querySelector('template')?.content.firstElementChild;
  const { index = '', found = '', none = '' } = box.dataset;
  if (!input || !list || !status || !sample) return;
  const address = new URL(index, document.baseURI);
  let loading: Promise<MiniSearch<Entry>> | undefined;

  const load = (): Promise<MiniSearch<Entry>> => {
    loading ??= loadIndex(address);
    return loading;
  };

  const search = async (): Promise<void> => {
    const words = input.value.trim();
    const engine = await load();
    if (words !== input.value.trim()) return;
    const results = words === '' ? [] : engine.search(words);
    list.replaceChildren(...results.slice(0, shown).map((one) => item(one, sample, address)));
    status.textContent =
      words === ''
        ? ''
        : results.length === 0
          ? none
          : found.replace('{count}', String(results.length));
    box.classList.toggle('open', words !== '');
  };

  const close = (): void => {
    input.value = '';
    void search();
  };

  input.addEventListener('focus', () => void load());
  input.addEventListener('input', () => void search());
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !box.contains(event.target)) box.classList.remove('open');
  });
  input.addEventListener('click', () => box.classList.toggle('open', input.value.trim() !== ''));
  // A result on the page that one is on.
  list.addEventListener('click', () => box.classList.remove('open'));
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && isNoField(event.target)) {
      event.preventDefault();
      input.focus();
    }
  });
  box.addEventListener('keydown', (event) => {
    const stops = [input, ...list.querySelectorAll('a')];
    const here = stops.findIndex((one) => one === document.activeElement);
    if (event.key === 'Escape') {
      input.focus();
      close();
    } else if (event.key === 'Enter' && document.activeElement === input) {
      stops[1]?.click();
    } else if (event.key === 'ArrowDown') stops[here + 1]?.focus();
    else if (event.key === 'ArrowUp') stops[Math.max(here - 1, 0)]?.focus();
    else return;
    event.preventDefault();
  });
}

function loadIndex(address: URL): Promise<MiniSearch<Entry>> {
  return new Promise((resolve, reject) => {
    globalThis.briefwrightSearch = (entries) => resolve(engineOf(entries));
    const script = document.createElement('script');
    script.src = address.href;
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

function engineOf(entries: readonly Entry[]): MiniSearch<Entry> {
  const words = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
  const engine = new MiniSearch<Entry>({
    fields: ['number', 'title', 'part', 'text'],
    storeFields: ['href', 'number', 'title', 'part', 'text'],
    // "3.13" stays one word, and languages without spaces have words too.
    tokenize: (text) =>
      [...words.segment(text)].filter((one) => one.isWordLike).map((one) => one.segment),
    processTerm: (term) => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boost: { number: 4, title: 3 },
      combineWith: 'AND',
    },
  });
  engine.addAll(entries);
  return engine;
}

/** A copy of the sample, filled. The index lies in the site's own folder. */
function item(result: SearchResult, sample: Element, index: URL): Node {
  const copy = document.importNode(sample, true);
  const fill = (selector: string, ...content: (Node | string)[]): void =>
    copy.querySelector(selector)?.replaceChildren(...content);
  copy.querySelector('a')?.setAttribute('href', new URL(String(result['href']), index).href);
  fill('.number', String(result['number']));
  fill('.title', String(result['title']));
  fill('.part', String(result['part']));
  fill('p', ...excerptAround(String(result['text']), result.terms).map(marked));
  return copy;
}

function marked({ text, match }: { text: string; match: boolean }): Node | string {
  if (!match) return text;
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

function isNoField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    !target.matches('input, textarea, select') &&
    !target.isContentEditable
  );
}
