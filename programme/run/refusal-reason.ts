/** Why a clause gives nothing, in the words of its lines: short, and the same text for the same reason, so that refusals can be counted by it. */
import type { Language } from '../../diagnostics/diagnostic.ts';
import type { ClauseResult, Outcome } from '../../runtime/assessment.ts';
import { linesOf } from '../../runtime/clause-value.ts';
import { clauseNames } from '../../runtime/door/path-names.ts';
import { words } from '../../runtime/explain/words.ts';
import type { Frame, StatementState } from '../../runtime/frame.ts';
import type { ClauseIr, PolicyIr, Statement } from '../../runtime/ir.ts';
import type { Origins } from '../../runtime/origins.ts';
import type { UndefinedReason } from '../../runtime/value.ts';

export interface ReasonWords {
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly language: Language;
}

const texts = {
  notMet: { zh: '不满足：', en: 'not met: ' },
  outOfForce: { zh: '不在有效期', en: 'out of force' },
  superseded: { zh: '由其他条款取代：', en: 'superseded by ' },
  elsewhere: { zh: '其他政策已给予', en: 'given under another policy' },
  nothing: { zh: '可得数额为零', en: 'the amount comes to nothing' },
  otherDate: { zh: '时点不在本期', en: 'its date is not in this period' },
  'no row': { zh: '未达到任何一档', en: 'no row applies' },
  'no item': { zh: '没有可计的项', en: 'no item takes part' },
  'no item met': { zh: '没有一项符合', en: 'no item meets the conditions' },
} as const;
const separator = { zh: '；', en: '; ' } as const;

export function refusalReason(clause: ClauseIr, result: ClauseResult, about: ReasonWords): string {
  const { language } = about;
  const { outcome } = result;
  if (outcome.kind === 'notMet') return gateReason(clause, result, about);
  return outcomeReason(outcome, about) ?? texts.nothing[language];
}

function outcomeReason({ kind, by }: Outcome, { ir, language }: ReasonWords): string | undefined {
  if (kind === 'outOfForce') return texts.outOfForce[language];
  if (kind !== 'superseded') return undefined;
  if (by === undefined || by === 'elsewhere') return texts.elsewhere[language];
  return `${texts.superseded[language]}${clauseNames(ir, by)[language]}`;
}

function gateReason(clause: ClauseIr, { frame }: ClauseResult, about: ReasonWords): string {
  const { language } = about;
  const dating = frame.states.get(clause.node)?.truth;
  if (dating?.truth === 'false') return texts.otherDate[language];
  const failed = failedLines(linesOf(clause.statements), frame, about);
  return failed.length === 0 ? texts.nothing[language] : [...new Set(failed)].join(separator[language]);
}

function failedLines(lines: readonly Statement[], frame: Frame, about: ReasonWords): readonly string[] {
  return lines.flatMap((line): readonly string[] => {
    const state = frame.states.get(line.id);
    if (state === undefined) return [];
    if (line.kind === 'when' || line.kind === 'once') {
      if (state.truth?.truth !== 'false') return [];
      const undefinedReason = state.truth.reason;
      const why = undefinedReason === undefined ? '' : ` (${words[about.language].undefinedReason[undefinedReason]})`;
      return [`${texts.notMet[about.language]}${labelOf(line.id, about)}${why}`];
    }
    return state.failed === undefined ? [] : [failure(state.failed, line, frame, about)];
  });
}

function failure(
  failed: NonNullable<StatementState['failed']>,
  line: Statement,
  frame: Frame,
  about: ReasonWords,
): string {
  const { language } = about;
  if (failed === 'no item met' && line.kind === 'items') {
    const inner = (frame.inner.get(line.id) ?? []).flatMap(({ frame: own }) =>
      failedLines(linesOf(line.statements), own, about),
    );
    const distinct = [...new Set(inner)];
    if (distinct.length > 0) return `${texts[failed][language]} (${distinct.join(separator[language])})`;
  }
  if (failed === 'no row' || failed === 'no item' || failed === 'no item met') return texts[failed][language];
  return words[language].undefinedReason[failed as UndefinedReason];
}

/** The line as the formatter prints it, without the word that begins it. */
function labelOf(node: number, { origins, language }: ReasonWords): string {
  const label = origins.nodes[node]?.[language] ?? String(node);
  return label.replace(/^(条件|when) /u, '');
}
