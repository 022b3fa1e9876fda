import type { ClauseValue, IsGranted, Reference, ReferenceExpression } from '../../grammar/ast.ts';
import type { ClauseExpr, Expr } from '../../runtime/ir.ts';
import type { PolicySymbol } from '../resolve/symbol.ts';
import { declarationsOf } from '../walk.ts';
import { type Draft, take, typeIr } from './draft.ts';
import { clauseId } from './lower-expression.ts';

/** R7: a clause's name in an expression is its amount at the end of its own lines; a line's name the amount after that line. */
export function lowerClauseReference(
  draft: Draft,
  expression: ReferenceExpression,
  symbol: PolicySymbol | undefined,
): Expr {
  const base = { kind: 'clause' as const, id: take(draft, { span: expression.span }), type: typeIr(draft, expression) };
  if (symbol?.kind === 'label') {
    return { ...base, clause: symbol.clause.name.id, at: { kind: 'line', label: symbol.name.id } };
  }
  return { ...base, clause: clauseId(draft, expression.reference), at: { kind: 'own' } };
}

export function lowerClauseValue(draft: Draft, expression: ClauseValue): Expr {
  return {
    kind: 'clause',
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression),
    clause: clauseId(draft, expression.clause),
    at: lowerAt(draft, expression),
  };
}

function lowerAt(draft: Draft, { at, clause }: ClauseValue): ClauseExpr['at'] {
  switch (at.kind) {
    case 'beforeCap':
      return { kind: 'beforeCap' };
    case 'line':
      return { kind: 'line', label: clauseId(draft, at.label) };
    case 'afterBlock':
      return { kind: 'after', block: clauseId(draft, at.block) };
    case 'beforeBlock': {
      const earlier = blockBefore(draft, clauseId(draft, clause), at.block);
      return earlier === undefined ? { kind: 'own' } : { kind: 'after', block: earlier };
    }
  }
}

/** Blocks on one member apply in written order (R2): before the second is after the first. */
function blockBefore(draft: Draft, member: string, block: Reference): string | undefined {
  const id = clauseId(draft, block);
  let earlier: string | undefined;
  for (const { name, block: body } of declarationsOf(draft.file, 'BlockDeclaration')) {
    if (name.id === id) return earlier;
    if (body.members.some((reference) => clauseId(draft, reference) === member)) earlier = name.id;
  }
  return earlier;
}

export function lowerIsGranted(draft: Draft, expression: IsGranted): Expr {
  return {
    kind: 'isGranted',
    id: take(draft, { span: expression.span }),
    type: { kind: 'boolean' },
    clause: clauseId(draft, expression.clause),
  };
}
