/** A string as `JSON.stringify` writes it. Most need no escapes, and short ones are looked through in less time than the call takes. */
export function jsonString(text: string): string {
  const { length } = text;
  if (length > looksThrough) return JSON.stringify(text);
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    // Controls, the two signs that JSON escapes, and halves of pairs, which may stand alone.
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c || (unit >= 0xd800 && unit < 0xe000)) return JSON.stringify(text);
  }
  return `"${text}"`;
}

const looksThrough = 200;
