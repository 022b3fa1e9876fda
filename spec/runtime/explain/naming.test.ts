import { describe, expect, test } from 'vitest';
import { naming } from '../../../runtime/explain/naming.ts';
import { sample } from './sample-policy.ts';

const names = naming(sample.ir);

describe('a fact by its path', () => {
  test.each([
    ['rd@2022', '自主研发费用（2022年）', 'rd (2022)'],
    ['ai_enterprise', '人工智能企业', 'ai_enterprise'],
    ['project', '项目', 'project'],
    ['project[P1].won_on', '项目 P1 的 立项日期', 'project P1: won_on'],
    ['project[a].b[c@d].rd_invested', '项目 a].b[c@d 的 研发投入', 'project a].b[c@d: rd_invested'],
    ['__proto__', '__proto__', '__proto__'],
    ['constructor[x].y', 'constructor x 的 y', 'constructor x: y'],
  ])('%s', (path, zh, en) => {
    expect(names.fact(path)).toEqual({ zh, en });
  });
});

test('causes name their clause and item', () => {
  expect(names.cause('discretion:art4[P1]')).toEqual({
    kind: 'discretion',
    path: 'art4[P1]',
    names: { zh: 'art4 攻关项目 P1', en: 'art4 P1' },
  });
  expect(names.cause('missing:rd@2023').names.zh).toBe('自主研发费用（2023年）');
});
