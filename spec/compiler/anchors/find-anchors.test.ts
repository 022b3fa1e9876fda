import { describe, expect, test } from 'vitest';
import { articlesOf } from '../../../compiler/anchors/articles.ts';
import { findAnchors } from '../../../compiler/anchors/find-anchors.ts';
import { compile } from '../../../compiler/compile.ts';
import { collector } from '../../../diagnostics/diagnostic.ts';

const source = `《某市若干措施》
為推動發展，制定以下措施。
一、算力
（一）算力券。對購買總額達到30萬元以上的，按最高50%給予補助，每家企業最高不超過50萬元。
（二）攻關項目。對國家級項目最高40%給予補助；對省級項目最高40%給予補助。企業超過1000萬元的除外。
二、附加
（三）標準。獎勵10萬元。
本措施自2023年10月10日起施行。`;

const facts =
  'policy sample | 样例 { in force 2023-10-10 「自2023年10月10日起施行」 }\nfacts company | 企业 { rd | 费用 : money each year }\n';

function find(policy: string) {
  const { file } = compile({ file: 'x.policy', text: facts + policy });
  const { report, diagnostics } = collector();
  const coverage = findAnchors(file, source, report);
  return {
    codes: diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    found: coverage.anchors.map(({ place }) => (place === undefined ? '' : source.slice(place.start, place.end))),
    uncovered: coverage.uncovered.map(({ article, figure }) => `${article} ${figure.text}`),
  };
}

describe('articles', () => {
  test('(一)… through the chapters, the preamble before and the closing provisions after', () => {
    const articles = articlesOf(source);
    expect(articles.map(({ name }) => name)).toEqual(['preamble', 1, 2, 3, 'closing']);
    expect(source.slice(articles[3]!.start, articles[3]!.end)).toContain('獎勵10萬元');
    expect(source.slice(articles[4]!.start)).toMatch(/^本措施自/);
  });
  test('第N条 with items that begin anew', () => {
    const text =
      '办法\n第一条 总则。\n第二条 补助：\n(一)甲类5万元；\n(二)乙类3万元。\n第三条 其他：\n(一)丙类。\n附则\n本办法自公布之日起施行。';
    const articles = articlesOf(text);
    expect(articles.map(({ name }) => name)).toEqual(['preamble', 1, 2, 3, 'closing']);
    expect(text.slice(articles[2]!.start, articles[2]!.end)).toContain('乙类');
    expect(text.slice(articles.at(-1)!.start)).toMatch(/^附则/);
  });
  test('a text without articles', () => {
    expect(articlesOf('给予10万元。')).toEqual([]);
  });
});

describe('anchors in the source', () => {
  test('are found in the cited article, whatever the script and width', () => {
    const { codes, found } = find(
      'clause a { cites article 1 ; every year ; when rd at least 300,000 CNY 「达到３０万元以上」 ; grant 1 CNY }',
    );
    expect(codes).toEqual([]);
    expect(found).toEqual(['自2023年10月10日起施行', '達到30萬元以上']);
  });
  test('must stand there once, or be numbered', () => {
    const clause = (anchor: string) => `clause a { cites article 2 ; grant up to 40% of rd ${anchor} }`;
    expect(find(clause('「最高40%」')).codes).toEqual(['JT5013']);
    expect(find(clause('「最高40%」#2')).codes).toEqual([]);
    expect(find(clause('「最高40%」#3')).codes).toEqual(['JT5013']);
    expect(find(clause('「对省级项目最高40%」')).codes).toEqual([]);
  });
  test('may not begin within a longer bound word', () => {
    expect(
      find('clause a { cites article 1 ; every year ; when rd over 500,000 CNY 「超过50万元」 ; grant 1 CNY }').codes,
    ).toEqual(['JT5011']);
  });
  test('may not cut a number', () => {
    expect(find('clause a { cites article 1 ; grant up to 0% of rd 「0%给予补助」 }').codes).toEqual(['JT5011']);
  });
  test('of another article are told where they are', () => {
    expect(find('clause a { cites article 3 ; grant up to 50% of rd 「最高50%」 }').codes).toEqual(['JT5012']);
  });
  test('of an article that is not there', () => {
    expect(find('clause a { cites article 9 ; grant up to 50% of rd 「最高50%」 }').codes).toEqual(['JT5014']);
  });
});

test('every figure of the source that no anchor holds is listed with its article', () => {
  const policy =
    'clause a { cites article 1 ; every year ; when rd at least 300,000 CNY 「达到30万元以上」 ; grant up to 50% of rd 「最高50%」 }';
  expect(find(policy).uncovered).toEqual(['1 50万元', '2 40%', '2 40%', '2 1000万元', '3 10万元']);
});

test('an uncovered figure is told with the place where it stands', () => {
  const { file } = compile({ file: 'x.policy', text: facts });
  const { report, diagnostics } = collector();
  findAnchors(file, '第一条 总则。\n第二条 给予10万元。', report);
  const found = diagnostics.filter(({ code }) => code === 'JT5021');
  expect(found.map(({ path, message }) => [path, message.zh])).toEqual([
    ['第2条 2', '原文的“10万元”没有任何一行用到：…第二条 给予10万元。…'],
  ]);
});
