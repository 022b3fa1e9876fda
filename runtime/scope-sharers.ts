/** Which scopes look beyond the assessed period, and which beyond the subject. R5, R21. */
import type { ScopeIr } from './ir.ts';

/** One item of a shared key, or one text that several subjects give. */
export function isSharedScope({ fact, shared }: Pick<ScopeIr, 'fact' | 'shared'>): boolean {
  return fact !== undefined || shared === true;
}

/** The assessed period itself never asks the ledger, unless others may have been paid in it. */
export function asksLedger(scope: ScopeIr): boolean {
  return scope.window.kind !== 'period' || isSharedScope(scope);
}
