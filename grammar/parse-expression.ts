import { capFollows, furtherKeyBegins, tiesBegin } from './gates.ts';
import { CalendarParser } from './parse-calendar.ts';
import {
  AnchorToken,
  Colon,
  Comma,
  families,
  LeftBrace,
  NameToken,
  PartBound,
  RightBrace,
  Semicolon,
  words,
} from './tokens.ts';

const { Bound, SuffixBound, ChooseMode, Order, Settlement } = families;

/** The constructs of expressions that have words of their own, one rule per production, in the order of the language reference. */
export class ExpressionParser extends CalendarParser {
  ceiling = this.RULE('ceiling', () => {
    this.CONSUME(words.upTo);
    this.SUBRULE(this.prefixed);
    this.OPTION(() => {
      this.CONSUME(words.of);
      this.SUBRULE(this.chain);
    });
  });

  part = this.RULE('part', () => {
    this.CONSUME(words.thePartOf);
    this.SUBRULE(this.chain);
    this.OR([{ ALT: () => this.CONSUME(Bound) }, { ALT: () => this.CONSUME(words.upTo) }]);
    this.SUBRULE(this.chain);
    this.OPTION(() => {
      this.CONSUME(words.amongEach);
      this.CONSUME(NameToken);
      this.OPTION(() => this.SUBRULE(this.itemFilter));
      this.SUBRULE(this.ordering);
    });
  });

  /** `rank among each I where C by K highest first, ties share the rank`. */
  rankAmong = this.RULE('rankAmong', () => {
    this.CONSUME(words.rankAmongEach);
    this.CONSUME(NameToken);
    this.OPTION(() => this.SUBRULE(this.itemFilter));
    this.SUBRULE(this.ordering);
  });

  /** `by K highest first, ties by K2 earliest first, ties in listed order`. */
  ordering = this.RULE('ordering', () => {
    this.CONSUME(words.by);
    this.SUBRULE(this.orderKey);
    this.MANY({
      GATE: furtherKeyBegins,
      DEF: () => {
        this.OPTION(() => this.CONSUME(Comma));
        this.CONSUME(words.tiesBy);
        this.SUBRULE(this.orderKey);
      },
    });
    this.OPTION({
      GATE: tiesBegin,
      DEF: () => {
        this.OPTION(() => this.CONSUME(Comma));
        this.OR([{ ALT: () => this.CONSUME(words.tiesShare) }, { ALT: () => this.CONSUME(words.tiesListed) }]);
      },
    });
  });

  orderKey = this.RULE('orderKey', () => {
    this.SUBRULE(this.additive);
    this.OR([
      { ALT: () => this.CONSUME(Order) },
      {
        ALT: () => {
          this.CONSUME(words.inTheOrder);
          this.SUBRULE(this.names);
        },
      },
    ]);
  });

