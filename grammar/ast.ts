/**
 * The syntax tree: what the author wrote, word for word where the word carries law (verbs, bound words, counters, anchors).
 * Node types only; nobody changes a tree after `parse`. Chinese and English texts of one policy give the same tree but for spans
 * and the spelling of numbers (`30万元` and `300,000 CNY` have the same `value`).
 */
import type { Span } from '../diagnostics/span.ts';

/** A declared name: `rd | 自主研发费用 | 自主研發費用`. The first is the id; a declaration in Chinese alone has its Chinese name as id. */
export interface Name {
  readonly kind: 'Name';
  readonly span: Span;
  readonly id: string;
  readonly zh?: string;
  readonly hant?: string;
}

/** A use of a name, as written (any of its forms), after NFC and width folding. */
export interface Reference {
  readonly kind: 'Reference';
  readonly span: Span;
  readonly text: string;
}

/** 「…」, the source's own words. `occurrence` is n of `「…」#n`. */
export interface Anchor {
  readonly kind: 'Anchor';
  readonly span: Span;
  readonly text: string;
  readonly occurrence?: number;
}

/** "…" or “…”: free text of the policy's author. */
export interface Text {
  readonly kind: 'Text';
  readonly span: Span;
  readonly value: string;
}

export interface PolicyFile {
  readonly kind: 'PolicyFile';
  readonly span: Span;
  /** In written order. Comments are kept beside the tree, for the printer. */
  readonly declarations: readonly Declaration[];
  readonly comments: readonly Comment[];
  /** Names that stand in declarations which could not be read wholly: what uses one of them is not the mistake. */
  readonly lost?: ReadonlySet<string>;
}

