import type { Bilingual, Report } from '../../diagnostics/diagnostic.ts';
import { ItemFieldOutside } from '../../diagnostics/names.ts';
import { CapWithoutOwner, CapWithoutPeriod } from '../../diagnostics/open-decisions.ts';
import {
  ApplicantInsideItems,
  CapWithoutScope,
  ScopeNarrows,
  ScopeNotAtHand,
  ScopesContradict,
} from '../../diagnostics/rules.ts';
import type { CapLine, ClauseLine, Reference, Scope } from '../../grammar/ast.ts';
import { moneyIn } from '../check/type.ts';
import { figureAs } from '../check/type-words.ts';
import type { Names } from '../resolve/names.ts';
import { bothNames } from '../resolve/scope.ts';
import { isShared, isWide, scopeOwner } from '../resolve/scope-owner.ts';
import type { ListSymbol } from '../resolve/symbol.ts';
import { declarationsOf } from '../walk.ts';
import { type Analysis, hasUnread, type Rule, toldWithin } from './rule.ts';
import { scopeWords } from './words.ts';

/** R2: every cap says its scope, and down a clause scopes only widen: item, then applicant; this year, then more years. */
export const caps: Rule = (analysis, report) => {
  for (const clause of declarationsOf(analysis.file, 'ClauseDeclaration')) {
    const list = listOf(analysis.names, clause.each?.list);
    const isListUnknown = clause.each !== undefined && list === undefined;
    const isTold = toldWithin(analysis, clause.span, ItemFieldOutside.code);
    const itemsMissing = isListUnknown || isTold || hasUnread(analysis, clause.span);
    followCaps(analysis, clause.lines, { list, isClauseItem: list !== undefined, itemsMissing }, report);
  }
  for (const { block, span } of declarationsOf(analysis.file, 'BlockDeclaration'))
    if (block.kind === 'GroupCapBlock') {
      if (block.scopes.length === 0 && !hasUnread(analysis, span)) reportMissing(analysis, block.amount, report);
      reportContradictions(analysis.names, block.scopes, report);
      requirePeriod(analysis.names, block, report);
    }
};

interface Place {
  /** The list whose items are at hand. */
  readonly list: ListSymbol | undefined;
  /** The clause itself goes item by item: a line per applicant ends that. */
  readonly isClauseItem: boolean;
  /** Told already: lines of the clause read items, and it does not go item by item. */
  readonly itemsMissing: boolean;
  /** The widest cap so far. */
  readonly widest?: { readonly width: number; readonly scope: Scope };
}

function followCaps(analysis: Analysis, lines: readonly ClauseLine[], start: Place, report: Report): Place {
  return lines.reduce<Place>((place, line) => {
    switch (line.kind) {
      case 'CapLine':
        return followCap(analysis, line, place, report);
      case 'OnceLine':
        requireNotPerApplicant(analysis.names, line.scopes, place, report);
        if (!place.itemsMissing && line.order === undefined) requireAtHand(analysis.names, line.scopes, place, report);
        return place;
      case 'EachBlock':
        followCaps(
          analysis,
          line.lines,
          { list: listOf(analysis.names, line.each.list), isClauseItem: false, itemsMissing: place.itemsMissing },
          report,
        );
        return place;
      case 'ReadingChoice':
        return line.rows.map((row) => followCaps(analysis, row.body, place, report)).reduce(wider, place);
      default:
        return place;
    }
  }, start);
}

function wider(one: Place, other: Place): Place {
  return (other.widest?.width ?? 0) > (one.widest?.width ?? 0) ? other : one;
}

function followCap(analysis: Analysis, cap: CapLine, place: Place, report: Report): Place {
  if (cap.scopes.length === 0) {
    reportMissing(analysis, cap.amount, report);
    return place;
  }
  reportContradictions(analysis.names, cap.scopes, report);
  requirePeriod(analysis.names, cap, report);
  requireOwner(analysis, cap, place, report);
  requireNotPerApplicant(analysis.names, cap.scopes, place, report);
  if (!place.itemsMissing) requireAtHand(analysis.names, cap.scopes, place, report);
  const here = widthOf(analysis.names, cap.scopes, place);
  const before = place.widest;
  if (before !== undefined && here.width < before.width) {
    const words = { before: scopeWords(before.scope), here: scopeWords(here.scope) };
    report(ScopeNarrows, { span: here.scope.span }, words, [
      { span: before.scope.span, text: { zh: '更大的范围在这里', en: 'the wider scope is here' } },
    ]);
    return place;
  }
  return { ...place, widest: here };
}

function reportMissing(analysis: Analysis, amount: CapLine['amount'], report: Report): void {
  const subject = analysis.names.subject?.name;
  report(
    CapWithoutScope,
    { span: amount.span },
    { subject: subject === undefined ? wordsForSubject : bothNames(subject), amount: moneyWords(amount) },
  );
}

