/** Children of expressions and lines, for passes that look at every node and care about few. */
import type {
  Among,
  ClauseDeclaration,
  ClauseLine,
  Declaration,
  EachHeader,
  Expression,
  LineTail,
  Ordering,
  PaymentPlan,
  PolicyFile,
  RowTest,
} from '../grammar/ast.ts';

/** The expressions directly inside an expression, in written order. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'NumberLiteral':
    case 'DateLiteral':
    case 'ReferenceExpression':
    case 'FieldExpression':
    case 'ClauseValue':
    case 'PaidUnder':
    case 'ReferenceDay':
    case 'IsGranted':
    case 'ErrorExpression':
      return [];
    case 'Binary':
    case 'Comparison':
      return [expression.left, expression.right];
    case 'Negation':
    case 'Not':
    case 'HasGrown':
    case 'OptionTest':
      return [expression.operand];
    case 'RateOf':
      return [expression.rate, expression.base];
    case 'UpTo':
      return expression.base === undefined ? [expression.limit] : [expression.limit, expression.base];
    case 'Part':
      return expression.among === undefined
        ? [expression.of, expression.edge]
        : [...amongChildren(expression.among), expression.of, expression.edge];
    case 'Rank':
      return amongChildren(expression.among);
    case 'Steps':
      return [expression.amount, expression.step, expression.of];
    case 'Growth':
    case 'Increase':
    case 'Shift':
    case 'SplitByDays':
      return [expression.of];
    case 'Raised':
      return [expression.of, expression.by, expression.condition];
    case 'AsOf':
      return [expression.of, expression.day];
    case 'Choose':
      return chooseChildren(expression);
    case 'Ladder':
      return [expression.of, ...expression.rows.flatMap((row) => [row.threshold, row.amount])];
    case 'CappedRow':
      return [expression.value, expression.cap];
    case 'Extreme':
    case 'Logical':
      return expression.operands;
    case 'Aggregate':
      return [expression.where, expression.of].filter((one) => one !== undefined);
    case 'DateShift':
      return [expression.amount, expression.from];
    case 'Elapsed':
      return [expression.from, expression.to];
    case 'CalendarEdge':
      return expression.of === undefined ? [] : [expression.of];
    case 'YearCount':
      return [expression.since];
    case 'WithinTest':
      return [expression.operand, expression.amount, expression.from];
    case 'Interest':
      return [expression.principal, expression.rate, expression.from, expression.to];
    case 'Prorated':
      return [expression.amount, expression.from, expression.to];
    case 'RangeTest':
      return [expression.operand, expression.low, expression.high];
    case 'TopRank':
      return [expression.operand, expression.places];
    case 'ReadingExpression':
      return expression.rows.map((row) => row.value);
  }
}

/** The items among which an expression gives the item at hand its place. */
export function amongOf(expression: Expression): Among | undefined {
  return expression.kind === 'Rank' || expression.kind === 'Part' ? expression.among : undefined;
}

/** What is evaluated for each item of the list. */
export function amongChildren({ where, order }: Among): readonly Expression[] {
  const keys = order.keys.map(({ by }) => by);
  return where === undefined ? keys : [where, ...keys];
}

function chooseChildren(choose: Extract<Expression, { kind: 'Choose' }>): readonly Expression[] {
  const rows = choose.rows.flatMap((row) => [...expressionsOfTest(row.test), row.value]);
  return [choose.key, ...rows, choose.otherwise?.value].filter((one) => one !== undefined);
}

function expressionsOfTest(test: RowTest): readonly Expression[] {
  if (test.kind === 'ConditionRow') return [test.condition];
  return test.kind === 'BoundsRow' ? test.bounds.map((bound) => bound.edge) : [];
}

/**
 * Walks taken before: many passes take the same ones, and nobody changes a tree. Kept by the tree itself, so that they go when it goes.
 */
