import { basisBegins } from './gates.ts';
import { OperatorParser } from './parse-operators.ts';
import {
  Comma,
  DaysTo,
  DividedBy,
  FirstJoin,
  families,
  NextJoin,
  NumberToken,
  RateBy,
  RateFrom,
  SpanFrom,
  SpanTo,
  words,
} from './tokens.ts';

const {
  PeriodEdge,
  EdgeOf,
  ItsEdge,
  ElapsedFrom,
  DeElapsed,
  YearSince,
  WhichYear,
  Prorated,
  InProportion,
  InterestOn,
  DeInterest,
} = families;

/** Days, spans of days, years of a schedule, and what accrues over a span. English says what it is first, Chinese last. */
export abstract class CalendarParser extends OperatorParser {
  /** 年末; `end of month of D`; `calendar year since D`; 自 D 起 第几个自然年; `days from D to E`; `interest on P at R from D to E, …`. */
  calendarPrimary = this.RULE('calendarPrimary', () => {
    this.OR([
      { ALT: () => this.CONSUME(PeriodEdge) },
      {
        ALT: () => {
          this.OR([{ ALT: () => this.CONSUME(EdgeOf) }, { ALT: () => this.CONSUME(YearSince) }]);
          this.SUBRULE(this.chain);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.since);
          this.SUBRULE(this.prefixed);
          this.CONSUME(WhichYear);
        },
      },
      {
        ALT: () => {
          this.CONSUME(ElapsedFrom);
          this.SUBRULE(this.spanTail);
        },
      },
      {
        ALT: () => {
          this.CONSUME(InterestOn);
          this.SUBRULE(this.prefixed);
          this.CONSUME(words.at);
          this.SUBRULE(this.chain);
          this.CONSUME(words.from);
          this.SUBRULE(this.spanTail);
          this.SUBRULE(this.basisTail);
        },
      },
    ]);
  });

  /** What follows the first word of an English span: `D to E`, `D through E`. */
  spanTail = this.RULE('spanTail', () => {
    this.SUBRULE(this.chain);
    this.OR([{ ALT: () => this.CONSUME(words.to) }, { ALT: () => this.CONSUME(words.through) }]);
    this.SUBRULE(this.chain);
  });

  /** D 当月月末; D 起 第几个自然年; D 至 E 的 足月数; A 与 B 的 较早者; P 按 R 自 D 至 E 的 利息; A 自 D 起至 E 止 按日折算; `A prorated by days from D to E`. */
  calendarSuffix = this.RULE('calendarSuffix', () => {
    this.OR([
      { ALT: () => this.CONSUME(ItsEdge) },
      { ALT: () => this.CONSUME(WhichYear) },
      { ALT: () => this.SUBRULE(this.elapsedSuffix) },
      { ALT: () => this.SUBRULE(this.joinedDays) },
      { ALT: () => this.SUBRULE(this.interestSuffix) },
      {
        ALT: () => {
          this.CONSUME(SpanFrom);
          this.SUBRULE(this.chineseSpan);
          this.CONSUME(InProportion);
        },
      },
      {
        ALT: () => {
          this.CONSUME(Prorated);
          this.CONSUME(words.from);
          this.SUBRULE(this.spanTail);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.postponedBy);
          this.SUBRULE(this.prefixed);
        },
      },
    ]);
  });

  elapsedSuffix = this.RULE('elapsedSuffix', () => {
    this.CONSUME(DaysTo);
    this.SUBRULE(this.chain);
    this.OPTION(() => this.CONSUME(words.stop));
    this.CONSUME(DeElapsed);
  });

  joinedDays = this.RULE('joinedDays', () => {
    this.CONSUME(FirstJoin);
    this.SUBRULE(this.chain);
    this.MANY(() => {
      this.CONSUME(NextJoin);
      this.SUBRULE(this.chain);
    });
    this.OR([{ ALT: () => this.CONSUME(words.deEarlier) }, { ALT: () => this.CONSUME(words.deLater) }]);
  });

  interestSuffix = this.RULE('interestSuffix', () => {
    this.CONSUME(RateBy);
    this.SUBRULE(this.chain);
    this.CONSUME(RateFrom);
    this.SUBRULE(this.chineseSpan);
    this.CONSUME(DeInterest);
    this.SUBRULE(this.basisTail);
  });

  /** What follows 自: D 至 E, D 起至 E 止. */
  chineseSpan = this.RULE('chineseSpan', () => {
    this.SUBRULE(this.chain);
    this.CONSUME(SpanTo);
    this.SUBRULE(this.chain);
    this.OPTION(() => this.CONSUME(words.stop));
  });

  /** `, actual/365`. Left out it is asked for, so that the comma may also go on with a list. */
  basisTail = this.RULE('basisTail', () => {
    this.OPTION({
      GATE: basisBegins,
      DEF: () => {
        this.CONSUME(Comma);
        this.OPTION(() => this.CONSUME(words.by));
        this.OPTION(() => {
          this.OR([
            { ALT: () => this.CONSUME(words.actual) },
            { ALT: () => this.CONSUME(words.bond) },
            { ALT: () => this.CONSUME(words.eurobond) },
            { ALT: () => this.CONSUME(words.fullMonths) },
            { ALT: () => this.CONSUME(words.startedMonths) },
          ]);
        });
        this.OPTION(() => this.CONSUME(NumberToken));
        this.CONSUME(DividedBy);
        this.OR([{ ALT: () => this.CONSUME(NumberToken) }, { ALT: () => this.CONSUME(words.actual) }]);
      },
    });
  });

  /** `within 2 years of D`. */
  withinTail = this.RULE('withinTail', () => {
    this.CONSUME(words.isWithin);
    this.SUBRULE(this.literal);
    this.CONSUME(words.of);
    this.SUBRULE(this.chain);
  });
}
