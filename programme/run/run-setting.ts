/** What does not depend on the applicant: all that a worker is told once. Plain data. */
import type { Language } from '../../diagnostics/diagnostic.ts';
import type { FactValues } from '../../runtime/input.ts';
import type { ChoiceId, DayText, PolicyIr, ReadingId } from '../../runtime/ir.ts';
import type { Origins } from '../../runtime/origins.ts';

export interface RunSetting {
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly schema: object;
  readonly parameters: FactValues;
  readonly readings: Readonly<Record<ReadingId, ChoiceId>>;
  readonly recordedOn: DayText;
  /** Record ceilings too, as provisional. */
  readonly provisional: boolean;
  /** Refusals are counted and not listed. */
  readonly brief: boolean;
  /** Of the reasons in the outputs. */
  readonly language: Language;
}