const walkedExpressions = new WeakMap<Expression, readonly Expression[]>();
const walkedLines = new WeakMap<readonly ClauseLine[], readonly ClauseLine[]>();
const walkedRoots = new WeakMap<Declaration, readonly Expression[]>();
const walkedDeclarations = new WeakMap<Declaration, readonly Expression[]>();

/** A walk over fewer expressions is over sooner than it is kept and found again. */
const worthKeeping = 12;

/** An expression and all in it, outer before inner. Without recursion: a sum may have very many terms. */
export function everyExpression(root: Expression): readonly Expression[] {
  const first = childrenOf(root);
  if (first.length === 0) return [root];
  const known = walkedExpressions.get(root);
  if (known !== undefined) return known;
  const found: Expression[] = [root];
  const open: Expression[] = [...first].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    const children = childrenOf(next);
    for (let index = children.length - 1; index >= 0; index -= 1) open.push(children[index] as Expression);
  }
  if (found.length >= worthKeeping) walkedExpressions.set(root, found);
  return found;
}

/** All expressions of a declaration, one outermost expression with all in it after the other. */
export function expressionsOf(declaration: Declaration): readonly Expression[] {
  let found = walkedDeclarations.get(declaration);
  if (found === undefined) {
    found = rootsOf(declaration).flatMap(everyExpression);
    walkedDeclarations.set(declaration, found);
  }
  return found;
}

/** The expressions that stand on a line itself, not on lines inside it. */
export function expressionsOn(line: ClauseLine): readonly Expression[] {
  switch (line.kind) {
    case 'WhenLine':
      return [line.condition];
    case 'AmountLine':
      return [line.amount];
    case 'BudgetLine':
      return [line.amount, ...keysOf(line.order)];
    case 'CapLine':
      return [line.amount, ...keysOf(orderOfItems(line))];
    case 'OnceLine':
      return line.times === undefined ? keysOf(line.order) : [line.times, ...keysOf(line.order)];
    case 'AdjustLine':
      return line.condition === undefined ? [line.amount] : [line.amount, line.condition];
    case 'RoundLine':
      return [line.rounding.step];
    case 'PaymentPlan':
      return expressionsOfPlan(line);
    case 'EachBlock':
      return line.each.where === undefined ? [] : [line.each.where];
    default:
      return [];
  }
}

/** What a payment plan says per item or applicant, and last the most of one year. */
export function expressionsOfPlan({ form, most }: PaymentPlan): readonly Expression[] {
  const rows = form.kind === 'Instalments' ? form.rows : [];
  const inRows = rows.flatMap(({ due, share, condition }) => [
    ...due.flatMap((one) => (one.kind === 'DueDay' ? [one.day] : [])),
    ...(share === undefined ? [] : [share]),
    ...(condition === undefined ? [] : [condition]),
  ]);
  return most === undefined ? inRows : [...inRows, most.amount];
}

/** The order in which a line goes through the items before it. */
export function orderOfItems(line: ClauseLine): Ordering | undefined {
  if (line.kind === 'OnceLine') return line.order;
  return line.kind === 'CapLine' && line.cut?.kind === 'inOrder' ? line.cut.order : undefined;
}

export function keysOf(order: Ordering | undefined): readonly Expression[] {
  return order === undefined ? [] : order.keys.map(({ by }) => by);
}

/** Lines directly inside a line: of an item block, or of every alternative of a reading. */
export function linesIn(line: ClauseLine): readonly ClauseLine[] {
  if (line.kind === 'EachBlock') return line.lines;
  if (line.kind === 'ReadingChoice') return line.rows.flatMap((row) => row.body);
  return [];
}

/** All lines of a clause in written order, alternatives and item blocks entered. */
export function everyLine(lines: readonly ClauseLine[]): readonly ClauseLine[] {
  if (!lines.some(({ kind }) => kind === 'EachBlock' || kind === 'ReadingChoice')) return lines;
  let found = walkedLines.get(lines);
  if (found === undefined) {
    found = lines.flatMap((line) => [line, ...everyLine(linesIn(line))]);
    walkedLines.set(lines, found);
  }
  return found;
}

