import { expect, test } from 'vitest';
import { causeNames, pathNames, pathOf } from '../../../runtime/door/path-names.ts';
import { periodOfYear } from '../../../runtime/period.ts';
import type { Cause } from '../../../runtime/value.ts';
import { policy } from './sample-policy.ts';

test.each([
  ['capital', '注册资本', 'capital'],
  ['rd@2022', '自主研发费用（2022年）', 'rd (2022)'],
  ['project', '项目', 'project'],
  ['project[P1]', '项目 P1', 'project P1'],
  ['project[P1].won_on', '项目 P1 的 立项日期', 'won_on of project P1'],
  ['project[P1].income@2024', '项目 P1 的 收入（2024年）', 'income (2024) of project P1'],
  ['visit[#2].day', '第 2 个走访 的 日期', 'day of visit no. 2'],
  ['project[a].b@c[d].income@2024', '项目 a].b@c[d 的 收入（2024年）', 'income (2024) of project a].b@c[d'],
  ['unheard_of@2024', 'unheard_of（2024年）', 'unheard_of (2024)'],
])('%s', (path, zh, en) => expect(pathNames(policy, path)).toEqual({ zh, en }));

test.each<readonly [Cause, string, string]>([
  ['missing:rd@2022', '自主研发费用（2022年）', 'rd (2022)'],
  ['discretion:art4', 'art4 攻关项目 的核定', 'the decision on art4'],
  ['discretion:art4[P1]', 'art4 攻关项目（P1） 的核定', 'the decision on art4 for P1'],
  ['history:art6', 'art6 研发补助 此前已获的数额', 'what was received before under art6'],
  [
    'other-awards:art4[a]b]',
    '其他政策给予的同类奖补（art4 攻关项目（a]b））',
    'like awards under other policies (art4 for a]b)',
  ],
  ['budget:art6', 'art6 研发补助 的总额分配', 'the sharing of the budget of art6'],
])('%s', (cause, zh, en) => expect(causeNames(policy, cause)).toEqual({ zh, en }));

test('paths are written as causes write them', () => {
  expect(pathOf({ field: 'rd', year: '2022' })).toBe('rd@2022');
  expect(pathOf({ list: 'project', item: 'P1', field: 'income', year: '2024' })).toBe('project[P1].income@2024');
  expect(pathOf({ list: 'project' })).toBe('project');
});

test('a year is the half-open interval of its days (R3)', () => {
  expect(periodOfYear(2024)).toEqual({ label: '2024', from: '2024-01-01', to: '2025-01-01', year: 2024 });
});
