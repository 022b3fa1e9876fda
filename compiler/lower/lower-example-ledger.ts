import type { ExampleDeclaration, LedgerOtherLine, LedgerPaidLine } from '../../grammar/ast.ts';
import type { AwardEntry, CoverageEntry, Facts, Ledger } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { sharedKeys } from '../../runtime/shared-keys.ts';
import { keyOfItem, listUnder } from '../resolve/item-keys.ts';
import type { Names } from '../resolve/names.ts';
import { literalValue } from './decimal-text.ts';
import { idOf, yearPeriod } from './lower-example.ts';

/** An example's ledger, when it has one, is complete: for this policy and all others, over all days. R22. */
const coverage: CoverageEntry = { kind: 'coverage', policy: '*', subject: '*', from: '0001-01-01', to: '9999-12-31' };

/** Undefined without a `ledger` line: history is then unknown (R5). What applicants share, others of the ledger share with the example's own. */
export function lowerExampleLedger(
  example: ExampleDeclaration,
  names: Names,
  ir: PolicyIr,
  facts: Facts,
): Ledger | undefined {
  const lines = example.lines.filter(
    (line) => line.kind === 'LedgerEmptyLine' || line.kind === 'LedgerPaidLine' || line.kind === 'LedgerOtherLine',
  );
  if (lines.length === 0) return undefined;
  const awards = lines.filter((line) => line.kind !== 'LedgerEmptyLine');
  return { entries: [coverage, ...awards.map((line, index) => award(line, index + 1, example, names, ir, facts))] };
}

/** R24: an entitlement to be paid in parts, or one of its parts. */
function instalmentOf(
  { state, part }: LedgerPaidLine,
  amount: string,
): Pick<AwardEntry, 'inParts' | 'part' | 'partOf'> {
  if (state === 'granted') return { inParts: amount };
  return part === undefined ? {} : { part: part.number, partOf: yearPeriod(part.of) };
}

function award(
  line: LedgerPaidLine | LedgerOtherLine,
  part: number,
  example: ExampleDeclaration,
  names: Names,
  ir: PolicyIr,
  facts: Facts,
): AwardEntry {
  const own = idOf(names, line.clause);
  const period = yearPeriod(line.year);
  const amount = literalValue(line.amount);
  const isOther = line.kind === 'LedgerOtherLine';
  const clauseIr = ir.clauses.find(({ id }) => id === own);
  const matter = clauseIr?.matter ?? own;
  // A policy that this one continues calls the clause by its former id.
  const isContinued = isOther && (ir.continues ?? []).some(({ policy }) => policy === line.policy.value);
  const clause = isContinued ? (clauseIr?.formerly?.[0] ?? own) : own;
  return {
    kind: 'award',
    id: `example-${part}`,
    subject: isOther || line.subject === undefined ? example.title.value : line.subject.value,
    policy: isOther ? line.policy.value : ir.id,
    clause,
    ...(isOther && !isContinued ? { matter } : {}),
    ...(line.item === undefined
      ? {}
      : { item: keyOfItem(listUnder(names, line.clause)?.declaration, line.item.value) }),
    ...sharedKeys(ir, facts),
    period,
    recordedOn: `${period.from.slice(0, 4)}-12-31`,
    entitled: amount,
    paid: line.state === 'granted' ? '0' : amount,
    ...(isOther ? {} : instalmentOf(line, amount)),
    state: 'decided',
    readings: {},
    digests: {},
  };
}
