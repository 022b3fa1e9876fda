import { PartsUnsaid } from '../diagnostics/open-decisions.ts';
import { Unexpected } from '../diagnostics/syntax.ts';
import type { DueTime, Instalment, PaymentForm, PaymentMost, PaymentPlan } from './ast.ts';
import { expressionOf } from './build-expression.ts';
import { lineAnchors } from './build-head.ts';
import { anchorsOf, type Building, literalOf, yearsOf } from './build-leaves.ts';
import { type CstNode, has, node, nodes, optionalNode, optionalToken, spanOfNode, spanOfToken, token } from './cst.ts';
import type { RawToken } from './lex.ts';
import { families, NumberToken, words, YearOrdinal } from './tokens.ts';

export function paymentPlanOf(plan: CstNode, building: Building): PaymentPlan {
  const most = optionalNode(plan, 'paymentMost');
  return {
    kind: 'PaymentPlan',
    span: spanOfNode(plan),
    form: formOf(plan, building),
    ...(most ? { most: mostOf(most, building) } : {}),
    anchors: lineAnchors(plan, building),
  };
}

function formOf(plan: CstNode, building: Building): PaymentForm {
  const rows = optionalNode(plan, 'instalments');
  if (rows) {
    const built = nodes(rows, 'instalment').map((row) => instalmentOf(row, building));
    return { kind: 'Instalments', span: spanOfNode(rows), rows: built };
  }
  const once = optionalToken(plan, words.paidAtOnce);
  if (once) return { kind: 'AtOnce', span: spanOfToken(once) };
  const number = token(plan, NumberToken);
  const unsaid = optionalToken(plan, words.pay);
  if (unsaid) building.report(PartsUnsaid, { span: spanOfToken(unsaid) }, {});
  return { kind: 'EqualParts', span: spanOfToken(number), years: countOf(number, building) };
}

function instalmentOf(row: CstNode, building: Building): Instalment {
  const share = optionalNode(row, 'literal');
  const condition = optionalNode(row, 'expression');
  return {
    kind: 'Instalment',
    span: spanOfNode(row),
    due: nodes(row, 'dueTime').map((due) => dueOf(due, building)),
    ...(share ? { share: literalOf(share, building) } : {}),
    ...(condition ? { condition: expressionOf(condition, building) } : {}),
    anchors: anchorsOf(row, building),
  };
}

function dueOf(due: CstNode, building: Building): DueTime {
  const span = spanOfNode(due);
  const day = optionalNode(due, 'chain');
  if (day) return { kind: 'DueDay', span, day: expressionOf(day, building) };
  const ordinal = optionalToken(due, YearOrdinal);
  if (ordinal) return { kind: 'DueYear', span, year: Number(ordinal.payload) };
  const number = token(due, NumberToken);
  if (has(due, words.inYear)) return { kind: 'DueYear', span, year: countOf(number, building) };
  return { kind: 'DueEvery', span, years: yearsOf(number, token(due, families.DurationUnit), building) };
}

function mostOf(most: CstNode, building: Building): PaymentMost {
  const years = optionalToken(most, NumberToken);
  const excess = has(most, words.excessLost) ? 'lost' : has(most, words.excessRefunded) ? 'refunded' : 'carried';
  return {
    span: spanOfNode(most),
    amount: expressionOf(node(most, 'additive'), building),
    excess,
    ...(years ? { years: yearsOf(years, token(most, families.DurationUnit), building) } : {}),
  };
}

function countOf(number: RawToken, building: Building): number {
  const value = Number(number.image.replaceAll(',', ''));
  if (Number.isInteger(value)) return value;
  const expected = [{ zh: '从 1 起的整数', en: 'a whole number from 1' }];
  building.report(Unexpected, { span: spanOfToken(number) }, { found: number.image, expected });
  return 1;
}
