/** The syntax tree's expressions: amounts, rates, conditions. */
import type { Span } from '../diagnostics/span.ts';
import type { Anchor, Reference } from './ast.ts';
import type { CalendarExpression } from './ast-calendar.ts';

export type * from './ast-calendar.ts';

export type BoundOperator = 'atLeast' | 'over' | 'atMost' | 'under' | 'equal' | 'notEqual';

export type Expression =
  | NumberLiteral
  | DateLiteral
  | ReferenceExpression
  | FieldExpression
  | Binary
  | Negation
  | RateOf
  | UpTo
  | Part
  | Steps
  | Growth
  | Increase
  | Shift
  | Choose
  | Ladder
  | CappedRow
  | Extreme
  | Aggregate
  | Rank
  | ClauseValue
  | PaidUnder
  | CalendarExpression
  | ReferenceDay
  | AsOf
  | SplitByDays
  | Raised
  | Logical
  | Not
  | Comparison
  | RangeTest
  | HasGrown
  | OptionTest
  | TopRank
  | IsGranted
  | ReadingExpression
  | ErrorExpression;

/** Unit of a number literal after folding 万/亿 into the value. */
export type LiteralUnit =
  | { readonly kind: 'None' }
  | { readonly kind: 'Money'; readonly currency: string }
  | { readonly kind: 'Percent' }
  | { readonly kind: 'Points' }
  /** 家 个 名 项 件 次 台 户 人 位 */
  | { readonly kind: 'Counter'; readonly word: string }
  | { readonly kind: 'Duration'; readonly unit: 'years' | 'months' | 'days' }
  | { readonly kind: 'Unit'; readonly name: Reference };

/** What a figure or type is per. A currency makes an exchange rate: 7.1元/美元. */
export type PerUnit = Extract<LiteralUnit, { readonly kind: 'Money' | 'Counter' | 'Duration' | 'Unit' }>;

/** `value` is a decimal text in base units: 30万元 → "300000", 50% → "50" (unit Percent), 1.2亿元 → "120000000". Canonical: no sign, no leading or trailing zeros. */
export interface NumberLiteral {
  readonly kind: 'NumberLiteral';
  readonly span: Span;
  readonly value: string;
  readonly unit: LiteralUnit;
  /** `/sqm/month` after the unit, in written order; absent where there is none. */
  readonly per?: readonly PerUnit[];
}
/** ISO day, as written; whether it exists is the checker's question. */
export interface DateLiteral {
  readonly kind: 'DateLiteral';
  readonly span: Span;
  readonly value: string;
}
/** A fact, parameter, definition, clause or item field by name. */
export interface ReferenceExpression {
  readonly kind: 'ReferenceExpression';
  readonly span: Span;
  readonly reference: Reference;
}
/** `project's rd` / 项目 的 rd; `company's x` from inside an item line (R20). */
export interface FieldExpression {
  readonly kind: 'FieldExpression';
  readonly span: Span;
  readonly owner: Reference;
  readonly field: Reference;
}
export interface Binary {
  readonly kind: 'Binary';
  readonly span: Span;
  readonly operator: '+' | '-' | '*' | '/';
  readonly left: Expression;
  readonly right: Expression;
}
export interface Negation {
  readonly kind: 'Negation';
  readonly span: Span;
  readonly operand: Expression;
}
/** `R of X` / X 的 R. */
export interface RateOf {
  readonly kind: 'RateOf';
  readonly span: Span;
  readonly rate: Expression;
  readonly base: Expression;
}
/** `up to R of X`, `up to A`: a ceiling; `base` absent for an absolute sum. R14. */
export interface UpTo {
  readonly kind: 'UpTo';
  readonly span: Span;
  readonly limit: Expression;
  readonly base?: Expression;
}
/**
 * `the part of X over Y` (side over) · `the part of X up to Y` (side upTo). With `among each L where C by K …` Y is used up by the items
 * in their order, and it is the part of the item at hand.
 */
