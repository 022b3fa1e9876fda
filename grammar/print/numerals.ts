import type { NumberLiteral, PerUnit } from '../ast.ts';
import { counterIds } from '../figure-words.ts';
import { vocabulary, type WordId } from '../vocabulary.ts';
import { space } from './name-forms.ts';
import { type Printer, referred, synonym, word } from './printer.ts';

/** A number as its language writes it: `300,000 CNY`, 30万元, `50%`, `5 years`, 5年, `30 CNY/sqm/month`, 30元/平方米/月. */
export function printNumber(printer: Printer, literal: NumberLiteral): string {
  const number = figure(printer, literal);
  if (literal.per === undefined) return number;
  return number + literal.per.map((unit) => `/${perUnitWord(printer, unit)}`).join('');
}

/** A unit that something is per, in the singular: `month`, 月. */
export function perUnitWord(printer: Printer, unit: PerUnit): string {
  switch (unit.kind) {
    case 'Money':
      return unit.currency === 'CNY' && !printer.english ? word(printer, 'yuan') : currencyWord(printer, unit.currency);
    case 'Counter':
      return singular(printer, counterIds.get(unit.word) ?? 'units');
    case 'Duration':
      return unit.unit === 'months' && !printer.english ? word(printer, 'perMonth') : singular(printer, unit.unit);
    case 'Unit':
      return referred(printer, unit.name, [space.units]);
  }
}

/** The second English form of a unit is its singular. */
function singular(printer: Printer, id: WordId): string {
  return printer.english ? synonym(printer, id, 1) : word(printer, id);
}

function figure(printer: Printer, { value, unit }: NumberLiteral): string {
  const { english } = printer;
  switch (unit.kind) {
    case 'None':
      return english ? grouped(value) : value;
    case 'Money':
      return english
        ? `${grouped(value)} ${currencyWord(printer, unit.currency)}`
        : chineseMoney(printer, value, unit.currency);
    case 'Percent':
      return `${english ? grouped(value) : value}%`;
    case 'Points':
      return counted(printer, value, 'percentagePoints');
    case 'Counter':
      return counted(printer, value, counterIds.get(unit.word) ?? 'units');
    case 'Duration':
      return counted(printer, value, unit.unit);
    case 'Unit':
      return `${english ? grouped(value) : value} ${referred(printer, unit.name, [space.units])}`;
  }
}

/** The currency's word; a code without a word stands for itself. */
export function currencyWord(printer: Printer, currency: string): string {
  return isWord(currency) ? word(printer, currency) : currency;
}

function isWord(id: string): id is WordId {
  return Object.hasOwn(vocabulary, id);
}

function counted(printer: Printer, value: string, id: WordId): string {
  return printer.english ? `${grouped(value)} ${word(printer, id)}` : `${value}${word(printer, id)}`;
}

/** Thousands in groups of three. */
function grouped(value: string): string {
  if (value.length <= 3) return value;
  const [whole = '', fraction] = value.split('.');
  const first = whole.startsWith('-') ? 1 : 0;
  let groups = whole;
  for (let at = whole.length - 3; at > first; at -= 3) groups = `${groups.slice(0, at)},${groups.slice(at)}`;
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

function chineseMoney(printer: Printer, value: string, currency: string): string {
  const name = currency === 'CNY' ? word(printer, 'yuan') : currencyWord(printer, currency);
  const coin = /^[A-Za-z]/.test(name) ? ` ${name}` : name;
  const inHundredMillions = inMultiples(value, 8, word(printer, 'hundredMillion'));
  const inTenThousands = inMultiples(value, 4, word(printer, 'tenThousand'));
  let shortest = value;
  if (inHundredMillions !== undefined && inHundredMillions.length < shortest.length) shortest = inHundredMillions;
  if (inTenThousands !== undefined && inTenThousands.length < shortest.length) shortest = inTenThousands;
  return shortest + coin;
}

/** The value in 万 or 亿 (`zeros` of them), if at least one of them and with no more than four decimals. */
function inMultiples(value: string, zeros: number, name: string): string | undefined {
  if (value.length <= zeros || value.includes('.')) return undefined;
  const whole = value.slice(0, -zeros);
  const fraction = value.slice(-zeros).replace(/0+$/, '');
  if (fraction.length > 4) return undefined;
  return `${fraction === '' ? whole : `${whole}.${fraction}`}${name}`;
}

const digits = '零一二三四五六七八九';
const places = ['', '十', '百', '千'];

/** 1 to 9999 in Chinese numerals, as articles are numbered: 十二, 一百零五. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  const figures = [...String(value)].map(Number);
  const parts = figures.map((figure, index) =>
    figure === 0 ? '零' : `${digits[figure]}${places[figures.length - 1 - index]}`,
  );
  return parts.join('').replace(/零+$/, '').replace(/零+/g, '零').replace(/^一十/, '十');
}
