-- tables shaped like the facts; what is not known is NULL
-- subject is the applicant, item the key of an item of a list, position its place in the list, year the year

-- company
CREATE TABLE "company" (
  "subject" VARCHAR NOT NULL,
  "large" BOOLEAN,  -- large
  PRIMARY KEY ("subject")
);

-- company, year by year
CREATE TABLE "company_year" (
  "subject" VARCHAR NOT NULL,
  "year" INTEGER NOT NULL,
  "bought" DECIMAL(15, 2) CHECK ("bought" >= 0),  -- bought
  "spent" DECIMAL(15, 2) CHECK ("spent" >= 0),  -- spent
  PRIMARY KEY ("subject", "year")
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

-- voucher_city (voucher_city), assessed for 2023, DuckDB; emitted by jieti from the policy: change the policy,
-- not this
-- policy digest 41d7d3d6b389aace1f03dd9c56d6068ef90de098790021f8c755e190fa32a927
-- facts stand in the tables that jieti emit sql --tables lists; what is not known is NULL, and its result
-- undetermined
-- the table award is taken as complete: what is not in it was not given; amounts are those before budgets are
-- shared
-- decisions on ceilings are not read: these clauses stay grantedUpTo, from 0 to the ceiling; jieti run reads
-- decisions: voucher
-- status is as the evaluator says; amount is exact, payable what is paid, least and most their ends
WITH "applicant" AS (
  SELECT
    "company"."subject",
    CASE WHEN "company 2023"."bought" <> CAST("company 2023"."bought" AS DECIMAL(15, 2)) THEN error('company 2023.bought: more than 2 decimals') ELSE CAST("company 2023"."bought" AS DECIMAL(15, 2)) END AS "bought_2023",
    CASE WHEN "company 2023"."spent" <> CAST("company 2023"."spent" AS DECIMAL(15, 2)) THEN error('company 2023.spent: more than 2 decimals') ELSE CAST("company 2023"."spent" AS DECIMAL(15, 2)) END AS "spent_2023",
    "company"."large" AS "large"
  FROM "company"
  LEFT JOIN "company_year" AS "company 2023" ON "company 2023"."subject" = "company"."subject" AND "company 2023"."year" = 2023
),

-- article 1 (voucher)
"voucher" AS (
  WITH "voucher 1" AS (
    SELECT
      "applicant"."subject",
      "applicant"."bought_2023",
      "applicant"."spent_2023",
      "applicant"."large"
    FROM "applicant"
  ),
  "voucher 2" AS (
    SELECT
      *,
      -- when bought at least 300,000 CNY
      "bought_2023" >= 300000 AS "condition",
      -- grant up to 50% of spent
      0.5 * "spent_2023" AS "amount",
      CASE WHEN NOT "large" THEN 0 WHEN "large" THEN 0 + (0.01 * "spent_2023") END AS "add_least"
    FROM "voucher 1"
  ),
  "voucher 3" AS (
    SELECT
      *,
      -- add 1% of spent if large
      CASE WHEN NOT "large" THEN "amount" WHEN "large" THEN "amount" + (0.01 * "spent_2023") END AS "add",
      CASE WHEN "add_least" > 500000 THEN 500000 ELSE "add_least" END AS "capped_least",
      "condition" AS "gate"
    FROM "voucher 2"
  ),
  "voucher 4" AS (
    SELECT
      *,
      -- cap 500,000 CNY per company per year
      CASE WHEN "add" > 500000 THEN 500000 ELSE "add" END AS "capped",
      CASE WHEN "gate" THEN "capped_least" WHEN NOT "gate" THEN 0 END AS "value_least"
    FROM "voucher 3"
  ),
  "voucher 5" AS (
    SELECT
      *,
      CASE WHEN "gate" THEN "capped" WHEN NOT "gate" THEN 0 END AS "value",
      "value_least" - "value_least" % 0.01 AS "payable_least"
    FROM "voucher 4"
  ),
  "voucher 6" AS (
    SELECT
      *,
      CASE WHEN NOT "gate" THEN 'notMet' WHEN "gate" IS NULL THEN 'undetermined' WHEN "value" IS NULL OR "value_least" IS NULL THEN 'undetermined' WHEN "value_least" < "value" THEN 'grantedUpTo' ELSE 'granted' END AS "status",
      "value" - "value" % 0.01 AS "payable"
    FROM "voucher 5"
  )
  SELECT
    "subject",
    "status",
    CASE WHEN "status" <> 'undetermined' THEN "value_least" END AS "amount_least",
    CASE WHEN "status" <> 'undetermined' THEN "value" END AS "amount_most",
    CASE WHEN "status" <> 'undetermined' THEN "payable_least" END AS "payable_least",
    CASE WHEN "status" <> 'undetermined' THEN "payable" END AS "payable_most"
  FROM "voucher 6"
)
SELECT "subject", 'voucher' AS "clause", NULL AS "item", "status", CAST("amount_least" AS DECIMAL(10, 4)) AS "amount_least", CAST("amount_most" AS DECIMAL(10, 4)) AS "amount_most", CAST("payable_least" AS DECIMAL(10, 4)) AS "payable_least", CAST("payable_most" AS DECIMAL(10, 4)) AS "payable_most"
FROM "voucher";
