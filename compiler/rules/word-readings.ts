import type { Report } from '../../diagnostics/diagnostic.ts';
import { BudgetWithoutPeriod, CapWithoutPeriod } from '../../diagnostics/open-decisions.ts';
import { CapWithoutScope, NotAWordReading, ReplacementsClash, ReplacesNothing } from '../../diagnostics/rules.ts';
import type {
  BlockDeclaration,
  ClauseLine,
  Expression,
  PolicyFile,
  Reference,
  ReplaceableWord,
  RowTest,
  Scope,
} from '../../grammar/ast.ts';
import type { Names } from '../resolve/names.ts';
import { bothNames } from '../resolve/scope.ts';
import type { PolicySymbol, ReadingSymbol } from '../resolve/symbol.ts';
import { declarationsOf, everyExpression, everyLine, expressionsOn, isEffectLine, rootsOf } from '../walk.ts';
import { type Analysis, hasUnread, type Rule } from './rule.ts';
import { isRange } from './tier-rows.ts';
import { replaceableWords } from './words.ts';

/** R15: a reading that replaces words finds them in the lines it governs, and no two readings pull at one word. */
export const wordReadings: Rule = (analysis, report) => {
  const { file, names } = analysis;
  const all = names.symbols.filter((symbol) => symbol.kind === 'reading');
  if (all.length === 0) return;
  const places = placesOf(file);
  for (const { readings } of places) checkTails(analysis, readings, report);
  const wordsAnywhere = new Set(places.flatMap(({ words }) => [...words]));
  const governed = wordsGoverned(names, places);
  for (const reading of lacksWords(analysis) ? [] : all)
    reportIdle(reading, reading.declaration.everywhere ? wordsAnywhere : governed.get(reading), report);
  reportClashes(names, all, places, report);
};

/** Something could not be read, or a scope lacks the very word that a reading may replace. */
function lacksWords(analysis: Analysis): boolean {
  return hasUnread(analysis) || analysis.told.some(({ code }) => scopesLacking.has(code));
}
const scopesLacking = new Set<string>([CapWithoutScope, CapWithoutPeriod, BudgetWithoutPeriod].map(({ code }) => code));

/** Words that stand together under the same readings: a line, or a row with readings of its own. */
interface WordPlace {
  readonly readings: readonly Reference[];
  readonly words: ReadonlySet<ReplaceableWord>;
}

function placesOf(file: PolicyFile): readonly WordPlace[] {
  const clauses = declarationsOf(file, 'ClauseDeclaration');
  const lines = clauses.flatMap((clause) => everyLine(clause.lines)).flatMap(placesOfLine);
  const others = file.declarations
    .filter(({ kind }) => kind !== 'ClauseDeclaration')
    .flatMap(rootsOf)
    .flatMap((root) => placesOfExpressions([root], [], []));
  const headers = clauses.flatMap((clause) => (clause.each?.where === undefined ? [] : [clause.each.where]));
  const blocks = declarationsOf(file, 'BlockDeclaration').map(placeOfBlock);
  return [...lines, ...others, ...headers.flatMap((where) => placesOfExpressions([where], [], [])), ...blocks];
}

function placeOfBlock({ block }: BlockDeclaration): WordPlace {
  return { readings: [], words: new Set(scopeWordsIn(block.scopes)) };
}

function placesOfLine(line: ClauseLine): readonly WordPlace[] {
  const readings = isEffectLine(line) ? line.readings : [];
  const own = line.kind === 'CapLine' || line.kind === 'BudgetLine' ? scopeWordsIn(line.scopes) : [];
  return placesOfExpressions(expressionsOn(line), readings, own);
}

/** One place for the line, one more for each row that asks for readings of its own. */
function placesOfExpressions(
  roots: readonly Expression[],
  readings: readonly Reference[],
  own: readonly ReplaceableWord[],
): readonly WordPlace[] {
  const parts = roots.flatMap((root) => everyExpression(root));
  const rows = parts.flatMap((part) => (part.kind === 'Choose' ? part.rows : []));
  const inner = rows
    .filter((row) => row.readings.length > 0)
    .map((row) => ({
      readings: row.readings,
      words: new Set([...boundWords(row.test), ...conditionWords(row.test), ...wordsIn(row.value)]),
    }));
  return [{ readings, words: new Set([...own, ...parts.flatMap(wordsOfNode)]) }, ...inner];
}

function boundWords(test: RowTest): readonly ReplaceableWord[] {
  if (test.kind !== 'BoundsRow') return [];
  return test.bounds.filter((bound) => !isRange(bound)).flatMap(({ operator }) => replaceable(operator));
}

function conditionWords(test: RowTest): readonly ReplaceableWord[] {
  return test.kind === 'ConditionRow' ? wordsIn(test.condition) : [];
}

function wordsIn(root: Expression): readonly ReplaceableWord[] {
  return everyExpression(root).flatMap(wordsOfNode);
}

