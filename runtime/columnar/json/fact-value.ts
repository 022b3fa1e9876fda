/** One written value → its cell. The forms are those of `json-schema/forms.ts` and `door/convert-value.ts`, in their plainest spellings. */
import { dayOf, daysOfMonth } from '../../day.ts';
import { foldWidth } from '../../door/fold-width.ts';
import { type FactForm, isWithinBounds, type Target } from './fact-form.ts';
import {
  closeBracket,
  digitsAt,
  goesOn,
  isEnd,
  openBracket,
  peek,
  quote,
  type Scan,
  skipSpace,
  takes,
  takesNumber,
  takesString,
  takesText,
} from './text-scan.ts';

/** What a value turned out to be; one object serves all values of all texts. */
export interface ReadValue {
  state: 'unknown' | 'none' | 'value';
  /** As the column holds it; without a column of no meaning, but of dates always the day. */
  cell: number;
  /** Texts and options that are part of a key. */
  text: string;
}

/** JSON numbers of so many digits are kept by everyone who reads them as doubles, with two decimals too. */
const mostBareDigits = 13;
const longestText = 1000;
const mostChoices = 1000;
const powers: readonly number[] = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/** `false`: left to the door. `null` is unknown; of a key, wrong. */
export function takesValue(scan: Scan, form: FactForm, target: Target | undefined, value: ReadValue): boolean {
  value.state = 'value';
  if (takesText(scan, 'null')) {
    value.state = 'unknown';
    return !form.isKey;
  }
  switch (form.kind) {
    case 'number':
      return takesFigure(scan, form, target, value);
    case 'truth':
      return takesTruth(scan, form, target, value);
    case 'date':
      return takesDay(scan, form, value);
    case 'text':
      return takesFreeText(scan, form, value);
    case 'option':
      return takesOption(scan, form, target, value);
    case 'options':
      return takesOptions(scan, form, target, value);
  }
}

/** Behind the opening quote: a word for "stated not to exist", which only fields that allow it take. */
function takesNone(scan: Scan, { orNone }: FactForm, value: ReadValue): boolean {
  if (!orNone) return false;
  const stands = takesText(scan, 'none"') || takesText(scan, '无"') || takesText(scan, '無"');
  if (stands) {
    value.state = 'none';
    value.cell = Number.NaN;
  }
  return stands;
}

// ── Figures ──────────────────────────────────────────────────────────────────

function takesFigure(scan: Scan, form: FactForm, target: Target | undefined, value: ReadValue): boolean {
  const isQuoted = peek(scan) === quote;
  if (isQuoted) scan.at += 1;
  const start = scan.at;
  if (!takesNumber(scan)) return isQuoted && takesNone(scan, form, value);
  const { digits, decimals, negative } = scan;
  if (decimals > form.places || (negative && (!form.signed || digits === 0))) return false;
  if (isQuoted ? !takesUnit(scan, form) : form.unit !== 'none' || scan.at - start > mostBareDigits) return false;
  if (!isQuoted && !isEnd(peek(scan))) return false;
  return isHeld(form, target, value, negative ? -digits : digits, form.isRatio ? decimals + 2 : decimals);
}

/** What stands behind a number, and the closing quote. */
function takesUnit(scan: Scan, { unit }: FactForm): boolean {
  if (unit === 'none') return takesText(scan, '"');
  if (peek(scan) === 0x20) scan.at += 1;
  if (unit === 'percent') return takesText(scan, '%"');
  return (
    takesText(scan, 'points"') ||
    takesText(scan, 'point"') ||
    takesText(scan, '个百分点"') ||
    takesText(scan, '百分点"') ||
    takesText(scan, '個百分點"')
  );
}

