/** R15: the choices of readings under which a rule looks at the tree. */
import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import type { Expression, Reference, ReplaceableWord } from '../../grammar/ast.ts';
import type { UnitNames } from '../../runtime/compound.ts';
import {
  add,
  divide,
  multiply,
  negate,
  ofDecimalText,
  type Rational,
  sign,
  subtract,
  whole,
} from '../../runtime/rational.ts';
import { declaredUnits } from '../resolve/declared-units.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import type { ChoiceSymbol, DefinitionSymbol, ReadingSymbol } from '../resolve/symbol.ts';

/** One choice made, all other readings at their default. `changed` is absent in the world of defaults. */
export interface World {
  readonly names: Names;
  /** For messages. */
  readonly units: UnitNames;
  /** Those that replace words. */
  readonly readings: readonly ReadingSymbol[];
  readonly changed?: ChoiceSymbol;
  /** Values of definitions worked out so far. */
  readonly constants: Map<DefinitionSymbol, Rational | undefined>;
}

/** More single choices than this are not looked at: no policy has them, and a hostile text should not buy time with them. */
const mostWorlds = 200;

/** The defaults first, then every single other choice. */
export function worldsOf(names: Names): readonly World[] {
  const readings = names.symbols
    .filter((symbol) => symbol.kind === 'reading')
    .filter(({ declaration }) => declaration.choices.some((choice) => choice.replacements.length > 0));
  const others = names.symbols.filter((symbol) => symbol.kind === 'choice').filter((one) => !one.declaration.isDefault);
  const units = declaredUnits(names);
  const base: World = { names, units, readings, constants: new Map() };
  return [
    base,
    ...others.slice(0, mostWorlds).map((changed): World => ({ names, units, readings, changed, constants: new Map() })),
  ];
}

/** Said before a message that holds under a reading only. */
export function underWords({ changed }: World): Bilingual {
  if (changed === undefined) return { zh: '', en: '' };
  const { reading, name } = changed;
  const zh = `口径“${reading.name.zh ?? reading.name.id}”取“${name.zh ?? name.id}”时，`;
  return { zh, en: `under reading “${reading.name.id}” = “${name.id}”, ` };
}

export function choiceOf(world: World, reading: ReadingSymbol): ChoiceSymbol['declaration'] | undefined {
  if (world.changed?.reading === reading) return world.changed.declaration;
  return reading.declaration.choices.find((choice) => choice.isDefault) ?? reading.declaration.choices[0];
}

/** What a word means; `readings` are those the line or row asks for. The first declared reading that replaces it has the last word. */
export function meaningOf(world: World, word: ReplaceableWord, readings: readonly Reference[]): ReplaceableWord {
  const asked = new Set(readings.map((reading) => world.names.used.get(reading)));
  for (const reading of world.readings) {
    if (!reading.declaration.everywhere && !asked.has(reading)) continue;
    const found = choiceOf(world, reading)?.replacements.find(({ from }) => from === word);
    if (found !== undefined) return found.to;
  }
  return word;
}

/** The alternative of a reading expression that this world takes. */
export function alternativeOf(
  world: World,
  expression: Extract<Expression, { kind: 'ReadingExpression' }>,
): Expression | undefined {
  const reading = world.names.used.get(expression.reading);
  if (reading?.kind !== 'reading') return undefined;
  const choice = choiceOf(world, reading);
  const isChosen = (reference: Reference) => {
    const symbol = world.names.used.get(reference);
    return symbol?.kind === 'choice' && symbol.declaration === choice;
  };
  return expression.rows.find((row) => row.choices.some(isChosen))?.value;
}

/** The exact value of an expression without facts; percent as a ratio. Each definition is worked out once. */
export function constantOf(world: World, expression: Expression, depth = 0): Rational | undefined {
  if (depth > deepest) return undefined;
  const value = (inner: Expression) => constantOf(world, inner, depth + 1);
  switch (expression.kind) {
    case 'NumberLiteral': {
      const isShare = expression.unit.kind === 'Percent' || expression.unit.kind === 'Points';
      return isShare ? divide(ofDecimalText(expression.value), whole(100)) : ofDecimalText(expression.value);
    }
    case 'Negation': {
      const operand = value(expression.operand);
      return operand === undefined ? undefined : negate(operand);
    }
    case 'RateOf':
      return both(value(expression.rate), value(expression.base), multiply);
    case 'Binary': {
      const [left, right] = [value(expression.left), value(expression.right)];
      if (expression.operator === '/' && right !== undefined && sign(right) === 0) return undefined;
      return both(left, right, { '+': add, '-': subtract, '*': multiply, '/': divide }[expression.operator]);
    }
    case 'FieldExpression':
    case 'ReferenceExpression': {
      const symbol = symbolNamed(world.names, expression);
      return symbol?.kind === 'definition' ? constantOfDefinition(world, symbol, depth) : undefined;
    }
    case 'ReadingExpression': {
      const chosen = alternativeOf(world, expression);
      return chosen === undefined ? undefined : value(chosen);
    }
    default:
      return undefined;
  }
}

/** `undefined` while it is being worked out: a circle has no value. */
function constantOfDefinition(world: World, definition: DefinitionSymbol, depth: number): Rational | undefined {
  if (!world.constants.has(definition)) {
    world.constants.set(definition, undefined);
    world.constants.set(definition, constantOf(world, definition.declaration.value, depth + 1));
  }
  return world.constants.get(definition);
}

/** The stack is finite; a chain of definitions need not be. */
const deepest = 2_500;

/** Figures that square one another soon have more digits than there is paper. */
const longestFigure = 2n ** 1024n;

function both(
  left: Rational | undefined,
  right: Rational | undefined,
  combine: (left: Rational, right: Rational) => Rational,
): Rational | undefined {
  if (left === undefined || right === undefined) return undefined;
  const result = combine(left, right);
  const isLong = result.d > longestFigure || result.n > longestFigure || result.n < -longestFigure;
  return isLong ? undefined : result;
}
