/** What a clerk probably meant, only ever offered and never taken: a guess at the door would be money decided by nobody. */
import { dayExists, dayText } from '../day.ts';
import { canonicalText, readDecimal, shiftedDown } from './decimal-text.ts';
import type { Json } from './json-tree.ts';

/** `30万元`, `1.2亿`, `¥300,000`, `3家`, `+5`, `0300` → plain digits. */
export function numberMeant(value: Json): string | undefined {
  if (typeof value === 'number') return plainNumber(String(value));
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const bare = value.replace(/[\s¥￥$]|CNY|RMB|人民币|整$/gi, '').replace(/^\+/, '');
  const match =
    /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,30})(\.\d{1,10})?([万亿千百]{0,2})[^\P{Script=Han}万亿千百十余多几]{0,4}$/u.exec(
      bare,
    );
  if (match === null) return undefined;
  const [, sign = '', whole = '', decimals = '', multipliers = ''] = match;
  const figure = readDecimal(`${sign}${whole.replaceAll(',', '')}${decimals}`);
  if (figure === undefined) return undefined;
  const zeros = [...multipliers].reduce((sum, one) => sum + (zerosOf.get(one) ?? 0), 0);
  return canonicalText({ digits: figure.digits * 10n ** BigInt(zeros), places: figure.places });
}

const zerosOf = new Map([
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
]);

/** A bare 0.1 may be 10% or 0.1%: both are shown, and the clerk chooses. */
export function percentsMeant(value: Json): readonly string[] {
  const written =
    typeof value === 'string'
      ? value
          .replace(/^百分之/, '')
          .replace(/个?百分点$|％$|%$/, '')
          .trim()
      : value;
  const plain = typeof written === 'number' || typeof written === 'string' ? plainNumber(String(written)) : undefined;
  if (plain === undefined) return [];
  if (typeof value === 'string' && value !== written) return [`${plain}%`];
  const ratio = readDecimal(plain);
  const hundredfold =
    ratio === undefined || plain.length > 12 ? [] : [`${canonicalText({ ...ratio, digits: ratio.digits * 100n })}%`];
  return Math.abs(Number(plain)) <= 1 ? [...hundredfold, `${plain}%`] : [`${plain}%`];
}

export function pointsMeant(value: Json): readonly string[] {
  const written = typeof value === 'string' ? value.replace(/ ?(点|%|％|pp|percentage points?)$/i, '') : value;
  const plain = typeof written === 'number' || typeof written === 'string' ? plainNumber(String(written)) : undefined;
  return plain === undefined ? [] : [`${plain}个百分点`, `${plain} points`];
}

/** `2024/3/1`, `2024.3.1`, `2024年3月1日`, `20240301`, a day with its hour, the day number of a spreadsheet. */
export function dateMeant(value: Json): string | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && value > 20_000 && value < 110_000)
    return dayText(value + spreadsheetEpoch);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = /^(\d{4})(?:[-/.年 ]+(\d{1,2})[-/.月 ]+(\d{1,2})日?|(\d{2})(\d{2}))(?:[T ].*)?$/.exec(
    String(value).slice(0, 60),
  );
  if (match === null) return undefined;
  const [, year = '', month = match[4] ?? '', day = match[5] ?? ''] = match;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dayExists(text) ? text : undefined;
}

/** Day 0 of spreadsheets is 1899-12-30, for days after February 1900. */
const spreadsheetEpoch = -25_569;

export function yesNoMeant(value: Json): string | undefined {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : String(value);
  if (/^(true|y|t|1|对|有|√|✓|是的|具备|符合)$/.test(word)) return 'true';
  return /^(false|n|f|0|错|没有|×|✗|不是|不具备|不符合)$/.test(word) ? 'false' : undefined;
}

function plainNumber(text: string): string | undefined {
  const figure = text.length > 40 ? undefined : readDecimal(text);
  return figure === undefined ? undefined : canonicalText(shiftedDown(figure, 0));
}
