/** How an item is known by several fields together: their texts with `|` between; a backslash takes the next character as it is. */

/** One text stands for itself. */
export function itemKey(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : parts.map((part) => part.replace(/[\\|]/g, '\\$&')).join('|');
}

/** The parts of a key of so many fields; more or fewer where the text has another number of them. */
export function keyParts(key: string, count: number): readonly string[] {
  if (count === 1) return [key];
  const parts = [''];
  for (let index = 0; index < key.length; index += 1) {
    const character = key[index]!;
    if (character === '|') parts.push('');
    else parts[parts.length - 1] += character === '\\' ? (key[++index] ?? '') : character;
  }
  return parts;
}
