const halves = /(?:减半|折半)(?![年月个])|半价/y;
/** 折旧, 折算, 折合 … are other words. */
const tenths = /(\d(?:\.\d{1,6})?|\d{2}|[一二三四五六七八九]{1,2})折(?![旧算合价成抵叠现本返])/y;
const digits = '零一二三四五六七八九';

/**
 * What is left of the whole, as a percentage in `digits` × 10^power: 减半 50, 八折 and 8折 80, 八五折 and 85折 85, 7.5折 75. In simplified
 * characters.
 */
export function readDiscount(
  text: string,
  start: number,
): { readonly digits: string; readonly power: number; readonly end: number } | undefined {
  halves.lastIndex = start;
  const half = halves.exec(text);
  if (half !== null) return { digits: '50', power: 0, end: start + half[0].length };
  tenths.lastIndex = start;
  const [whole, figure] = tenths.exec(text) ?? [];
  if (whole === undefined || figure === undefined) return undefined;
  const written = [...figure].map((sign) => (digits.includes(sign) ? String(digits.indexOf(sign)) : sign)).join('');
  return { digits: written, power: /^\d{2}$/.test(written) ? 0 : 1, end: start + whole.length };
}
