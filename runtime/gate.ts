/** A clause's gate: three-valued AND of its conditions, and what it does to an amount. */
import { joinCauses } from './causes.ts';
import { orNothing, zeroNumber } from './interval.ts';
import { type RestsOn, type Session, settingOf } from './session.ts';
import { no, unknown, yes } from './truth.ts';
import type { Cause, NumberValue, TruthValue } from './value.ts';

/** The parts met so far. */
export interface Gate {
  failed: boolean;
  open: boolean;
  causes: readonly Cause[];
}

export function newGate(): Gate {
  return { failed: false, open: false, causes: [] };
}

export function addToGate(gate: Gate, part: TruthValue): void {
  if (part.truth === 'false') gate.failed = true;
  if (part.truth !== 'unknown') return;
  gate.open = true;
  gate.causes = joinCauses([gate.causes, part.causes]);
}

/** Kleene, except that unknown facts taken strictly outweigh a failed part (A41). Only then does the policy's setting matter. */
export function gateTruth(gate: Gate, session: Session, restsOn: RestsOn): TruthValue {
  if (gate.failed && gate.open)
    return settingOf(session.ir.unknownFacts, session, restsOn) === 'strict' ? unknown(gate.causes) : no;
  if (gate.failed) return no;
  return gate.open ? unknown(gate.causes) : yes;
}

/** False: nothing; unknown: nothing or the amount, the gate's causes first. */
export function gated(value: NumberValue, gate: TruthValue): NumberValue {
  if (gate.truth === 'true') return value;
  return gate.truth === 'false' ? zeroNumber : orNothing(value, gate.causes);
}
