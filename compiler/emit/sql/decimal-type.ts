/** Digits that a DECIMAL holds at most, in DuckDB and elsewhere. */
export const mostDigits = 38;

/** `DECIMAL(digits + scale, scale)`: so many digits before the point, so many behind it. */
export function decimalType(digits: number, scale: number): string {
  return `DECIMAL(${digits + scale}, ${scale})`;
}
