/** All that one run of the bench found out; what was left out of a run is absent. */
import type { Footprint, GroupResults } from '../groups/groups.ts';
import type { Settings } from '../groups/settings.ts';
import type { Standing } from '../measure/contest.ts';
import type { StartTimes } from '../measure/starts.ts';

export interface Results extends Partial<Omit<GroupResults, 'footprint'>> {
  readonly settings: Settings;
  readonly machine: string;
  /** Names by row. */
  readonly names: Readonly<Record<string, string>>;
  readonly footprints?: Readonly<Record<string, Footprint>>;
  readonly starts?: readonly StartTimes[];
  /** What could not be measured, and the first words of why. */
  readonly failures: Readonly<Record<string, string>>;
}

export function standingOf(standings: readonly Standing[] | undefined, id: string): Standing | undefined {
  return standings?.find((standing) => standing.id === id);
}
