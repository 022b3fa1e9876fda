/** Whole numbers of 1/10^n as decimal text, quickly: three digits at a time, by tables. */

/** Up to here floor(number ÷ 10^n) is exact: the quotient lies further from the next whole number than doubles there lie apart. */
export const mostQuick = 2 ** 50;

export interface DecimalDigits {
  /** Of numbers from 0 to `mostQuick`. */
  readonly text: (scaled: number) => string;
}

export interface DecimalForm {
  readonly decimals: number;
  /** Decimals that are written even where they are 0. */
  readonly least: number;
  /** Between groups of three digits. */
  readonly separator: '' | ',';
}

export function decimalDigits({ decimals, least, separator }: DecimalForm): DecimalDigits {
  const heads = table('head');
  const groups = table(separator);
  const unit = 10 ** decimals;
  const tail = (rest: number): string => decimalsText(rest, decimals, least);
  // A table where it is short; of longer decimals most are 0.
  const tails = decimals <= 2 ? Array.from({ length: unit }, (_, rest) => tail(rest)) : [tail(0)];
  return {
    text: (scaled) => {
      const whole = Math.floor(scaled / unit);
      const rest = scaled - whole * unit;
      return wholeText(whole, heads, groups) + (rest < tails.length ? tails[rest]! : tail(rest));
    },
  };
}

/** Of all groups of three digits: the first of a number, or one behind a separator. Made when they are first asked for. */
function table(of: 'head' | DecimalForm['separator']): readonly string[] {
  const known = tables.get(of);
  if (known !== undefined) return known;
  const made = Array.from({ length: 1000 }, (_, group) => (of === 'head' ? String(group) : of + padded(group, 3)));
  tables.set(of, made);
  return made;
}

const tables = new Map<string, readonly string[]>();

function wholeText(whole: number, heads: readonly string[], groups: readonly string[]): string {
  let left = whole;
  let text = '';
  while (left >= 1000) {
    const thousands = Math.floor(left / 1000);
    text = groups[left - thousands * 1000]! + text;
    left = thousands;
  }
  return heads[left]! + text;
}

/** Zeros at the end are dropped, but for the least. */
function decimalsText(rest: number, decimals: number, least: number): string {
  const shown = padded(rest, decimals).replace(/0+$/u, '').padEnd(least, '0');
  return rest === 0 && least === 0 ? '' : `.${shown}`;
}

function padded(digits: number, length: number): string {
  return String(digits).padStart(length, '0');
}
