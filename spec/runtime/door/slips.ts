/** Slips of clerks and of programs, each a text that the door must not take, with the codes it must give. */
export interface Slip {
  readonly title: string;
  readonly text: string;
  readonly codes: readonly string[];
}

const facts = (title: string, value: object, ...codes: readonly string[]): Slip => ({
  title,
  text: JSON.stringify(value),
  codes,
});
const text = (title: string, source: string, ...codes: readonly string[]): Slip => ({ title, text: source, codes });

export const slips: readonly Slip[] = [
  // The text itself.
  text('an empty file', ' \n ', 'JT6002'),
  text('curly quotes', '{\n  “capital”: "300000"\n}', 'JT6002'),
  text('single quotes', "{'capital': '300000'}", 'JT6002'),
  text('a full-width comma', '{"capital": "300000"，"note": "好"}', 'JT6002'),
  text('a full-width colon', '{"capital"："300000"}', 'JT6002'),
  text('a full-width bracket at the start', '｛"capital": "300000"}', 'JT6002'),
  text('a comma after the last entry', '{"capital": "300000",\n}', 'JT6002'),
  text('a comma forgotten at the end of a line', '{"capital": "300000"\n "note": "好"}', 'JT6002'),
  text('a colon forgotten', '{"capital" "300000"}', 'JT6002'),
  text('a name without quotes', '{capital: "300000"}', 'JT6002'),
  text('commas between the thousands', '{"capital": 300,000}', 'JT6002'),
  text('a text without end', '{"note": "好\n}', 'JT6002'),
  text('a file cut off', '{"project": [{"number": "P1"', 'JT6002'),
  text('brackets that cross', '{"project": [{"number": "P1"]}}', 'JT6002'),
  text('two applicants in one file', '{"capital": 1}\n{"capital": 2}', 'JT6002'),
  text('a bare percentage', '{"discount": 5%}', 'JT6002'),
  text('a leading zero', '{"capital": 0300}', 'JT6002'),
  text('a word without quotes', '{"ai_enterprise": 是}', 'JT6002'),
  text('a path with single backslashes', '{"note": "D:\\资料"}', 'JT6002'),
  text('a comment', '{"capital": 1 // 元\n}', 'JT6002'),
  text('a comma too many', '{"capital": 1,, "note": "x"}', 'JT6002'),
  text('an equals sign', '{"capital" = 1}', 'JT6002'),
  text('a key written twice', '{"capital": 1,\n"note": "好",\n"capital": 2}', 'JT6004'),
  text('a number that programs would round', '{"capital": 90071992547409.93}', 'JT6005'),
  text('a number beyond all measure', '{"capital": 1e9000000}', 'JT6005'),
  facts('a list for an applicant', [{ capital: 1 }], 'JT6008'),
  // Names.
  facts('a name cut short', { 研发费用: { '2024': '1' } }, 'JT6010'),
  facts('a name in no policy', { constructor: 1, shoe_size: 42 }, 'JT6010', 'JT6010'),
  facts('an unknown name within an item', { project: [{ number: 'P1', won: '2024-01-01' }] }, 'JT6010'),
  facts('one fact under two names', { rd: { '2024': '1' }, 自主研发费用: { '2024': '2' } }, 'JT6011'),
  facts('one year under two spellings', { rd: { '2024': '1', '2024年': '2' } }, 'JT6011'),
  facts('a year of two digits, and one far off', { rd: { '24': '1', '2201': '2' } }, 'JT6012', 'JT6012'),
  facts('a yearly fact without its year', { rd: '300000' }, 'JT6013'),
  facts('years for a fact that has none', { capital: { '2024': '1' } }, 'JT6014'),
  facts('one item without its list', { 项目: { 编号: 'P1' } }, 'JT6015'),
  facts('an item that is a mere name', { project: ['P1', { number: 'P2' }] }, 'JT6016'),
  facts('items without their key', { project: [{ won_on: '2024-01-01' }, { number: null }] }, 'JT6017', 'JT6017'),
  facts('one project listed twice', { project: [{ number: 'P1' }, { number: 'P2' }, { number: 'Ｐ１' }] }, 'JT6018'),
  // Forms.
  facts('万 in a sum of money', { capital: '30万元' }, 'JT6020'),
  facts('thousands commas in text', { capital: '300,000.00' }, 'JT6020'),
  facts('words for money', { capital: '约三十万' }, 'JT6020'),
  facts('a list for money', { capital: [1, 2] }, 'JT6020'),
  facts('half a fen', { capital: 100.005, rd: { '2024': '100.005' } }, 'JT6021', 'JT6021'),
  facts('a sum out of a spreadsheet', { capital: 30000.000000000004 }, 'JT6021'),
  facts('a negative expense', { rd: { '2024': '-5' }, staff: -1, discount: '-3%' }, 'JT6022', 'JT6022', 'JT6022'),
  facts('a percentage as a bare number', { discount: 0.1 }, 'JT6023'),
  facts('a percentage in words', { discount: '百分之10' }, 'JT6023'),
  facts('a percentage above its bound', { discount: '101%' }, 'JT6034'),
  facts('percent for points', { lift: '2%' }, 'JT6024'),
  facts('a duration with its unit', { loan_years: '3年' }, 'JT6025'),
  facts('a quantity with its unit', { power: '1,000P' }, 'JT6025'),
  facts('half a person', { staff: 2.5 }, 'JT6026'),
  facts('a count with its counter', { staff: '3人' }, 'JT6026'),
  facts('a rank of zero', { rank: 0 }, 'JT6034'),
  facts('a date with slashes', { registered_on: '2024/3/1' }, 'JT6027'),
  facts('a date in Chinese', { registered_on: '2024年3月1日' }, 'JT6027'),
  facts('a day number of a spreadsheet', { registered_on: 45352 }, 'JT6027'),
  facts('a day that does not exist', { registered_on: '2023-02-29' }, 'JT6028'),
  facts('a month that does not exist', { registered_on: '2023-13-01' }, 'JT6028'),
  facts('a one for a yes', { ai_enterprise: 1 }, 'JT6029'),
  facts(
    'a mistyped option',
    { stage: '国家', project: [{ number: 'P1', levels: ['省级', '区级'] }] },
    'JT6030',
    'JT6030',
  ),
  facts('one option where there may be several', { project: [{ number: 'P1', levels: '国家级、省级' }] }, 'JT6031'),
  facts('a number for a text', { note: 5 }, 'JT6033'),
  facts('an empty text', { note: '' }, 'JT6033'),
  facts('none where there must be something', { registered_on: '无' }, 'JT6035'),
  facts(
    'more digits than a JSON number keeps',
    { capital: 900719925474099, index: 0.30000000000000004 },
    'JT6036',
    'JT6036',
  ),
  facts('forty digits', { capital: '1'.repeat(40) }, 'JT6036'),
  facts('an applicant that is a number', { subject: 91350200 }, 'JT6037'),
  facts(
    'a place in an item',
    { project: [{ number: 'P1', won_on: '2024-02-30', income: { '2023': 'x' } }] },
    'JT6028',
    'JT6020',
  ),
  // Decisions.
  facts('a decision outside a list', { decisions: { clause: 'art6', year: 2024, rate: '5%' } }, 'JT6040'),
  facts('a decision on no clause', { decisions: [{ clause: 'art66', year: 2024, rate: '5%' }] }, 'JT6041'),
  facts('a decision without a year', { decisions: [{ clause: 'art6', rate: '5%' }] }, 'JT6042'),
  facts('a decision that is nothing yet', { decisions: [{ year: 24 }, 5] }, 'JT6040', 'JT6041', 'JT6042', 'JT6043'),
  facts(
    'a decision of nothing, and of two things',
    {
      decisions: [
        { clause: 'art6', year: 2024 },
        { clause: 'art6', year: 2023, rate: '5%', amount: 1 },
      ],
    },
    'JT6043',
    'JT6043',
  ),
  facts('a rate decided as a bare number', { decisions: [{ clause: 'art6', year: 2024, rate: 0.35 }] }, 'JT6023'),
  facts(
    'two decisions on one thing',
    {
      decisions: [
        { clause: 'art6', year: 2024, rate: '5%' },
        { clause: '研发补助', year: 2024, rate: '6%' },
      ],
    },
    'JT6044',
  ),
  facts(
    'a decision on an item that is not there',
    { project: [{ number: 'P1' }], decisions: [{ clause: 'art4', item: 'P2', year: 2024, amount: '5' }] },
    'JT6045',
  ),
  // Many at once: one run tells all.
  facts(
    'many slips',
    { capital: '30万', registered_on: '2024-13-01', staff: '三', 营业: 1, project: [{}] },
    'JT6020',
    'JT6028',
    'JT6026',
    'JT6010',
    'JT6017',
  ),
];
