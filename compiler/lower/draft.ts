import type { Report } from '../../diagnostics/diagnostic.ts';
import { PolicyTooDeep, PolicyTooLarge } from '../../diagnostics/lowering.ts';
import type { Span } from '../../diagnostics/span.ts';
import type {
  Anchor,
  BlockDeclaration,
  Choose,
  ChooseRow,
  ClauseDeclaration,
  ClauseLine,
  EachHeader,
  Expression,
  Instalment,
  Ladder,
  PolicyFile,
} from '../../grammar/ast.ts';
import type { ExprTypeIr, LiteralExpr, NodeId, Setting } from '../../runtime/ir.ts';
import { type Types, typeOf } from '../check/types.ts';
import type { Names } from '../resolve/names.ts';
import type { ChoiceSymbol, ReadingSymbol } from '../resolve/symbol.ts';

/** More nodes than this are refused: definitions written out in definitions, or readings in readings, multiply. */
export const nodeLimit = 200_000;
/** Deeper nesting than this is refused, so that every later walk over the IR may recurse. */
export const depthLimit = 400;

/** What a node was made from when it is more than an inner expression: these carry printed labels. */
export type LabelledNode =
  | { readonly kind: 'clause'; readonly declaration: ClauseDeclaration }
  | { readonly kind: 'block'; readonly declaration: BlockDeclaration }
  | { readonly kind: 'line'; readonly line: ClauseLine }
  | { readonly kind: 'each'; readonly each: EachHeader }
  | { readonly kind: 'row'; readonly choose: Choose; readonly row: ChooseRow }
  | { readonly kind: 'rung'; readonly rung: Ladder['rows'][number] }
  | { readonly kind: 'instalment'; readonly row: Instalment };

export interface DraftOrigin {
  readonly span: Span;
  readonly labelled?: LabelledNode;
  readonly anchors?: readonly Anchor[];
  /** Id of the clause, and of the list whose items are spoken of: the printer brackets names by them. */
  readonly clause?: string;
  readonly list?: string;
}

/** What lowering knows of the whole policy, and the places of the nodes made so far, in the order of their provisional ids: 1, 2, 3 … */
export interface Draft {
  readonly file: PolicyFile;
  readonly names: Names;
  readonly types: Types;
  readonly report: Report;
  readonly currency: string;
  /** Readings in the order of their declarations. */
  readonly readings: readonly ReadingSymbol[];
  readonly zeroBase: Setting<'undefined' | 'unlimited'>;
  readonly origins: DraftOrigin[];
  /** Set once a limit was passed; from then on expressions are cut short. */
  readonly limits: { exceeded: boolean; depth: number };
}

/** Where an expression or line stands. */
export interface Place {
  /** Years by which yearly facts and parameters are shifted here. R3. */
  readonly shift: number;
  /** `as of D`: the day, and where it is said; `split by days`. Else the reference day. R19. */
  readonly figureDay?: { readonly day: Expression; readonly place: Place } | { readonly accrual: Place } | 'period';
  /** `, reading R` of the line or row. */
  readonly readings: readonly ReadingSymbol[];
  /** Readings settled by an alternative that encloses this place. */
  readonly settled: ReadonlyMap<ReadingSymbol, ChoiceSymbol>;
  /** Lines: whether they act on one item or on the applicant. */
  readonly level: 'item' | 'subject';
  /** Ids of the clause and of the list whose items the lines act on. */
  readonly clause?: string;
  readonly list?: string;
}

export const outermost: Place = { shift: 0, readings: [], settled: new Map(), level: 'subject' };

export function settle(place: Place, choice: ChoiceSymbol): Place {
  return { ...place, settled: new Map(place.settled).set(choice.reading, choice) };
}

/** A provisional id for a node made from this place of the text. */
export function take(draft: Draft, origin: DraftOrigin): NodeId {
  const id = draft.origins.push(origin);
  if (id > nodeLimit && !draft.limits.exceeded) {
    draft.limits.exceeded = true;
    draft.report(PolicyTooLarge, { span: origin.span }, { limit: nodeLimit });
  }
  return id;
}

/** Goes one level deeper, unless a limit was passed: then nothing is made, and `refused` stands in. Whoever went in takes a level off `limits.depth` again. */
export function enter(draft: Draft, span: Span): boolean {
  if (draft.limits.depth >= depthLimit && !draft.limits.exceeded) {
    draft.limits.exceeded = true;
    draft.report(PolicyTooDeep, { span }, { limit: depthLimit });
  }
  if (draft.limits.exceeded) return false;
  draft.limits.depth += 1;
  return true;
}

/** The policy is refused anyway. */
export const refused: LiteralExpr = { kind: 'literal', id: 0, type: { kind: 'number' }, value: '0' };

/** Which clause and list a labelled node speaks of. */
export function standing({ clause, list }: Place): Pick<DraftOrigin, 'clause' | 'list'> {
  if (list === undefined) return clause === undefined ? {} : { clause };
  return { ...(clause === undefined ? {} : { clause }), ...(list === undefined ? {} : { list }) };
}

const numberType = { kind: 'number' } as const;
const choiceType = { kind: 'choice' } as const;
const choicesType = { kind: 'choices' } as const;

/** Its options are those of the field, and stand there alone. */
export function typeIr(draft: Draft, expression: Expression): ExprTypeIr {
  const type = typeOf(draft.types, expression);
  switch (type.kind) {
    case 'error':
      return numberType;
    case 'choice':
      return choiceType;
    case 'choices':
      return choicesType;
    default:
      return type;
  }
}
