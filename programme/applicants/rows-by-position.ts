import type { DuckDBValue } from '@duckdb/node-api';

/** Rows whose first column is a position, in the order of positions, taken position by position: what makes a join of streams. */
export class RowsByPosition {
  private next: readonly DuckDBValue[] | undefined;
  private isBegun = false;
  private readonly rows: AsyncGenerator<readonly DuckDBValue[]>;

  constructor(rows: AsyncGenerator<readonly DuckDBValue[]>) {
    this.rows = rows;
  }

  async take(pos: number): Promise<readonly (readonly DuckDBValue[])[]> {
    if (!this.isBegun) await this.advance();
    this.isBegun = true;
    const taken: (readonly DuckDBValue[])[] = [];
    while (this.next !== undefined && Number(this.next[0]) === pos) {
      taken.push(this.next);
      await this.advance();
    }
    if (this.next !== undefined && Number(this.next[0]) < pos)
      throw new Error('rows are not in the order of applicants');
    return taken;
  }

  async close(): Promise<void> {
    await this.rows.return(undefined);
  }

  private async advance(): Promise<void> {
    const { value, done } = await this.rows.next();
    this.next = done === true ? undefined : value;
  }
}
