import type { NumberLiteral } from '../../grammar/ast.ts';
import type { DecimalText } from '../../runtime/ir.ts';

/** The literal as the IR holds it: percent and points as ratios, all else in base units. */
export function literalValue(literal: NumberLiteral): DecimalText {
  const isRatio = literal.unit.kind === 'Percent' || literal.unit.kind === 'Points';
  return isRatio ? dividedByHundred(literal.value) : literal.value;
}

export function negated(value: DecimalText): DecimalText {
  if (value === '0') return value;
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

/** Canonical decimal text of value / 100, by moving the point: exact at any length. */
export function dividedByHundred(value: DecimalText): DecimalText {
  const sign = value.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = value.slice(sign.length).split('.');
  const padded = whole.padStart(3, '0');
  const kept = padded.slice(0, -2).replace(/^0+(?=\d)/, '');
  const decimals = (padded.slice(-2) + fraction).replace(/0+$/, '');
  const result = decimals === '' ? kept : `${kept}.${decimals}`;
  return result === '0' ? '0' : sign + result;
}

/** Negative, zero or positive as left < = > right; both canonical decimal texts. */
export function compareDecimals(left: DecimalText, right: DecimalText): number {
  const leftNegative = left.startsWith('-');
  if (leftNegative !== right.startsWith('-')) return leftNegative ? -1 : 1;
  const order = compareMagnitudes(leftNegative ? left.slice(1) : left, leftNegative ? right.slice(1) : right);
  return leftNegative ? 0 - order : order;
}

function compareMagnitudes(left: string, right: string): number {
  const [leftWhole = '', leftFraction = ''] = left.split('.');
  const [rightWhole = '', rightFraction = ''] = right.split('.');
  if (leftWhole.length !== rightWhole.length) return leftWhole.length - rightWhole.length;
  if (leftWhole !== rightWhole) return leftWhole < rightWhole ? -1 : 1;
  if (leftFraction === rightFraction) return 0;
  return leftFraction < rightFraction ? -1 : 1;
}
