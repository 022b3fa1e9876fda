import type { Report } from '../../diagnostics/diagnostic.ts';
import { StepLostAtGate, StepNeverFull } from '../../diagnostics/rules.ts';
import { compare, divide, one, type Rational } from '../../runtime/rational.ts';
import type { Type } from '../check/type.ts';
import { typeOf } from '../check/types.ts';
import { type ExpressionPlace, expressionsWithPlace } from './choice-places.ts';
import { gateOn } from './gate.ts';
import type { Rule } from './rule.ts';
import { edgeWords } from './tier-rows.ts';
import { constantOf, meaningOf, type World, worldsOf } from './world.ts';

/**
 * Full steps of a figure that a `when` also bounds: 「高于200万元」 beside 「每满200万元」 leaves out the very figure at which the first
 * step is full; 「不超过100万元」 beside it leaves no step at all.
 */
export const stepGates: Rule = ({ file, names, types }, report) => {
  const places = expressionsWithPlace(file, 'Steps');
  if (places.length === 0) return;
  const worlds = worldsOf(names);
  for (const place of places) checkSteps(place, worlds, typeOf(types, place.expression.of), report);
};

function checkSteps(place: ExpressionPlace<'Steps'>, worlds: readonly World[], type: Type, report: Report): void {
  const { expression, gates } = place;
  const [usual] = worlds as readonly [World];
  const step = constantOf(usual, expression.step);
  if (step === undefined || expression.mode !== 'everyFull' || !isFull(usual, place)) return;
  const gate = gateOn(expression.of, gates, usual, type);
  if (gate === undefined || type.kind === 'error') return;
  const { low, high } = gate.interval;
  const notes = [{ span: gate.reference, text: { zh: '条件在这里', en: 'the condition is here' } }];
  const words = (value: Rational) => edgeWords({ value, included: true }, type, usual);
  if (high !== undefined && compare(high.value, step) < 0) {
    report(StepNeverFull, { span: expression.step.span }, { step: words(step), most: words(high.value) }, notes);
    return;
  }
  if (low === undefined || low.included || !isStep(low.value, step)) return;
  const isAsked = worlds.some((world) => gateOn(expression.of, gates, world, type)?.interval.low?.included !== false);
  if (!isAsked) report(StepLostAtGate, { span: expression.step.span }, { figure: words(low.value) }, notes);
}

/** A reading may have replaced the word. */
function isFull(world: World, { readings }: ExpressionPlace<'Steps'>): boolean {
  return meaningOf(world, 'everyFull', readings) === 'everyFull';
}

/** A whole number of steps, one at least. */
function isStep(value: Rational, step: Rational): boolean {
  const steps = divide(value, step);
  return compare(steps, one) >= 0 && steps.d === 1n;
}
