import type { HeadLine, PolicyHead } from '../../grammar/ast.ts';

type Kind = HeadLine['kind'];

/**
 * Lines of the base's head that hold in an adapted policy unless it says otherwise: the rules that bear on every clause. Title, term,
 * interpreter, remarks and the history that it continues belong to the document itself.
 */
const inherited: ReadonlySet<Kind> = new Set([
  'CurrencyLine',
  'PaymentLine',
  'GrowthBaseLine',
  'UnknownFactsLine',
  'ElsewhereLine',
]);

export interface MergedHead {
  readonly head: PolicyHead;
  /** A rule that bears on every clause is another than in the base. */
  readonly changed: boolean;
}

/** The adapting head with the rules that it takes over. */
export function mergeHeads(own: PolicyHead, base: PolicyHead | undefined): MergedHead {
  const stated = kindsIn(own.lines);
  const lines = (base?.lines ?? []).filter((line) => {
    const kinds = kindsIn([line]);
    return [...kinds].every((kind) => inherited.has(kind) && !stated.has(kind));
  });
  const { adapts: _, ...head } = own;
  const changed = [...stated].some((kind) => inherited.has(kind));
  return { head: { ...head, lines: [...own.lines, ...lines] }, changed };
}

function kindsIn(lines: readonly HeadLine[]): ReadonlySet<Kind> {
  return new Set(
    lines.flatMap((line) =>
      line.kind === 'ReadingChoice' ? line.rows.flatMap(({ body }) => [...kindsIn(body)]) : [line.kind],
    ),
  );
}
