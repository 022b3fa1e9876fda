/** What the language calls its things, for use inside messages. */
import type { Bilingual } from './diagnostic.ts';

export type Term = Bilingual;

export const terms = {
  subject: { zh: '申报主体', en: 'applicant' },
  fact: { zh: '填报项', en: 'fact' },
  itemField: { zh: '逐项填报项', en: 'fact of an item' },
  list: { zh: '逐项清单', en: 'list' },
  parameter: { zh: '参数', en: 'parameter' },
  definition: { zh: '定义', en: 'definition' },
  option: { zh: '选项', en: 'option' },
  unit: { zh: '单位', en: 'unit' },
  reading: { zh: '口径', en: 'reading' },
  choice: { zh: '口径的选项', en: 'choice of a reading' },
  clause: { zh: '条款', en: 'clause' },
  block: { zh: '条款间规则', en: 'rule between clauses' },
  label: { zh: '行的记名', en: 'line name' },
  matter: { zh: '事项', en: 'matter' },
} as const satisfies Readonly<Record<string, Term>>;

/** With its article: `a fact`, `an option`. */
export function englishTerm(term: Term): string {
  return `${/^[aeiou]/.test(term.en) && !term.en.startsWith('uni') ? 'an' : 'a'} ${term.en}`;
}

/** `fact, parameter or definition`. */
export function orList(list: readonly Term[], articles = false): string {
  const words = list.map((term) => (articles ? englishTerm(term) : term.en));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** `填报项、参数或定义`. */
export function chineseList(list: readonly Term[]): string {
  const words = list.map((term) => term.zh);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}或${words.at(-1)}`;
}
