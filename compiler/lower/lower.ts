import type { Report } from '../../diagnostics/diagnostic.ts';
import type { PolicyFile } from '../../grammar/ast.ts';
import { irFormat, type PolicyIr } from '../../runtime/ir.ts';
import type { Types } from '../check/types.ts';
import { dependenciesOf } from '../resolve/dependencies.ts';
import type { Names } from '../resolve/names.ts';
import { declarationsOf } from '../walk.ts';
import { numberNodes } from './canonical-ir.ts';
import type { Draft, DraftOrigin } from './draft.ts';
import { evaluationOrder } from './evaluation-order.ts';
import { lowerBlock } from './lower-block.ts';
import { lowerClause } from './lower-clause.ts';
import { lowerFacts } from './lower-facts.ts';
import { lowerHead } from './lower-head.ts';
import { lowerReadings } from './lower-reading.ts';

/** Both are made when first asked for: whoever wants to know whether a text is sound needs neither. */
export interface Lowered {
  readonly ir: PolicyIr;
  /** What the nodes were made from, in the order of their final ids: 1, 2, 3 … */
  readonly origins: readonly DraftOrigin[];
}

/**
 * The meaning of a checked policy. Needs a tree without errors; leaves it as it was. Definitions are written out at each use,
 * readings become switches, and no spelling, place or language remains. Reports limits of size alone; past them there is no IR.
 */
export function lower(file: PolicyFile, names: Names, types: Types, report: Report): Lowered | undefined {
  const head = lowerHead(declarationsOf(file, 'PolicyHead')[0], names, report);
  const draft: Draft = {
    file,
    names,
    types,
    report,
    currency: head.policy.currency,
    readings: names.symbols.filter((symbol) => symbol.kind === 'reading'),
    zeroBase: head.zeroBase,
    origins: [],
    limits: { exceeded: false, depth: 0 },
  };
  const clauses = declarationsOf(file, 'ClauseDeclaration').map((clause) => lowerClause(draft, clause));
  const blocks = declarationsOf(file, 'BlockDeclaration').map((block) => lowerBlock(draft, block));
  if (draft.limits.exceeded) return undefined;
  let numbered: ReturnType<typeof numberNodes> | undefined;
  const whole = () => {
    numbered ??= numberNodes({
      format: irFormat,
      ...head.policy,
      ...lowerFacts(draft),
      readings: lowerReadings(draft),
      clauses,
      blocks,
      order: evaluationOrder(clauses, blocks, namingOthers(names)),
    });
    return numbered;
  };
  return {
    get ir() {
      return whole().ir;
    },
    get origins() {
      return whole().provisional.map((id) => draft.origins[id - 1]!);
    },
  };
}

/** Ids of the clauses whose text names a clause or a definition: all others read facts alone. */
function namingOthers(names: Names): ReadonlySet<string> {
  const found = new Set<string>();
  for (const symbol of names.symbols)
    if (symbol.kind === 'clause' && dependenciesOf(names, symbol).length > 0) found.add(symbol.name.id);
  return found;
}
