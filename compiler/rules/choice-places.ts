import type { Choose, ClauseDeclaration, ClauseLine, Expression, PolicyFile, Reference } from '../../grammar/ast.ts';
import { everyExpression, expressionsOf, expressionsOfKind, expressionsOn, isEffectLine, rootsOf } from '../walk.ts';

/** What governs an expression where it stands. */
interface Surroundings {
  /** `, reading R` of its line. */
  readonly readings: readonly Reference[];
  /** Conditions that have let the reader come here. */
  readonly gates: readonly Gate[];
}
/** A choice and what governs it. */
export interface ChoicePlace extends Surroundings {
  readonly choose: Choose;
}
/** An expression of one kind and what governs it. */
export interface ExpressionPlace<Kind extends Expression['kind']> extends Surroundings {
  readonly expression: Extract<Expression, { kind: Kind }>;
}
export interface Gate {
  readonly condition: Expression;
  readonly readings: readonly Reference[];
}

/** Every choice of the policy. */
export function choicesWithPlace(file: PolicyFile): readonly ChoicePlace[] {
  let known = choices.get(file);
  if (known === undefined) {
    known = expressionsWithPlace(file, 'Choose').map(({ expression, readings, gates }) => ({
      choose: expression,
      readings,
      gates,
    }));
    choices.set(file, known);
  }
  return known;
}

/** Half a dozen rules ask. */
const choices = new WeakMap<PolicyFile, readonly ChoicePlace[]>();

/** Every expression of a kind, wherever it stands in the policy. */
export function expressionsWithPlace<Kind extends Expression['kind']>(
  file: PolicyFile,
  kind: Kind,
): readonly ExpressionPlace<Kind>[] {
  if (expressionsOfKind(file, kind).length === 0) return [];
  return file.declarations.flatMap((declaration) =>
    declaration.kind === 'ClauseDeclaration'
      ? placesInClause(kind, declaration)
      : rootsOf(declaration).flatMap((root) => placesIn(kind, root, [], [])),
  );
}

function placesInClause<Kind extends Expression['kind']>(
  kind: Kind,
  clause: ClauseDeclaration,
): readonly ExpressionPlace<Kind>[] {
  if (!expressionsOf(clause).some((part) => part.kind === kind)) return [];
  const where = clause.each?.where;
  const gates = where === undefined ? [] : [{ condition: where, readings: [] }];
  return placesInLines(kind, clause.lines, gates);
}

/** A `when` gates what stands after it; one inside an alternative gates that alternative alone. */
function placesInLines<Kind extends Expression['kind']>(
  kind: Kind,
  lines: readonly ClauseLine[],
  before: readonly Gate[],
): readonly ExpressionPlace<Kind>[] {
  const gates = [...before];
  const found: ExpressionPlace<Kind>[] = [];
  for (const line of lines) {
    const readings = isEffectLine(line) ? line.readings : [];
    for (const root of expressionsOn(line)) found.push(...placesIn(kind, root, readings, gates));
    if (line.kind === 'WhenLine') gates.push({ condition: line.condition, readings });
    if (line.kind === 'EachBlock') {
      const where = line.each.where;
      const inner = where === undefined ? gates : [...gates, { condition: where, readings: [] }];
      found.push(...placesInLines(kind, line.lines, inner));
    }
    if (line.kind === 'ReadingChoice') for (const row of line.rows) found.push(...placesInLines(kind, row.body, gates));
  }
  return found;
}

function placesIn<Kind extends Expression['kind']>(
  kind: Kind,
  root: Expression,
  readings: readonly Reference[],
  gates: readonly Gate[],
): readonly ExpressionPlace<Kind>[] {
  return everyExpression(root)
    .filter((one): one is Extract<Expression, { kind: Kind }> => one.kind === kind)
    .map((expression) => ({ expression, readings, gates }));
}
