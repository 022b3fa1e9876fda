const words: ReadonlyMap<string, string> = new Map([
  ['CNY', '元'],
  ['USD', '美元'],
  ['HKD', '港元'],
  ['EUR', '欧元'],
  ['SGD', '新加坡元'],
  ['AUD', '澳元'],
]);

/** 元 for CNY; the code itself where no Chinese word is known. */
export function currencyZh(currency: string): string {
  return words.get(currency) ?? currency;
}

/** A currency as a kind of money rather than a unit: 人民币, 美元. */
export function moneyZh(currency: string): string {
  return currency === 'CNY' ? '人民币' : currencyZh(currency);
}
