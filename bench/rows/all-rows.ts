/** All rows that assess one company at a time. */
import { peers } from '../peers/index.ts';
import { byHand, byHandDecimal, byHandExplained } from './hand.ts';
import { directRow } from './jieti/direct.ts';
import { outcomesRow } from './jieti/outcomes.ts';
import { emittedRow, explanationJson, explanationObjects, explanationText, interpreterRow } from './jieti/rows.ts';
import { stepsAsJson, stepsAsObjects, stepsAsText, traceKept, traceReused } from './jieti/traced.ts';
import type { Row } from './row.ts';

/** Those that another engine answers for. */
export async function peerRows(): Promise<readonly Row[]> {
  return Promise.all(
    Object.entries(peers).map(async ([id, load]) => {
      const { name, prepare } = await load();
      return { id, name, prepare };
    }),
  );
}

/** Without explanation, the reference first. */
export async function assessingRows(): Promise<readonly Row[]> {
  const own = [byHand, byHandDecimal, directRow, outcomesRow, traceReused, traceKept, emittedRow, interpreterRow];
  return [...own, ...(await peerRows())];
}

/** The reference first. */
export const explainingRows: readonly Row[] = [byHand, byHandExplained, stepsAsObjects, stepsAsText, stepsAsJson];

/** Full explanations leave so much behind that others beside them would be measured slower than they are. The reference first. */
export const fullyExplainingRows: readonly Row[] = [byHand, explanationObjects, explanationText, explanationJson];

/** By its id, loading no other engine. */
export async function rowOf(id: string): Promise<Row> {
  const own = [
    byHand,
    byHandExplained,
    byHandDecimal,
    directRow,
    outcomesRow,
    traceReused,
    traceKept,
    emittedRow,
    interpreterRow,
    ...explainingRows,
    ...fullyExplainingRows,
  ];
  const found = own.find((row) => row.id === id);
  if (found !== undefined) return found;
  const load = peers[id];
  if (load === undefined) throw new Error(`no row is called ${id}`);
  const { name, prepare } = await load();
  return { id, name, prepare };
}
