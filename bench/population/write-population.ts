/** Writes a population of any size in the memory of a small one: as tables (CSV, one file each) or as facts (JSON Lines). */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, companyFacts, type PopulationPlan, populationParameters } from './company-facts.ts';
import { type PopulationTable, populationTables, rowsOf } from './tables.ts';

export type PopulationFormat = 'csv' | 'jsonl';
export interface WritePlan extends PopulationPlan {
  readonly companies: number;
  readonly format: PopulationFormat;
  readonly folder: string;
}

/** Text is handed to the system in pieces of about this many characters. */
const piece = 1 << 20;

/** Gives the files written, and how many rows each holds. `progress` is told how many companies are done, now and then. */
export function writePopulation(plan: WritePlan, progress: (done: number) => void): ReadonlyMap<string, number> {
  mkdirSync(plan.folder, { recursive: true });
  writeFileSync(join(plan.folder, 'parameters.json'), `${JSON.stringify(populationParameters(plan), undefined, 2)}\n`);
  const outputs =
    plan.format === 'csv' ? populationTables(plan).map((table) => csvOutput(plan, table)) : [jsonlOutput(plan)];
  try {
    for (let index = 0; index < plan.companies; index += 1) {
      const company = companyFacts(plan, index);
      for (const output of outputs) output.write(company);
      if ((index + 1) % 10_000 === 0) progress(index + 1);
    }
  } finally {
    for (const { file } of outputs) file.close();
  }
  return new Map(outputs.map(({ file }) => [file.name, file.lines()]));
}

type Company = ReturnType<typeof companyFacts>;
interface Output {
  readonly file: TextFile;
  readonly write: (company: Company) => void;
}

function csvOutput(plan: WritePlan, table: PopulationTable): Output {
  const file = textFile(plan.folder, `${table.name}.csv`);
  file.head(table.columns.map(({ name }) => name).join(','));
  return {
    file,
    write: (company) => {
      for (const row of rowsOf(table, company)) file.line(row.map(csvCell).join(','));
    },
  };
}

/** No cell of the population holds a comma, a quote or a line end, so none is quoted; several options are joined by `|`. */
function csvCell(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? cell.join('|') : String(cell);
}

function jsonlOutput(plan: WritePlan): Output {
  const file = textFile(plan.folder, 'companies.jsonl');
  return { file, write: (company) => file.line(JSON.stringify(company)) };
}

interface TextFile {
  readonly name: string;
  readonly head: (text: string) => void;
  readonly line: (text: string) => void;
  readonly close: () => void;
  /** Without the head. */
  readonly lines: () => number;
}

function textFile(folder: string, name: string): TextFile {
  const handle = openSync(join(folder, name), 'w');
  let waiting: string[] = [];
  let characters = 0;
  let lines = 0;
  const flush = () => {
    if (waiting.length > 0) writeWhole(handle, Buffer.from(`${waiting.join('\n')}\n`));
    waiting = [];
    characters = 0;
  };
  const add = (text: string) => {
    waiting.push(text);
    characters += text.length;
    if (characters > piece) flush();
  };
  return {
    name,
    head: add,
    line: (text) => {
      lines += 1;
      add(text);
    },
    close: () => {
      flush();
      closeSync(handle);
    },
    lines: () => lines,
  };
}

/** The system may take less than it is given. */
function writeWhole(handle: number, bytes: Buffer): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
}
