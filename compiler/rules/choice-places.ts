import type { Choose, ClauseDeclaration, ClauseLine, Expression, PolicyFile, Reference } from '../../grammar/ast.ts';
import { everyExpression, expressionsOn, isEffectLine, rootsOf } from '../walk.ts';

/** A choice and what governs it where it stands. */
export interface ChoicePlace {
  readonly choose: Choose;
  /** `, reading R` of its line. */
  readonly readings: readonly Reference[];
  /** Conditions that have let the reader come here. */
  readonly gates: readonly Gate[];
}
export interface Gate {
  readonly condition: Expression;
  readonly readings: readonly Reference[];
}

/** Every choice of the policy. */
export function choicesWithPlace(file: PolicyFile): readonly ChoicePlace[] {
  return file.declarations.flatMap((declaration) =>
    declaration.kind === 'ClauseDeclaration'
      ? choicesOfClause(declaration)
      : rootsOf(declaration).flatMap((root) => choicesIn(root, [], [])),
  );
}

function choicesOfClause(clause: ClauseDeclaration): readonly ChoicePlace[] {
  const where = clause.each?.where;
  const gates = where === undefined ? [] : [{ condition: where, readings: [] }];
  return choicesOfLines(clause.lines, gates);
}

/** A `when` gates what stands after it; one inside an alternative gates that alternative alone. */
function choicesOfLines(lines: readonly ClauseLine[], before: readonly Gate[]): readonly ChoicePlace[] {
  const gates = [...before];
  const found: ChoicePlace[] = [];
  for (const line of lines) {
    const readings = isEffectLine(line) ? line.readings : [];
    for (const root of expressionsOn(line)) found.push(...choicesIn(root, readings, gates));
    if (line.kind === 'WhenLine') gates.push({ condition: line.condition, readings });
    if (line.kind === 'EachBlock') {
      const where = line.each.where;
      const inner = where === undefined ? gates : [...gates, { condition: where, readings: [] }];
      found.push(...choicesOfLines(line.lines, inner));
    }
    if (line.kind === 'ReadingChoice') for (const row of line.rows) found.push(...choicesOfLines(row.body, gates));
  }
  return found;
}

function choicesIn(root: Expression, readings: readonly Reference[], gates: readonly Gate[]): readonly ChoicePlace[] {
  return everyExpression(root)
    .filter((expression) => expression.kind === 'Choose')
    .map((choose) => ({ choose, readings, gates }));
}