export interface Comment {
  readonly kind: 'Comment';
  readonly span: Span;
  /** Without the leading `//` and one space. */
  readonly text: string;
  /** True when nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
}

export type Declaration =
  | PolicyHead
  | FactsDeclaration
  | ParameterDeclaration
  | UnitDeclaration
  | Definition
  | ReadingDeclaration
  | ClauseDeclaration
  | BlockDeclaration
  | ExampleDeclaration;

// ── Policy head ──────────────────────────────────────────────────────────────

export interface PolicyHead {
  readonly kind: 'PolicyHead';
  readonly span: Span;
  readonly name: Name;
  readonly lines: readonly HeadLine[];
}

export type HeadLine =
  | TitleLine
  | InForceLine
  | InterpretedByLine
  | CurrencyLine
  | PaymentLine
  | GrowthBaseLine
  | UnknownFactsLine
  | ElsewhereLine
  | RemarkLine
  | ReadingChoice<HeadLine>;

export interface TitleLine {
  readonly kind: 'TitleLine';
  readonly span: Span;
  readonly text: Text;
}
/** Both stated days are in force. Anchors may follow any line. */
export interface InForceLine {
  readonly kind: 'InForceLine';
  readonly span: Span;
  readonly from: DateLiteral;
  readonly to?: DateLiteral;
  readonly anchors: readonly Anchor[];
}
export interface InterpretedByLine {
  readonly kind: 'InterpretedByLine';
  readonly span: Span;
  readonly text: Text;
  readonly anchors: readonly Anchor[];
}
export interface CurrencyLine {
  readonly kind: 'CurrencyLine';
  readonly span: Span;
  readonly currency: string;
}
/** `pay exact` | `pay rounded MODE to STEP`. Rule R9: once, last, per payable unit. */
export interface PaymentLine {
  readonly kind: 'PaymentLine';
  readonly span: Span;
  readonly rounding?: Rounding;
  readonly anchors: readonly Anchor[];
}
/** `growth from zero has no rate` | `growth from zero is unlimited`. Rule R8, A18. Required as soon as `growth of` is used. */
export interface GrowthBaseLine {
  readonly kind: 'GrowthBaseLine';
  readonly span: Span;
  readonly zeroBase: 'undefined' | 'unlimited';
}
/** `unknown facts by logic` | `unknown facts strictly`: A41. */
export interface UnknownFactsLine {
  readonly kind: 'UnknownFactsLine';
  readonly span: Span;
  readonly mode: 'logic' | 'strict';
}
/** `no duplication with other policies, paying the difference | taking one only | none`: R10, A37. */
export interface ElsewhereLine {
  readonly kind: 'ElsewhereLine';
  readonly span: Span;
  readonly mode: 'difference' | 'exclusive' | 'none';
  readonly anchors: readonly Anchor[];
}
/** `remark "…"`: a statement of the source that computes nothing (purpose, budget proviso). */
export interface RemarkLine {
  readonly kind: 'RemarkLine';
  readonly span: Span;
  readonly text: Text;
  readonly anchors: readonly Anchor[];
}

export type RoundingMode = 'halfUp' | 'halfEven' | 'up' | 'down' | 'awayFromZero';
export interface Rounding {
  readonly mode: RoundingMode;
  readonly step: NumberLiteral;
  readonly span: Span;
}

// ── Facts, parameters, units, definitions ────────────────────────────────────

export interface FactsDeclaration {
  readonly kind: 'FactsDeclaration';
  readonly span: Span;
  /** Names the applicant: `company | 企业`. */
  readonly name: Name;
  readonly fields: readonly (FieldDeclaration | ListDeclaration)[];
}

export interface FieldDeclaration {
  readonly kind: 'FieldDeclaration';
  readonly span: Span;
  readonly name: Name;
  readonly type: TypeExpression;
  /** `each year`. */
  readonly yearly?: {
    readonly span: Span /** `since registered_on`: years before that date's year are "none". */;
    readonly since?: Reference;
  };
  /** `or none`: the thing may be stated not to exist. */
  readonly orNone: boolean;
  readonly mayBeNegative: boolean;
  /** `from a to b`, both included. */
  readonly bounds?: { readonly span: Span; readonly low?: NumberLiteral; readonly high?: NumberLiteral };
}

/** `each project | 项目 by number { … }`. Items nest once. */
export interface ListDeclaration {
  readonly kind: 'ListDeclaration';
  readonly span: Span;
  readonly name: Name;
  /** The field that identifies an item; required where the ledger, a conflict or `once` needs it. */
  readonly key?: Reference;
  readonly fields: readonly FieldDeclaration[];
}

export type TypeExpression =
  | { readonly kind: 'BooleanType'; readonly span: Span }
  | { readonly kind: 'MoneyType'; readonly span: Span; readonly currency?: string }
  | { readonly kind: 'PercentType'; readonly span: Span }
  | { readonly kind: 'PointsType'; readonly span: Span }
  | { readonly kind: 'NumberType'; readonly span: Span }
  | { readonly kind: 'CountType'; readonly span: Span }
  | { readonly kind: 'RankType'; readonly span: Span }
  | { readonly kind: 'DateType'; readonly span: Span }
  | { readonly kind: 'DurationType'; readonly span: Span; readonly unit: 'years' | 'months' | 'days' }
  | { readonly kind: 'QuantityType'; readonly span: Span; readonly unit: Reference }
  | { readonly kind: 'TextType'; readonly span: Span }
  /** `one of { a | 甲, b | 乙 }` */
  | { readonly kind: 'ChoiceType'; readonly span: Span; readonly options: readonly Name[] }
  /** `any of { … }`: several may hold at once (R10). */
  | { readonly kind: 'ChoicesType'; readonly span: Span; readonly options: readonly Name[] };

/** A figure that is not the applicant's. Rows are its published values by year. */
export interface ParameterDeclaration {
  readonly kind: 'ParameterDeclaration';
  readonly span: Span;
  readonly name: Name;
  readonly type: TypeExpression;
  readonly yearly: boolean;
  readonly mayBeNegative: boolean;
  /** `2023 : 10.2%`; a parameter that is not yearly has at most one row without a year. */
  readonly rows: readonly { readonly span: Span; readonly year?: number; readonly value: Expression }[];
}

export interface UnitDeclaration {
  readonly kind: 'UnitDeclaration';
  readonly span: Span;
  readonly name: Name;
}
/** `let x | 名 = E`. */
export interface Definition {
  readonly kind: 'Definition';
  readonly span: Span;
  readonly name: Name;
  readonly value: Expression;
  readonly anchors: readonly Anchor[];
}

// ── Readings ─────────────────────────────────────────────────────────────────

/** `reading R | 口径名 "question" [everywhere] { choice | 名 (default) [: word means word, …] ["reason"] … }` */
export interface ReadingDeclaration {
  readonly kind: 'ReadingDeclaration';
  readonly span: Span;
  readonly name: Name;
  readonly question: Text;
  /** Word readings: whether the replaced words are replaced in every line or only in lines ending in `, reading R`. */
  readonly everywhere: boolean;
  readonly choices: readonly ReadingChoiceDeclaration[];
}
export interface ReadingChoiceDeclaration {
  readonly kind: 'ReadingChoiceDeclaration';
  readonly span: Span;
  readonly name: Name;
  readonly isDefault: boolean;
  readonly replacements: readonly {
    readonly span: Span;
    readonly from: ReplaceableWord;
    readonly to: ReplaceableWord;
  }[];
  readonly reason?: Text;
}
/**
 * Words that a reading may replace: bound operators (all spellings of one side together), the step word, the row choosers,
 * the period of a cap, a ladder's range and settlement.
 */
export type ReplaceableWord =
  | 'atLeast'
  | 'over'
  | 'atMost'
  | 'under'
  | 'everyFull'
  | 'everyPart'
  | 'everyStarted'
  | 'highest'
  | 'eachRow'
  | 'perYear'
  | 'ever'
  | 'whileInForce'
  /** Settlements of a ladder, and its range: `since F` replaced by `if not yet rewarded` drops the argument. */
  | 'toppingUp'
  | 'perTierHeld'
  | 'everyTier'
  | 'inFull'
  | 'since'
  | 'ifNotYetRewarded';

/** Full alternatives in place: `by reading R { choice, choice : X … }`. Generic over what stands there. */
export interface ReadingChoice<T> {
  readonly kind: 'ReadingChoice';
  readonly span: Span;
  readonly reading: Reference;
  /** An empty `body` was written `nothing`. */
  readonly rows: readonly {
    readonly span: Span;
    readonly choices: readonly Reference[];
    readonly body: readonly T[];
  }[];
}

// ── Clauses ──────────────────────────────────────────────────────────────────

export interface ClauseDeclaration {
  readonly kind: 'ClauseDeclaration';
  readonly span: Span;
  readonly name: Name;
  /** `for each project on won_on`: all lines down to the first with a wider scope are per item. */
  readonly each?: EachHeader;
  readonly lines: readonly ClauseLine[];
}
export interface EachHeader {
  readonly span: Span;
  readonly list: Reference;
  readonly on?: Reference;
  readonly where?: Expression;
}

export type ClauseLine =
  | CitesLine
  | AuthorityLine
  | MatterLine
  | DatedByLine
  | YearLine
  | EveryYearLine
  | WhenLine
  | AmountLine
  | AdjustLine
  | CapLine
  | RoundLine
  | BudgetLine
  | OnceLine
  | TextLine
  | EachBlock
  | ReadingChoice<ClauseLine>;

/** What every effect line may end with. */
export interface LineTail {
  readonly span: Span;
  readonly anchors: readonly Anchor[];
  /** `, reading R`: word readings that apply to this line. */
  readonly readings: readonly Reference[];
  /** `as base`: a name for the amount after this line. */
  readonly label?: Name;
}

export interface CitesLine {
  readonly kind: 'CitesLine';
  readonly span: Span /** `closing` for 附则, `preamble` for 序言. */;
  readonly article: number | 'closing' | 'preamble';
  readonly paragraph?: number;
  readonly anchors: readonly Anchor[];
}
export interface AuthorityLine {
  readonly kind: 'AuthorityLine';
  readonly span: Span;
  readonly bodies: readonly Text[];
  readonly anchors: readonly Anchor[];
}
/** `matter computing`: under which matter awards of other policies are compared (R10). Silent: the clause's own id. */
export interface MatterLine {
  readonly kind: 'MatterLine';
  readonly span: Span;
  readonly name: Name;
}
/** `dated by FIELD` | `dated by end of year`. R3. */
export interface DatedByLine {
  readonly kind: 'DatedByLine';
  readonly span: Span;
  readonly field?: Reference;
}
/** `year last year`: the series of this clause are those of the year before. R3. */
export interface YearLine {
  readonly kind: 'YearLine';
  readonly span: Span;
  readonly shift: number;
}
export interface EveryYearLine {
  readonly kind: 'EveryYearLine';
  readonly span: Span;
}
export interface WhenLine extends LineTail {
  readonly kind: 'WhenLine';
  readonly condition: Expression;
}

/** The written verb; it carries law (A16) and comes back from the printer. `loan` is of kind loan, `interest` (贴息) and `charge` (计息, what the borrower pays) of kind interest, the rest grants. */
export type Verb = 'grant' | 'award' | 'subsidise' | 'support' | 'refund' | 'loan' | 'interest' | 'charge';
export interface AmountLine extends LineTail {
  readonly kind: 'AmountLine';
  readonly verb: Verb;
  readonly amount: Expression /** `cut to the ceiling`: a decision above the ceiling is cut, not refused (A03). */;
  readonly cutToCeiling: boolean;
}
/** `add E [if C]`, `less E [if C]`, `raise by R [if C]`, `floor E [if C]`. */
export interface AdjustLine extends LineTail {
  readonly kind: 'AdjustLine';
  readonly operation: 'add' | 'less' | 'raise' | 'floor';
  readonly amount: Expression;
  readonly condition?: Expression;
}
/** `cap A per company per year [, all or nothing]`. */
export interface CapLine extends LineTail {
  readonly kind: 'CapLine';
  readonly amount: Expression;
  readonly scopes: readonly Scope[];
  readonly allOrNothing: boolean;
}
export interface RoundLine extends LineTail {
  readonly kind: 'RoundLine';
  readonly rounding: Rounding;
}
export interface BudgetLine extends LineTail {
  readonly kind: 'BudgetLine';
  readonly amount: Expression;
  readonly scopes: readonly Scope[];
  readonly sharing: Sharing;
}
export type Sharing = 'proRata' | 'uniformRate' | 'firstCome' | 'firstComeWhole' | 'byRank' | 'unlimited';
/** `once per project` | `once per company`. */
export interface OnceLine extends LineTail {
  readonly kind: 'OnceLine';
  readonly scopes: readonly Scope[];
}
/** `no amount "…"` (support text) | `by other rules "…"` (external). */
export interface TextLine {
  readonly kind: 'TextLine';
  readonly span: Span;
  readonly mode: 'noAmount' | 'otherRules';
  readonly text: Text;
  readonly anchors: readonly Anchor[];
}
/** `for each platform [on D] [where C] { … }` inside a clause: its lines per item, then summed. */
export interface EachBlock {
  readonly kind: 'EachBlock';
  readonly span: Span;
  readonly each: EachHeader;
  readonly lines: readonly ClauseLine[];
}

export type Scope =
  /** `per project`, `per company`. */
  | { readonly kind: 'PerSubject'; readonly span: Span; readonly name: Reference }
  | { readonly kind: 'PerYear'; readonly span: Span }
  /** `ever`: over the applicant's whole history. */
  | { readonly kind: 'Ever'; readonly span: Span }
  /** `while in force`. */
  | { readonly kind: 'WhileInForce'; readonly span: Span }
  /** `over 3 years`: the assessed year and the two before it. */
  | { readonly kind: 'OverYears'; readonly span: Span; readonly years: number };

// ── Blocks between clauses ───────────────────────────────────────────────────

export interface BlockDeclaration {
  readonly kind: 'BlockDeclaration';
  readonly span: Span;
  readonly name: Name;
  readonly block: ConflictBlock | GroupCapBlock;
  /** `only under reading R = choice, choice`. */
  readonly under?: { readonly span: Span; readonly reading: Reference; readonly choices: readonly Reference[] };
  readonly cites?: CitesLine;
  readonly anchors: readonly Anchor[];
}
/** `no duplication N { among A, B ; per project ; take the highest [, with difference | , exclusive] }` R10. */
export interface ConflictBlock {
  readonly kind: 'ConflictBlock';
  readonly members: readonly Reference[];
  readonly scopes: readonly Scope[];
  readonly chooser: 'highest' | 'first' | 'choice' | 'earliest';
  /** Chooser `choice`: the fact that holds the applicant's choice. */
  readonly by?: Reference;
  readonly earlier: 'difference' | 'exclusive' | 'none';
}
/** `shared cap N { over A, B ; cap 5,000,000 CNY per company per year ; cut in order | pro rata }` */
export interface GroupCapBlock {
  readonly kind: 'GroupCapBlock';
  readonly members: readonly Reference[];
  readonly amount: Expression;
  readonly scopes: readonly Scope[];
  readonly cut: 'inOrder' | 'proRata';
}

// ── Expressions ──────────────────────────────────────────────────────────────

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
  | ClauseValue
  | PaidUnder
  | DateShift
  | DaysBetween
  | ReferenceDay
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

/** `value` is a decimal text in base units: 30万元 → "300000", 50% → "50" (unit Percent), 1.2亿元 → "120000000". Canonical: no sign, no leading or trailing zeros. */
export interface NumberLiteral {
  readonly kind: 'NumberLiteral';
  readonly span: Span;
  readonly value: string;
  readonly unit: LiteralUnit;
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
/** `the part of X over Y` (side over) · `the part of X up to Y` (side upTo). */
export interface Part {
  readonly kind: 'Part';
  readonly span: Span;
  readonly side: 'over' | 'upTo';
  readonly of: Expression;
  readonly edge: Expression;
}
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
 * With options as key: rows name options. With a number as key: rows are bounds.
 */
export interface Choose {
  readonly kind: 'Choose';
  readonly span: Span;
  readonly key: Expression;
  readonly mode?: 'highest' | 'eachRow' | 'slab' | 'bands';
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
  | {
      readonly kind: 'BoundsRow';
      readonly span: Span;
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
/** `lowest of (A, B)` / 取低（A，B）, `highest of (A, B)` / 取高（A，B）. */
export interface Extreme {
  readonly kind: 'Extreme';
  readonly span: Span;
  readonly side: 'lowest' | 'highest';
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
/** `2 years after D` / D 起满 2年. */
export interface DateShift {
  readonly kind: 'DateShift';
  readonly span: Span;
  readonly amount: NumberLiteral;
  readonly from: Expression;
}
export interface DaysBetween {
  readonly kind: 'DaysBetween';
  readonly span: Span;
  readonly from: Expression;
  readonly to: Expression;
}
export interface ReferenceDay {
  readonly kind: 'ReferenceDay';
  readonly span: Span;
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
/** `rank in the top 5` / 排名 前5名. */
export interface TopRank {
  readonly kind: 'TopRank';
  readonly span: Span;
  readonly operand: Expression;
  readonly places: NumberLiteral;
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

// ── Examples ─────────────────────────────────────────────────────────────────

export interface ExampleDeclaration {
  readonly kind: 'ExampleDeclaration';
  readonly span: Span;
  readonly title: Text;
  /** `in 2024`; silent: the first whole year in force. R22. */
  readonly year?: number;
  readonly lines: readonly ExampleLine[];
}
export type ExampleLine =
  | GivenFact
  | GivenItem
  | GivenEmptyList
  | DecidedLine
  | LedgerEmptyLine
  | LedgerPaidLine
  | LedgerOtherLine
  | ChooseReadingLine
  | ExpectLine;
/** `given rd = 3,000,000 CNY`, `given last year's rd = …`, `given revenue in 2022 = …`; value `none`, `yes`, `no`, options, dates, text. */
export interface GivenFact {
  readonly kind: 'GivenFact';
  readonly span: Span;
  readonly field: Reference;
  readonly shift?: number;
  readonly year?: number;
  readonly value: GivenValue;
}
export type GivenValue =
  | Expression
  | { readonly kind: 'GivenBoolean'; readonly span: Span; readonly value: boolean }
  | { readonly kind: 'GivenNone'; readonly span: Span }
  | { readonly kind: 'GivenOptions'; readonly span: Span; readonly options: readonly Reference[] }
  | { readonly kind: 'GivenText'; readonly span: Span; readonly value: string };
/** `given project "P1" { levels = national, provincial ; rd_invested = … }` */
export interface GivenItem {
  readonly kind: 'GivenItem';
  readonly span: Span;
  readonly list: Reference;
  readonly key: Text;
  readonly fields: readonly GivenFact[];
}
/** `given no project` / 设 无 项目. */
export interface GivenEmptyList {
  readonly kind: 'GivenEmptyList';
  readonly span: Span;
  readonly list: Reference;
}
/** `decided art4 for "P1" = 35%`. */
export interface DecidedLine {
  readonly kind: 'DecidedLine';
  readonly span: Span;
  readonly clause: Reference;
  readonly item?: Text;
  readonly value: NumberLiteral;
}
export interface LedgerEmptyLine {
  readonly kind: 'LedgerEmptyLine';
  readonly span: Span;
}
/** `ledger art8_2 [for "P1"] in 2023 paid 100,000 CNY`; gives coverage of this policy as `ledger empty` does. */
export interface LedgerPaidLine {
  readonly kind: 'LedgerPaidLine';
  readonly span: Span;
  readonly clause: Reference;
  readonly item?: Text;
  readonly year: number;
  readonly amount: NumberLiteral;
}
/** `ledger other "national X" for art4 [item "P1"] in 2023 paid A | granted A` */
export interface LedgerOtherLine {
  readonly kind: 'LedgerOtherLine';
  readonly span: Span;
  readonly policy: Text;
  readonly clause: Reference;
  readonly item?: Text;
  readonly year: number;
  readonly state: 'paid' | 'granted';
  readonly amount: NumberLiteral;
}
export interface ChooseReadingLine {
  readonly kind: 'ChooseReadingLine';
  readonly span: Span;
  readonly reading: Reference;
  readonly choice: Reference;
}
export interface ExpectLine {
  readonly kind: 'ExpectLine';
  readonly span: Span;
  readonly target:
    | { readonly kind: 'clause'; readonly clause: Reference; readonly item?: Text }
    | { readonly kind: 'total' };
  readonly outcome: ExpectedOutcome;
}
export type ExpectedOutcome =
  | { readonly kind: 'exactly'; readonly amount: NumberLiteral }
  | { readonly kind: 'upTo'; readonly amount: NumberLiteral }
  | { readonly kind: 'notMet' }
  | { readonly kind: 'outOfForce' }
  | {
      readonly kind: 'undetermined';
      readonly low?: NumberLiteral;
      readonly high?: NumberLiteral;
      readonly facts: readonly Reference[];
    }
  | { readonly kind: 'supersededBy'; readonly clause: Reference }
  | { readonly kind: 'supersededElsewhere' }
  /** `text`: the clause carries no amount. */
  | { readonly kind: 'noAmount' };

export type Node =
  | PolicyFile
  | Declaration
  | HeadLine
  | FieldDeclaration
  | ListDeclaration
  | ClauseLine
  | Expression
  | ExampleLine;