/** A cap as it is written; some amount where it is not a figure. */
function moneyWords(amount: CapLine['amount']): Bilingual {
  const none = { units: new Map() };
  const isMoney = amount.kind === 'NumberLiteral' && amount.unit.kind === 'Money';
  return isMoney
    ? figureAs(amount.value, moneyIn(amount.unit.currency), none)
    : figureAs('5000000', moneyIn('CNY'), none);
}

/** What an applicant is called as long as nobody has said. */
export const wordsForSubject: Bilingual = { zh: '企业', en: 'company' };

const periods: readonly Scope['kind'][] = ['PerYear', 'Ever', 'WhileInForce', 'OverYears'];

/** One line names at most one kind of thing and one period. */
function reportContradictions(names: Names, scopes: readonly Scope[], report: Report): void {
  const [first, second] = scopes.filter(({ kind }) => periods.includes(kind));
  const [one, other] = scopes.filter((scope) => scope.kind === 'PerSubject' && names.used.has(scope.name));
  for (const [a, b] of [
    [first, second],
    [one, other],
  ] as const)
    if (a !== undefined && b !== undefined)
      report(ScopesContradict, { span: b.span }, { first: scopeWords(a), second: scopeWords(b) });
}

/** The applicant lives for many years, and so does what several share: a cap on it says over which. Any other item lies in one period. D4. */
function requirePeriod(names: Names, { scopes }: Pick<CapLine, 'scopes'>, report: Report): void {
  if (scopes.some(({ kind }) => periods.includes(kind))) return;
  const owner = scopeOwner(names, scopes);
  if (owner === undefined || !(isWide(owner) || isShared(owner))) return;
  const { span } = scopes.find(({ kind }) => kind === 'PerSubject')!;
  report(CapWithoutPeriod, { span }, { owner: bothNames(owner.name), isSubject: owner.kind === 'subject' });
}

/** Where a clause goes item by item, `per year` alone may be meant of each or of all. D4. */
function requireOwner({ names }: Analysis, { scopes, amount }: CapLine, place: Place, report: Report): void {
  if (!place.isClauseItem || place.list === undefined) return;
  if (scopes.some(({ kind }) => kind === 'PerSubject')) return;
  const subject = names.subject === undefined ? wordsForSubject : bothNames(names.subject.name);
  report(CapWithoutOwner, { span: amount.span }, { subject, list: bothNames(place.list.name) });
}

/** Inside `for each { }` a line runs once for every item, and what is meant per applicant would be allowed to each of them. */
function requireNotPerApplicant(names: Names, scopes: readonly Scope[], place: Place, report: Report): void {
  if (place.list === undefined || place.isClauseItem) return;
  const owner = scopeOwner(names, scopes);
  if (owner === undefined || !isWide(owner)) return;
  const { span } = scopes.find(({ kind }) => kind === 'PerSubject')!;
  report(ApplicantInsideItems, { span }, { subject: bothNames(owner.name) });
}

/** `per project` acts where projects are gone through one by one. */
function requireAtHand(names: Names, scopes: readonly Scope[], place: Place, report: Report): void {
  for (const scope of scopes) {
    const list = scope.kind === 'PerSubject' ? listOf(names, scope.name) : undefined;
    if (scope.kind !== 'PerSubject' || list === undefined || list === place.list) continue;
    report(ScopeNotAtHand, { span: scope.span }, { list: scope.name.text });
  }
}

function listOf(names: Names, reference: Reference | undefined): ListSymbol | undefined {
  const symbol = reference === undefined ? undefined : names.used.get(reference);
  return symbol?.kind === 'list' ? symbol : undefined;
}

/** Who counts more than the period: an item's whole history lies inside the applicant's, and that inside those of all who share. */
function widthOf(
  names: Names,
  scopes: readonly Scope[],
  place: Place,
): { readonly width: number; readonly scope: Scope } {
  const who = scopes.find((scope) => scope.kind === 'PerSubject');
  const period = scopes.find(({ kind }) => periods.includes(kind));
  const isSubject = who === undefined ? place.list === undefined : listOf(names, who.name) === undefined;
  const isFact = scopeOwner(names, scopes)?.kind === 'fact';
  const width = (isFact ? 20 : isSubject ? 10 : 0) + (period === undefined ? 0 : periodWidth(period));
  return { width, scope: (isSubject ? (who ?? period) : (period ?? who)) as Scope };
}

function periodWidth(scope: Scope): number {
  switch (scope.kind) {
    case 'OverYears':
      return 1;
    case 'WhileInForce':
      return 2;
    case 'Ever':
      return 3;
    default:
      return 0;
  }
}
