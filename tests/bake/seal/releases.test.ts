import { describe, expect, test } from "vitest";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { planPublish } from "../../../src/publish/plan.ts";
import { readSealed } from "../../../src/publish/read-sealed.ts";
import { rebuiltFrom } from "../../../src/publish/replace-ledger.ts";
import { stateAsOf } from "../../../src/publish/stored-ledger.ts";
import { surveyStore } from "../../../src/publish/survey.ts";
import { verifyStore } from "../../../src/publish/verify.ts";
import { bakeFiles, NOW, publishFiles, stateOf } from "../../publish/publish-files.ts";
import { TwoSites } from "./schedule.ts";

const HOUR = 3600;
const at = (seconds: number) => new Date((NOW + seconds) * 1000).toISOString().replace(".000", "");
const article = (title: string, fields = "") => `---\ntitle: ${title}\n${fields}---\nOf ${title}.\n`;
const OLD = { "old.md": article("Old", "date: 2020-01-01\n") };
const NEXT = { "next.md": article("Next", `date: ${at(HOUR)}\n`) };

describe("a release", () => {
  test("shows, at every second, what a bake then would have published", async () => {
    const sites = new TwoSites();
    await sites.bake({ ...OLD, ...NEXT }, NOW);
    for (const seconds of [0, HOUR - 1, HOUR, HOUR + 1, 2 * HOUR]) await sites.compare(NOW + seconds);
  });

  test.for([
    { name: "", fields: "" },
    { name: ", also with an author of its own", fields: "author: Ana Holm\n" },
  ])("costs nothing once it is sealed, before its instant and after it$name", async ({ fields }) => {
    const sites = new TwoSites();
    const files = { ...OLD, "next.md": article("Next", `date: ${at(HOUR)}\n${fields}`) };
    await sites.bake(files, NOW);
    for (const now of [NOW + 1, NOW + HOUR + 1, NOW + 48 * HOUR]) {
      const state = stateAsOf(await stateOf(sites.sealed), now);
      const plan = planPublish(bakeFiles(files, state, now), state, Infinity);
      expect([plan.put, plan.delete], `after ${now - NOW} s`).toEqual([0, []]);
    }
  });

  test("goes on as any article does", async () => {
    const sites = new TwoSites();
    await sites.bake({ ...OLD, ...NEXT }, NOW);
    await sites.bake({ ...OLD, ...NEXT, "more.md": article("More") }, NOW + 2 * HOUR);
    await sites.compare(NOW + 3 * HOUR);
  });

  test("is told with its instant and its cost", async () => {
    const sites = new TwoSites();
    const { site } = await publishFiles({ ...OLD, ...NEXT }, sites.sealed, NOW);
    expect(site.sealed).toMatchObject([{ file: "next.md", at: NOW + HOUR }]);
    expect(site.problems.map(({ message }) => message)).toContain(
      `is sealed, and is published by itself at ${at(HOUR)}`,
    );
  });
});

test("a recording of any size is sealed with its article", async () => {
  const sites = new TwoSites();
  const files = {
    ...OLD,
    "big.png": "x".repeat(2_000_000),
    "next.md": `${article("Next", `date: ${at(HOUR)}\n`)}![Big](big.png)\n`,
  };
  await sites.bake(files, NOW);
  expect((await stateOf(sites.sealed)).ledger.sealed).toHaveLength(1);
  for (const seconds of [0, HOUR - 1, HOUR]) await sites.compare(NOW + seconds);
});

describe("a withdrawal", () => {
  test("answers 410 from its second on", async () => {
    const sites = new TwoSites();
    await sites.bake({ ...OLD, "ad.md": article("Ad", `date: 2021-01-01\nexpires: ${at(HOUR)}\n`) }, NOW);
    for (const seconds of [0, HOUR - 1, HOUR, 2 * HOUR]) await sites.compare(NOW + seconds);
  });
});

test("a lost ledger is rebuilt with what is sealed", async () => {
  const sites = new TwoSites();
  const ad = article("Ad", `date: 2021-01-01\nexpires: ${at(HOUR)}\n`);
  await sites.bake(
    { ...OLD, ...NEXT, "ad.md": ad, "last.md": article("Last", `date: ${at(9 * HOUR)}\n`) },
    NOW,
  );
  const { ledger } = (await stateOf(sites.sealed)).stored;
  const survey = await surveyStore(sites.sealed);
  const rebuilt = rebuiltFrom(survey, await readSealed(survey, sites.sealed));
  expect(inAnyOrder(rebuilt)).toEqual(inAnyOrder(ledger));
  expect(verifyStore(survey, ledger)).toMatchObject({ missing: [], different: [], orphans: [] });
});

/** Documents are told in no order. */
function inAnyOrder({ sealed = [], ...ledger }: Ledger): unknown {
  return { ...ledger, sealed: sealed.map((one) => ({ ...one, documents: new Map(one.documents) })) };
}
