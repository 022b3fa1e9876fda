import type { Report } from '../../diagnostics/diagnostic.ts';
import { KindsMixed } from '../../diagnostics/rules.ts';
import type { AmountLine, BlockDeclaration, ClauseDeclaration, Expression, Reference } from '../../grammar/ast.ts';
import { changesByShare } from '../changes-by-share.ts';
import { type AmountKind, kindOfVerb } from '../kind-of-verb.ts';
import type { Names } from '../resolve/names.ts';
import { declarationsOf, everyLine, expressionsOfKind } from '../walk.ts';
import type { Rule } from './rule.ts';
import { kindWords } from './words.ts';

/** R24: grants, loans, interest, deductions, credits and what is taken back are neither added nor compared nor capped together. */
export const amountKinds: Rule = ({ file, names }, report) => {
  for (const part of expressionsOfKind(file, 'Binary', 'Extreme')) checkOperands(names, part, report);
  for (const clause of declarationsOf(file, 'ClauseDeclaration')) checkClause(names, clause, report);
  for (const block of declarationsOf(file, 'BlockDeclaration')) checkMembers(names, block, report);
};

function checkOperands(names: Names, expression: Expression, report: Report): void {
  const isSum = expression.kind === 'Binary' && (expression.operator === '+' || expression.operator === '-');
  const operands = isSum
    ? [expression.left, expression.right]
    : expression.kind === 'Extreme'
      ? expression.operands
      : [];
  let first: AmountKind | undefined;
  for (const operand of operands) {
    const kind = kindOfExpression(names, operand);
    if (kind !== undefined && first !== undefined && kind !== first) tell(report, operand, first, kind);
    first ??= kind;
  }
}

function tell(report: Report, at: { readonly span: Reference['span'] }, first: AmountKind, second: AmountKind): void {
  report(KindsMixed, { span: at.span }, { first: kindWords[first], second: kindWords[second] });
}

/** What a value would be counted as; a share of something is of no kind of its own. */
function kindOfExpression(names: Names, expression: Expression): AmountKind | undefined {
  switch (expression.kind) {
    case 'ReferenceExpression':
      return clauseKind(names, expression.reference);
    case 'ClauseValue':
    case 'PaidUnder':
      return clauseKind(names, expression.clause);
    case 'Part':
      return kindOfExpression(names, expression.of);
    case 'Binary':
      return expression.operator === '+' || expression.operator === '-'
        ? (kindOfExpression(names, expression.left) ?? kindOfExpression(names, expression.right))
        : undefined;
    default:
      return undefined;
  }
}

function clauseKind(names: Names, reference: Reference): AmountKind | undefined {
  const symbol = names.used.get(reference);
  const amount = symbol?.kind === 'clause' ? amountsOf(symbol.declaration)[0] : undefined;
  return amount === undefined ? undefined : kindOfVerb[amount.verb];
}

function amountsOf(clause: ClauseDeclaration): readonly AmountLine[] {
  return everyLine(clause.lines).filter((line) => line.kind === 'AmountLine');
}

function checkClause(names: Names, clause: ClauseDeclaration, report: Report): void {
  const [first, ...others] = amountsOf(clause);
  if (first === undefined) return;
  const own = kindOfVerb[first.verb];
  for (const { verb, span } of others) if (kindOfVerb[verb] !== own) tell(report, { span }, own, kindOfVerb[verb]);
  // What is taken back is measured by what was given.
  if (own === 'repayment') return;
  for (const line of everyLine(clause.lines)) {
    if (line.kind !== 'AdjustLine' || changesByShare(line)) continue;
    const kind = kindOfExpression(names, line.amount);
    if (kind !== undefined && kind !== own) tell(report, line.amount, own, kind);
  }
}

function checkMembers(names: Names, { block }: BlockDeclaration, report: Report): void {
  const [first, ...others] = block.members;
  const own = first === undefined ? undefined : clauseKind(names, first);
  for (const member of others) {
    const kind = clauseKind(names, member);
    if (own !== undefined && kind !== undefined && kind !== own) tell(report, member, own, kind);
  }
}
