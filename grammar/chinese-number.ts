/** Han digits and places as used in ordinals and rates: 十二, 一百零五, 二〇二三, 兩千. */
export const hanDigits = '〇零一二三四五六七八九十百千两兩';

const digits = new Map<string, number>([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
digits.set('〇', 0).set('两', 2).set('兩', 2);
const places = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** The number a word of Han digits stands for, below 10,000 (二〇二三 is read digit by digit); undefined if it is no number. */
export function chineseNumber(text: string): number | undefined {
  if (text === '' || text.length > 12) return undefined;
  return [...text].some((one) => places.has(one)) ? byPlaces(text) : byDigits(text);
}

function byDigits(text: string): number | undefined {
  let value = 0;
  for (const one of text) {
    const digit = digits.get(one);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

function byPlaces(text: string): number | undefined {
  let value = 0;
  let pending: number | undefined;
  let lastPlace = 10_000;
  for (const one of text) {
    const place = places.get(one);
    if (place === undefined) {
      const digit = digits.get(one);
      if (digit === undefined || (pending !== undefined && pending !== 0)) return undefined;
      pending = digit;
    } else {
      if (place >= lastPlace || pending === 0 || (pending === undefined && place !== 10)) return undefined;
      value += (pending ?? 1) * place;
      lastPlace = place;
      pending = undefined;
    }
  }
  return value + (pending ?? 0);
}
