import type { Span } from './span.ts';

export type Severity = 'error' | 'warning';
export type Language = 'zh' | 'en';

/** The words of one diagnostic in one language. A missing language or a missing help does not compile. */
export interface Wording<P> {
  /** What is wrong, in the author's words; small first letter in English, no final stop. */
  readonly message: (parameters: P) => string;
  /** What to do about it. */
  readonly help: (parameters: P) => string;
}

export interface DiagnosticKind<P> {
  /** `JT` and four digits; the first digit is the phase (see spec/language.md, chapter on messages). Never reused. */
  readonly code: `JT${number}`;
  readonly severity: Severity;
  readonly zh: Wording<P>;
  readonly en: Wording<P>;
}

/** Texts that are the same in no language: the two halves of a note. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Points at the other half of a conflict. */
export interface Note {
  readonly span: Span;
  readonly text: Bilingual;
}

/** One finding. `span` is a place in policy text; `path` a place in facts, ledger or decisions (JSON path in the drafter's names). */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly span?: Span;
  readonly path?: string;
  readonly message: Bilingual;
  readonly help: Bilingual;
  readonly notes: readonly Note[];
}

/**
 * Declares a kind of diagnostic. It is made when one is first found: a text without mistakes needs none of some four hundred, and what is
 * never called need not be compiled, kept or read.
 */
/* @__NO_SIDE_EFFECTS__ */
export function diagnostic<P = Record<never, never>>(make: () => DiagnosticKind<P>): DiagnosticKind<P> {
  return new DeclaredKind(make);
}

class DeclaredKind<P> implements DiagnosticKind<P> {
  readonly #make: () => DiagnosticKind<P>;
  #made: DiagnosticKind<P> | undefined;

  constructor(make: () => DiagnosticKind<P>) {
    this.#make = make;
  }

  get code() {
    return this.#kind().code;
  }

  get severity() {
    return this.#kind().severity;
  }

  get zh() {
    return this.#kind().zh;
  }

  get en() {
    return this.#kind().en;
  }

  #kind(): DiagnosticKind<P> {
    this.#made ??= this.#make();
    return this.#made;
  }
}

export type Place = { readonly span: Span } | { readonly path: string };

/** Makes one finding of a kind. Wording is computed at once, so a Diagnostic is plain data. */
export function make<P>(kind: DiagnosticKind<P>, place: Place, parameters: P, notes: readonly Note[] = []): Diagnostic {
  return {
    code: kind.code,
    severity: kind.severity,
    ...place,
    message: { zh: kind.zh.message(parameters), en: kind.en.message(parameters) },
    help: { zh: kind.zh.help(parameters), en: kind.en.help(parameters) },
    notes,
  };
}

/** How a pass tells what it found. */
export type Report = <P>(kind: DiagnosticKind<P>, place: Place, parameters: P, notes?: readonly Note[]) => void;

/** Tells a finding again as it was made. */
export function repeat(report: Report, { code, severity, span, path = '', message, help, notes }: Diagnostic): void {
  const wording = (language: Language) => ({ message: () => message[language], help: () => help[language] });
  const kind = { code: code as DiagnosticKind<object>['code'], severity, zh: wording('zh'), en: wording('en') };
  report(kind, span === undefined ? { path } : { span }, {}, notes);
}

/** More findings than this are counted, not kept: a hostile text must not make a hostile list. */
export const diagnosticLimit = 200;

export interface Collector {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
  /** How many were dropped because of `diagnosticLimit`. */
  readonly dropped: () => number;
}

export function collector(): Collector {
  const diagnostics: Diagnostic[] = [];
  let dropped = 0;
  const seen = new Set<string>();
  const report: Report = (kind, place, parameters, notes) => {
    if (diagnostics.length >= diagnosticLimit) {
      dropped += 1;
      return;
    }
    const found = make(kind, place, parameters, notes);
    const key = `${found.code} ${found.span?.start} ${found.span?.end} ${found.path} ${found.message.en}`;
    if (seen.has(key)) return;
    seen.add(key);
    diagnostics.push(found);
  };
  return { report, diagnostics, dropped: () => dropped };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((found) => found.severity === 'error');
}