  aggregateWord = this.RULE('aggregateWord', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.total) },
      { ALT: () => this.CONSUME(words.highest) },
      { ALT: () => this.CONSUME(words.lowest) },
    ]);
  });

  /** `total of E over each I where C`; without `over each`, `highest of (A, B)`. */
  aggregate = this.RULE('aggregate', () => {
    this.SUBRULE(this.aggregateWord);
    this.CONSUME(words.of);
    this.SUBRULE(this.chain);
    this.OPTION(() => {
      this.CONSUME(words.overEach);
      this.CONSUME(NameToken);
      this.OPTION(() => this.SUBRULE(this.itemFilter));
    });
  });

  /** Within an expression a filter is a name or stands in brackets, so that it ends where the reader thinks it does. */
  itemFilter = this.RULE('itemFilter', () => {
    this.CONSUME(words.where);
    this.OR([{ ALT: () => this.SUBRULE(this.nameExpression) }, { ALT: () => this.SUBRULE(this.bracketed) }]);
  });

  extreme = this.RULE('extreme', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.lowerOf) },
      { ALT: () => this.CONSUME(words.higherOf) },
      { ALT: () => this.CONSUME(words.theEarlierOf) },
      { ALT: () => this.CONSUME(words.theLaterOf) },
    ]);
    this.SUBRULE(this.bracketed);
  });

  count = this.RULE('count', () => {
    this.CONSUME(words.countOf);
    this.CONSUME(NameToken);
    this.OPTION(() => this.SUBRULE(this.itemFilter));
  });

  /** 各 I（C）的 E 合计; 各 I 的 个数; 各 I（C）按 K 先后 的 名次; 各 I（C）的 E 按 K 先后 不超过 L 的部分. */
  eachAggregate = this.RULE('eachAggregate', () => {
    this.CONSUME(words.eachOf);
    this.CONSUME(NameToken);
    this.OPTION(() => this.SUBRULE(this.bracketed));
    this.OR([
      { ALT: () => this.CONSUME(words.deCount) },
      {
        ALT: () => {
          this.SUBRULE(this.ordering);
          this.CONSUME(words.de);
          this.CONSUME(words.rankType);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.de);
          this.SUBRULE(this.chain);
          this.OR([
            { ALT: () => this.SUBRULE(this.aggregateWord) },
            {
              ALT: () => {
                this.SUBRULE(this.ordering);
                this.CONSUME(PartBound);
                this.SUBRULE(this.chain);
                this.CONSUME(words.dePart);
              },
            },
          ]);
        },
      },
    ]);
  });

  amountPaid = this.RULE('amountPaid', () => {
    this.CONSUME(words.paidUnder);
    this.CONSUME(NameToken);
    this.OPTION(() => this.CONSUME(words.forThisItem));
  });

  choose = this.RULE('choose', () => {
    this.CONSUME(words.by);
    this.SUBRULE(this.additive);
    this.OPTION(() => {
      this.CONSUME(Comma);
      this.CONSUME(ChooseMode);
    });
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.chooseRow);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  chooseRow = this.RULE('chooseRow', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.otherwiseRow) },
      {
        ALT: () => {
          this.SUBRULE(this.rowTest);
          this.SUBRULE(this.rowEnd);
        },
      },
    ]);
  });

  /** `by case, the first { P : E ; … }`. */
  cases = this.RULE('cases', () => {
    this.CONSUME(words.byCase);
    this.OPTION(() => {
      this.CONSUME(Comma);
      this.CONSUME(ChooseMode);
    });
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.caseRow);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  caseRow = this.RULE('caseRow', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.otherwiseRow) },
      {
        ALT: () => {
          this.SUBRULE(this.expression);
          this.SUBRULE(this.rowEnd);
        },
      },
    ]);
  });

  otherwiseRow = this.RULE('otherwiseRow', () => {
    this.CONSUME(words.otherwise);
    this.CONSUME(Colon);
    this.OR([
      { ALT: () => this.CONSUME(words.nothing) },
      { ALT: () => this.CONSUME(words.none) },
      { ALT: () => this.SUBRULE(this.rowValue) },
    ]);
  });

  rowEnd = this.RULE('rowEnd', () => {
    this.CONSUME(Colon);
    this.SUBRULE(this.rowValue);
    this.SUBRULE(this.lineReadings);
    this.MANY(() => this.CONSUME(AnchorToken));
  });

  /** `, raised by R if P` or `, lowered by R if P`, after a figure. */
  raised = this.RULE('raised', () => {
    this.CONSUME(Comma);
    this.OR([{ ALT: () => this.CONSUME(words.raise) }, { ALT: () => this.CONSUME(words.lower) }]);
    this.SUBRULE(this.additive);
    this.CONSUME(words.if);
    this.SUBRULE(this.expression);
  });

  rowTest = this.RULE('rowTest', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.names) },
      { ALT: () => this.CONSUME(words.yes) },
      { ALT: () => this.CONSUME(words.no) },
      {
        ALT: () => {
          this.SUBRULE(this.rowBound);
          this.MANY(() => {
            this.CONSUME(words.and);
            this.SUBRULE(this.rowBound);
          });
        },
      },
    ]);
  });

  rowBound = this.RULE('rowBound', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Bound);
          this.SUBRULE(this.additive);
          this.OPTION(() => this.CONSUME(SuffixBound));
        },
      },
      { ALT: () => this.SUBRULE(this.suffixedFigure) },
      { ALT: () => this.SUBRULE(this.range) },
    ]);
  });

  rowValue = this.RULE('rowValue', () => {
    this.SUBRULE(this.additive);
    this.OPTION({
      GATE: capFollows,
      DEF: () => {
        this.CONSUME(Comma);
        this.CONSUME(words.cap);
        this.SUBRULE(this.additive);
      },
    });
  });

  lineReadings = this.RULE('lineReadings', () => {
    this.MANY(() => {
      this.CONSUME(Comma);
      this.CONSUME(words.reading);
      this.CONSUME(NameToken);
    });
  });

  readingExpression = this.RULE('readingExpression', () => {
    this.CONSUME(words.byReading);
    this.CONSUME(NameToken);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.readingExpressionRow);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  readingExpressionRow = this.RULE('readingExpressionRow', () => {
    this.SUBRULE(this.names);
    this.CONSUME(Colon);
    this.SUBRULE(this.expression);
  });

  /** `first time P since F, highest G before 2021, over, topping up { … }`. P takes no suffix, for 自 would be one. */
  firstTimeLadder = this.RULE('firstTimeLadder', () => {
    this.CONSUME(words.firstTime);
    this.SUBRULE(this.prefixed);
    this.SUBRULE(this.ladderRange);
    this.OPTION(() => {
      this.CONSUME(Comma);
      this.CONSUME(words.highest);
      this.CONSUME(NameToken);
      this.CONSUME(words.before);
      this.SUBRULE(this.yearFigure);
    });
    this.OPTION(() => this.CONSUME(Comma));
    this.SUBRULE(this.ladderEnd);
  });

  /** 自 F，2021年前最高 G，首次 超过，晋级补差 { … } after its operand. */
  ladder = this.RULE('ladder', () => {
    this.SUBRULE(this.ladderRange);
    this.OPTION(() => this.CONSUME(Comma));
    this.OPTION(() => {
      this.SUBRULE(this.yearFigure);
      this.CONSUME(words.highestBefore);
      this.CONSUME(NameToken);
      this.OPTION(() => this.CONSUME(Comma));
    });
    this.CONSUME(words.firstTime);
    this.SUBRULE(this.ladderEnd);
  });

  ladderRange = this.RULE('ladderRange', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.since);
          this.OR([{ ALT: () => this.CONSUME(NameToken) }, { ALT: () => this.SUBRULE(this.yearFigure) }]);
        },
      },
      { ALT: () => this.CONSUME(words.inTheYearsGiven) },
      { ALT: () => this.CONSUME(words.ifNotYetRewarded) },
    ]);
  });

  ladderEnd = this.RULE('ladderEnd', () => {
    this.CONSUME(Bound);
    this.CONSUME(Comma);
    this.CONSUME(Settlement);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.ladderRow);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  ladderRow = this.RULE('ladderRow', () => {
    this.SUBRULE(this.additive);
    this.CONSUME(Colon);
    this.SUBRULE(this.additive);
    this.MANY(() => this.CONSUME(AnchorToken));
  });

  conditionBlock = this.RULE('conditionBlock', () => {
    this.OR([{ ALT: () => this.CONSUME(words.allOf) }, { ALT: () => this.CONSUME(words.anyOf) }]);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.expression);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });
}
