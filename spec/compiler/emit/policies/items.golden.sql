-- tables shaped like the facts; what is not known is NULL
-- subject is the applicant, item the key of an item of a list, position its place in the list, year the year

-- company
CREATE TABLE "company" (
  "subject" VARCHAR NOT NULL,
  "scaled" BOOLEAN,  -- scaled
  "project.listed" BOOLEAN NOT NULL DEFAULT TRUE,  -- the list is stated; otherwise it is unknown
  "platform.listed" BOOLEAN NOT NULL DEFAULT TRUE,  -- the list is stated; otherwise it is unknown
  PRIMARY KEY ("subject")
);

-- project
CREATE TABLE "project" (
  "subject" VARCHAR NOT NULL,
  "item" VARCHAR NOT NULL,
  "position" INTEGER NOT NULL,
  "number" VARCHAR,  -- number
  "levels.national" BOOLEAN,  -- levels = national
  "levels.provincial" BOOLEAN,  -- levels = provincial
  "rd" DECIMAL(15, 2) CHECK ("rd" >= 0),  -- rd
  "won_on" DATE,  -- won_on
  PRIMARY KEY ("subject", "item")
);

-- platform
CREATE TABLE "platform" (
  "subject" VARCHAR NOT NULL,
  "item" VARCHAR NOT NULL,
  "position" INTEGER NOT NULL,
  PRIMARY KEY ("subject", "item")
);

-- platform, year by year
CREATE TABLE "platform_year" (
  "subject" VARCHAR NOT NULL,
  "item" VARCHAR NOT NULL,
  "year" INTEGER NOT NULL,
  "income" DECIMAL(15, 2) CHECK ("income" >= 0),  -- income
  PRIMARY KEY ("subject", "item", "year")
);

-- earlier awards and those of other policies, taken as complete; reversed and provisional ones are left out
CREATE TABLE "award" (
  "subject" VARCHAR NOT NULL,
  "policy" VARCHAR NOT NULL,
  "clause" VARCHAR,  -- the clause of this policy
  "matter" VARCHAR,  -- of other policies: the matter
  "item" VARCHAR,  -- the item of a list, if it names one
  "year" INTEGER NOT NULL,
  "entitled" DECIMAL(25, 10) NOT NULL,  -- awarded
  "paid" DECIMAL(25, 10) NOT NULL,  -- paid
  "in_parts" DECIMAL(25, 10),  -- what is paid in parts, as a whole
  "part_of_year" INTEGER  -- of an instalment: the year of its award
);

-- items_city (items_city), assessed for 2024, DuckDB; emitted by jieti from the policy: change the policy, not
-- this
-- policy digest 961f2a5b01d4479d305882914657b17a1a13e2bc72ef1fe87384bf31527fcd5e
-- facts stand in the tables that jieti emit sql --tables lists; what is not known is NULL, and its result
-- undetermined
-- the table award is taken as complete: what is not in it was not given; amounts are those before budgets are
-- shared
-- decisions on ceilings are not read: these clauses stay grantedUpTo, from 0 to the ceiling; jieti run reads
-- decisions: a b
-- budgets are not shared: of these clauses the amount is the claim on the budget, which jieti run shares out: a
-- status is as the evaluator says; amount is exact, payable what is paid, least and most their ends
WITH "applicant" AS (
  SELECT
    "company"."subject",
    "company"."scaled" AS "scaled",
    "company"."project.listed" AS "project.listed",
    "company"."platform.listed" AS "platform.listed"
  FROM "company"
),
"project facts" AS (
  SELECT
    "project"."subject",
    "project"."item",
    "project"."position",
    "project"."won_on" AS "won_on",
    CASE WHEN "project"."rd" <> CAST("project"."rd" AS DECIMAL(15, 2)) THEN error('project.rd: more than 2 decimals') ELSE CAST("project"."rd" AS DECIMAL(15, 2)) END AS "rd",
    "project"."levels.national" AS "levels.national",
    "project"."levels.provincial" AS "levels.provincial"
  FROM "project"
),
"platform facts" AS (
  SELECT
    "platform"."subject",
    "platform"."item",
    "platform"."position",
    CASE WHEN "platform 2024"."income" <> CAST("platform 2024"."income" AS DECIMAL(15, 2)) THEN error('platform 2024.income: more than 2 decimals') ELSE CAST("platform 2024"."income" AS DECIMAL(15, 2)) END AS "income_2024"
  FROM "platform"
  LEFT JOIN "platform_year" AS "platform 2024" ON "platform 2024"."subject" = "platform"."subject" AND "platform 2024"."item" = "platform"."item" AND "platform 2024"."year" = 2024
),
"a paid before by item" AS (
  SELECT "subject", "item", CAST(SUM(COALESCE("in_parts", "paid")) AS DECIMAL(31, 10)) AS "counted"
  FROM "award"
  WHERE "policy" = 'items_city' AND "clause" = 'a'
    AND "year" < 2024
    AND "part_of_year" IS NULL
    AND "item" IS NOT NULL
  GROUP BY "subject", "item"
),
"b paid before" AS (
  SELECT "subject", CAST(SUM(COALESCE("in_parts", "paid")) AS DECIMAL(31, 10)) AS "counted"
  FROM "award"
  WHERE "policy" = 'items_city' AND "clause" = 'b'
    AND "year" < 2024
    AND "year" >= 2023
    AND "year" <= 2025
    AND "part_of_year" IS NULL
  GROUP BY "subject"
),

