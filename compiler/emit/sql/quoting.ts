/** The one place through which names and words of a policy reach SQL. */

/** A quoted name. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll('\0', '')}"`;
}

/** A text literal. */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`;
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
 * Gives each thing a name of its own within one table or one query. SQL engines take "A" and "a" for the same name, policies do not.
 */
export interface Naming {
  readonly take: (wanted: string) => string;
}

export function naming(reserved: readonly string[] = []): Naming {
  const taken = new Set(reserved.map((name) => name.toLowerCase()));
  return {
    take: (wanted) => {
      let name = wanted;
      for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}_${number}`;
      taken.add(name.toLowerCase());
      return name;
    },
  };
}
