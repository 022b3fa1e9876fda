import { type HeldNumber, heldNumbers } from '../../compiler/emit/columnar/held-numbers.ts';
import type { Choices } from '../../compiler/emit/columnar/specialise.ts';
import type { Language } from '../../diagnostics/diagnostic.ts';
import { placeAt } from '../../diagnostics/span.ts';
import type { LoadedPolicy } from '../load-policy.ts';

/** Clause by clause and line by line how columnar code holds each number, in the drafter's words. */
export function numbersText(policy: LoadedPolicy, readings: Choices, language: Language): string {
  const { ir, origins, source } = policy;
  const { numbers } = heldNumbers(ir, readings);
  const lines = ir.clauses.flatMap((clause) => {
    // Written figures need no telling.
    const own = numbers.filter((one) => one.clause === clause.id && one.low !== one.high).sort(byPlace);
    if (own.length === 0) return [];
    const name = language === 'zh' ? (clause.names.zh ?? clause.names.en) : clause.names.en;
    return [name, ...own.flatMap((one) => lineOf(one))];
  });
  return `${lines.join('\n')}\n`;

  function byPlace(left: HeldNumber, right: HeldNumber): number {
    return (origins.nodes[left.node]?.start ?? 0) - (origins.nodes[right.node]?.start ?? 0);
  }

  function lineOf(held: HeldNumber): readonly string[] {
    const origin = origins.nodes[held.node];
    if (origin === undefined || origin.text !== undefined) return [];
    const { line } = placeAt(source, origin.start);
    const words = (origin[language] ?? source.text.slice(origin.start, origin.end)).replace(/\s+/gu, ' ').trim();
    return [
      `  ${language === 'zh' ? `第${line}行` : `line ${line}`}  ${shortened(words)}  ${heldText(held, language)}`,
    ];
  }
}

const longest = 48;

function shortened(words: string): string {
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}

function heldText({ width, denominator, isQuotient, low, high, mayBeNone }: HeldNumber, language: Language): string {
  const zh = language === 'zh';
  const parts = [
    width === 'safe' ? (zh ? '安全整数' : 'safe integer') : 'BigInt',
    zh ? `1/${denominator} 的整数倍` : `of 1/${denominator}`,
    ...(isQuotient ? [zh ? '另有除数，不作除法' : 'over a divisor that is never divided by'] : []),
    zh ? `${low} 至 ${high}` : `${low} to ${high}`,
    ...(mayBeNone ? [zh ? '可无' : 'or none'] : []),
  ];
  return parts.join(zh ? '，' : ', ');
}
