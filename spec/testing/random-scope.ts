import type { ScopeIr } from '../../runtime/ir.ts';
import type { Making } from './random-making.ts';

/** A scope of the applicant, of the item at hand, or of what several applicants share. */
export function randomScope({ random }: Making, per: 'item' | 'subject', window: ScopeIr['window']): ScopeIr {
  if (per === 'item') return random.chance(0.3) ? { per, shared: true, window } : { per, window };
  return random.chance(0.25) ? { per: 'fact', fact: 'group', window } : { per, window };
}

export function anyWindow({ random }: Making): ScopeIr['window'] {
  return random.pick([
    { kind: 'period' },
    { kind: 'ever' },
    { kind: 'ever' },
    { kind: 'inForce' },
    { kind: 'years', years: 3 },
  ] as const);
}
