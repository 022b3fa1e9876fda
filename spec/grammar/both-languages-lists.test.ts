/** Order within lists, limits on items and cuts, in both languages. */
import { describe } from 'vitest';
import { same } from './same-in-both.ts';

describe('lines', () => {
  same(
    (line) => `clause c {\n${line}\n}`,
    [
      ['several times', 'limit 3 times per project over 5 years', '限次 每个 project 连续5年 3次'],
      ['one time by a limit', 'limit 1 per project', '名额 每个 project 1项'],
      [
        'the first items',
        'limit 10% of x per company per year, by c highest first, ties in listed order',
        '名额 每家 company 每年 x 的 10%，按 c 由高到低，并列按填报先后',
      ],
      [
        'the first items by an option',
        'limit 2 per company per year, by c in the order e, f, g, ties by d earliest first, ties in listed order',
        '名额 每家 company 每年 2项，按 c 依次为 e、f、g，并列按 d 先后，并列按填报先后',
      ],
      ['cut pro rata', 'cap 5 CNY per company per year, cut pro rata', '封顶 每家 company 每年 5元，按比例削减'],
      [
        'cut as listed',
        'cap 5 CNY per company ever, cut in order, reading r',
        '封顶 每家 company 累计 5元，依次削减，口径 r',
      ],
      [
        'cut by an order',
        'cap 5 CNY per company ever, all or nothing, cut in order by d earliest first ties in listed order as x',
        '封顶 每家 company 累计 5元，超出全部不予，按 d 先后 并列按填报先后 依次削减 记为 x',
      ],
    ],
  );
});

describe('expressions', () => {
  same(
    (expression) => `let d | 定义甲 = ${expression}`,
    [
      [
        'rank in a list',
        'rank among each p by x highest first, ties share the rank',
        '各 p 按 x 由高到低，并列同名次 的 名次',
      ],
      [
        'rank by several figures',
        'rank among each p where (a and b) by x lowest first ties by d latest first, ties in listed order',
        '各 p（a 且 b）按 x 由低到高 并列按 d 由后到先，并列按填报先后 的 名次',
      ],
      [
        'part in order',
        'the part of x up to 5 CNY among each p where a by d earliest first, ties in listed order',
        '各 p（a）的 x 按 d 先后，并列按填报先后 不超过 5元 的部分',
      ],
      ['part beyond', 'the part of x over y among each p by d earliest first', '各 p 的 x 按 d 先后 超过 y 的部分'],
    ],
  );
});

describe('what applicants share', () => {
  same(
    (fields) => `facts company {\n${fields}\n}`,
    [
      [
        'a key of several fields',
        'each item | 家电 by id, category { id : text }',
        '每件 item | 家电 按 id、category { id ： 文字 }',
      ],
      [
        'a shared key',
        'each standard | 标准 by number shared among applicants { number : text }',
        '每项 standard | 标准 按 number 多家共用 { number ： 文字 }',
      ],
      ['a shared fact', 'group : text or none shared among applicants', 'group ： 文字 可无 多家共用'],
    ],
  );
  same(
    (line) => `example "e" in 2024 {\n${line}\n}`,
    [
      [
        'an award of another applicant',
        'ledger applicant "B" on c for "P1" in 2023 paid 5 CNY',
        '台账 申报者 "B" 2023年 c 对 "P1" 已付 5元',
      ],
    ],
  );
});
