/** A table of a file in the workspace, each cell as text, before anybody knows what its columns mean. */
export interface StagedTable {
  /** Its name in the workspace: columns `row` (as people count rows in the file, the first is 1) and `c0`, `c1` … */
  readonly name: string;
  /** As people know it: the file, and the sheet where there are several. */
  readonly file: string;
  /** What the file, or the sheet, is called without folder and ending. */
  readonly title: string;
  readonly width: number;
  /** Parquet tells its columns beside the rows; elsewhere the headers stand in one of the first rows. */
  readonly headers?: readonly string[];
  /** JSON Lines: one column, whole objects. */
  readonly isJson: boolean;
}

/** Rows among which the headers are looked for: above them a sheet may have its title. */
export const headerRows = 20;