-- article 1 (a)
"a item" AS (
  WITH "a item 1" AS (
    SELECT
      "project facts"."subject",
      "project facts"."item",
      "project facts"."position",
      "project facts"."won_on",
      "project facts"."rd",
      "applicant"."scaled",
      "project facts"."levels.national",
      "project facts"."levels.provincial",
      COALESCE("a paid before by item"."counted", 0) AS "paid_before"
    FROM "project facts"
    JOIN "applicant" ON "applicant"."subject" = "project facts"."subject"
    LEFT JOIN "a paid before by item" ON "a paid before by item"."subject" = "project facts"."subject" AND "a paid before by item"."item" = "project facts"."item"
  ),
  "a item 2" AS (
    SELECT
      *,
      "won_on" BETWEEN DATE '2024-01-01' AND DATE '2024-12-31' AS "dated",
      -- for each project on won_on where rd over 0 CNY
      "rd" > 0 AS "where",
      -- when scaled
      "scaled" AS "condition",
      "levels.national" AS "amount_row_1",
      0.4 * "rd" AS "amount",
      "levels.provincial" AS "amount_row_2",
      0.3 * "rd" AS "amount_2",
      -- once per project
      "paid_before" = 0 AS "once"
    FROM "a item 1"
  ),
  "a item 3" AS (
    SELECT
      *,
      CASE WHEN "amount_row_1" THEN CASE WHEN "amount" > 10000000 THEN 10000000 ELSE "amount" END WHEN NOT "amount_row_1" THEN 0 END AS "amount_row_value",
      CASE WHEN "amount_row_2" THEN CASE WHEN "amount_2" > 3000000 THEN 3000000 ELSE "amount_2" END WHEN NOT "amount_row_2" THEN 0 END AS "amount_row_value_2",
      NOT ("amount_row_1" OR "amount_row_2") AS "amount_no_row"
    FROM "a item 2"
  ),
  "a item 4" AS (
    SELECT
      *,
      CASE WHEN "amount_row_value" >= "amount_row_value_2" THEN "amount_row_value" WHEN "amount_row_value" < "amount_row_value_2" THEN "amount_row_value_2" END AS "amount_highest",
      NOT "amount_no_row" AS "amount_exists"
    FROM "a item 3"
  ),
  "a item 5" AS (
    SELECT
      *,
      -- grant by levels, the highest {…}
      "amount_highest" AS "amount_3",
      "dated" AND "where" AND "condition" AND "amount_exists" AND "once" AS "gate"
    FROM "a item 4"
  ),
  "a item 6" AS (
    SELECT
      *,
      -- cap 12,000,000 CNY per project
      CASE WHEN "amount_3" > 12000000 THEN 12000000 ELSE "amount_3" END AS "capped"
    FROM "a item 5"
  ),
  "a item 7" AS (
    SELECT
      *,
      CASE WHEN "gate" THEN "capped" WHEN NOT "gate" THEN 0 END AS "value"
    FROM "a item 6"
  )
  SELECT
    "subject",
    "item",
    "position",
    "gate",
    FALSE AS "out_of_force",
    "value"
  FROM "a item 7"
  WHERE COALESCE("dated" AND "where", TRUE)
),
"a item sum" AS (
  SELECT "subject",
    COUNT(CASE WHEN "gate" THEN 1 END) AS "met",
    COUNT(CASE WHEN "gate" IS NULL THEN 1 END) AS "open",
    CASE WHEN COUNT(*) = COUNT("value") THEN CAST(SUM("value") AS DECIMAL(17, 3)) END AS "value"
  FROM "a item"
  GROUP BY "subject"
),
"a lines" AS (
  WITH "a lines 1" AS (
    SELECT
      "applicant"."subject",
      "applicant"."project.listed",
      "a item sum"."met" AS "items_met",
      "a item sum"."open" AS "items_open",
      "a item sum"."value" AS "items_value"
    FROM "applicant"
    LEFT JOIN "a item sum" ON "a item sum"."subject" = "applicant"."subject"
  ),
  "a lines 2" AS (
    SELECT
      *,
      CASE WHEN NOT "project.listed" THEN NULL WHEN "items_met" > 0 THEN TRUE WHEN "items_open" > 0 THEN NULL ELSE FALSE END AS "items_met_2",
      CASE WHEN NOT "project.listed" THEN NULL WHEN "items_met" IS NULL THEN 0 ELSE "items_value" END AS "items_value_sum"
    FROM "a lines 1"
  ),
  "a lines 3" AS (
    SELECT
      *,
      -- cap 20,000,000 CNY per company per year as capped
      CASE WHEN "items_value_sum" > 20000000 THEN 20000000 ELSE "items_value_sum" END AS "capped",
      "items_met_2" AS "gate"
    FROM "a lines 2"
  ),
  "a lines 4" AS (
    SELECT
      *,
      -- budget 100,000,000 CNY per year, pro rata
      "capped" AS "claim"
    FROM "a lines 3"
  ),
  "a lines 5" AS (
    SELECT
      *,
      CASE WHEN "gate" THEN "claim" WHEN NOT "gate" THEN 0 END AS "value"
    FROM "a lines 4"
  )
  SELECT
    "subject",
    "gate",
    FALSE AS "out_of_force",
    TRUE AS "items_reached",
    "value"
  FROM "a lines 5"
),
"a item left" AS (
  WITH "a item left 1" AS (
    SELECT
      "a item"."subject",
      "a item"."item",
      "a item"."position",
      "a lines"."gate" AS "clause_gate",
      "a item"."gate" AS "item_gate",
      "a item"."out_of_force" AS "item_out_of_force",
      "a lines"."out_of_force" AS "clause_out_of_force",
      "a item"."value" AS "item_value",
      "a lines"."items_reached" AS "clause_items_reached"
    FROM "a item"
    JOIN "a lines" ON "a lines"."subject" = "a item"."subject"
  ),
  "a item left 2" AS (
    SELECT
      *,
      "clause_gate" AND "item_gate" AS "gate",
      "item_out_of_force" OR "clause_out_of_force" AS "out_of_force"
    FROM "a item left 1"
  ),
  "a item left 3" AS (
    SELECT
      *,
      CASE WHEN "out_of_force" THEN 0 WHEN "gate" THEN "item_value" WHEN NOT "gate" THEN 0 END AS "value"
    FROM "a item left 2"
  ),
  "a item left 4" AS (
    SELECT
      *,
      CASE WHEN "out_of_force" THEN 'outOfForce' WHEN NOT "gate" THEN 'notMet' WHEN "gate" IS NULL THEN 'undetermined' WHEN "value" IS NULL THEN 'undetermined' WHEN 0 < "value" THEN 'grantedUpTo' ELSE 'granted' END AS "status",
      "value" - "value" % 0.01 AS "payable",
      "value" - "value" % 0.01 AS "payable_2"
    FROM "a item left 3"
  )
  SELECT
    "subject",
    "item",
    "position",
    "gate",
    "out_of_force",
    "value" AS "left",
    "payable_2" AS "paid",
    "status",
    CASE WHEN "status" <> 'undetermined' THEN 0 END AS "amount_least",
    CASE WHEN "status" <> 'undetermined' THEN "value" END AS "amount_most",
    CASE WHEN "status" <> 'undetermined' THEN 0 END AS "payable_least",
    CASE WHEN "status" <> 'undetermined' THEN "payable" END AS "payable_most"
  FROM "a item left 4"
  WHERE "clause_items_reached"
),
"a item left sum" AS (
  SELECT "subject",
    COUNT(CASE WHEN "gate" THEN 1 END) AS "met",
    COUNT(CASE WHEN "gate" IS NULL THEN 1 END) AS "open",
    CASE WHEN COUNT(*) = COUNT("left") THEN CAST(SUM("left") AS DECIMAL(17, 3)) END AS "left",
    CASE WHEN COUNT(*) = COUNT("paid") THEN CAST(SUM("paid") AS DECIMAL(17, 3)) END AS "paid"
  FROM "a item left"
  GROUP BY "subject"
),
"a" AS (
  WITH "a 1" AS (
    SELECT
      "applicant"."subject",
      "a lines"."gate" AS "own_gate",
      "applicant"."project.listed",
      "a item left sum"."met" AS "items_met",
      "a item left sum"."open" AS "items_open",
      "a item left sum"."left" AS "items_left",
      "a lines"."value" AS "own_value"
    FROM "applicant"
    JOIN "a lines" ON "a lines"."subject" = "applicant"."subject"
    LEFT JOIN "a item left sum" ON "a item left sum"."subject" = "applicant"."subject"
  ),
  "a 2" AS (
    SELECT
      *,
      CASE WHEN NOT "project.listed" THEN NULL WHEN "items_met" IS NULL THEN 0 ELSE "items_left" END AS "items_left_sum"
    FROM "a 1"
  ),
  "a 3" AS (
    SELECT
      *,
      -- cap 20,000,000 CNY per company per year as capped
      CASE WHEN "items_left_sum" > 20000000 THEN 20000000 ELSE "items_left_sum" END AS "capped"
    FROM "a 2"
  ),
  "a 4" AS (
    SELECT
      *,
      -- budget 100,000,000 CNY per year, pro rata
      "capped" AS "claim"
    FROM "a 3"
  ),
  "a 5" AS (
    SELECT
      *,
      CASE WHEN "own_gate" THEN "claim" WHEN NOT "own_gate" THEN 0 END AS "value"
    FROM "a 4"
  ),
  "a 6" AS (
    SELECT
      *,
      CASE WHEN NOT "own_gate" THEN 'notMet' WHEN "own_gate" IS NULL THEN 'undetermined' WHEN "value" IS NULL THEN 'undetermined' WHEN 0 < "value" THEN 'grantedUpTo' ELSE 'granted' END AS "status",
      "value" - "value" % 0.01 AS "payable"
    FROM "a 5"
  )
  SELECT
    "subject",
    "status",
    CASE WHEN "status" <> 'undetermined' THEN 0 END AS "amount_least",
    CASE WHEN "status" <> 'undetermined' THEN "value" END AS "amount_most",
    CASE WHEN "status" <> 'undetermined' THEN 0 END AS "payable_least",
    CASE WHEN "status" <> 'undetermined' THEN "payable" END AS "payable_most"
  FROM "a 6"
),

