/** A way to assess one company at a time that the table compares: by hand, by Jieti, by another engine. */
import type { Prepared } from '../peers/peer.ts';

export interface Row {
  /** By which the report finds it. */
  readonly id: string;
  /** As it stands in the table. */
  readonly name: string;
  readonly prepare: () => Promise<Prepared>;
}
