import { BeforeOrAfter, NotAMember } from '../../diagnostics/rules.ts';
import type { Names } from '../resolve/names.ts';
import { inScriptOf } from '../resolve/scope.ts';
import type { BlockSymbol, PolicySymbol } from '../resolve/symbol.ts';
import { declarationsOf, everyExpression, rootsOf } from '../walk.ts';
import { hasUnread, type Rule } from './rule.ts';

/** R7: the amount of a clause that takes part in a block is read before the block or after it, never just so. */
export const blockValues: Rule = (analysis, report) => {
  const { file, names } = analysis;
  if (declarationsOf(file, 'BlockDeclaration').length === 0) return;
  const blockOf = firstBlocks(names);
  const isMember = (block: BlockSymbol, clause: PolicySymbol) =>
    block.declaration.block.members.some((member) => names.used.get(member) === clause);

  for (const declaration of file.declarations)
    for (const root of rootsOf(declaration))
      for (const part of everyExpression(root)) {
        if (part.kind === 'ReferenceExpression') {
          const clause = names.used.get(part.reference);
          const block = clause === undefined ? undefined : blockOf.get(clause);
          if (block === undefined) continue;
          const text = part.reference.text;
          report(BeforeOrAfter, { span: part.span }, { clause: text, block: inScriptOf(block.name, text) });
        }
        if (part.kind !== 'ClauseValue' || (part.at.kind !== 'beforeBlock' && part.at.kind !== 'afterBlock')) continue;
        const clause = names.used.get(part.clause);
        const block = names.used.get(part.at.block);
        if (clause?.kind !== 'clause' || block?.kind !== 'block' || hasUnread(analysis, block.declaration.span))
          continue;
        const isKnown = block.declaration.block.members.every((member) => names.used.has(member));
        if (isKnown && !isMember(block, clause))
          report(NotAMember, { span: part.at.block.span }, { clause: part.clause.text, block: part.at.block.text });
      }
};

/** The first block that a clause takes part in. */
function firstBlocks(names: Names): ReadonlyMap<PolicySymbol, BlockSymbol> {
  const found = new Map<PolicySymbol, BlockSymbol>();
  for (const block of names.symbols) {
    if (block.kind !== 'block') continue;
    for (const member of block.declaration.block.members) {
      const clause = names.used.get(member);
      if (clause !== undefined && !found.has(clause)) found.set(clause, block);
    }
  }
  return found;
}
