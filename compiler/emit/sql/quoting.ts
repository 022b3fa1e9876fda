/** The one place through which names and words of a policy reach SQL. */

/** A quoted name. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A text literal. What is neither letter, figure, sign nor plain space is written by its code point: engines put plain spaces in the
 * place of others before they read a query, in some quotes too.
 */
export function textLiteral(text: string): string {
  const parts = text.replace(/\p{Cs}/gu, '\ufffd').match(/[\p{L}\p{M}\p{N}\p{P}\p{S} ]+|./gsu) ?? [''];
  const written = parts.map((part) =>
    /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(part) || part === ''
      ? `'${part.replaceAll("'", "''")}'`
      : `CHR(${part.codePointAt(0)})`,
  );
  return written.length === 1 ? (written[0] ?? "''") : `(${written.join(' || ')})`;
}

/** Room for one line of a comment. */
const commentWidth = 200;

/** A comment on one line. Only letters, figures and plain signs remain: what could end the line, or look like other code, becomes a space. */
export function comment(text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{N}\p{P}\p{Sm}\p{Sc} ]/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim();
  return `-- ${plain.length > commentWidth ? `${plain.slice(0, commentWidth)}…` : plain}`;
}

/**
 * Gives each thing a name of its own within one table or one query. SQL engines take "A" and "a" for the same name, policies do not; and only plain
 * spaces are safe in names.
 */
export interface Naming {
  readonly take: (wanted: string) => string;
}

export function naming(reserved: readonly string[] = []): Naming {
  const taken = new Set(reserved.map((name) => name.toLowerCase()));
  return {
    take: (wanted) => {
      const plain = wanted.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '_');
      let name = plain;
      for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain}_${number}`;
      taken.add(name.toLowerCase());
      return name;
    },
  };
}
