import type { Among, Expression, Ordering, Rank } from '../ast.ts';
import { optionPlaces } from './choices.ts';
import { binding, expressionDoc, operand } from './expressions.ts';
import type { Doc } from './layout.ts';
import { space } from './name-forms.ts';
import { afterComma, bracketed, type Printer, referred, referredAll, spaced, withinList, word } from './printer.ts';

/** `rank among each I where C by K highest first, ties …` · 各 I（C） 按 K 由高到低，… 的 名次. */
export function printRank(printer: Printer, { among }: Rank): Doc {
  if (printer.english) return spaced(word(printer, 'rankAmongEach'), amongItems(printer, among));
  const inner = withinList(printer, among.list);
  return spaced(
    chineseItems(printer, among),
    orderWords(inner, among.order),
    word(printer, 'de'),
    word(printer, 'rankType'),
  );
}

/** `among each I where C by K highest first, ties …`, in English after the part. */
export function amongWords(printer: Printer, among: Among | undefined): Doc | undefined {
  return among === undefined ? undefined : spaced(word(printer, 'amongEach'), amongItems(printer, among));
}

function amongItems(printer: Printer, { list, where, order }: Among): Doc {
  const inner = withinList(printer, list);
  const filter =
    where === undefined ? undefined : spaced(word(printer, 'where'), operand(inner, where, binding.primary));
  return spaced(referred(printer, list, [space.owners]), filter, orderWords(inner, order));
}

/** 各 I（C） 的 E 按 K 先后，…, in Chinese before the limit. */
export function partInOrder(printer: Printer, of: Expression, among: Among): Doc {
  const inner = withinList(printer, among.list);
  const what = operand(inner, of, binding.chain);
  return spaced(chineseItems(printer, among), word(printer, 'de'), what, orderWords(inner, among.order));
}

function chineseItems(printer: Printer, { list, where }: Among): Doc {
  const name = referred(printer, list, [space.owners]);
  const items =
    where === undefined ? name : [name, bracketed(printer, expressionDoc(withinList(printer, list), where))];
  return spaced(word(printer, 'eachOf'), items);
}

/** `by K highest first, ties by K2 earliest first, ties in listed order`. */
export function orderWords(printer: Printer, { keys, ties }: Ordering): Doc {
  const told = keys.map((orderKey, index) => {
    const { by, direction } = orderKey;
    const options =
      orderKey.direction === 'inTheOrder'
        ? referredAll(printer, orderKey.options, optionPlaces(printer, by))
        : undefined;
    const key = spaced(operand(printer, by, binding.sum), word(printer, direction), options);
    return index === 0 ? spaced(word(printer, 'by'), key) : afterComma(printer, spaced(word(printer, 'tiesBy'), key));
  });
  if (ties === undefined) return told;
  return [...told, afterComma(printer, word(printer, ties === 'share' ? 'tiesShare' : 'tiesListed'))];
}
