import { canonicalJson } from './canonical.ts';
import type { Facts } from './input.ts';
import type { PolicyIr } from './ir.ts';
import { sha256 } from './sha256.ts';

/** SHA-256 (hex) of a value's canonical JSON in UTF-8. */
export function digest(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** Two spellings of one policy share it. */
export function policyDigest(ir: PolicyIr): string {
  return digest(ir);
}

/** Facts after the door: the order and spelling of the file do not matter, the order of items does. */
export function factsDigest(facts: Facts): string {
  return digest(facts);
}
