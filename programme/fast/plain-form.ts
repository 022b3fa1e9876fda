/** Cells in the plainest form of their type, told by SQL: those that the door takes as they are, without a finding. Everything else is left to the door. */
import { nameTable } from '../../runtime/door/name-table.ts';
import type { FieldIr, OptionIr } from '../../runtime/ir.ts';
import type { ColumnUnit } from '../cells/cell-value.ts';
import { sqlText } from '../workspace.ts';

export interface PlainForm {
  /** Whether a text that is not null is in that form and within the field's bounds. */
  readonly isPlain: string;
  /** The cell as a whole number in a DOUBLE; absent for types that no code reads. */
  readonly value?: string;
  /** Decimals of the value. */
  readonly scale?: number;
  readonly options?: readonly string[];
}

const noneWords = `('none', '无', '無')`;

export function isNoneWord(cell: string): string {
  return `${cell} in ${noneWords}`;
}

/** `cell`: an SQL name. `unit`: what the header says of the figures below it. */
export function plainForm(field: FieldIr, cell: string, unit?: ColumnUnit): PlainForm {
  const form = unit === undefined ? formOf(field, cell) : formInUnit(field, cell, unit);
  return field.orNone ? { ...form, isPlain: `(${isNoneWord(cell)} or ${form.isPlain})` } : form;
}

function formOf(field: FieldIr, cell: string): PlainForm {
  const { type } = field;
  switch (type.kind) {
    case 'money':
      return number(field, cell, '[0-9]{1,13}([.][0-9]{1,2})?', 2);
    case 'number':
    case 'quantity':
    case 'duration':
      return number(field, cell, '[0-9]{1,9}([.][0-9]{1,6})?', 6);
    case 'count':
    case 'rank':
      return number(field, cell, '[0-9]{1,9}', 0);
    case 'percent':
      return number(field, cell, '[0-9]{1,6}([.][0-9]{1,6})?%', 6);
    case 'date':
      return {
        isPlain: `(regexp_full_match(${cell}, '(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}') and try_cast(${cell} as date) is not null)`,
        value: `(try_cast(${cell} as date) - date '1970-01-01')::double`,
      };
    case 'boolean':
      return {
        isPlain: `${cell} in ('true', 'yes', '是', 'false', 'no', '否')`,
        value: `case when ${cell} in ('true', 'yes', '是') then 1 else 0 end::double`,
      };
    case 'choice':
      return choice(type.options, cell);
    case 'choices':
      return choices(type.options, cell);
    case 'text':
      return { isPlain: `length(${cell}) between 1 and 1000` };
    default:
      return { isPlain: 'false' };
  }
}

/** Money in 元 or so many of them, percentages; all other units are left to the door. */
function formInUnit(field: FieldIr, cell: string, { tens, unit }: ColumnUnit): PlainForm {
  const { type } = field;
  if (type.kind === 'percent' && unit === '%' && tens === 0)
    return number(field, `(${cell} || '%')`, '[0-9]{1,6}([.][0-9]{1,6})?%', 6);
  const isMoney = type.kind === 'money' && (unit === '' || type.currency === 'CNY') && unit !== '%';
  const isBounded = field.high !== undefined || (field.low ?? '0') !== '0';
  if (!isMoney || isBounded || !/^(元|CNY|RMB)?$/u.test(unit)) return { isPlain: 'false' };
  // Down to the fen, fifteen digits in all.
  const decimals = 2 + tens;
  return {
    isPlain: `regexp_full_match(${cell}, '[0-9]{1,${15 - decimals}}([.][0-9]{1,${decimals}})?')`,
    value: `round(try_cast(${cell} as decimal(18, ${decimals}))::double * ${10 ** decimals})`,
    scale: 2,
  };
}

function number(field: FieldIr, cell: string, pattern: string, scale: number): PlainForm {
  const isPercent = field.type.kind === 'percent';
  // Eighteen digits at most: beyond them the engine takes hundreds of times as long over a text.
  const figure = `try_cast(${isPercent ? `rtrim(${cell}, '%')` : cell} as decimal(18, ${scale}))`;
  const bound = (figureText: string) => (isPercent ? `(${figureText} * 100)` : figureText);
  const { low, high } = field;
  const tests = [
    `regexp_full_match(${cell}, ${sqlText(pattern)})`,
    ...(low === undefined ? [] : [`${figure} >= ${bound(low)}`]),
    ...(high === undefined ? [] : [`${figure} <= ${bound(high)}`]),
  ];
  return {
    isPlain: `(${tests.join(' and ')})`,
    // Fifteen digits: a double that is off by its last bit still rounds to the whole number.
    value: `round(${figure}::double * ${10 ** scale})`,
    // The columns hold percentages as ratios.
    scale: isPercent ? scale + 2 : scale,
  };
}

function choice(options: readonly OptionIr[], cell: string): PlainForm {
  const names = [...nameTable(options)];
  const places = new Map(options.map(({ id }, index) => [id, index]));
  const cases = names.map(([name, id]) => `when ${sqlText(name)} then ${places.get(id)}`).join(' ');
  return {
    isPlain: `${cell} in (${names.map(([name]) => sqlText(name)).join(', ')})`,
    value: `case ${cell} ${cases} else 255 end::double`,
    options: options.map(({ id }) => id),
  };
}

/** Names between the marks that people put between them, as bits. A name that may itself hold a mark is left to the door. */
function choices(options: readonly OptionIr[], cell: string): PlainForm {
  const names = [...nameTable(options)];
  if (options.length > 31 || names.some(([name]) => !/^[\p{L}\p{N}_]+$/u.test(name))) return { isPlain: 'false' };
  const any = `(${names.map(([name]) => name).join('|')})`;
  const marked = `'|' || translate(${cell}, '、,;/', '||||') || '|'`;
  const bits = options.map(({ id }, index) => {
    const own = names
      .filter(([, named]) => named === id)
      .map(([name]) => `contains(${marked}, ${sqlText(`|${name}|`)})`);
    return `case when ${own.join(' or ')} then ${2 ** index} else 0 end`;
  });
  return {
    isPlain: `regexp_full_match(${cell}, ${sqlText(`${any}([、,;/|]${any})*`)})`,
    value: `(case when ${cell} is null then null else ${bits.join(' + ')} end)::double`,
    options: options.map(({ id }) => id),
  };
}