function replaceable(operator: string): readonly ReplaceableWord[] {
  return operator === 'equal' || operator === 'notEqual' ? [] : [operator as ReplaceableWord];
}

function wordsOfNode(expression: Expression): readonly ReplaceableWord[] {
  switch (expression.kind) {
    case 'Comparison':
      return replaceable(expression.operator);
    case 'Steps':
      return [expression.mode];
    case 'Choose': {
      const mode = expression.mode === 'highest' || expression.mode === 'eachRow' ? [expression.mode] : [];
      return [...mode, ...expression.rows.flatMap((row) => boundWords(row.test))];
    }
    case 'Ladder': {
      const range = {
        sinceFact: 'since',
        sinceYear: 'since',
        unrewarded: 'ifNotYetRewarded',
        given: undefined,
      } as const;
      const word = range[expression.range.kind];
      return [...replaceable(expression.operator), expression.settlement, ...(word === undefined ? [] : [word])];
    }
    default:
      return [];
  }
}

function scopeWordsIn(scopes: readonly Scope[]): readonly ReplaceableWord[] {
  const words = { PerYear: 'perYear', Ever: 'ever', WhileInForce: 'whileInForce' } as const;
  return scopes.flatMap(({ kind }) =>
    kind === 'PerYear' || kind === 'Ever' || kind === 'WhileInForce' ? [words[kind]] : [],
  );
}

/** Only a reading that replaces words, and not everywhere already, has anything to say at the end of a line. */
function checkTails(analysis: Analysis, references: readonly Reference[], report: Report): void {
  for (const reference of references) {
    const reading = analysis.names.used.get(reference);
    if (reading?.kind !== 'reading' || hasUnread(analysis, reading.declaration.span)) continue;
    const replaces = replacedBy(reading).size > 0;
    if (reading.declaration.everywhere || !replaces)
      report(
        NotAWordReading,
        { span: reference.span },
        { reading: reference.text, everywhere: reading.declaration.everywhere && replaces },
      );
  }
}

function replacedBy(reading: ReadingSymbol): ReadonlySet<ReplaceableWord> {
  return new Set(reading.declaration.choices.flatMap((choice) => choice.replacements.map(({ from }) => from)));
}

/** A reading that governs no line at all has its own warning. */
function reportIdle(reading: ReadingSymbol, words: ReadonlySet<ReplaceableWord> | undefined, report: Report): void {
  if (words === undefined) return;
  for (const { from, span } of reading.declaration.choices.flatMap((choice) => choice.replacements))
    if (!words.has(from))
      report(ReplacesNothing, { span }, { reading: bothNames(reading.name), word: replaceableWords(from) });
}

/** By reading, the words of the lines that ask for it. */
function wordsGoverned(
  names: Names,
  places: readonly WordPlace[],
): ReadonlyMap<PolicySymbol, ReadonlySet<ReplaceableWord>> {
  const found = new Map<PolicySymbol, Set<ReplaceableWord>>();
  for (const { readings, words } of places)
    for (const reference of readings) {
      const reading = names.used.get(reference);
      if (reading === undefined) continue;
      const all = found.get(reading) ?? new Set();
      for (const word of words) all.add(word);
      found.set(reading, all);
    }
  return found;
}

/** By word, the readings that replace it. */
type Replacing = ReadonlyMap<ReplaceableWord, readonly ReadingSymbol[]>;

function replacing(readings: readonly ReadingSymbol[]): Replacing {
  const found = new Map<ReplaceableWord, ReadingSymbol[]>();
  for (const reading of readings)
    for (const word of replacedBy(reading)) {
      const readingsOfWord = found.get(word);
      if (readingsOfWord === undefined) found.set(word, [reading]);
      else readingsOfWord.push(reading);
    }
  return found;
}

/** Each reading is told once, at the first place where another has hold of its word already. */
function reportClashes(
  names: Names,
  all: readonly ReadingSymbol[],
  places: readonly WordPlace[],
  report: Report,
): void {
  const everywhere = replacing(all.filter(({ declaration }) => declaration.everywhere));
  const told = new Set<ReadingSymbol>();
  for (const { readings, words } of places) {
    const asked = readings.map((reference) => names.used.get(reference)).filter((symbol) => symbol?.kind === 'reading');
    for (const word of words) {
      const own = asked.filter((reading) => replacedBy(reading).has(word));
      const [first, second] = new Set([...(everywhere.get(word) ?? []).slice(0, 2), ...own]);
      if (first === undefined || second === undefined || told.has(second)) continue;
      told.add(second);
      const place = readings.find((reference) => names.used.get(reference) === second) ?? second.name;
      const parameters = { word: replaceableWords(word), first: bothNames(first.name), second: bothNames(second.name) };
      report(ReplacementsClash, { span: place.span }, parameters);
    }
  }
}
