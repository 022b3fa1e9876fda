/** What a name stands for. One symbol per declaration; every form of its name (English, 简体, 繁體) finds it. */
import type {
  BlockDeclaration,
  ClauseDeclaration,
  Definition,
  FactsDeclaration,
  FieldDeclaration,
  ListDeclaration,
  MatterLine,
  Name,
  ParameterDeclaration,
  ReadingChoiceDeclaration,
  ReadingDeclaration,
  UnitDeclaration,
} from '../../grammar/ast.ts';

interface Base {
  /** The declaration's name node; its `id` is the canonical id that the IR uses. */
  readonly name: Name;
}

/** The applicant: `facts company | 企业 {…}`. */
export interface SubjectSymbol extends Base {
  readonly kind: 'subject';
  readonly declaration: FactsDeclaration;
}
/** A fact of the applicant. */
export interface FactSymbol extends Base {
  readonly kind: 'fact';
  readonly declaration: FieldDeclaration;
}
export interface ListSymbol extends Base {
  readonly kind: 'list';
  readonly declaration: ListDeclaration;
}
/** A fact of one item of `list`. */
export interface ItemFieldSymbol extends Base {
  readonly kind: 'itemField';
  readonly declaration: FieldDeclaration;
  readonly list: ListSymbol;
}
/** An option of a `one of`/`any of` type; `owner` is what has that type. */
export interface OptionSymbol extends Base {
  readonly kind: 'option';
  readonly owner: FactSymbol | ItemFieldSymbol | ParameterSymbol;
}
export interface ParameterSymbol extends Base {
  readonly kind: 'parameter';
  readonly declaration: ParameterDeclaration;
}
export interface UnitSymbol extends Base {
  readonly kind: 'unit';
  readonly declaration: UnitDeclaration;
}
export interface DefinitionSymbol extends Base {
  readonly kind: 'definition';
  readonly declaration: Definition;
}
export interface ReadingSymbol extends Base {
  readonly kind: 'reading';
  readonly declaration: ReadingDeclaration;
}
/** One way to take a reading. */
export interface ChoiceSymbol extends Base {
  readonly kind: 'choice';
  readonly declaration: ReadingChoiceDeclaration;
  readonly reading: ReadingSymbol;
}
export interface ClauseSymbol extends Base {
  readonly kind: 'clause';
  readonly declaration: ClauseDeclaration;
}
export interface BlockSymbol extends Base {
  readonly kind: 'block';
  readonly declaration: BlockDeclaration;
}
/** `as base` on a line of `clause`. The same label may stand in alternatives of one reading. */
export interface LabelSymbol extends Base {
  readonly kind: 'label';
  readonly clause: ClauseSymbol;
}
/** Several clauses may name one matter; `declaration` is the first line that does. */
export interface MatterSymbol extends Base {
  readonly kind: 'matter';
  readonly declaration: MatterLine;
}

export type PolicySymbol =
  | SubjectSymbol
  | FactSymbol
  | ListSymbol
  | ItemFieldSymbol
  | OptionSymbol
  | ParameterSymbol
  | UnitSymbol
  | DefinitionSymbol
  | ReadingSymbol
  | ChoiceSymbol
  | ClauseSymbol
  | BlockSymbol
  | LabelSymbol
  | MatterSymbol;

/** A fact, parameter or item field: what an expression can read from the case file. */
export type FieldSymbol = FactSymbol | ItemFieldSymbol | ParameterSymbol;

/** Every written form of a name, canonical id first. */
export function formsOf(name: Name): readonly string[] {
  return [
    ...new Set([name.id, name.zh, name.hant].filter((form): form is string => form !== undefined && form !== '')),
  ];
}
