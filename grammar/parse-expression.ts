import { CstParser, type IParserErrorMessageProvider, tokenMatcher } from 'chevrotain';
import {
  AdditiveOperator,
  AnchorToken,
  AtBlock,
  Colon,
  Comma,
  DateToken,
  DaysTo,
  families,
  HanPercent,
  LeftBrace,
  LeftParenthesis,
  Minus,
  MultiplicativeOperator,
  NameToken,
  NumberToken,
  PartBound,
  Percent,
  Possessive,
  parserTokenTypes,
  RightBrace,
  RightParenthesis,
  Semicolon,
  UnitName,
  words,
} from './tokens.ts';

const { Bound, SuffixBound, StepWord, ChooseMode, Settlement, CountUnit, DurationUnit, Currency, Multiplier } =
  families;

/**
 * The grammar of expressions: one rule per production, in the order of the language reference. Both orders of arguments are
 * left-factored: a primary first, then a loop over what may follow it in either language (R13).
 */
export class ExpressionParser extends CstParser {
  constructor(skipValidations: boolean, errorMessageProvider: IParserErrorMessageProvider) {
    super(parserTokenTypes, {
      // A mistake is cut out by the caller and the rest read again (see recover.ts); a tree without errors is complete.
      recoveryEnabled: false,
      maxLookahead: 2,
      nodeLocationTracking: 'onlyOffset',
      skipValidations,
      errorMessageProvider,
    });
  }

