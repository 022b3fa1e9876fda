/**
 * The syntax tree: what the author wrote, word for word where the word carries law (verbs, bound words, counters, anchors).
 * Node types only; nobody changes a tree after `parse`. Chinese and English texts of one policy give the same tree but for spans
 * and the spelling of numbers (`30万元` and `300,000 CNY` have the same `value`).
 */
import type { Span } from '../diagnostics/span.ts';
import type { BlockDeclaration } from './ast-block.ts';
import type { ExampleDeclaration, ExampleLine } from './ast-example.ts';
import type { DateLiteral, Expression, NumberLiteral, Ordering, PerUnit } from './ast-expression.ts';
import type { ParameterDeclaration } from './ast-parameter.ts';
import type { PaymentPlan } from './ast-payment.ts';
import type { Amendment, ContinuesLine, FormerlyLine, ImportDeclaration, LinkedPath } from './ast-sharing.ts';
import type { verbWords } from './verb-words.ts';

export type * from './ast-block.ts';
export type * from './ast-example.ts';
export type * from './ast-expression.ts';
export type * from './ast-parameter.ts';
export type * from './ast-payment.ts';
export type * from './ast-sharing.ts';

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
  /** Absent where there are none. */
  readonly imports?: readonly ImportDeclaration[];
  /** What an adapting policy says of its base; absent where there is nothing. */
  readonly amendments?: readonly Amendment[];
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
  /** `adapts "base.policy" digest "…"`. */
  readonly adapts?: LinkedPath;
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
  | ContinuesLine
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
  /** R21: of a text, the same one means the same thing for every applicant. */
  readonly shared: boolean;
  /** `from a to b`, both included. */
  readonly bounds?: { readonly span: Span; readonly low?: NumberLiteral; readonly high?: NumberLiteral };
}

/** `each project | 项目 by number { … }`. Items nest once. */
export interface ListDeclaration {
  readonly kind: 'ListDeclaration';
  readonly span: Span;
  readonly name: Name;
  /** The fields that identify an item together; required where the ledger, a conflict or `once` needs it. */
  readonly key: readonly Reference[];
  /** R21: the same key is the same thing, whichever applicant claims for it. */
  readonly shared: boolean;
  readonly fields: readonly FieldDeclaration[];
}

export type TypeExpression =
  | { readonly kind: 'BooleanType'; readonly span: Span }
  | { readonly kind: 'MoneyType'; readonly span: Span; readonly currency?: string }
  | { readonly kind: 'PercentType'; readonly span: Span }
  | { readonly kind: 'PointsType'; readonly span: Span }
  | { readonly kind: 'NumberType'; readonly span: Span }
  /** `count in TEU`: whole, and of a declared unit. */
  | { readonly kind: 'CountType'; readonly span: Span; readonly unit?: Reference }
  | { readonly kind: 'RankType'; readonly span: Span }
  | { readonly kind: 'DateType'; readonly span: Span }
  | { readonly kind: 'DurationType'; readonly span: Span; readonly unit: 'years' | 'months' | 'days' }
  | { readonly kind: 'QuantityType'; readonly span: Span; readonly unit: Reference }
  | { readonly kind: 'TextType'; readonly span: Span }
  /** `money per sqm per month`, in written order. */
  | {
      readonly kind: 'CompoundType';
      readonly span: Span;
      readonly of: TypeExpression;
      readonly per: readonly PerUnit[];
    }
  /** `one of { a | 甲, b | 乙 }` */
  | { readonly kind: 'ChoiceType'; readonly span: Span; readonly options: readonly Name[] }
  /** `any of { … }`: several may hold at once (R10). */
  | { readonly kind: 'ChoicesType'; readonly span: Span; readonly options: readonly Name[] };

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
  | FormerlyLine
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
  | PaymentPlan
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

/** The written verb; it carries law (A16), says the kind of the amount (R24, `compiler/kind-of-verb.ts`), and comes back from the printer. */
export type Verb = keyof typeof verbWords;
export interface AmountLine extends LineTail {
  readonly kind: 'AmountLine';
  readonly verb: Verb;
  readonly amount: Expression /** `cut to the ceiling`: a decision above the ceiling is cut, not refused (A03). */;
  readonly cutToCeiling: boolean;
}
/** `add E [if C]`, `less E [if C]`, `raise by R [if C]`, `lower by R [if C]`, `floor E [if C]`. */
export interface AdjustLine extends LineTail {
  readonly kind: 'AdjustLine';
  readonly operation: 'add' | 'less' | 'raise' | 'lower' | 'floor';
  readonly amount: Expression;
  readonly condition?: Expression;
}
/** `cap A per company per year [, all or nothing]`. */
export interface CapLine extends LineTail {
  readonly kind: 'CapLine';
  readonly amount: Expression;
  readonly scopes: readonly Scope[];
  readonly allOrNothing: boolean;
  /** How the cut falls on the items gone through before: `cut pro rata` | `cut in order [by K …]`. D5, R2. */
  readonly cut?: ItemCut;
}
/** Without an order the items are served as listed. */
export type ItemCut =
  | { readonly kind: 'proRata'; readonly span: Span }
  | { readonly kind: 'inOrder'; readonly span: Span; readonly order?: Ordering };
export interface RoundLine extends LineTail {
  readonly kind: 'RoundLine';
  readonly rounding: Rounding;
}
export interface BudgetLine extends LineTail {
  readonly kind: 'BudgetLine';
  readonly amount: Expression;
  readonly scopes: readonly Scope[];
  readonly sharing: Sharing;
  /** Who is served first; silent: as a batch lists the applicants. */
  readonly order?: Ordering;
}
export type Sharing = 'proRata' | 'uniformRate' | 'firstCome' | 'firstComeWhole' | 'byRank' | 'unlimited';
/**
 * `once per project` | `limit 3 per company`: a condition on what was paid before. With an order, `limit 3 per company per year, by K …`,
 * it keeps the first so many of the items gone through before.
 */
export interface OnceLine extends LineTail {
  readonly kind: 'OnceLine';
  readonly scopes: readonly Scope[];
  /** Absent: once. */
  readonly times?: Expression;
  readonly order?: Ordering;
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

export type Node =
  | PolicyFile
  | Declaration
  | HeadLine
  | FieldDeclaration
  | ListDeclaration
  | ClauseLine
  | Expression
  | ExampleLine;
