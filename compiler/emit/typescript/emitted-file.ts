/** One file of an emitted package. */
export interface EmittedFile {
  /** Name without folder. */
  readonly path: string;
  readonly content: string;
}

export interface EmitOptions {
  /** What emitted code imports its runtime from. */
  readonly runtime: string;
  /** File names without ending; a policy id that is no plain word becomes `policy`. */
  readonly name: string;
  /** Written behind the names of files that emitted files import from each other. */
  readonly importEnding: '.ts' | '.js' | '';
}

export function emitOptions(policy: string, given: Partial<EmitOptions>): EmitOptions {
  return { runtime: 'jieti/runtime', name: plainName(policy), importEnding: '.ts', ...given };
}

function plainName(policy: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]{0,80}$/.test(policy) ? policy : 'policy';
}

/** First line of every emitted file; holds no text of the policy. */
export const banner = '// Emitted by jieti from a policy; changes belong into the policy.';
