import { OrderReadsClause } from '../../diagnostics/list-rules.ts';
import { Cycle } from '../../diagnostics/rules.ts';
import type { ClauseValue, Reference } from '../../grammar/ast.ts';
import { dependencyOrder } from '../dependency-order.ts';
import { type Computed, dependenciesOf, isComputed } from '../resolve/dependencies.ts';
import type { Names } from '../resolve/names.ts';
import { bothNames } from '../resolve/scope.ts';
import type { BlockSymbol, PolicySymbol } from '../resolve/symbol.ts';
import { everyExpression } from '../walk.ts';
import { type Rule, toldWithin } from './rule.ts';

type Member = Computed | BlockSymbol;
interface Need {
  readonly on: Member;
  readonly reference: Reference;
}

/**
 * Clauses, definitions and the blocks between clauses never need themselves. A value after a block needs the block, and a block needs
 * its members (R7). Earlier payments are no need: they are history.
 */
export const cycles: Rule = (analysis, report) => {
  const { names } = analysis;
  const members = names.symbols.filter((symbol): symbol is Member => isComputed(symbol) || symbol.kind === 'block');
  const blocks = blocksOfMembers(names);
  const needs = new Map(members.map((member) => [member, needsOf(names, blocks, member)]));
  const onCycle = (cycle: readonly Member[]) => {
    const [first] = cycle;
    const last = cycle.at(-1);
    const closing = last === undefined ? undefined : needs.get(last)?.find(({ on }) => on === first);
    if (first === undefined || closing === undefined) return;
    const steps = cycle.flatMap((one, index) => stepsTo(cycle[index + 1] ?? first, needs.get(one)));
    // An order that reads a clause was told already, where it stands.
    if (steps.some(({ reference }) => toldWithin(analysis, reference.span, OrderReadsClause.code))) return;
    const path = [...cycle, first].map(({ name }) => bothNames(name));
    report(Cycle, { span: closing.reference.span }, { path });
  };
  dependencyOrder(members, (member) => (needs.get(member) ?? []).map(({ on }) => on), onCycle);
};

function stepsTo(next: Member, needs: readonly Need[] = []): readonly Need[] {
  return needs.filter(({ on }) => on === next);
}

/** For each clause the blocks that it is a member of, in written order: the order in which they apply (R2). */
type BlocksOfMembers = ReadonlyMap<PolicySymbol, readonly BlockSymbol[]>;

function blocksOfMembers(names: Names): BlocksOfMembers {
  const found = new Map<PolicySymbol, BlockSymbol[]>();
  for (const symbol of names.symbols) {
    if (symbol.kind !== 'block') continue;
    for (const reference of symbol.declaration.block.members) {
      const member = names.used.get(reference);
      const blocks = member === undefined ? undefined : found.get(member);
      if (blocks !== undefined) blocks.push(symbol);
      else if (member !== undefined) found.set(member, [symbol]);
    }
  }
  return found;
}

function needsOf(names: Names, blocks: BlocksOfMembers, member: Member): readonly Need[] {
  if (member.kind === 'block') return blockNeeds(names, blocks, member);
  return dependenciesOf(names, member).map(({ on, reference, expression }) => {
    if (expression.kind !== 'ClauseValue') return { on, reference };
    return { on: neededFor(names, blocks, expression, on), reference };
  });
}

/** After a block: the block. Before it: the block before it on the same clause, if there is one. */
function neededFor(names: Names, blocks: BlocksOfMembers, { at }: ClauseValue, clause: Computed): Member {
  const block = at.kind === 'afterBlock' || at.kind === 'beforeBlock' ? names.used.get(at.block) : undefined;
  if (block?.kind !== 'block') return clause;
  return at.kind === 'afterBlock' ? block : (blockBefore(blocks, clause, block) ?? clause);
}

function blockBefore(blocks: BlocksOfMembers, clause: Computed, block: BlockSymbol): BlockSymbol | undefined {
  const own = blocks.get(clause) ?? [];
  return own[own.indexOf(block) - 1];
}

function blockNeeds(names: Names, blocks: BlocksOfMembers, symbol: BlockSymbol): readonly Need[] {
  const { block } = symbol.declaration;
  const amount = block.kind === 'GroupCapBlock' ? everyExpression(block.amount) : [];
  const named = amount.flatMap((part) => {
    if (part.kind === 'FieldExpression') return [part.field];
    return part.kind === 'ReferenceExpression' ? [part.reference] : [];
  });
  const members = block.members.flatMap((reference) => {
    const member = names.used.get(reference);
    if (member === undefined || !isComputed(member)) return [];
    return [{ on: blockBefore(blocks, member, symbol) ?? member, reference }];
  });
  const figures = named.flatMap((reference) => {
    const on = names.used.get(reference);
    return on !== undefined && isComputed(on) ? [{ on, reference }] : [];
  });
  return [...members, ...figures];
}
