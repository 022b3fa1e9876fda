/**
 * What the package offers to programs that assess many applicants: columns, what fills them (inputs, table chunks, JSON text), results in one flat
 * shape, exact totals, and threads. The code itself is emitted for a policy.
 */

export { type ChunkFiller, type ChunkReader, chunkFiller, chunkReader } from '../runtime/columnar/chunk-filler.ts';
export { addTotals, type ClauseTotal, clauseTotals, totalsOf } from '../runtime/columnar/clause-totals.ts';
export type { SourceChunk, SourceColumn, SourceColumns, SourceList } from '../runtime/columnar/column-source.ts';
export { type ColumnarEvaluator, columnarEvaluator } from '../runtime/columnar/columnar-evaluator.ts';
export type { ColumnarModule } from '../runtime/columnar/columnar-module.ts';
export { type GeneralReason, type GeneralRow, generalReason, generalReasons } from '../runtime/columnar/general-row.ts';
export {
  type GeneralPath,
  type JsonAnswer,
  type JsonAssessor,
  jsonAssessor,
} from '../runtime/columnar/json/json-assessor.ts';
export {
  type ColumnarCode,
  type ColumnarLayout,
  type Columns,
  type OutcomeColumns,
  outcomeCodes,
} from '../runtime/columnar/layout.ts';
export { type ColumnBlock, newColumns, startBlock } from '../runtime/columnar/new-columns.ts';
export { newOutcomes, type OutcomeBlock, roomForOutcomes } from '../runtime/columnar/new-outcomes.ts';
export { type ResultWriter, resultWriter } from '../runtime/columnar/result-json.ts';
export { assessmentView, type ResultView, rowView } from '../runtime/columnar/result-view.ts';
export { type RowFiller, rowFiller } from '../runtime/columnar/row-filler.ts';
export { setParameters } from '../runtime/columnar/set-parameters.ts';
export type { PlainClause, ToldClause } from '../runtime/columnar/told-clause.ts';
export type { PlainStep, Step, ToldSteps } from '../runtime/columnar/told-steps.ts';
export type { Trace, TraceLayout } from '../runtime/columnar/trace-layout.ts';
export {
  type TracedEvaluator,
  type TracedModule,
  type TracedResult,
  tracedEvaluator,
} from '../runtime/columnar/traced-evaluator.ts';
export { type DuckDBColumns, duckdbColumns } from './duckdb-columns.ts';
export { type ColumnarPool, columnarPool, type PoolOptions } from './pool.ts';
