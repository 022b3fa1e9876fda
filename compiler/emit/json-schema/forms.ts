/** How one value is written in JSON, by its type: the published face of what the door accepts. */
import type { Bilingual } from '../../../diagnostics/diagnostic.ts';
import { compoundText, declaredUnit, isRatio, type UnitNames } from '../../../runtime/compound.ts';
import type { FieldIr, OptionIr, TypeIr } from '../../../runtime/ir.ts';
import type { JsonSchema } from './json-schema.ts';

/** Words for "stated not to exist". */
const noneWords = ['none', '无', '無'];
/** Largest JSON number of yuan of which a reader of doubles loses no fen: ⌊2^53 / 100⌋. */
const largestMoney = 90_071_992_547_409;
const largestInteger = Number.MAX_SAFE_INTEGER;
const longestText = 1000;
const mostChoices = 1000;

interface Form {
  readonly accepts: JsonSchema;
  readonly description: Bilingual;
}

/** The form of one value of a field; `key` fields of a list can be neither unknown nor absent. */
export function formOf(field: FieldIr, units: UnitNames, key = false): JsonSchema {
  const form = formOfType(field.type, isSigned(field), units);
  const accepts = key ? form.accepts : withUnknown(field.orNone ? withNone(form.accepts) : form.accepts);
  return { ...accepts, description: describe(field, form.description, key) };
}

/** Percent as a rate of a decision: the same form as a fact of that type. */
export const percentForm: JsonSchema = { ...formOfType({ kind: 'percent' }, false).accepts };
export const moneyForm: JsonSchema = { ...formOfType({ kind: 'money', currency: 'CNY' }, false).accepts };
export const dateForm: JsonSchema = { ...formOfType({ kind: 'date' }, false).accepts };

function isSigned(field: FieldIr): boolean {
  return field.low === undefined || field.low.startsWith('-');
}

function counted({ zh, en }: Bilingual): Bilingual {
  return { zh: `整数，单位 ${zh}（只写数）`, en: `whole number of ${en}, the figure alone` };
}

function measured({ zh, en }: Bilingual): Bilingual {
  return { zh: `数量，单位 ${zh}（只写数）`, en: `quantity in ${en}, the figure alone` };
}

function formOfType(type: TypeIr, signed: boolean, units: UnitNames = new Map()): Form {
  switch (type.kind) {
    case 'boolean':
      return {
        accepts: { enum: [true, false, 'yes', 'no', '是', '否'] },
        description: { zh: '是否：true 或 false', en: 'true or false' },
      };
    case 'money':
      return {
        accepts: decimal(signed, 28, 2, largestMoney),
        description: {
          zh: `金额（${type.currency}）：文字如 "300000.50"，或精确到分的数字`,
          en: `money: text like "300000.50", or a number exact to the hundredth`,
        },
      };
    case 'percent':
      return {
        accepts: { type: 'string', pattern: `^${digits(signed, 15, 15)} ?%$` },
        description: { zh: '比例：带百分号的文字，如 "12.5%"', en: 'percentage: text with its sign, like "12.5%"' },
      };
    case 'points':
      return {
        accepts: { type: 'string', pattern: `^${digits(signed, 15, 15)} ?(points?|个百分点|個百分點|百分点)$` },
        description: { zh: '百分点：文字如 "2个百分点"', en: 'percentage points: text like "2 points"' },
      };
    case 'count':
    case 'rank':
      return {
        accepts: { ...decimal(signed, 15, 0, largestInteger), type: ['integer', 'string'] },
        description:
          type.kind === 'count' && type.unit !== undefined
            ? counted(declaredUnit(type.unit, units))
            : { zh: '整数', en: 'whole number' },
      };
    case 'number':
      return {
        accepts: decimal(signed, 15, 15, largestInteger),
        description: { zh: '数值：数字，或文字如 "1.5"', en: 'number, or text like "1.5"' },
      };
    case 'compound': {
      const unit = compoundText(type, units);
      if (type.share)
        return {
          accepts: formOfType({ kind: 'percent' }, signed).accepts,
          description: {
            zh: `比例（${unit.zh}）：带百分号的文字，如 "3.45%"`,
            en: `${unit.en}: text with its sign, like "3.45%"`,
          },
        };
      return {
        accepts: decimal(signed, 15, 15, largestInteger),
        description: { zh: `单位 ${unit.zh}（只写数）`, en: `in ${unit.en}, the figure alone` },
      };
    }
    case 'quantity':
      return {
        accepts: decimal(signed, 15, 15, largestInteger),
        description: measured(declaredUnit(type.unit, units)),
      };
    case 'duration':
      return {
        accepts: decimal(signed, 15, 15, largestInteger),
        description: { zh: `${durations[type.unit]}数（只写数）`, en: `number of ${type.unit}, the figure alone` },
      };
    case 'date':
      return {
        accepts: { type: 'string', pattern: '^(19[0-9]{2}|2[01][0-9]{2}|2200)-[0-9]{2}-[0-9]{2}$' },
        description: { zh: '日期：YYYY-MM-DD', en: 'date: YYYY-MM-DD' },
      };
    case 'text':
      return {
        accepts: { type: 'string', minLength: 1, maxLength: longestText },
        description: { zh: '文字', en: 'text' },
      };
    case 'choice':
      return {
        accepts: { enum: optionWords(type.options) },
        description: { zh: `选一：${listed(type.options)}`, en: `one of these` },
      };
    case 'choices':
      return {
        accepts: { type: 'array', items: { enum: optionWords(type.options) }, maxItems: mostChoices },
        description: { zh: `可多选：${listed(type.options)}`, en: `any of these, as a list` },
      };
  }
}