function isHeld(
  form: FactForm,
  target: Target | undefined,
  value: ReadValue,
  digits: number,
  decimals: number,
): boolean {
  if (target === undefined) {
    value.cell = digits;
    return form.bounds.length === 0 || isWithinBounds(form, { digits: BigInt(digits), places: decimals });
  }
  let [whole, places] = [digits, decimals];
  const { scale, low, high } = target;
  while (places > scale && whole % 10 === 0 && places > 0) {
    whole /= 10;
    places -= 1;
  }
  if (places > scale || scale - places >= powers.length) return false;
  // What is rounded here is beyond 2^53, and so beyond every guard.
  const cell = whole * powers[scale - places]! + 0;
  value.cell = cell;
  return cell >= low && cell <= high;
}

// ── Truths, days, texts ──────────────────────────────────────────────────────

function takesTruth(scan: Scan, form: FactForm, target: Target | undefined, value: ReadValue): boolean {
  if (takesText(scan, 'true') || takesText(scan, '"yes"') || takesText(scan, '"是"')) value.cell = 1;
  else if (takesText(scan, 'false') || takesText(scan, '"no"') || takesText(scan, '"否"')) value.cell = 0;
  else {
    scan.at += 1;
    return target === undefined && scan.text.charCodeAt(scan.at - 1) === quote && takesNone(scan, form, value);
  }
  return true;
}

function takesDay(scan: Scan, form: FactForm, value: ReadValue): boolean {
  const { text } = scan;
  if (peek(scan) !== quote) return false;
  scan.at += 1;
  const { at } = scan;
  const year = digitsAt(text, at, 4);
  if (year < 0) return takesNone(scan, form, value);
  const [month, day] = [digitsAt(text, at + 5, 2), digitsAt(text, at + 8, 2)];
  const isMarked = text.charCodeAt(at + 4) === 0x2d && text.charCodeAt(at + 7) === 0x2d;
  const isDay =
    year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
  if (!isMarked || !isDay || text.charCodeAt(at + 10) !== quote) return false;
  value.cell = dayOf(year, month, day);
  scan.at = at + 11;
  return true;
}

function takesFreeText(scan: Scan, form: FactForm, value: ReadValue): boolean {
  if (!takesString(scan)) return false;
  const written = scan.text.slice(scan.start, scan.end);
  const text = form.isFolded ? foldWidth(written) : written;
  if (text === '' || text.length > longestText) return false;
  const isNone = text === 'none' || text === '无' || text === '無';
  if (form.orNone && isNone) value.state = 'none';
  value.text = text;
  return !(form.isKey && isNone);
}

// ── Options ──────────────────────────────────────────────────────────────────

function takesOption(scan: Scan, form: FactForm, target: Target | undefined, value: ReadValue): boolean {
  if (!takesString(scan)) return false;
  const written = scan.text.slice(scan.start, scan.end);
  const id = form.options.get(written);
  if (id === undefined) {
    // As a column has no cell for it, only what is not read may be said not to exist.
    value.state = 'none';
    return target === undefined && form.orNone && (written === 'none' || written === '无' || written === '無');
  }
  value.text = id;
  if (target === undefined) return true;
  const place = target.places.get(id);
  value.cell = place ?? 0;
  return place !== undefined;
}

function takesOptions(scan: Scan, form: FactForm, target: Target | undefined, value: ReadValue): boolean {
  if (peek(scan) !== openBracket) return false;
  scan.at += 1;
  value.cell = 0;
  let bits = 0;
  if (takes(scan, closeBracket)) return true;
  for (let count = 1; count <= mostChoices; count += 1) {
    skipSpace(scan);
    if (!takesString(scan)) return false;
    const id = form.options.get(scan.text.slice(scan.start, scan.end));
    if (id === undefined) return false;
    const place = target?.places.get(id);
    if (target !== undefined && (place === undefined || place > 31)) return false;
    bits |= 1 << (place ?? 0);
    const more = goesOn(scan, closeBracket);
    if (more === undefined) return false;
    value.cell = bits >>> 0;
    if (!more) return true;
  }
  return false;
}
