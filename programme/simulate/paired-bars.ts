/** A plot as SVG text: for each row a bar of the base and a bar of the change, from the least to the most. Every figure stands beside its bar as text. */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { displayWidth } from '../../runtime/explain/display-width.ts';
import { compare, divide, floor, multiply, ofDecimalText, type Rational, whole, zero } from '../../runtime/rational.ts';
import { amountText, differenceText, groupedDigits } from './amount-text.ts';
import type { Compared, Ends } from './compare-sides.ts';

export interface BarRow {
  readonly label: string;
  readonly amounts: Compared;
}

export interface PairedBars {
  readonly title: string;
  /** What is compared, for those who hear the plot. */
  readonly description: string;
  readonly rows: readonly BarRow[];
  readonly base: string;
  readonly changed: string;
  readonly language: Language;
}

const size = { row: 58, bar: 18, unit: 7.2, heading: 10.5, plot: 420, top: 96, foot: 44, side: 20 } as const;
/** Told apart in grey too, and by those who see few colours. */
const colours = {
  base: '#5b6b7f',
  changed: '#d9711c',
  ink: '#1c2430',
  faint: '#d5dae1',
  gain: '#1f6f43',
  lose: '#a3262a',
} as const;
const fonts = `'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei','Source Han Sans SC',system-ui,sans-serif`;

export function pairedBars(plot: PairedBars): string {
  const { rows, title, description, language } = plot;
  const labels = Math.max(90, ...rows.map(({ label }) => displayWidth(label) * size.unit + 12));
  const figures = Math.max(120, ...rows.flatMap(figureTexts).map((text) => displayWidth(text) * size.unit + 16));
  const left = size.side + labels;
  const heading = displayWidth(title) * size.heading + 2 * size.side;
  const width = Math.ceil(Math.max(left + size.plot + figures + size.side, heading));
  const height = size.top + rows.length * size.row + size.foot;
  const most = rows.flatMap(({ amounts }) => [amounts.base, amounts.changed]).reduce(greatest, zero);
  const ticks = ticksTo(most);
  const scale = ticks.at(-1) ?? whole(1);
  const body = [
    text(size.side, 32, title, 'font-size="18" font-weight="600"'),
    ...legend(plot),
    ...ticks.flatMap((tick) => tickLine(left + length(tick, scale), height, tick)),
    ...rows.flatMap((row, index) => barRow(row, { left, y: size.top + index * size.row, scale, plot })),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${language}" lang="${language}" role="img" aria-labelledby="title desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${fonts}" font-size="13" fill="${colours.ink}">
<title id="title">${escaped(title)}</title>
<desc id="desc">${escaped(description)}</desc>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${body.join('\n')}
</svg>
`;
}

function legend({ base, changed, language }: PairedBars): readonly string[] {
  const open = language === 'zh' ? '浅色：待定部分' : 'pale: what is open';
  let x = size.side;
  const parts: string[] = [];
  for (const [name, colour, opacity] of [
    [base, colours.base, 1],
    [changed, colours.changed, 1],
    [open, colours.base, 0.35],
  ] as const) {
    parts.push(`<rect x="${x}" y="48" width="14" height="14" fill="${colour}" fill-opacity="${opacity}"/>`);
    parts.push(text(x + 20, 60, name, ''));
    x += Math.ceil(20 + displayWidth(name) * size.unit + 28);
  }
  return parts;
}

interface RowPlace {
  readonly left: number;
  readonly y: number;
  readonly scale: Rational;
  readonly plot: PairedBars;
}

function barRow({ label, amounts }: BarRow, { left, y, scale, plot }: RowPlace): readonly string[] {
  const figures = figureTexts({ label, amounts });
  const bar = (ends: Ends, top: number, colour: string, name: string, figure: string) => {
    const low = length(ofDecimalText(ends.low), scale);
    const high = length(ofDecimalText(ends.high), scale);
    const pale =
      high > low
        ? `<rect x="${left + low}" y="${top}" width="${round(high - low)}" height="${size.bar}" fill="${colour}" fill-opacity="0.35"/>`
        : '';
    return `<g><title>${escaped(`${label} · ${name} ${figure}`)}</title><rect x="${left}" y="${top}" width="${low}" height="${size.bar}" fill="${colour}"/>${pale}${text(round(left + high + 8), top + 14, figure, '')}</g>`;
  };
  const changed = y + size.bar + 4;
  return [
    text(left - 10, y + size.bar + 7, label, 'text-anchor="end"'),
    bar(amounts.base, y, colours.base, plot.base, figures[0]!),
    bar(amounts.changed, changed, colours.changed, plot.changed, figures[1]!),
  ];
}

/** Beside the bars: the base, and the change with how much it differs. */
function figureTexts({ amounts: { base, changed, difference } }: BarRow): readonly [string, string] {
  const isSame = difference.low === '0' && difference.high === '0' && base.endless === changed.endless;
  return [amountText(base), isSame ? amountText(changed) : `${amountText(changed)}  (${differenceText(difference)})`];
}

function tickLine(x: number, height: number, tick: Rational): readonly string[] {
  const at = round(x);
  return [
    `<line x1="${at}" x2="${at}" y1="${size.top - 10}" y2="${height - size.foot + 4}" stroke="${colours.faint}"/>`,
    text(at, height - size.foot + 22, groupedDigits(String(floor(tick))), 'text-anchor="middle" font-size="11"'),
  ];
}

/** From zero in steps of 1, 2 or 5 and noughts, at most five of them, until the greatest is within. */
function ticksTo(most: Rational): readonly Rational[] {
  const top = floor(most) + 1n;
  let step = 1n;
  while (step * 5n < top) {
    const digit = String(step)[0];
    step = digit === '2' ? (step / 2n) * 5n : step * 2n;
  }
  const count = (top + step - 1n) / step;
  return Array.from({ length: Number(count) + 1 }, (_, index) => whole(step * BigInt(index)));
}

function greatest(most: Rational, { high }: Ends): Rational {
  const value = ofDecimalText(high);
  return compare(value, most) > 0 ? value : most;
}

/** In tenths of a point: for drawing alone. */
function length(value: Rational, scale: Rational): number {
  if (compare(value, zero) <= 0) return 0;
  return Number(floor(multiply(divide(value, scale), whole(size.plot * 10)))) / 10;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${round(x)}" y="${round(y)}"${attributes === '' ? '' : ` ${attributes}`}>${escaped(content)}</text>`;
}

/** Names come from outside: what XML takes for markup, or does not take at all, does not stand. */
function escaped(content: string): string {
  return content
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