  expression = this.RULE('expression', () => {
    this.SUBRULE(this.logicalOperand);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(words.and) }, { ALT: () => this.CONSUME(words.or) }]);
      this.SUBRULE2(this.logicalOperand);
    });
  });

  logicalOperand = this.RULE('logicalOperand', () => {
    this.MANY(() => this.CONSUME(words.not));
    this.SUBRULE(this.comparison);
  });

  comparison = this.RULE('comparison', () => {
    this.SUBRULE(this.additive);
    this.OPTION(() => this.SUBRULE(this.comparisonTail));
  });

  comparisonTail = this.RULE('comparisonTail', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Bound);
          this.SUBRULE(this.additive);
          this.OPTION(() => this.CONSUME(SuffixBound));
        },
      },
      { ALT: () => this.SUBRULE(this.suffixedFigure) },
      { ALT: () => this.CONSUME(words.hasGrown) },
      { ALT: () => this.SUBRULE(this.range) },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(words.is) },
            { ALT: () => this.CONSUME(words.isNot) },
            { ALT: () => this.CONSUME(words.includes) },
          ]);
          this.SUBRULE(this.names);
        },
      },
      {
        ALT: () => {
          this.OR3([{ ALT: () => this.CONSUME(words.inTheTop) }, { ALT: () => this.CONSUME(words.front) }]);
          this.SUBRULE(this.literal);
        },
      },
      { ALT: () => this.CONSUME(words.isGranted) },
    ]);
  });

  /** 30万元 以上. */
  suffixedFigure = this.RULE('suffixedFigure', () => {
    this.SUBRULE(this.literal);
    this.CONSUME(SuffixBound);
  });

  range = this.RULE('range', () => {
    this.CONSUME(words.from);
    this.SUBRULE(this.additive);
    this.CONSUME(words.to);
    this.SUBRULE2(this.additive);
  });

  names = this.RULE('names', () => {
    this.CONSUME(NameToken);
    this.MANY({
      // `stage is neeq, reading R`: the comma may begin what follows the list.
      GATE: () => tokenMatcher(this.LA(2), NameToken),
      DEF: () => {
        this.CONSUME(Comma);
        this.CONSUME2(NameToken);
      },
    });
  });

  additive = this.RULE('additive', () => {
    this.SUBRULE(this.multiplicative);
    this.MANY(() => {
      this.CONSUME(AdditiveOperator);
      this.SUBRULE2(this.multiplicative);
    });
  });

  multiplicative = this.RULE('multiplicative', () => {
    this.SUBRULE(this.unary);
    this.MANY(() => {
      this.CONSUME(MultiplicativeOperator);
      this.SUBRULE2(this.unary);
    });
  });

  unary = this.RULE('unary', () => {
    this.MANY(() => this.CONSUME(Minus));
    this.SUBRULE(this.chain);
  });

  /** The of/的 chain: it binds tighter than any operator. */
  chain = this.RULE('chain', () => {
    this.SUBRULE(this.prefixed);
    this.MANY(() => this.SUBRULE(this.suffix));
  });

  prefixed = this.RULE('prefixed', () => {
    this.MANY(() => this.SUBRULE(this.prefix));
    this.SUBRULE(this.primary);
  });

  prefix = this.RULE('prefix', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.growthOf) },
      { ALT: () => this.CONSUME(words.increaseIn) },
      { ALT: () => this.CONSUME(words.lastYears) },
      {
        ALT: () => {
          this.CONSUME(words.front);
          this.CONSUME(NumberToken);
          this.CONSUME(DurationUnit);
        },
      },
    ]);
  });

  primary = this.RULE('primary', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.figure) },
      { ALT: () => this.CONSUME(DateToken) },
      { ALT: () => this.SUBRULE(this.nameExpression) },
      { ALT: () => this.SUBRULE(this.bracketed) },
      { ALT: () => this.SUBRULE(this.ceiling) },
      { ALT: () => this.SUBRULE(this.part) },
      { ALT: () => this.SUBRULE(this.aggregate) },
      { ALT: () => this.SUBRULE(this.extreme) },
      { ALT: () => this.SUBRULE(this.count) },
      { ALT: () => this.SUBRULE(this.eachAggregate) },
      { ALT: () => this.SUBRULE(this.amountPaid) },
      { ALT: () => this.SUBRULE(this.daysBetween) },
      { ALT: () => this.SUBRULE(this.choose) },
      { ALT: () => this.SUBRULE(this.readingExpression) },
      { ALT: () => this.SUBRULE(this.firstTimeLadder) },
      { ALT: () => this.CONSUME(words.referenceDay) },
      { ALT: () => this.SUBRULE(this.conditionBlock) },
    ]);
  });

  literal = this.RULE('literal', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(NumberToken);
          this.MANY(() => this.CONSUME(Multiplier));
          this.OPTION(() => this.SUBRULE(this.figureUnit));
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.percentOf);
          this.CONSUME2(NumberToken);
        },
      },
      { ALT: () => this.CONSUME(HanPercent) },
    ]);
  });

  figureUnit = this.RULE('figureUnit', () => {
    this.OR([
      { ALT: () => this.CONSUME(Currency) },
      { ALT: () => this.CONSUME(Percent) },
      { ALT: () => this.CONSUME(words.percentagePoints) },
      { ALT: () => this.CONSUME(CountUnit) },
      { ALT: () => this.CONSUME(DurationUnit) },
      { ALT: () => this.CONSUME(UnitName) },
    ]);
  });

  /** A figure; `2 years earlier P`; `2 years after P`. */
  figure = this.RULE('figure', () => {
    this.SUBRULE(this.literal);
    this.OPTION(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(words.earlier);
            this.SUBRULE(this.prefixed);
          },
        },
        {
          ALT: () => {
            this.CONSUME(words.after);
            this.SUBRULE(this.chain);
          },
        },
      ]);
    });
  });

  nameExpression = this.RULE('nameExpression', () => {
    this.CONSUME(NameToken);
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(Possessive) }, { ALT: () => this.CONSUME(words.fieldOf) }]);
      this.CONSUME2(NameToken);
    });
  });

  /** A list only after `lowest of` and its like; the tree builder sees to that. */
  bracketed = this.RULE('bracketed', () => {
    this.CONSUME(LeftParenthesis);
    this.SUBRULE(this.expression);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE2(this.expression);
    });
    this.CONSUME(RightParenthesis);
  });

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
    this.SUBRULE2(this.chain);
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
      this.OPTION2(() => this.SUBRULE(this.itemFilter));
    });
  });

  /** Within an expression a filter is a name or stands in brackets, so that it ends where the reader thinks it does. */
  itemFilter = this.RULE('itemFilter', () => {
    this.CONSUME(words.where);
    this.OR([{ ALT: () => this.SUBRULE(this.nameExpression) }, { ALT: () => this.SUBRULE(this.bracketed) }]);
  });

  extreme = this.RULE('extreme', () => {
    this.OR([{ ALT: () => this.CONSUME(words.lowerOf) }, { ALT: () => this.CONSUME(words.higherOf) }]);
    this.SUBRULE(this.bracketed);
  });

  count = this.RULE('count', () => {
    this.CONSUME(words.countOf);
    this.CONSUME(NameToken);
    this.OPTION(() => this.SUBRULE(this.itemFilter));
  });

  /** 各 I（C）的 E 合计; 各 I 的 个数. */
  eachAggregate = this.RULE('eachAggregate', () => {
    this.CONSUME(words.eachOf);
    this.CONSUME(NameToken);
    this.OPTION(() => this.SUBRULE(this.bracketed));
    this.OR([
      { ALT: () => this.CONSUME(words.deCount) },
      {
        ALT: () => {
          this.CONSUME(words.de);
          this.SUBRULE(this.chain);
          this.SUBRULE(this.aggregateWord);
        },
      },
    ]);
  });

  amountPaid = this.RULE('amountPaid', () => {
    this.CONSUME(words.paidUnder);
    this.CONSUME(NameToken);
    this.OPTION(() => this.CONSUME(words.forThisItem));
  });

  daysBetween = this.RULE('daysBetween', () => {
    this.CONSUME(words.daysFrom);
    this.SUBRULE(this.chain);
    this.CONSUME(words.to);
    this.SUBRULE2(this.chain);
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
      this.MANY2(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  chooseRow = this.RULE('chooseRow', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.otherwise);
          this.CONSUME(Colon);
          this.OR2([
            { ALT: () => this.CONSUME(words.nothing) },
            { ALT: () => this.CONSUME(words.none) },
            { ALT: () => this.SUBRULE(this.rowValue) },
          ]);
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.rowTest);
          this.CONSUME2(Colon);
          this.SUBRULE2(this.rowValue);
          this.SUBRULE(this.lineReadings);
          this.MANY(() => this.CONSUME(AnchorToken));
        },
      },
    ]);
  });

  rowTest = this.RULE('rowTest', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.names) },
      {
        ALT: () => {
          this.SUBRULE(this.rowBound);
          this.MANY(() => {
            this.CONSUME(words.and);
            this.SUBRULE2(this.rowBound);
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
    ]);
  });

  rowValue = this.RULE('rowValue', () => {
    this.SUBRULE(this.additive);
    this.OPTION({
      // Or `, reading R`, which belongs to the row.
      GATE: () => this.LA(2).tokenType === words.cap,
      DEF: () => {
        this.CONSUME(Comma);
        this.CONSUME(words.cap);
        this.SUBRULE2(this.additive);
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
      this.MANY2(() => this.CONSUME(Semicolon));
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
    this.OPTION2(() => this.CONSUME2(Comma));
    this.SUBRULE(this.ladderEnd);
  });

  /** 自 F，2021年前最高 G，首次 超过，晋级补差 { … } after its operand. */
  ladder = this.RULE('ladder', () => {
    this.SUBRULE(this.ladderRange);
    this.OPTION(() => this.CONSUME(Comma));
    this.OPTION2(() => {
      this.SUBRULE(this.yearFigure);
      this.CONSUME(words.highestBefore);
      this.CONSUME(NameToken);
      this.OPTION3(() => this.CONSUME2(Comma));
    });
    this.CONSUME(words.firstTime);
    this.SUBRULE(this.ladderEnd);
  });

  ladderRange = this.RULE('ladderRange', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.since);
          this.OR2([{ ALT: () => this.CONSUME(NameToken) }, { ALT: () => this.SUBRULE(this.yearFigure) }]);
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
      this.MANY2(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  ladderRow = this.RULE('ladderRow', () => {
    this.SUBRULE(this.additive);
    this.CONSUME(Colon);
    this.SUBRULE2(this.additive);
    this.MANY(() => this.CONSUME(AnchorToken));
  });

  yearFigure = this.RULE('yearFigure', () => {
    this.CONSUME(NumberToken);
    this.OPTION(() => this.CONSUME(DurationUnit));
  });

  conditionBlock = this.RULE('conditionBlock', () => {
    this.OR([{ ALT: () => this.CONSUME(words.allOf) }, { ALT: () => this.CONSUME(words.anyOf) }]);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.expression);
      this.MANY2(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  suffix = this.RULE('suffix', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.of);
          this.SUBRULE(this.chain);
        },
      },
      { ALT: () => this.SUBRULE(this.steps) },
      {
        ALT: () => {
          this.CONSUME(words.de);
          this.SUBRULE(this.primary);
        },
      },
      { ALT: () => this.CONSUME(words.deGrowth) },
      { ALT: () => this.CONSUME(words.deIncrease) },
      {
        ALT: () => {
          this.CONSUME(PartBound);
          this.SUBRULE2(this.chain);
          this.CONSUME(words.dePart);
        },
      },
      {
        ALT: () => {
          this.CONSUME(DaysTo);
          this.SUBRULE3(this.chain);
          this.CONSUME(words.deDays);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.fullyAfter);
          this.SUBRULE(this.literal);
        },
      },
      { ALT: () => this.SUBRULE(this.clauseValue) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(words.forThisItem));
          this.CONSUME(words.alreadyPaid);
        },
      },
      { ALT: () => this.SUBRULE(this.ladder) },
    ]);
  });

  /** `A for every full S of P`; P 每满 S 给予 A. */
  steps = this.RULE('steps', () => {
    this.CONSUME(StepWord);
    this.SUBRULE(this.primary);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.of);
          this.SUBRULE(this.chain);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.give);
          this.SUBRULE2(this.primary);
        },
      },
    ]);
  });

  clauseValue = this.RULE('clauseValue', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.beforeCap) },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(words.at) },
            { ALT: () => this.CONSUME(words.before) },
            { ALT: () => this.CONSUME(words.after) },
          ]);
          this.CONSUME(NameToken);
        },
      },
      {
        ALT: () => {
          this.CONSUME(AtBlock);
          this.CONSUME2(NameToken);
          this.OR3([{ ALT: () => this.CONSUME(words.front) }, { ALT: () => this.CONSUME(words.back) }]);
        },
      },
    ]);
  });
}
