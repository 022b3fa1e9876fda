/** Where the value of a leaf comes from; of published figures also which version was read, and where it was published. */
import type { ExactText, ExplainedNumber, Wording } from './explanation.ts';

export type ValueSource =
  | { readonly kind: 'literal' }
  | {
      readonly kind: 'fact' | 'parameter';
      readonly path: string;
      readonly names: Wording;
      /** Of a parameter whose value the policy publishes, as far as it says so. */
      readonly publication?: Publication;
    }
  | { readonly kind: 'clause'; readonly clause: string; readonly names: Wording; readonly at: string }
  | { readonly kind: 'ledger'; readonly clause: string; readonly names: Wording; readonly item?: string }
  | { readonly kind: 'decision'; readonly clause: string; readonly item?: string; readonly rate?: ExactText }
  | { readonly kind: 'policy'; readonly names: Wording };

/** Where a published figure is from. */
export interface Publication {
  readonly publishedOn?: string;
  readonly source?: string;
}

/** One value of a dated parameter, and for which of the days asked it was read. */
export interface ExplainedVersion {
  /** First day of the version, or of the value given with the facts. Absent: nothing is known, or no version is in force. */
  readonly since?: string;
  /** Both included. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Absent: no version is in force on these days. */
  readonly value?: ExplainedNumber;
  readonly publication?: Publication;
}
