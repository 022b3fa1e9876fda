import { nameFollows } from './gates.ts';
import type { Rule } from './production.ts';
import { RuleNotation } from './rule-notation.ts';
import {
  AdditiveOperator,
  AtBlock,
  Comma,
  DateToken,
  families,
  HanPercent,
  LeftParenthesis,
  Minus,
  MultiplicativeOperator,
  NameToken,
  NumberToken,
  PartBound,
  Percent,
  PerSlash,
  Possessive,
  RightParenthesis,
  UnitName,
  words,
} from './tokens.ts';

const { Bound, SuffixBound, StepWord, CountUnit, DurationUnit, Currency, Multiplier } = families;

/**
 * The grammar of operators, comparisons and the of/的 chain. Both orders of arguments are left-factored: a primary first, then a loop over
 * what may follow it in either language (R13). Constructs with words of their own are added by ExpressionParser.
 */
export abstract class OperatorParser extends RuleNotation {
  abstract ceiling: Rule;
  abstract part: Rule;
  abstract aggregate: Rule;
  abstract extreme: Rule;
  abstract count: Rule;
  abstract eachAggregate: Rule;
  abstract rankAmong: Rule;
  abstract amountPaid: Rule;
  abstract calendarPrimary: Rule;
  abstract calendarSuffix: Rule;
  abstract withinTail: Rule;
  abstract choose: Rule;
  abstract cases: Rule;
  abstract readingExpression: Rule;
  abstract firstTimeLadder: Rule;
  abstract ladder: Rule;
  abstract conditionBlock: Rule;

  expression = this.LEVEL('expression', () => {
    this.SUBRULE(this.logicalOperand);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(words.and) }, { ALT: () => this.CONSUME(words.or) }]);
      this.SUBRULE(this.logicalOperand);
    });
  });

  logicalOperand = this.LEVEL('logicalOperand', () => {
    this.MANY(() => this.CONSUME(words.not));
    this.SUBRULE(this.comparison);
  });

  comparison = this.LEVEL('comparison', () => {
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
      { ALT: () => this.SUBRULE(this.withinTail) },
      {
        ALT: () => {
          this.OR([
            { ALT: () => this.CONSUME(words.is) },
            { ALT: () => this.CONSUME(words.isNot) },
            { ALT: () => this.CONSUME(words.includes) },
          ]);
          this.SUBRULE(this.names);
        },
      },
      {
        ALT: () => {
          this.OR([{ ALT: () => this.CONSUME(words.inTheTop) }, { ALT: () => this.CONSUME(words.front) }]);
          this.SUBRULE(this.additive);
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

  /** `from A to B`; 在 D 起 2年内. */
  range = this.RULE('range', () => {
    this.CONSUME(words.from);
    this.SUBRULE(this.additive);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.to);
          this.SUBRULE(this.additive);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.began);
          this.SUBRULE(this.literal);
          this.OR([{ ALT: () => this.CONSUME(words.inside) }, { ALT: () => this.CONSUME(SuffixBound) }]);
        },
      },
    ]);
  });

  names = this.RULE('names', () => {
    this.CONSUME(NameToken);
    this.MANY({
      GATE: nameFollows,
      DEF: () => {
        this.CONSUME(Comma);
        this.CONSUME(NameToken);
      },
    });
  });

  additive = this.LEVEL('additive', () => {
    this.SUBRULE(this.multiplicative);
    this.MANY(() => {
      this.CONSUME(AdditiveOperator);
      this.SUBRULE(this.multiplicative);
    });
  });

  multiplicative = this.LEVEL('multiplicative', () => {
    this.SUBRULE(this.unary);
    this.MANY(() => {
      this.CONSUME(MultiplicativeOperator);
      this.SUBRULE(this.unary);
    });
  });

  unary = this.LEVEL('unary', () => {
    this.MANY(() => this.CONSUME(Minus));
    this.SUBRULE(this.chain);
  });

  /** The of/的 chain: it binds tighter than any operator. */
  chain = this.LEVEL('chain', () => {
    this.SUBRULE(this.prefixed);
    this.MANY(() => this.SUBRULE(this.suffix));
  });

  prefixed = this.LEVEL('prefixed', () => {
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

  primary = this.LEVEL('primary', () => {
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
      { ALT: () => this.SUBRULE(this.rankAmong) },
      { ALT: () => this.SUBRULE(this.amountPaid) },
      { ALT: () => this.SUBRULE(this.calendarPrimary) },
      { ALT: () => this.SUBRULE(this.choose) },
      { ALT: () => this.SUBRULE(this.cases) },
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
          this.CONSUME(NumberToken);
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
    this.MANY(() => {
      this.CONSUME(PerSlash);
      this.SUBRULE(this.perUnit);
    });
  });

  /** What a figure or type is per: 30元/平方米/月, 7.1元/美元. */
  perUnit = this.RULE('perUnit', () => {
    this.OR([
      { ALT: () => this.CONSUME(Currency) },
      { ALT: () => this.CONSUME(CountUnit) },
      { ALT: () => this.CONSUME(DurationUnit) },
      { ALT: () => this.CONSUME(words.perMonth) },
      { ALT: () => this.CONSUME(UnitName) },
    ]);
  });

  /** A figure; `2 years earlier P`; `2 years after P`. */
  figure = this.LEVEL('figure', () => {
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
      this.CONSUME(NameToken);
    });
  });

  /** A list only after `lowest of` and its like; the tree builder sees to that. */
  bracketed = this.RULE('bracketed', () => {
    this.CONSUME(LeftParenthesis);
    this.SUBRULE(this.expression);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.expression);
    });
    this.CONSUME(RightParenthesis);
  });

  yearFigure = this.RULE('yearFigure', () => {
    this.CONSUME(NumberToken);
    this.OPTION(() => this.CONSUME(DurationUnit));
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
          this.SUBRULE(this.chain);
          this.CONSUME(words.dePart);
        },
      },
      { ALT: () => this.SUBRULE(this.calendarSuffix) },
      {
        ALT: () => {
          this.CONSUME(words.fullyAfter);
          this.SUBRULE(this.literal);
        },
      },
      { ALT: () => this.SUBRULE(this.asOfDay) },
      { ALT: () => this.CONSUME(words.splitByDays) },
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
          this.SUBRULE(this.primary);
        },
      },
    ]);
  });

  /** `E as of D`; E 以 D 为准. */
  asOfDay = this.RULE('asOfDay', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.asOf);
          this.SUBRULE(this.prefixed);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.in);
          this.SUBRULE(this.chain);
          this.CONSUME(words.prevailing);
        },
      },
    ]);
  });

  clauseValue = this.RULE('clauseValue', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.beforeCap) },
      {
        ALT: () => {
          this.OR([
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
          this.CONSUME(NameToken);
          this.OR([{ ALT: () => this.CONSUME(words.front) }, { ALT: () => this.CONSUME(words.back) }]);
        },
      },
    ]);
  });
}
