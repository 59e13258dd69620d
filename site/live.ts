/** Keeps a page of the preview up to date: its text, the reader's place in it, and what the check found there. */

interface State {
  readonly findings: readonly { page: string; anchor: string; html: string }[];
  readonly failure: string;
}

/** Where the reader was: the first block that begins in the window, and how far below its top. */
interface Spot {
  readonly page: string;
  readonly id: string;
  /** Paragraphs are counted: one that is put in above gives the next ones other ids, but not other words. */
  readonly words: string;
  readonly top: number;
  readonly y: number;
}

const key = 'briefwright-spot';
const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = '/-/live.css';
document.head.append(sheet);

const printFrame = document.querySelector<HTMLIFrameElement>('iframe[data-print]');
const events = new EventSource('/-/events');
let known = '';

events.addEventListener('hello', (event) => {
  const state = stateOf(event);
  // The preview was started again, or went on while this page slept.
  if (known !== '' && known !== event.data) return reload();
  known = event.data;
  show(state);
  returnTo();
});
events.addEventListener('changed', (event) => {
  const state = stateOf(event);
  if (printFrame) return;
  if (state.failure === '') return reload();
  known = event.data;
  show(state);
});
events.addEventListener('printed', () => {
  if (printFrame) printFrame.src = printFrame.src.replace(/(?:#.*)?$/u, '');
});

function stateOf(event: MessageEvent<string>): State {
  const state: State = JSON.parse(event.data);
  return state;
}

/** Puts findings into the page, each at the top of what it belongs to. */
function show({ findings, failure }: State): void {
  for (const old of document.querySelectorAll('.live-finding')) old.remove();
  if (printFrame) return;
  for (const { page, anchor, html } of findings) {
    if (page !== decodeURIComponent(location.pathname)) continue;
    const target = document.getElementById(anchor) ?? document.querySelector('main');
    // An article is named as a whole; a part is named by its heading.
    const heading = target?.matches('h1, h2, h3, h4') ? target : target?.querySelector('h1');
    (heading ?? target)?.insertAdjacentHTML(heading ? 'afterend' : 'afterbegin', html);
  }
  if (failure !== '') document.body.insertAdjacentHTML('afterbegin', failure);
}

function reload(): void {
  const block = blocks().find((one) => one.getBoundingClientRect().top >= 0);
  const spot: Spot = {
    page: location.pathname,
    id: block?.id ?? '',
    words: block ? wordsOf(block) : '',
    top: block?.getBoundingClientRect().top ?? 0,
    y: scrollY,
  };
  sessionStorage.setItem(key, JSON.stringify(spot));
  // Else the browser goes back to where the page was scrolled to, and may do so after we have.
  history.scrollRestoration = 'manual';
  location.reload();
}

function returnTo(): void {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  history.scrollRestoration = 'auto';
  if (text === null) return;
  const spot: Spot = JSON.parse(text);
  if (spot.page !== location.pathname) return;
  const block =
    blocks().find((one) => wordsOf(one) === spot.words) ?? document.getElementById(spot.id);
  const y = block ? scrollY + block.getBoundingClientRect().top - spot.top : spot.y;
  scrollTo({ top: y, behavior: 'instant' });
}

function blocks(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main [id]')];
}

/** How a block begins, without the number that it may have. */
function wordsOf(block: HTMLElement): string {
  return (block.textContent ?? '')
    .replace(/^\s*\d+/u, '')
    .trim()
    .slice(0, 200);
}
