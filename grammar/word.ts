/**
 * One entry of the vocabulary. Forms are listed per script; the first of each is the one the printer writes.
 * A space inside a form makes it a phrase: its words may be written apart or, in Chinese, run together.
 * A script without a form has an empty list: the two languages order their arguments differently (R13), so some words exist in one only.
 */
export interface Word {
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly hant: readonly string[];
  /** The family of interchangeable words it belongs to; the grammar asks for the family. */
  readonly group?: Group;
  /** May also serve as a name: it never stands where a name could be meant instead. */
  readonly soft?: true;
  /** Is this word only directly after a number (50 家, 5 years); elsewhere it is a name. */
  readonly afterNumber?: true;
  /** Is this word only directly after the slash of a unit (元/月). */
  readonly afterSlash?: true;
  /** Is this word only directly after a comma (`, by rank`, but `by rank { … }` chooses by a fact called rank). */
  readonly afterComma?: true;
  /** Is this word only by itself and directly before a number (分 3 年): never cut off from a longer word. */
  readonly beforeNumber?: true;
}

export type Group =
  | 'Bound'
  | 'SuffixBound'
  | 'Verb'
  | 'StepWord'
  | 'ChooseMode'
  | 'Order'
  | 'RoundingMode'
  | 'Sharing'
  | 'Settlement'
  | 'TypeWord'
  | 'CountUnit'
  | 'DurationUnit'
  | 'Currency'
  | 'Multiplier'
  | 'PeriodEdge'
  | 'EdgeOf'
  | 'ItsEdge'
  | 'ElapsedFrom'
  | 'DeElapsed'
  | 'YearSince'
  | 'WhichYear'
  | 'Prorated'
  | 'InProportion'
  | 'InterestOn'
  | 'DeInterest';

export type WordTraits = Omit<Word, 'en' | 'zh' | 'hant'>;

/** Makes an entry; alternative forms are separated by `|`. Traditional forms that equal the simplified ones may be left out. */
export function word(en: string, zh: string, hant: string = zh, traits: WordTraits = {}): Word {
  const simplified = forms(zh);
  return { en: forms(en), zh: simplified, hant: hant === zh ? simplified : forms(hant), ...traits };
}

function forms(list: string): readonly string[] {
  return list === '' ? [] : list.split('|');
}
