import { SharedCapCannotVary } from '../../diagnostics/lowering.ts';
import type { BlockDeclaration, ConflictBlock, GroupCapBlock } from '../../grammar/ast.ts';
import type { BlockIr, ScopeIr } from '../../runtime/ir.ts';
import { type Draft, outermost, take } from './draft.ts';
import { clauseId, lowerExpression } from './lower-expression.ts';
import { lowerNames } from './lower-names.ts';
import type { Plan } from './lower-reading.ts';
import { ownerOf, planScope } from './lower-scope.ts';

/** A rule between clauses. R10, R2. */
export function lowerBlock(draft: Draft, declaration: BlockDeclaration): BlockIr {
  const { name, block, under, cites } = declaration;
  const base = {
    id: name.id,
    node: take(draft, {
      span: declaration.span,
      labelled: { kind: 'block', declaration },
      anchors: [...(cites?.anchors ?? []), ...declaration.anchors],
    }),
    names: lowerNames(name),
    ...(cites === undefined ? {} : { article: cites.article }),
    ...(under === undefined
      ? {}
      : {
          under: {
            reading: clauseId(draft, under.reading),
            choices: under.choices.map((choice) => clauseId(draft, choice)),
          },
        }),
    members: block.members.map((member) => clauseId(draft, member)),
  };
  return block.kind === 'ConflictBlock' ? conflict(draft, base, block) : groupCap(draft, base, block);
}

type Base = Omit<BlockIr, 'kind' | 'per' | 'chooser' | 'earlier' | 'amount' | 'scope' | 'cut'>;

function conflict(draft: Draft, base: Base, block: ConflictBlock): BlockIr {
  return {
    kind: 'conflict',
    ...base,
    per: ownerOf(draft, block.scopes) === 'item' ? 'item' : 'subject',
    chooser: block.chooser,
    ...(block.by === undefined ? {} : { choiceField: clauseId(draft, block.by) }),
    earlier: block.earlier,
  };
}

function groupCap(draft: Draft, base: Base, block: GroupCapBlock): BlockIr {
  const amount = lowerExpression(draft, block.amount, { ...outermost, clause: base.id });
  return {
    kind: 'groupCap',
    ...base,
    amount,
    scope: oneScope(draft, block, planScope(draft, block, outermost)),
    cut: block.cut,
  };
}

/** The IR has one scope for a shared cap: two blocks, each `only under reading`, say two. */
function oneScope(draft: Draft, block: GroupCapBlock, plan: Plan<ScopeIr>): ScopeIr {
  if (plan.kind === 'one') return plan.value;
  const { name } = plan.reading;
  const span = block.scopes[0]?.span ?? block.amount.span;
  draft.report(SharedCapCannotVary, { span }, { reading: name.zh ?? name.id });
  return oneScope(draft, block, plan.cases[0]!.plan);
}
