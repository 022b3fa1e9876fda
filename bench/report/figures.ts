/** Figures as the table writes them: three significant digits, with the outer tenths. */
import type { Spread } from '../measure/spread.ts';

export function figure(value: number): string {
  if (!Number.isFinite(value)) return '—';
  if (Math.abs(value) >= 1000) return Math.round(Number(value.toPrecision(3))).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/** `1.2× (1.1–1.4)` */
export function ratioText({ median, p10, p90 }: Spread): string {
  return `${figure(median)}× (${figure(p10)}–${figure(p90)})`;
}

export function withTenths({ median, p10, p90 }: Spread, unit: string, divisor = 1): string {
  return `${figure(median / divisor)} ${unit} (${figure(p10 / divisor)}–${figure(p90 / divisor)})`;
}

/** So many per second, of nanoseconds each. */
export function rateText(nanoseconds: number): string {
  const rate = 1e9 / nanoseconds;
  return rate >= 1e6 ? `${figure(rate / 1e6)} M/s` : rate >= 1e3 ? `${figure(rate / 1e3)} k/s` : `${figure(rate)} /s`;
}
