/** Figures as the door takes them. */
import type { Random } from '../companies/random.ts';

/** Yuan with two decimals, of fen that need not be whole. */
export function yuan(fen: number): string {
  const whole = Math.floor(fen);
  const rest = whole % 100;
  return `${(whole - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

/** Any day of a year but 29 February. */
export function dayIn(random: Random, year: number): string {
  const month = random.between(1, 12);
  const day = random.between(1, month === 2 ? 28 : 30);
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