export interface Part {
  readonly kind: 'Part';
  readonly span: Span;
  readonly side: 'over' | 'upTo';
  readonly of: Expression;
  readonly edge: Expression;
  readonly among?: Among;
}
/** Items of a list in an order: the universe in which an item has a place. */
export interface Among {
  readonly list: Reference;
  readonly where?: Expression;
  readonly order: Ordering;
}
/** `by K highest first, ties by K2 earliest first, ties in listed order`. `ties` absent: not said, which a rule tells. */
export interface Ordering {
  readonly span: Span;
  readonly keys: readonly OrderKey[];
  readonly ties?: 'share' | 'listed';
}
export type OrderKey = { readonly span: Span; readonly by: Expression } & (
  | { readonly direction: 'highestFirst' | 'lowestFirst' | 'earliestFirst' | 'latestFirst' }
  /** `by F in the order A, B, C` / 按 F 依次为 A、B、C. */
  | { readonly direction: 'inTheOrder'; readonly options: readonly Reference[] }
);
/** `A for every full S of X` / X 每满 S 给予 A. */
export interface Steps {
  readonly kind: 'Steps';
  readonly span: Span;
  readonly mode: 'everyFull' | 'everyPart' | 'everyStarted';
  readonly amount: Expression;
  readonly step: Expression;
  readonly of: Expression;
}
export interface Growth {
  readonly kind: 'Growth';
  readonly span: Span;
  readonly of: Expression;
}
export interface Increase {
  readonly kind: 'Increase';
  readonly span: Span;
  readonly of: Expression;
}
/** `last year's X` (−1), `2 years earlier X`/`前年` is −2. */
export interface Shift {
  readonly kind: 'Shift';
  readonly span: Span;
  readonly years: number;
  readonly of: Expression;
}
/**
 * `by X [, the highest | , each row | , slab | , in bands] { row : E ; otherwise : E | nothing }` / 按 X {…}.
 * With options as key: rows name options. With a number as key: rows are bounds. With a condition: rows are yes and no.
 * `by case, the first { P : E … }` / 按情形，先成立者 {…} has no key: rows are conditions.
 */
export interface Choose {
  readonly kind: 'Choose';
  readonly span: Span;
  /** Absent: by case. */
  readonly key?: Expression;
  readonly mode?: 'highest' | 'eachRow' | 'slab' | 'bands' | 'first';
  readonly rows: readonly ChooseRow[];
  /** Absent: no row → not met. `nothing`: no row → zero, deliberately. */
  readonly otherwise?: { readonly span: Span; readonly value?: Expression };
}
export interface ChooseRow {
  readonly span: Span;
  readonly test: RowTest;
  readonly value: Expression;
  readonly anchors: readonly Anchor[];
  readonly readings: readonly Reference[];
}
export type RowTest =
  | { readonly kind: 'OptionsRow'; readonly span: Span; readonly options: readonly Reference[] }
  | { readonly kind: 'TruthRow'; readonly span: Span; readonly truth: boolean }
  | { readonly kind: 'ConditionRow'; readonly span: Span; readonly condition: Expression }
  | {
      readonly kind: 'BoundsRow';
      readonly span: Span;
      /** `from A to B` is a bound of word `from` and, next to it, one of word `to`; readings of words leave both alone. */
      readonly bounds: readonly {
        readonly span: Span;
        readonly word: string;
        readonly operator: BoundOperator;
        readonly edge: Expression;
      }[];
    };
/** `first time X since registered_on over, topping up { T : A … }` / X 自 注册日期 首次 超过，晋级补差 {…}. R18. */
export interface Ladder {
  readonly kind: 'Ladder';
  readonly span: Span;
  readonly of: Expression;
  readonly range:
    | { readonly kind: 'sinceFact'; readonly fact: Reference }
    | { readonly kind: 'sinceYear'; readonly year: number }
    | { readonly kind: 'given' }
    | { readonly kind: 'unrewarded' };
  /** `highest F before YEAR`: closes the range with a stated peak. */
  readonly peak?: { readonly fact: Reference; readonly before: number };
  readonly word: string;
  readonly operator: BoundOperator;
  readonly settlement: 'toppingUp' | 'perTierHeld' | 'everyTier' | 'inFull';
  readonly rows: readonly {
    readonly span: Span;
    readonly threshold: Expression;
    readonly amount: Expression;
    readonly anchors: readonly Anchor[];
  }[];
}
/** `E, cap A` within a row. */
export interface CappedRow {
  readonly kind: 'CappedRow';
  readonly span: Span;
  readonly value: Expression;
  readonly cap: Expression;
}
/** `lowest of (A, B)` / 取低（A，B）, `highest of (A, B)` / 取高（A，B）. Of days `the earlier of (A, B)` / A 与 B 的 较早者. */
export interface Extreme {
  readonly kind: 'Extreme';
  readonly span: Span;
  readonly side: 'lowest' | 'highest';
  readonly days?: true;
  readonly operands: readonly Expression[];
}
/** `total of E over each I where C` / 各 I（C）的 E 合计. `count` has no `of`. */
export interface Aggregate {
  readonly kind: 'Aggregate';
  readonly span: Span;
  readonly operation: 'total' | 'count' | 'highest' | 'lowest';
  readonly list: Reference;
  readonly where?: Expression;
  readonly of?: Expression;
}
/** `rank among each I where C by K highest first, ties share the rank` / 各 I（C） 按 K 由高到低，并列同名次 的 名次: of the item at hand. */
export interface Rank {
  readonly kind: 'Rank';
  readonly span: Span;
  readonly among: Among;
}
/** `art6_1 before cap`, `art6_1 at base`, `art6_1 before B`, `art6_1 after B`. A bare clause name is a ReferenceExpression. R7. */
export interface ClauseValue {
  readonly kind: 'ClauseValue';
  readonly span: Span;
  readonly clause: Reference;
  readonly at:
    | { readonly kind: 'beforeCap' }
    | { readonly kind: 'line'; readonly label: Reference }
    | { readonly kind: 'beforeBlock'; readonly block: Reference }
    | { readonly kind: 'afterBlock'; readonly block: Reference };
}
/** `paid under art9 [for this item]` / art9 [本项] 已获. */
export interface PaidUnder {
  readonly kind: 'PaidUnder';
  readonly span: Span;
  readonly clause: Reference;
  readonly forItem: boolean;
}
export interface ReferenceDay {
  readonly kind: 'ReferenceDay';
  readonly span: Span;
}