/** The outermost expressions of a declaration, in written order. */
export function rootsOf(declaration: Declaration): readonly Expression[] {
  let roots = walkedRoots.get(declaration);
  if (roots === undefined) {
    roots = findRoots(declaration);
    walkedRoots.set(declaration, roots);
  }
  return roots;
}

function findRoots(declaration: Declaration): readonly Expression[] {
  switch (declaration.kind) {
    case 'ParameterDeclaration':
      return declaration.rows.flatMap((row) => row.value ?? []);
    case 'Definition':
      return [declaration.value];
    case 'ClauseDeclaration':
      return [
        ...(declaration.each?.where === undefined ? [] : [declaration.each.where]),
        ...everyLine(declaration.lines).flatMap(expressionsOn),
      ];
    case 'BlockDeclaration':
      return declaration.block.kind === 'GroupCapBlock' ? [declaration.block.amount] : [];
    default:
      return [];
  }
}

const sortedExpressions = new WeakMap<PolicyFile, Map<Expression['kind'], Expression[]>>();
const allExpressions = new WeakMap<PolicyFile, readonly Expression[]>();

/**
 * Expressions of a kind, or of several, wherever they stand, in written order. Nearly every rule asks for one kind, and nearly every policy holds few of
 * it: one walk for them all.
 */
export function expressionsOfKind<K extends Expression['kind']>(
  file: PolicyFile,
  ...kinds: readonly K[]
): readonly Extract<Expression, { kind: K }>[] {
  const [only] = kinds;
  const found: readonly Expression[] =
    kinds.length === 1
      ? (sortedByKind(file).get(only!) ?? [])
      : expressionsIn(file).filter(({ kind }) => (kinds as readonly string[]).includes(kind));
  return found as readonly Extract<Expression, { kind: K }>[];
}

function sortedByKind(file: PolicyFile): ReadonlyMap<Expression['kind'], readonly Expression[]> {
  let sorted = sortedExpressions.get(file);
  if (sorted !== undefined) return sorted;
  sorted = new Map();
  for (const part of expressionsIn(file)) {
    const known = sorted.get(part.kind);
    if (known === undefined) sorted.set(part.kind, [part]);
    else known.push(part);
  }
  sortedExpressions.set(file, sorted);
  return sorted;
}

function expressionsIn(file: PolicyFile): readonly Expression[] {
  let all = allExpressions.get(file);
  if (all === undefined) {
    all = file.declarations.flatMap(expressionsOf);
    allExpressions.set(file, all);
  }
  return all;
}

export type EffectLine = Extract<ClauseLine, LineTail>;

/** Lines that act on the gate or the amount, and so may carry a label and readings. */
export function isEffectLine(line: ClauseLine): line is EffectLine {
  return 'readings' in line;
}

const none: readonly EachHeader[] = [];

/** The item header that governs a clause's first lines. */
export function eachHeaders(clause: ClauseDeclaration): readonly EachHeader[] {
  const lines = everyLine(clause.lines);
  // A list without item blocks and alternatives is its own walk.
  if (lines === clause.lines && !lines.some(({ kind }) => kind === 'EachBlock'))
    return clause.each === undefined ? none : [clause.each];
  const blocks = lines.flatMap((line) => (line.kind === 'EachBlock' ? [line.each] : []));
  return clause.each === undefined ? blocks : [clause.each, ...blocks];
}

const sortedDeclarations = new WeakMap<PolicyFile, Map<string, readonly Declaration[]>>();

export function declarationsOf<K extends Declaration['kind']>(
  file: PolicyFile,
  kind: K,
): readonly Extract<Declaration, { kind: K }>[] {
  let sorted = sortedDeclarations.get(file);
  if (sorted === undefined) {
    sorted = new Map();
    sortedDeclarations.set(file, sorted);
  }
  let found = sorted.get(kind);
  if (found === undefined) {
    found = file.declarations.filter((one) => one.kind === kind);
    sorted.set(kind, found);
  }
  return found as readonly Extract<Declaration, { kind: K }>[];
}
