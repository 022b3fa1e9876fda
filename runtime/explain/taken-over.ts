/** R23: from which text a clause comes, where the policy does not say it itself. */
import type { ExplainedClause, ExplainedStep, ExplanationHead, Place } from './explanation.ts';
import type { Words } from './words.ts';

/** The texts that the policy takes from, each with the beginning of its digest. */
export function textLines({ texts = [] }: ExplanationHead, words: Words): readonly string[] {
  return texts.map(({ role, file, digest, policy }) => {
    const name = policy === undefined ? '' : `${policy.names[words.language]} `;
    return `${words.taken[role]} ${name}${digest.slice(0, 12)} ${file}`;
  });
}

/** Of a clause or block that was taken over: from where, and which of its lines bear other figures here. Empty for the policy's own. */
export function takenOverText(
  origin: Place,
  steps: readonly ExplainedStep[],
  { texts = [] }: ExplanationHead,
  words: Words,
): string {
  const text = origin.text === undefined ? undefined : texts[origin.text];
  if (text === undefined) return '';
  const article = origin.article === undefined ? '' : words.article(origin.article, undefined);
  const from = words.taken.over(text.policy?.names[words.language] ?? text.file, article);
  const changed = [
    ...new Set([origin, ...changedSteps(steps).map((step) => step.origin)].map(({ changedOn }) => changedOn)),
  ];
  const lines = changed.filter((line) => line !== undefined).map(String);
  return lines.length === 0
    ? from
    : `${from}${words.clauseSeparator}${words.taken.changed(lines.join(words.listSeparator))}`;
}

function changedSteps(steps: readonly ExplainedStep[]): readonly ExplainedStep[] {
  return steps.flatMap((step) => [
    ...(step.origin.changedOn === undefined ? [] : [step]),
    ...changedSteps(step.steps ?? []),
  ]);
}

export function clauseTakenOver(clause: ExplainedClause, head: ExplanationHead, words: Words): string {
  const items = clause.items.flatMap(({ steps }) => steps);
  return takenOverText(clause.origin, [...clause.steps, ...items], head, words);
}
