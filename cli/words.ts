/** The words of the command line itself, in both languages. */
import type { Bilingual } from '../diagnostics/diagnostic.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  program: b(
    '阶梯：把奖补政策写成可核对、可计算、可解释的条款',
    'Jieti: write incentive policies as clauses that can be checked, computed and explained',
  ),
  usage: b('用法：', 'Usage:'),
  arguments: b('参数：', 'Arguments:'),
  options: b('选项：', 'Options:'),
  commands: b('命令：', 'Commands:'),
  globalOptions: b('通用选项：', 'Global options:'),
  helpOption: b('显示说明', 'show this help'),
  helpCommand: b('显示某个命令的说明', 'show the help of a command'),
  versionOption: b('显示版本', 'show the version'),
  lang: b('显示语言：zh 或 en', 'language of messages: zh or en'),
  policy: b('政策文件（.policy）', 'policy file (.policy)'),
  files: b('一个或多个政策文件', 'one or more policy files'),
  json: b('输出 JSON，供程序读取', 'print JSON, for programs'),
  facts: b(
    '填报内容（JSON 文件）；- 表示从标准输入逐行读取，每行一个申报主体',
    'facts (a JSON file); - reads one applicant per line from standard input',
  ),
  year: b('评定年度，例如 2024', 'year to assess, for example 2024'),
  ledger: b('台账（JSON Lines）：此前已获的奖补', 'ledger (JSON Lines): awards received before'),
  parameters: b('参数文件（JSON）：例如行业平均增速', 'parameters (a JSON file): figures that are not the applicant’s'),
  reading: b(
    '选用口径，可重复：--reading cap_scope=lifetime',
    'choose a reading, repeatable: --reading cap_scope=lifetime',
  ),
  explain: b('逐行解释每个条款', 'explain every clause line by line'),
  record: b('把确定的结果追加到台账', 'append what is settled to the ledger'),
  provisional: b('与 --record 同用：把上限也记入台账（暂记）', 'with --record: also record ceilings, as provisional'),
  clause: b('条款的名称', 'name of the clause'),
  outFolder: b('写到哪个文件夹', 'folder to write to'),
  check: b('检查政策文件，逐处说明错误', 'check policy files and tell every mistake'),
  print: b('打印某一步的结果：ast、ir、labels', 'print what a pass made: ast, ir, labels'),
  assess: b(
    '按政策评定一个申报主体，给出各条款的结果与合计',
    'assess an applicant under a policy: every clause and the totals',
  ),
  explainCommand: b(
    '解释一个条款的结果：为什么是这个数，或者为什么不成立',
    'explain one clause: why this sum, or why not',
  ),
  readings: b('哪些结果会因口径不同而不同，差多少', 'which results would differ under which reading, and by how much'),
  test: b('运行政策文件中的示例', 'run the examples of policy files'),
  build: b(
    '生成 TypeScript 评定程序、类型和 JSON Schema',
    'emit the TypeScript evaluator, its types and the JSON Schema',
  ),
  trace: b(
    '写按列计算、并记下所经各数的代码（NAME.traced.ts），可据此说明每一笔',
    'write code over columns that records what it meets (NAME.traced.ts), to tell the steps of every sum',
  ),
  columnar: b(
    '写成按列评定的代码（TypeScript 与 JavaScript）：一次评定许多申报主体，所有填报须已知',
    'write code over columns (TypeScript and JavaScript): many applicants at once, every fact of whom is known',
  ),
  printNumbers: b(
    '打印按列评定的代码怎样存放每个数：numbers',
    'print how code over columns holds each number: numbers',
  ),
  readingOfColumns: b(
    '按列评定的代码所依的口径，可重复',
    'reading that code over columns is made for; may be repeated',
  ),
  packageName: b(
    '写成完整的 npm 包：不依赖其他包，带类型、示例测试和说明',
    'write a complete npm package: no dependencies, with types, tests and a README',
  ),
  packageVersion: b('包的版本', 'version of the package'),
  ledgerCommand: b(
    '台账库：列出、汇总、导出、导入、写明完整、核验、冲销',
    'a ledger store: list, total, export, import, state that it is complete, verify, take back',
  ),
  store: b('台账库（DuckDB 文件）', 'ledger store (a DuckDB file)'),
  ledgerAction: b(
    'totals 汇总（默认）；list 逐条；export [FILE] 导出为 JSON Lines；import FILE 导入；cover 写明某段时间的台账完整；verify 核验各条前后相连、没有改动；reverse 冲销（记一条相反的，原条目保留）',
    'totals (unless said), list, export [FILE] as JSON Lines, import FILE, cover: state that it is complete over some time, verify: that entries are chained and unchanged, reverse: take entries back by counter-entries',
  ),
  ofSubject: b('这个申报主体的', 'of this applicant'),
  ofYear: b('这个年度的', 'of this year'),
  ofClause: b('这个条款的', 'of this clause'),
  ofRun: b('这次运行记下的', 'recorded by this run'),
  ofId: b('这个编号的', 'with this id'),
  ofPolicy: b('cover：只说这份政策；不写就是所有政策', 'cover: of this policy alone; of all if not said'),
  coverFrom: b('cover：从哪天起完整', 'cover: complete from this day'),
  coverTo: b('cover：到哪天为止完整', 'cover: complete to this day'),
  coverBy: b('cover：谁写明的', 'cover: who states it'),
  exportFile: b('export：写到哪个文件', 'export: file to write to'),
  runCommand: b(
    '按政策评定所有申报主体，逐年进行：分配总额，记入台账，写出奖补、不予奖补、待定和未能评定的各表',
    'assess all applicants under a policy, year by year: share budgets, record in the ledger, write tables of awards, refusals, what is open and what could not be read',
  ),
  applicants: b(
    '申报主体的表，或放着它和各清单的文件夹（CSV、JSON Lines、Parquet、Excel）；清单以名称作文件名，如 project.csv 或 项目.csv',
    'table of applicants, or a folder with it and its lists (CSV, JSON Lines, Parquet, Excel); a list is a file by its name, like project.csv',
  ),
  years: b('评定年度：2024 或 2023..2025', 'years to assess: 2024, or 2023..2025'),
  ledgerStore: b(
    '台账库（DuckDB 文件，没有就新建）：此前已付的从中取，这次确定的记进去；同年再运行，不会重复',
    'ledger store (a DuckDB file, made if there is none): what was paid before is read from it, what is settled now is recorded; running a year again records nothing twice',
  ),
  outTables: b('把各表写到哪个文件夹', 'folder to write the tables to'),
  format: b('各表的格式：csv、jsonl、parquet、xlsx', 'format of the tables: csv, jsonl, parquet or xlsx'),
  column: b(
    '表里的列名所指的填报项，可重复：--column "研发投入=rd@2023"',
    'which fact a header means, repeatable: --column "R&D 2023=rd@2023"',
  ),
  brief: b(
    '不予奖补的只计数、不列出：申报主体很多时快得多，写出的表也小得多',
    'count refusals without listing them: much faster with many applicants, and far smaller tables',
  ),
  threads: b(
    '用几个线程评定；不写就与处理器个数相同，0 表示不另开',
    'threads that assess; as many as processors unless said, 0 for none beside the main one',
  ),
  noColumns: b(
    '每个主体都逐个评定，不先按列评定：结果相同，慢得多，供核对',
    'assess everybody one by one, nobody by columns: the same results, much slower, to compare with',
  ),
  timings: b(
    '最后说明用时：读入、评定、分配、写出各多少，评定计算之外占多大比例',
    'tell at the end where the time went: reading, assessing, sharing, writing, and what share of it was not evaluation',
  ),
  provisionalRun: b('把上限也记入台账（暂记）', 'also record ceilings, as provisional'),
  emit: b(
    '把一年的评定写成一条 SQL 查询（DuckDB），金额精确，结果与评定程序一致',
    'write the assessment of one year as one SQL query (DuckDB), exact, with the results of the evaluator',
  ),
  emitTarget: b('生成什么：sql', 'what to emit: sql'),
  outFile: b('写到哪个文件；不写则打印', 'file to write to; printed without it'),
  emitYear: b('评定年度；不写则为有效期内的第一个整年', 'year to assess; without it the first whole year in force'),
  emitTables: b('改为列出查询所读的表（CREATE TABLE）', 'instead list the tables that the query reads (CREATE TABLE)'),
  simulate: b(
    '改一改会怎样：改动数、口径或整份政策，对同样的申报主体各算一遍；谁增加、谁减少，每个条款多花多少，按任何填报项的分布',
    'what a change would bring about: figures, readings or the whole policy changed, over the same applicants: who gains, who loses, what each clause costs, spread by any fact',
  ),
  set: b(
    '改一个数，可重复：--set art3.cap=60万元；路径见 --paths',
    'change a figure, repeatable: --set art3.cap=60万元; --paths lists what can be set',
  ),
  otherReading: b(
    '换一个口径，可重复：--reading cap_scope=lifetime',
    'change a reading, repeatable: --reading cap_scope=lifetime',
  ),
  against: b('与另一份政策相比', 'compare with another policy'),
  paths: b(
    '列出可以改的数、现在是多少、在哪一行；不运行',
    'list the figures that can be set, what they are and where; runs nothing',
  ),
  by: b(
    '按填报项分组，可重复：--by sector；数分四等份，或自定各段：--by "revenue: 500万, 2000万"',
    'group by a fact, repeatable: --by sector; figures in quarters, or in bands: --by "revenue: 500万, 2000万"',
  ),
  top: b('列出增加、减少最多的几个', 'how many of the greatest gains and losses are named'),
  ledgerRead: b('台账库：只读，不写', 'ledger store: read, never written'),
  outSimulation: b('把各表和图（SVG）写到哪个文件夹', 'folder to write the tables and plots (SVG) to'),
  schema: b('打印填报内容的 JSON Schema', 'print the JSON Schema of the facts'),
  fmt: b(
    '整理政策文本；也可在中文、繁體、英文之间改写',
    'format policy texts; also rewrites them in Chinese or English',
  ),
  fmtCheck: b('只检查，不改写；有未整理的文件时退出码为 1', 'change nothing; exit code 1 when a file is not formatted'),
  fmtLang: b('改写成 zh（简体）、zh-hant（繁體）或 en', 'rewrite in zh, zh-hant (traditional) or en'),
  fmtStdout: b('打印结果，不改文件', 'print the result instead of writing the file'),
  newCommand: b('新建一份政策：从模板开始，或改编已有的政策', 'begin a policy, from a template or by adapting one'),
  newName: b('文件夹；最后一段是政策的名称', 'folder; its last part is the name of the policy'),
  newTemplate: b(
    '模板：voucher（比例、封顶、分档）或 projects（逐个项目）',
    'template: voucher (share, cap, tiers) or projects (item by item)',
  ),
  newAdapts: b('改编这份政策，只写不同之处', 'adapt this policy, stating only what differs'),
  newQuestion: b('从什么开始？', 'What to begin from?'),
  newPrompt: b(
    '输入序号（回车为 1），或要改编的 .policy 文件：',
    'A number (Enter for 1), or the .policy file to adapt: ',
  ),
  newNext: b('接下来：', 'Next:'),
  wrote: b('已写入', 'wrote'),
  anchors: b(
    '对照原文核对「」中的用语，列出没有条款引用的数字',
    'find every anchor in the source text and list its figures that no line accounts for',
  ),
  source: b('政策原文（纯文本）', 'text of the source document'),
  exitCodes: b(
    '退出码：0 正常；1 有错误或未通过；2 命令写法有误；70 程序自身出错',
    'Exit codes: 0 fine; 1 mistakes found or a test failed; 2 the command was mistyped; 70 a fault of the program itself',
  ),
  unknownCommand: b('没有这个命令', 'there is no such command'),
  unknownOption: b('没有这个选项', 'there is no such option'),
  missingArgument: b('缺少参数', 'an argument is missing'),
  missingOption: b('缺少必需的选项', 'a required option is missing'),
  missingValue: b('选项后缺少内容', 'an option lacks its value'),
  excessArguments: b('参数太多', 'too many arguments'),
  invalidArgument: b('参数不合适', 'an argument does not fit'),
  noLedgerInExample: b(
    '示例没有写台账，以往和其他政策的获奖都按未知计算；若都没有获奖，加一行“台账 为空”',
    'the example has no ledger, so earlier awards and those of other policies are unknown; if there are none, add the line “ledger empty”',
  ),
  seeHelp: b('说明见', 'see'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Examples at the foot of each help page: a help that teaches. */
export const samples: Readonly<Record<string, readonly string[]>> = {
  jieti: ['jieti check policies/xiamen-ai-2023/xiamen-ai-2023.policy'],
  check: ['jieti check policies/xiamen-ai-2023/xiamen-ai-2023.policy', 'jieti check --lang zh a.policy b.policy'],
  assess: [
    'jieti assess xiamen.policy --facts company.json --year 2024 --ledger ledger.jsonl --explain',
    'jieti assess xiamen.policy --facts company.json --year 2024 --reading cap_scope=lifetime',
    'cat companies.jsonl | jieti assess xiamen.policy --facts - --year 2024 > results.jsonl',
  ],
  explain: ['jieti explain xiamen.policy art6_1 --facts company.json --year 2024'],
  readings: ['jieti readings xiamen.policy --facts company.json --year 2024', 'jieti readings xiamen.policy'],
  test: ['jieti test policies/xiamen-ai-2023/xiamen-ai-2023.policy'],
  build: [
    'jieti build xiamen.policy -o generated',
    'jieti build xiamen.policy --package xiamen-ai-2023 -o xiamen-ai-2023',
    'jieti build xiamen.policy --columnar -o generated --reading cap_scope=lifetime',
    'jieti build xiamen.policy --print numbers',
  ],
  ledger: [
    'jieti ledger city.ledger totals --year 2024',
    'jieti ledger city.ledger cover --from 2023-10-10 --to 2025-12-31 --by 市工信局',
    'jieti ledger city.ledger list --subject 91350200MA00000117',
    'jieti ledger city.ledger reverse --run 3',
    'jieti ledger city.ledger verify',
  ],
  run: [
    'jieti run xiamen.policy --applicants 2024/ --years 2024 -o results',
    'jieti run xiamen.policy --applicants companies.xlsx --years 2023..2025 --ledger city.ledger --format xlsx -o results',
    'jieti run xiamen.policy --applicants companies.csv --years 2024 --column "研发投入2024=rd@2024" --column "研发投入2023=rd@2023"',
  ],
  emit: [
    'jieti emit sql --tables xiamen.policy > tables.sql',
    'jieti emit sql xiamen.policy --year 2024 -o xiamen-2024.sql',
    'jieti emit sql xiamen.policy --year 2024 --reading rounding=fen > xiamen-2024-fen.sql',
  ],
  simulate: [
    'jieti simulate xiamen.policy --paths',
    'jieti simulate xiamen.policy --applicants 2024/ --years 2024 --set art3.cap=60万元 --by revenue -o what-if',
    'jieti simulate xiamen.policy --applicants 2024/ --years 2023..2025 --reading cap_scope=lifetime',
    'jieti simulate xiamen.policy --applicants 2024/ --years 2024 --against draft.policy --by "revenue@2023: 500万, 2000万"',
  ],
  schema: ['jieti schema xiamen.policy > facts.schema.json'],
  fmt: [
    'jieti fmt xiamen.policy',
    'jieti fmt --lang en --stdout xiamen.policy',
    'jieti fmt --check policies/*/*.policy',
  ],
  anchors: ['jieti anchors xiamen.policy --source measures.txt'],
  new: [
    'jieti new sample-city --template voucher',
    'jieti new policies/sample-city-2025 --adapts policies/xiamen-ai-2023/xiamen-ai-2023.policy',
  ],
};
export const samplesTitle = b('例如：', 'Examples:');
