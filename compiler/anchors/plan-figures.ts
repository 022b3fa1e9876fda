import type { PaymentPlan } from '../../grammar/ast.ts';
import type { Names } from '../resolve/names.ts';
import { type FigureRole, type FigureTable, figuresIn, type LineFigure } from './line-figures.ts';

/** The figures of a payment plan, row by row. 第二年 is an ordinal and no figure of the source. */
export function planFigures({ form, most }: PaymentPlan, names: Names): readonly LineFigure[] {
  const years = (span: LineFigure['span'], value: number, role: FigureRole): LineFigure => ({
    ...{ span, value: String(value), unit: 'years', role, optional: false, rows: [] },
  });
  const inMost =
    most === undefined
      ? []
      : [
          ...figuresIn(most.amount, 'atMost', names),
          ...(most.years === undefined ? [] : [years(most.span, most.years, 'free')]),
        ];
  if (form.kind === 'EqualParts') return [years(form.span, form.years, 'exact'), ...inMost];
  if (form.kind === 'AtOnce') return inMost;
  const inRows = form.rows.flatMap(({ due, share, condition }, index) => {
    const inRow = (figures: readonly LineFigure[], column: string): readonly LineFigure[] =>
      figures.map((figure) => ({ ...figure, rows: [{ owner: form, index, column }, ...figure.rows] }));
    return [
      ...due.flatMap((one, place) => {
        if (one.kind === 'DueDay') return inRow(figuresIn(one.day, 'free', names), `due ${place}`);
        return one.kind === 'DueEvery' ? inRow([years(one.span, one.years, 'step')], `due ${place}`) : [];
      }),
      ...(share === undefined ? [] : inRow(figuresIn(share, 'exact', names), 'share')),
      ...(condition === undefined ? [] : inRow(figuresIn(condition, 'free', names), 'condition')),
    ];
  });
  return [...inRows, ...inMost];
}

/** The rows of a plan as those of a table: each may quote the source itself. */
export function planTables({ form }: PaymentPlan): readonly FigureTable[] {
  return form.kind === 'Instalments' ? [form] : [];
}