/** `E as of D` / E 以 D 为准: the dated figures inside E are read at that day. R19. */
export interface AsOf {
  readonly kind: 'AsOf';
  readonly span: Span;
  readonly of: Expression;
  readonly day: Expression;
}
/** `E split by days` / E 按日分段: the dated figure inside E counts by the days of the period on which each of its values holds. R19. */
export interface SplitByDays {
  readonly kind: 'SplitByDays';
  readonly span: Span;
  readonly of: Expression;
}

/**
 * `E, raised by R if P` / E，上浮 R 如果 P: E where P fails; where P holds E × (1 + R), or E + R where R is in points. Lowered (下浮): E × (1 − R),
 * or E − R.
 */
export interface Raised {
  readonly kind: 'Raised';
  readonly span: Span;
  readonly operation: 'raise' | 'lower';
  readonly of: Expression;
  readonly by: Expression;
  readonly condition: Expression;
}

export interface Logical {
  readonly kind: 'Logical';
  readonly span: Span;
  readonly operator: 'and' | 'or' /** Written as `all of {}` / `any of {}`. */;
  readonly block: boolean;
  readonly operands: readonly Expression[];
}
export interface Not {
  readonly kind: 'Not';
  readonly span: Span;
  readonly operand: Expression;
}
/** `word` is the id of the written bound word in the vocabulary. */
export interface Comparison {
  readonly kind: 'Comparison';
  readonly span: Span;
  readonly operator: BoundOperator;
  readonly word: string;
  readonly left: Expression;
  readonly right: Expression;
}
/** `X from A to B`, both ends included / X 在 A 至 B. */
export interface RangeTest {
  readonly kind: 'RangeTest';
  readonly span: Span;
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
}
export interface HasGrown {
  readonly kind: 'HasGrown';
  readonly span: Span;
  readonly operand: Expression;
}
/** `levels includes national` / 包含, `stage is neeq` / 为, `is not` / 不为. */
export interface OptionTest {
  readonly kind: 'OptionTest';
  readonly span: Span;
  readonly operand: Expression;
  readonly negated: boolean;
  readonly test: 'is' | 'includes';
  readonly options: readonly Reference[];
}
/** `rank in the top 5` / 排名 前5名; `rank in the top 10% of staff` / 排名 前 员工数 的 10%. */
export interface TopRank {
  readonly kind: 'TopRank';
  readonly span: Span;
  readonly operand: Expression;
  readonly places: Expression;
}
/** `art6_1 is granted` / art6_1 已成立. */
export interface IsGranted {
  readonly kind: 'IsGranted';
  readonly span: Span;
  readonly clause: Reference;
}
export interface ReadingExpression {
  readonly kind: 'ReadingExpression';
  readonly span: Span;
  readonly reading: Reference;
  readonly rows: readonly { readonly span: Span; readonly choices: readonly Reference[]; readonly value: Expression }[];
}
/** Stands where the text could not be read; later passes stay quiet about it. */
export interface ErrorExpression {
  readonly kind: 'ErrorExpression';
  readonly span: Span;
}
