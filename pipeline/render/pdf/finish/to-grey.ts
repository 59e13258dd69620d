/** Content in black ink alone: every colour as the grey of its lightness. */
import { operatorsOf } from '../../../pdf/content-stream.ts';

/** The operators that set a colour (ISO 32000-1, 8.6.8), by the one that sets a grey in their place. */
const colours: Readonly<Record<string, string>> = { rg: 'g', RG: 'G', k: 'g', K: 'G' };

/** The stream with each colour of three or four inks as a grey; what is not changed is copied byte by byte. */
export function toGrey(stream: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (const { name, start, end } of operatorsOf(stream)) {
    const grey = colours[name];
    if (grey === undefined) continue;
    const operands = Buffer.from(stream.subarray(start, end - name.length)).toString('latin1');
    const values = operands.trim().split(/\s+/u).map(Number);
    chunks.push(stream.subarray(at, start), Buffer.from(`${lightness(values)} ${grey}`));
    at = end;
  }
  return Buffer.concat([...chunks, stream.subarray(at)]);
}

/** The lightness of a colour of red, green and blue, or of cyan, magenta, yellow and black (ITU-R BT.709). */
function lightness(values: readonly number[]): number {
  const [one = 0, two = 0, three = 0, black] = values;
  const [red, green, blue] =
    black === undefined
      ? [one, two, three]
      : [one, two, three].map((ink) => (1 - ink) * (1 - black));
  const light = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return Math.round(light * 1e4) / 1e4;
}
