import { isLanguage } from './host.ts';

/**
 * The files of `jieti check FILE…`, with no option but perhaps `--lang`: what editors and hooks run at every change, and it needs no grammar
 * of options to be loaded. Undefined for whatever else was asked, or asked wrongly.
 */
export function plainCheck([verb, ...args]: readonly string[]): readonly string[] | undefined {
  if (verb !== 'check') return undefined;
  const isLanguageOf = (at: number) => args[at - 1] === '--lang' && isLanguage(args[at] ?? '');
  const isOption = (at: number) => {
    const argument = args[at]!;
    if (argument === '--lang') return isLanguageOf(at + 1);
    return argument.startsWith('--lang=') && isLanguage(argument.slice('--lang='.length));
  };
  const isPlain = args.every((argument, at) => !argument.startsWith('-') || isOption(at));
  const files = args.filter((argument, at) => !argument.startsWith('-') && !isLanguageOf(at));
  return isPlain && files.length > 0 ? files : undefined;
}
