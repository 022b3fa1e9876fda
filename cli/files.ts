/** Reading and writing through the host, with findings in place of exceptions. */
import { FileNotFound, FileUnreadable, FileUnwritable, NotUtf8 } from '../diagnostics/command.ts';
import { make } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/span.ts';
import type { Host } from './host.ts';
import { FoundProblems } from './problems.ts';

export function readText(host: Host, file: string): string {
  try {
    return host.readFile(file);
  } catch (error) {
    throw new FoundProblems([unreadable(file, error)]);
  }
}

export function readSource(host: Host, file: string): Source {
  return { file, text: readText(host, file) };
}

export function writeText(host: Host, file: string, text: string): void {
  written(file, () => host.writeFile(file, text));
}

export function appendText(host: Host, file: string, text: string): void {
  written(file, () => host.appendFile(file, text));
}

export function makeFolder(host: Host, folder: string): void {
  written(folder, () => host.makeFolder(folder));
}

function written(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new FoundProblems([make(FileUnwritable, { path: file }, { file, reason: codeOf(error) })]);
  }
}

function unreadable(file: string, error: unknown) {
  const code = codeOf(error);
  if (code === 'ENOENT') return make(FileNotFound, { path: file }, { file });
  if (code === 'ENOTUTF8') return make(NotUtf8, { path: file }, { file });
  return make(FileUnreadable, { path: file }, { file, reason: code });
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : 'unknown';
}
