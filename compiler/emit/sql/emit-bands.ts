import type { BandIr, BandsExpr } from '../../../runtime/ir.ts';
import { difference, product, sum } from './emit-arithmetic.ts';
import { emitNumber } from './expressions.ts';
import { anyUndefined, atLeastZero, lesser, namedEnds } from './numbers.ts';
import type { Rows } from './rows.ts';
import type { SqlNumber } from './sql-value.ts';

/** Marginal: each band's rate on the part of the key that lies in it. */
export function bands(rows: Rows, node: BandsExpr): SqlNumber {
  const of = namedEnds(rows, emitNumber(rows, node.of), 'key');
  const parts = node.bands.map((band, index) => namedEnds(rows, bandPart(rows, of, band), `band_${index + 1}`));
  return { ...sum(rows, parts), ...anyUndefined([of, ...parts]) };
}

function bandPart(rows: Rows, of: SqlNumber, band: BandIr): SqlNumber {
  const lower = emitNumber(rows, band.lower);
  const top = band.upper === undefined ? of : lesser(rows, of, emitNumber(rows, band.upper));
  const share = product(rows, emitNumber(rows, band.rate), atLeastZero(rows, difference(rows, top, lower)), band.id);
  if (band.cap === undefined) return share;
  const cap = emitNumber(rows, band.cap);
  return { ...lesser(rows, share, cap), ...anyUndefined([share, cap]) };
}
