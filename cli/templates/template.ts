import type { Bilingual } from '../../diagnostics/diagnostic.ts';

/** A policy to begin with. `{NAME}` in its texts is the name of the new policy; both say the same. */
export interface Template {
  readonly id: string;
  /** What it shows. */
  readonly title: Bilingual;
  /** What the policy is called beside its id, in Chinese. */
  readonly called: string;
  readonly policy: Bilingual;
  /** Facts of one applicant, to try it with. */
  readonly applicant: Bilingual;
}
