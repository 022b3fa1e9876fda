import { Cycle } from '../../diagnostics/rules.ts';
import type { Reference } from '../../grammar/ast.ts';
import { dependencyOrder } from '../dependency-order.ts';
import { type Computed, dependenciesOf, isComputed } from '../resolve/dependencies.ts';
import type { Names } from '../resolve/names.ts';
import { bothNames } from '../resolve/scope.ts';
import type { BlockSymbol, PolicySymbol } from '../resolve/symbol.ts';
import { everyExpression } from '../walk.ts';
import type { Rule } from './rule.ts';

type Member = Computed | BlockSymbol;
interface Need {
  readonly on: Member;
  readonly reference: Reference;
}

/**
 * Clauses, definitions and the blocks between clauses never need themselves. A value after a block needs the block, and a block needs
 * its members (R7). Earlier payments are no need: they are history.
 */
export const cycles: Rule = ({ names }, report) => {
  const members = names.symbols.filter((symbol): symbol is Member => isComputed(symbol) || symbol.kind === 'block');
  const needs = new Map(members.map((member) => [member, needsOf(names, member)]));
  const onCycle = (cycle: readonly Member[]) => {
    const [first] = cycle;
    const last = cycle.at(-1);
    const closing = last === undefined ? undefined : needs.get(last)?.find(({ on }) => on === first);
    if (first === undefined || closing === undefined) return;
    const path = [...cycle, first].map(({ name }) => bothNames(name));
    report(Cycle, { span: closing.reference.span }, { path });
  };
  dependencyOrder(members, (member) => (needs.get(member) ?? []).map(({ on }) => on), onCycle);
};

function needsOf(names: Names, member: Member): readonly Need[] {
  if (member.kind === 'block') return blockNeeds(names, member);
  return dependenciesOf(names, member).map(({ on, reference, expression }) => {
    const at =
      expression.kind === 'ClauseValue' && expression.at.kind === 'afterBlock' ? expression.at.block : undefined;
    const block = at === undefined ? undefined : names.used.get(at);
    return { on: block?.kind === 'block' ? block : on, reference };
  });
}

function blockNeeds(names: Names, { declaration }: BlockSymbol): readonly Need[] {
  const { block } = declaration;
  const amount = block.kind === 'GroupCapBlock' ? [...everyExpression(block.amount)] : [];
  const named = amount.flatMap((part) => (part.kind === 'ReferenceExpression' ? [part.reference] : []));
  return [...block.members, ...named].flatMap((reference) => {
    const symbol: PolicySymbol | undefined = names.used.get(reference);
    return symbol !== undefined && isComputed(symbol) ? [{ on: symbol, reference }] : [];
  });
}
