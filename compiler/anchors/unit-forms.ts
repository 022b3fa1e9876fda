import type { PolicyFile } from '../../grammar/ast.ts';
import { formsOf } from '../resolve/symbol.ts';
import { declarationsOf } from '../walk.ts';
import type { FigureUnit } from './figure.ts';
import { foldText } from './fold-text.ts';
import type { UnitForms } from './read-figures.ts';

/** What a policy's source calls its units: the declared ones in every form, and 元 for a currency other than the yuan. */
export function unitForms(file: PolicyFile): UnitForms {
  const forms = new Map<string, FigureUnit>();
  const currency = declarationsOf(file, 'PolicyHead')
    .flatMap(({ lines }) => lines)
    .find((line) => line.kind === 'CurrencyLine')?.currency;
  if (currency !== undefined) forms.set('元', `money:${currency}`);
  for (const { name } of declarationsOf(file, 'UnitDeclaration')) {
    for (const form of formsOf(name)) forms.set(foldText(form).text, `unit:${name.id}`);
  }
  return forms;
}
