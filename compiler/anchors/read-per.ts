import type { FigureUnit } from './figure.ts';
import type { UnitForms } from './read-figures.ts';
import { readUnit } from './read-unit.ts';

/** What a figure is per, written after its unit: /平方米/月, /平方米·月; with where that ends. None: an empty list. */
export function readPer(
  text: string,
  start: number,
  units: UnitForms,
): { readonly per: readonly FigureUnit[]; readonly end: number } {
  const per: FigureUnit[] = [];
  let end = start;
  while (isJoint(text.charAt(end), per.length)) {
    const unit = text.charAt(end + 1) === '月' ? month(end + 2) : readUnit(text, end + 1, units);
    if (unit === undefined) break;
    per.push(unit.unit);
    end = unit.end;
  }
  return { per, end };
}

/** The first unit follows a slash; a dot joins only those after it. */
function isJoint(sign: string, found: number): boolean {
  return sign === '/' || (found > 0 && (sign === '·' || sign === '・'));
}

function month(end: number): { readonly unit: FigureUnit; readonly end: number } {
  return { unit: 'months', end };
}

/** The same units, in whatever order. */
export function samePer(a: readonly FigureUnit[], b: readonly FigureUnit[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}
