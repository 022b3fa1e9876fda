/** Vectors of DuckDB's chunks as source columns: the same memory, looked at, not copied; to be used before the next chunk is fetched. */
import type { DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';
import type { Mask, SourceColumn, SourceColumns, SourceList } from '../runtime/columnar/column-source.ts';

export interface DuckDBColumns {
  readonly rows: number;
  readonly facts: SourceColumns;
  readonly lists: ReadonlyMap<string, SourceList>;
}

/**
 * `names`: of the columns in their order, as facts are named (`rd@2024`), or lists, which are LIST of STRUCT with the names of item facts. Takes whole
 * numbers and DECIMAL up to 18 digits, DOUBLE with whole numbers, BOOLEAN, DATE, ENUM; throws on other types, which a cast in the query mends.
 */
export function duckdbColumns(chunk: DuckDBDataChunk, names: readonly string[]): DuckDBColumns {
  const facts = new Map<string, SourceColumn>();
  const lists = new Map<string, SourceList>();
  for (const [index, name] of names.entries()) {
    const vector = chunk.getColumnVector(index);
    if (isList(vector)) lists.set(name, sourceList(vector, chunk.rowCount, name));
    else facts.set(name, sourceColumn(vector, name));
  }
  return { rows: chunk.rowCount, facts, lists };
}

const numbers =
  /^(?:TINYINT|SMALLINT|INTEGER|BIGINT|UTINYINT|USMALLINT|UINTEGER|FLOAT|DOUBLE|DATE|BOOLEAN|DECIMAL\(|ENUM\()/;

/** What vectors of the types above have; each type its own of these. */
interface PlainVector {
  readonly validity: { readonly data: BigUint64Array | null; readonly offset: number };
  readonly items?: SourceColumn['values'];
  readonly dataView?: DataView;
  readonly enumType?: { readonly values: readonly string[] };
}

export function sourceColumn(vector: DuckDBVector, name: string): SourceColumn {
  const type = vector.type.toString();
  const { items, dataView, enumType, validity } = vector as unknown as PlainVector;
  const values = items ?? (dataView === undefined ? undefined : cellsOf(dataView, vector.itemCount));
  if (!numbers.test(type) || values === undefined) throw new TypeError(`no column can be filled from ${name} ${type}`);
  const scale = /^DECIMAL\(\d+,\s*(\d+)\)/.exec(type)?.[1];
  return {
    values,
    ...masked(validity),
    ...(scale === undefined ? {} : { scale: Number(scale) }),
    ...(enumType === undefined ? {} : { options: enumType.values }),
  };
}

/** DECIMAL in 16, 32 or 64 bits, BOOLEAN in 8. */
function cellsOf({ buffer, byteOffset, byteLength }: DataView, count: number): SourceColumn['values'] | undefined {
  switch (count === 0 ? 1 : byteLength / count) {
    case 1:
      return new Uint8Array(buffer, byteOffset, count);
    case 2:
      return new Int16Array(buffer, byteOffset, count);
    case 4:
      return new Int32Array(buffer, byteOffset, count);
    case 8:
      return new BigInt64Array(buffer, byteOffset, count);
    default:
      return undefined;
  }
}

function masked({ data, offset }: PlainVector['validity']): { readonly valid?: Mask } {
  return data === null ? {} : { valid: { bits: data, offset } };
}

// ── Lists ────────────────────────────────────────────────────────────────────

interface ListVector {
  readonly validity: PlainVector['validity'] & { readonly itemValid: (row: number) => boolean };
  readonly childVector: DuckDBVector;
  readonly getEntryOffset: (row: number) => number;
  readonly getEntryLength: (row: number) => number;
}
interface StructVector {
  readonly structType: { readonly entryNames: readonly string[] };
  readonly entryVectors: readonly DuckDBVector[];
}

function isList(vector: DuckDBVector): vector is DuckDBVector & ListVector {
  return 'childVector' in vector;
}

function sourceList(vector: ListVector, rows: number, name: string): SourceList {
  const child = vector.childVector as unknown as Partial<StructVector>;
  const { structType, entryVectors } = child;
  if (structType === undefined || entryVectors === undefined) throw new TypeError(`${name} is no list of structs`);
  const facts = new Map(
    structType.entryNames.map((entry, index) => [entry, sourceColumn(entryVectors[index]!, entry)]),
  );
  return { offsets: offsetsOf(vector, rows, name), facts, ...masked(vector.validity) };
}

/** Items stand one behind the other, as the engine writes them; rows without a list have none, whatever stands in their place. */
function offsetsOf(vector: ListVector, rows: number, name: string): Uint32Array {
  const offsets = new Uint32Array(rows + 1);
  let next: number | undefined;
  for (let row = 0; row < rows; row += 1) {
    const length = vector.validity.itemValid(row) ? vector.getEntryLength(row) : 0;
    const start = length === 0 ? next : vector.getEntryOffset(row);
    if (next === undefined && start !== undefined) offsets.fill(start, 0, row + 1);
    else if (start !== next) throw new RangeError(`the items of ${name} do not stand in the order of the rows`);
    next = start === undefined ? undefined : start + length;
    offsets[row + 1] = next ?? 0;
  }
  return offsets;
}
