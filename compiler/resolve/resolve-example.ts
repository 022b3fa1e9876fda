import type {
  ExampleDeclaration,
  ExampleLine,
  ExpectLine,
  GivenFact,
  GivenItem,
  Reference,
} from '../../grammar/ast.ts';
import { type Context, lookUp, lookUpValue, type Resolving } from './look-up.ts';
import { fieldSpace, resolveExpression, resolveReadingRows } from './resolve-expression.ts';
import type { FieldSymbol, PolicySymbol } from './symbol.ts';

/** Names in an example: facts given, clauses expected. */
export function resolveExample(state: Resolving, example: Pick<ExampleDeclaration, 'lines'>): void {
  for (const line of example.lines) resolveExampleLine(state, line);
}

function resolveExampleLine(state: Resolving, line: ExampleLine): void {
  const { values, owners } = state.scopes;
  switch (line.kind) {
    case 'GivenFact':
      resolveGiven(state, line, lookUp(state, values, line.field, 'fact', 'parameter'));
      return;
    case 'GivenItem':
      resolveGivenItem(state, line);
      return;
    case 'GivenEmptyList':
      lookUp(state, owners, line.list, 'list');
      return;
    case 'DecidedLine':
    case 'LedgerPaidLine':
    case 'LedgerOtherLine':
      lookUp(state, values, line.clause, 'clause');
      return;
    case 'ChooseReadingLine':
      resolveReadingRows(state, line.reading, [{ choices: [line.choice] }]);
      return;
    case 'ExpectLine':
      resolveExpectation(state, line);
      return;
    case 'ApplicantBlock':
      resolveExample(state, line);
      return;
    case 'LedgerEmptyLine':
      return;
  }
}

function resolveGivenItem(state: Resolving, line: GivenItem): void {
  const list = lookUp(state, state.scopes.owners, line.list, 'list');
  if (list?.kind !== 'list') return;
  for (const given of line.fields)
    resolveGiven(state, given, lookUp(state, fieldSpace(state, list), given.field, 'itemField'));
}

const outside: Context = { items: [] };

function resolveGiven(state: Resolving, { value }: GivenFact, field: PolicySymbol | undefined): void {
  const options = field === undefined ? undefined : state.scopes.optionsOf.get(field as FieldSymbol);
  switch (value.kind) {
    case 'GivenBoolean':
    case 'GivenNone':
    case 'GivenText':
      return;
    case 'GivenOptions':
      if (options !== undefined) for (const option of value.options) lookUp(state, options, option, 'option');
      return;
    case 'ReferenceExpression':
      if (options !== undefined) lookUp(state, options, value.reference, 'option');
      return;
    default:
      resolveExpression(state, value, outside);
      return;
  }
}

function resolveExpectation(state: Resolving, { target, outcome }: ExpectLine): void {
  const { values } = state.scopes;
  if (target.kind === 'clause') lookUp(state, values, target.clause, 'clause');
  if (outcome.kind === 'supersededBy') lookUp(state, values, outcome.clause, 'clause');
  if (outcome.kind === 'undetermined') for (const fact of outcome.facts) resolveMissing(state, fact);
}

/** What an outcome waits for: a fact, a list, or a field of whichever item. */
function resolveMissing(state: Resolving, fact: Reference): void {
  const field = state.anywhere.get(fact.text)?.find((symbol) => symbol.kind === 'itemField');
  const found = state.scopes.values.has(fact.text) ? undefined : (field ?? state.scopes.owners.get(fact.text));
  if (found === undefined) lookUpValue(state, fact, outside);
  else state.used.set(fact, found);
}