const durations = { years: '年', months: '月', days: '天' } as const;

function decimal(signed: boolean, whole: number, places: number, largest: number): JsonSchema {
  return {
    type: ['string', 'number'],
    pattern: `^${digits(signed, whole, places)}$`,
    minimum: signed ? -largest : 0,
    maximum: largest,
  };
}

/** `whole` digits before the point at most, `places` after it. */
function digits(signed: boolean, whole: number, places: number): string {
  const decimals = places === 0 ? '' : `(\\.[0-9]{1,${places}})?`;
  return `${signed ? '-?' : ''}(0|[1-9][0-9]{0,${whole - 1}})${decimals}`;
}

/** Every name of every option, once. */
function optionWords(options: readonly OptionIr[]): readonly string[] {
  const words = options.flatMap(({ id, names }) => [id, names.en, names.zh, names.hant]);
  return [...new Set(words.filter((word) => word !== undefined))];
}

function listed(options: readonly OptionIr[]): string {
  return options.map(({ id, names }) => (names.zh === undefined ? id : `${id} ${names.zh}`)).join(', ');
}

function withUnknown(form: JsonSchema): JsonSchema {
  if (Array.isArray(form.enum)) return { ...form, enum: [...form.enum, null] };
  const type = form.type;
  return { ...form, type: [...(Array.isArray(type) ? type : [type ?? 'string']), 'null'] };
}

function withNone(form: JsonSchema): JsonSchema {
  if (Array.isArray(form.enum)) return { ...form, enum: [...new Set([...form.enum, ...noneWords])] };
  const pattern = form.pattern;
  if (typeof pattern === 'string') return { ...form, pattern: `^(${noneWords.join('|')})$|${pattern}` };
  if (form.type === 'string') return form;
  return { ...form, type: [form.type ?? 'array', 'string'], pattern: `^(${noneWords.join('|')})$` };
}

/** `中文；… | English; …` */
function describe(field: FieldIr, form: Bilingual, key: boolean): string {
  const parts = [
    form,
    ...boundsOf(field),
    ...(field.orNone ? [{ zh: '没有时写 "none"', en: '"none" if there is none' }] : []),
    key ? { zh: '必填', en: 'required' } : { zh: '未知时不写或写 null', en: 'leave out or null if unknown' },
  ];
  return `${parts.map(({ zh }) => zh).join('；')} | ${parts.map(({ en }) => en).join('; ')}`;
}

function boundsOf({ low, high, type }: FieldIr): readonly Bilingual[] {
  const [from, to] = [low, high].map((bound) =>
    bound === undefined ? undefined : isRatio(type) ? percentText(bound) : bound,
  );
  if (from !== undefined && to !== undefined) return [{ zh: `${from} 至 ${to}`, en: `from ${from} to ${to}` }];
  if (to !== undefined) return [{ zh: `不超过 ${to}`, en: `at most ${to}` }];
  return from === undefined || low === '0' ? [] : [{ zh: `不低于 ${from}`, en: `at least ${from}` }];
}

/** 0.125 → 12.5%, by moving the point. */
function percentText(ratio: string): string {
  const [whole = '', decimals = ''] = ratio.replace('-', '').split('.');
  const digits = `${whole}${decimals.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = decimals.slice(2);
  return `${ratio.startsWith('-') ? '-' : ''}${digits}${rest === '' ? '' : `.${rest}`}%`;
}