-- article 2 (b)
"b item" AS (
  WITH "b item 1" AS (
    SELECT
      "platform facts"."subject",
      "platform facts"."item",
      "platform facts"."position",
      "platform facts"."income_2024"
    FROM "platform facts"
  ),
  "b item 2" AS (
    SELECT
      *,
      -- when income over 1,000,000 CNY
      "income_2024" > 1000000 AS "condition",
      -- grant up to 10% of income
      0.1 * "income_2024" AS "amount"
    FROM "b item 1"
  ),
  "b item 3" AS (
    SELECT
      *,
      "condition" AS "gate"
    FROM "b item 2"
  ),
  "b item 4" AS (
    SELECT
      *,
      CASE WHEN "gate" THEN "amount" WHEN NOT "gate" THEN 0 END AS "value"
    FROM "b item 3"
  )
  SELECT
    "subject",
    "item",
    "position",
    "gate",
    FALSE AS "out_of_force",
    "value"
  FROM "b item 4"
),
"b item sum" AS (
  SELECT "subject",
    COUNT(CASE WHEN "gate" THEN 1 END) AS "met",
    COUNT(CASE WHEN "gate" IS NULL THEN 1 END) AS "open",
    CASE WHEN COUNT(*) = COUNT("value") THEN CAST(SUM("value") AS DECIMAL(21, 3)) END AS "value"
  FROM "b item"
  GROUP BY "subject"
),
"b lines" AS (
  WITH "b lines 1" AS (
    SELECT
      "applicant"."subject",
      "applicant"."platform.listed",
      "b item sum"."met" AS "items_met",
      "b item sum"."open" AS "items_open",
      "b item sum"."value" AS "items_value",
      COALESCE("b paid before"."counted", 0) AS "paid_before"
    FROM "applicant"
    LEFT JOIN "b item sum" ON "b item sum"."subject" = "applicant"."subject"
    LEFT JOIN "b paid before" ON "b paid before"."subject" = "applicant"."subject"
  ),
  "b lines 2" AS (
    SELECT
      *,
      CASE WHEN NOT "platform.listed" THEN NULL WHEN "items_met" > 0 THEN TRUE WHEN "items_open" > 0 THEN NULL ELSE FALSE END AS "items_met_2",
      CASE WHEN NOT "platform.listed" THEN NULL WHEN "items_met" IS NULL THEN 0 ELSE "items_value" END AS "items_value_sum",
      1000000 - "paid_before" AS "cap"
    FROM "b lines 1"
  ),
  "b lines 3" AS (
    SELECT
      *,
      CASE WHEN "cap" < 0 THEN 0 ELSE "cap" END AS "cap_2",
      "items_met_2" AS "gate"
    FROM "b lines 2"
  ),
  "b lines 4" AS (
    SELECT
      *,
      -- cap 1,000,000 CNY per company while in force
      CASE WHEN "items_value_sum" <= "cap_2" THEN "items_value_sum" WHEN "items_value_sum" > "cap_2" THEN "cap_2" END AS "capped"
    FROM "b lines 3"
  ),
  "b lines 5" AS (
    SELECT
      *,
      CASE WHEN "gate" THEN "capped" WHEN NOT "gate" THEN 0 END AS "value"
    FROM "b lines 4"
  )
  SELECT
    "subject",
    "gate",
    FALSE AS "out_of_force",
    TRUE AS "items_reached",
    "value"
  FROM "b lines 5"
),
"b item left" AS (
  WITH "b item left 1" AS (
    SELECT
      "b item"."subject",
      "b item"."item",
      "b item"."position",
      "b lines"."gate" AS "clause_gate",
      "b item"."gate" AS "item_gate",
      "b item"."out_of_force" AS "item_out_of_force",
      "b lines"."out_of_force" AS "clause_out_of_force",
      "b item"."value" AS "item_value",
      "b lines"."items_reached" AS "clause_items_reached"
    FROM "b item"
    JOIN "b lines" ON "b lines"."subject" = "b item"."subject"
  ),
  "b item left 2" AS (
    SELECT
      *,
      "clause_gate" AND "item_gate" AS "gate",
      "item_out_of_force" OR "clause_out_of_force" AS "out_of_force"
    FROM "b item left 1"
  ),
  "b item left 3" AS (
    SELECT
      *,
      CASE WHEN "out_of_force" THEN 0 WHEN "gate" THEN "item_value" WHEN NOT "gate" THEN 0 END AS "value"
    FROM "b item left 2"
  ),
  "b item left 4" AS (
    SELECT
      *,
      CASE WHEN "out_of_force" THEN 'outOfForce' WHEN NOT "gate" THEN 'notMet' WHEN "gate" IS NULL THEN 'undetermined' WHEN "value" IS NULL THEN 'undetermined' WHEN 0 < "value" THEN 'grantedUpTo' ELSE 'granted' END AS "status",
      "value" - "value" % 0.01 AS "payable",
      "value" - "value" % 0.01 AS "payable_2"
    FROM "b item left 3"
  )
  SELECT
    "subject",
    "item",
    "position",
    "gate",
    "out_of_force",
    "value" AS "left",
    "payable_2" AS "paid",
    "status",
    CASE WHEN "status" <> 'undetermined' THEN 0 END AS "amount_least",
    CASE WHEN "status" <> 'undetermined' THEN "value" END AS "amount_most",
    CASE WHEN "status" <> 'undetermined' THEN 0 END AS "payable_least",
    CASE WHEN "status" <> 'undetermined' THEN "payable" END AS "payable_most"
  FROM "b item left 4"
  WHERE "clause_items_reached"
),
"b item left sum" AS (
  SELECT "subject",
    COUNT(CASE WHEN "gate" THEN 1 END) AS "met",
    COUNT(CASE WHEN "gate" IS NULL THEN 1 END) AS "open",
    CASE WHEN COUNT(*) = COUNT("left") THEN CAST(SUM("left") AS DECIMAL(21, 3)) END AS "left",
    CASE WHEN COUNT(*) = COUNT("paid") THEN CAST(SUM("paid") AS DECIMAL(21, 3)) END AS "paid"
  FROM "b item left"
  GROUP BY "subject"
),
"b" AS (
  WITH "b 1" AS (
    SELECT
      "applicant"."subject",
      "b lines"."gate" AS "own_gate",
      "applicant"."platform.listed",
      "b item left sum"."met" AS "items_met",
      "b item left sum"."open" AS "items_open",
      "b item left sum"."left" AS "items_left",
      COALESCE("b paid before"."counted", 0) AS "paid_before",
      "b lines"."value" AS "own_value"
    FROM "applicant"
    JOIN "b lines" ON "b lines"."subject" = "applicant"."subject"
    LEFT JOIN "b item left sum" ON "b item left sum"."subject" = "applicant"."subject"
    LEFT JOIN "b paid before" ON "b paid before"."subject" = "applicant"."subject"
  ),
  "b 2" AS (
    SELECT
      *,
      CASE WHEN NOT "platform.listed" THEN NULL WHEN "items_met" IS NULL THEN 0 ELSE "items_left" END AS "items_left_sum",
      1000000 - "paid_before" AS "cap"
    FROM "b 1"
  ),
  "b 3" AS (
    SELECT
      *,
      CASE WHEN "cap" < 0 THEN 0 ELSE "cap" END AS "cap_2"
    FROM "b 2"
  ),
  "b 4" AS (
    SELECT
      *,
      -- cap 1,000,000 CNY per company while in force
      CASE WHEN "items_left_sum" <= "cap_2" THEN "items_left_sum" WHEN "items_left_sum" > "cap_2" THEN "cap_2" END AS "capped"
    FROM "b 3"
  ),
  "b 5" AS (
    SELECT
      *,
      CASE WHEN "own_gate" THEN "capped" WHEN NOT "own_gate" THEN 0 END AS "value"
    FROM "b 4"
  ),
  "b 6" AS (
    SELECT
      *,
      CASE WHEN NOT "own_gate" THEN 'notMet' WHEN "own_gate" IS NULL THEN 'undetermined' WHEN "value" IS NULL THEN 'undetermined' WHEN 0 < "value" THEN 'grantedUpTo' ELSE 'granted' END AS "status",
      "value" - "value" % 0.01 AS "payable"
    FROM "b 5"
  )
  SELECT
    "subject",
    "status",
    CASE WHEN "status" <> 'undetermined' THEN 0 END AS "amount_least",
    CASE WHEN "status" <> 'undetermined' THEN "value" END AS "amount_most",
    CASE WHEN "status" <> 'undetermined' THEN 0 END AS "payable_least",
    CASE WHEN "status" <> 'undetermined' THEN "payable" END AS "payable_most"
  FROM "b 6"
)
SELECT "subject", 'a' AS "clause", NULL AS "item", "status", CAST("amount_least" AS DECIMAL(28, 10)) AS "amount_least", CAST("amount_most" AS DECIMAL(28, 10)) AS "amount_most", CAST("payable_least" AS DECIMAL(28, 10)) AS "payable_least", CAST("payable_most" AS DECIMAL(28, 10)) AS "payable_most"
FROM "a"
UNION ALL
SELECT "subject", 'a' AS "clause", "item", "status", CAST("amount_least" AS DECIMAL(28, 10)) AS "amount_least", CAST("amount_most" AS DECIMAL(28, 10)) AS "amount_most", CAST("payable_least" AS DECIMAL(28, 10)) AS "payable_least", CAST("payable_most" AS DECIMAL(28, 10)) AS "payable_most"
FROM "a item left"
UNION ALL
SELECT "subject", 'b' AS "clause", NULL AS "item", "status", CAST("amount_least" AS DECIMAL(28, 10)) AS "amount_least", CAST("amount_most" AS DECIMAL(28, 10)) AS "amount_most", CAST("payable_least" AS DECIMAL(28, 10)) AS "payable_least", CAST("payable_most" AS DECIMAL(28, 10)) AS "payable_most"
FROM "b"
UNION ALL
SELECT "subject", 'b' AS "clause", "item", "status", CAST("amount_least" AS DECIMAL(28, 10)) AS "amount_least", CAST("amount_most" AS DECIMAL(28, 10)) AS "amount_most", CAST("payable_least" AS DECIMAL(28, 10)) AS "payable_least", CAST("payable_most" AS DECIMAL(28, 10)) AS "payable_most"
FROM "b item left";
