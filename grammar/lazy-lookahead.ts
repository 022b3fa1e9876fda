import { type ILookaheadStrategy, LLkLookaheadStrategy } from 'chevrotain';

type Strategy = ILookaheadStrategy;

/**
 * Works out where a rule may go on only when the parser first stands there: a file uses a part of the grammar, and working out all of it
 * takes longer than reading the file.
 */
export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(
    options: Parameters<Strategy['buildLookaheadForAlternation']>[0],
  ): ReturnType<Strategy['buildLookaheadForAlternation']> {
    return onFirstCall(() => super.buildLookaheadForAlternation(options));
  }

  override buildLookaheadForOptional(
    options: Parameters<Strategy['buildLookaheadForOptional']>[0],
  ): ReturnType<Strategy['buildLookaheadForOptional']> {
    return onFirstCall(() => super.buildLookaheadForOptional(options));
  }
}

/** The parser calls what it is given as a method of its own. */
function onFirstCall<Args extends unknown[], Result>(
  build: () => (...args: Args) => Result,
): (...args: Args) => Result {
  let built: ((...args: Args) => Result) | undefined;
  return function (this: unknown, ...args: Args): Result {
    built ??= build();
    return built.apply(this, args);
  };
}
