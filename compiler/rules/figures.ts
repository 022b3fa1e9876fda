import type { Report } from '../../diagnostics/diagnostic.ts';
import { RangeReversed, RateAboveWhole, StepNotPositive } from '../../diagnostics/rules.ts';
import type { Declaration, Expression, PolicyFile } from '../../grammar/ast.ts';
import { compare, multiply, one, sign, toDecimalText, whole } from '../../runtime/rational.ts';
import type { Type } from '../check/type.ts';
import { type Types, typeOf } from '../check/types.ts';
import { kindOfVerb } from '../kind-of-verb.ts';
import { declarationsOf, everyExpression, everyLine, expressionsOf, expressionsOfKind } from '../walk.ts';
import type { Rule } from './rule.ts';
import { edgeWords } from './tier-rows.ts';
import { constantOf, type World, worldsOf } from './world.ts';

/** Written figures that cannot be meant: shares of more than the whole, steps of nothing, ranges from high to low. */
export const figures: Rule = ({ file, names, types }, report) => {
  const world = worldsOf(names)[0] as World;
  // Hardly any rate is above the whole, and then it is soon enough to look what is not paid.
  let unpaid: ReadonlySet<Expression> | undefined;
  const isPaid = (part: Expression) => {
    unpaid ??= new Set(file.declarations.flatMap(unpaidIn));
    return typeOf(types, part).kind === 'money' && !unpaid.has(part);
  };
  const found = expressionsOfKind(file, 'RangeTest', 'Steps', 'RateOf', 'UpTo');
  for (const part of found)
    if (part.kind === 'RateOf' || part.kind === 'UpTo') checkRates(world, types, part, isPaid, report);
    else checkFigure(world, types, part, report);
  checkBounds(world, file, types, report);
};

/** Bounds, and all that a deduction comes from. */
function unpaidIn(declaration: Declaration): readonly Expression[] {
  const all = expressionsOf(declaration);
  return deducts(declaration) ? all : all.flatMap(boundsIn).flatMap(everyExpression);
}

/** Laws do deduct two and four times an expense from income. */
function deducts(declaration: Declaration): boolean {
  if (declaration.kind !== 'ClauseDeclaration') return false;
  return everyLine(declaration.lines).some(
    (line) => line.kind === 'AmountLine' && kindOfVerb[line.verb] === 'deduction',
  );
}

/** What measures something else and is not paid itself: 130% of last year's revenue is a bound like any other. */
function boundsIn(part: Expression): readonly Expression[] {
  switch (part.kind) {
    case 'Comparison':
      return [part.left, part.right];
    case 'RangeTest':
      return [part.operand, part.low, part.high];
    case 'Part':
      return [part.edge];
    case 'CappedRow':
      return [part.cap];
    case 'Choose':
      return part.rows.flatMap(({ test }) => (test.kind === 'BoundsRow' ? test.bounds.map(({ edge }) => edge) : []));
    default:
      return [];
  }
}

function checkRates(
  world: World,
  types: Types,
  part: Extract<Expression, { kind: 'RateOf' | 'UpTo' }>,
  isPaid: (part: Expression) => boolean,
  report: Report,
): void {
  if (part.kind === 'UpTo' && part.base === undefined) return;
  const rate = part.kind === 'RateOf' ? part.rate : part.limit;
  const value = constantOf(world, rate);
  if (value === undefined || compare(value, one) <= 0 || typeOf(types, rate).kind !== 'percent') return;
  if (!isPaid(part)) return;
  report(RateAboveWhole, { span: rate.span }, { rate: toDecimalText(multiply(value, whole(100))) ?? '…' });
}

function checkFigure(world: World, types: Types, part: Expression, report: Report): void {
  if (part.kind === 'RangeTest') checkRange(world, part.low, part.high, typeOf(types, part.operand), report);
  if (part.kind !== 'Steps') return;
  const step = constantOf(world, part.step);
  if (step === undefined || sign(step) <= 0) report(StepNotPositive, { span: part.step.span }, {});
}

function checkRange(world: World, low: Expression, high: Expression, type: Type, report: Report): void {
  const [from, to] = [constantOf(world, low), constantOf(world, high)];
  if (from === undefined || to === undefined || compare(from, to) <= 0) return;
  const words = (value: typeof from) => edgeWords({ value, included: true }, type, world);
  report(RangeReversed, { span: high.span }, { low: words(from), high: words(to) });
}

function checkBounds(world: World, file: PolicyFile, types: Types, report: Report): void {
  for (const facts of declarationsOf(file, 'FactsDeclaration'))
    for (const one of facts.fields.flatMap((field) => (field.kind === 'ListDeclaration' ? field.fields : [field]))) {
      const { low, high } = one.bounds ?? {};
      if (low !== undefined && high !== undefined) checkRange(world, low, high, typeOf(types, low), report);
    }
}
