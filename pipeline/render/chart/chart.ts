/** A small chart of an indicator's values over time: where every line, mark and word of it stands. */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import type { ResolvedIndicator } from '../../model/resolved.ts';
import { daysOf } from '../days.ts';

/** Fewer values than this are quicker read in words. */
const fewest = 3;

const width = 360;
const height = 168;
/** Room for the numbers at the left, the years below, the names of the series above and at the right. */
const inside = { left: 52, right: 344, top: 22, bottom: 142 };

/** A word at an axis, and where it stands. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** A value: where it stands, and what it is in words. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  /** A diamond around it, for targets. */
  readonly diamond: string;
  readonly value: string;
  readonly date: string;
}

export interface Series {
  readonly kind: 'actual' | 'target';
  readonly marks: readonly Mark[];
  /** An SVG path through the marks; empty for a single one. */
  readonly path: string;
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
}

/** Everything that `templates/chart/values.liquid` draws, in its own units. */
export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly width: number;
  readonly height: number;
  readonly inside: typeof inside;
  readonly x: readonly Tick[];
  readonly y: readonly Tick[];
  readonly series: readonly Series[];
}

/** The chart of an indicator with at least three numbers that have dates, on two days or more; else undefined. */
export function chartOf(indicator: ResolvedIndicator): Chart | undefined {
  const values = valuesOf(indicator);
  const times = values.map(({ time }) => time);
  if (values.length < fewest || new Set(times).size < 2) return undefined;
  const x = scaleUtc()
    .domain([Math.min(...times), Math.max(...times)])
    .range([inside.left + 8, inside.right - 8]);
  const y = scaleLinear()
    .domain(domainOf(values.map(({ number }) => number)))
    .nice(4)
    .range([inside.bottom, inside.top]);
  const place = (one: Value): Mark => {
    const [left, top] = [rounded(x(one.time)), rounded(y(one.number))];
    return { x: left, y: top, diamond: diamond(left, top), value: one.text, date: one.date };
  };
  const series = (['actual', 'target'] as const).flatMap((kind) => {
    const own = values.filter((one) => one.kind === kind).sort((a, b) => a.time - b.time);
    return own.length === 0 ? [] : [seriesOf(kind, own.map(place))];
  });
  return {
    id: indicator.anchor,
    name: indicator.name,
    unit: indicator.unit ?? '',
    width,
    height,
    inside,
    x: timeTicks(times, (time) => rounded(x(time))),
    y: y.ticks(4).map((number) => ({ at: rounded(y(number)), text: grouped(number) })),
    series: apart(series),
  };
}

interface Value {
  readonly kind: 'actual' | 'target';
  readonly time: number;
  readonly number: number;
  readonly text: string;
  readonly date: string;
}

/** The results, and what the indicator itself says; a baseline is an actual value. */
function valuesOf({ results, baseline, target, actual }: ResolvedIndicator): Value[] {
  const all = [
    ...results.map(({ kind, value, from, to }) => ({ kind, value, date: to ?? from })),
    ...[
      { kind: 'baseline' as const, value: baseline },
      { kind: 'actual' as const, value: actual },
      { kind: 'target' as const, value: target },
    ].map((one) => ({ ...one, date: one.value?.date })),
  ];
  return all.flatMap(({ kind, value, date }): Value[] => {
    const days = date === undefined ? undefined : daysOf(date);
    const number = value?.number === undefined ? Number.NaN : Number(value.number);
    if (value === undefined || date === undefined || days === undefined) return [];
    if (!Number.isFinite(number)) return [];
    const time = Date.parse(`${days.last}T00:00:00Z`);
    return [{ kind: kind === 'target' ? kind : 'actual', time, number, text: value.text, date }];
  });
}

/** From zero, unless the values are all far from it. */
function domainOf(numbers: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (low === high) return low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
  if (low >= 0) return [low > high * 0.6 ? low : 0, high];
  return high <= 0 ? [low, high < low * 0.6 ? high : 0] : [low, high];
}

function seriesOf(kind: Series['kind'], marks: readonly Mark[]): Series {
  const path = line<Mark>()
    .x(({ x }) => x)
    .y(({ y }) => y)([...marks]);
  const last = marks.at(-1);
  const right = (last?.x ?? 0) > (inside.left + inside.right) / 2;
  return {
    kind,
    marks,
    path: marks.length < 2 ? '' : (path ?? ''),
    label: {
      x: rounded((last?.x ?? 0) + (right ? 4 : -4)),
      y: rounded(Math.max(inside.top - 8, (last?.y ?? 0) - 9)),
      anchor: right ? 'end' : 'start',
    },
  };
}

/** The name of the series that ends lower goes below its last mark, so that names and lines keep clear of one another. */
function apart(series: readonly Series[]): readonly Series[] {
  const [first, second] = series;
  if (first === undefined || second === undefined) return series;
  const end = ({ marks }: Series) => marks.at(-1)?.y ?? 0;
  const lower = end(first) > end(second) ? first : second;
  const y = rounded(Math.min(inside.bottom - 4, end(lower) + 17));
  return series.map((one) => (one === lower ? { ...one, label: { ...one.label, y } } : one));
}

/** Years; months where all values lie within three years. At most six, so that they do not touch. */
function timeTicks(times: readonly number[], at: (time: number) => number): Tick[] {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  const years = (one: number) => new Date(one).getUTCFullYear();
  const wide = years(sorted.at(-1) ?? 0) - years(sorted[0] ?? 0) >= 3;
  const ticks: Tick[] = [];
  for (const time of sorted) {
    const text = new Date(time).toISOString().slice(0, wide ? 4 : 7);
    const before = ticks.at(-1);
    const room = wide ? 34 : 48;
    if (before === undefined || (at(time) - before.at >= room && before.text !== text)) {
      ticks.push({ at: at(time), text });
    }
  }
  return ticks;
}

/** A number with narrow spaces between its thousands, as ISO 80000-1 writes it in every language. */
function grouped(number: number): string {
  const [whole = '', part] = String(number).split('.');
  const spaced = whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u202F').replace('-', '−');
  return part === undefined ? spaced : `${spaced}.${part}`;
}

function diamond(x: number, y: number): string {
  return `${x},${rounded(y - 5)} ${rounded(x + 5)},${y} ${x},${rounded(y + 5)} ${rounded(x - 5)},${y}`;
}

/** Tenths are finer than any reader sees, and the same on every machine. */
function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}
