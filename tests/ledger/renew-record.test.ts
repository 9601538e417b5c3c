import { describe, expect, test } from "vitest";
import { articleText as article, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";

const TIDE = article("Tide");
const LOCK = article("Lock");

describe("dates", () => {
  test("that no source names are those of the first bake", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    expect(history.bake({ "a.md": TIDE }, NOW + DAY)["a.md"]).toMatchObject({ published: NOW, updated: NOW });
  });

  test("updated moves to the edition of an edit, or to what the source declares", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    expect(history.bake({ "a.md": article("Ebb") }, NOW + HOUR)["a.md"]?.updated).toBe(NOW + HOUR);
    const declared = article("Flood", "updated: 2025-07-01T18:30:00Z\n");
    expect(history.bake({ "a.md": declared }, NOW + DAY)["a.md"]?.updated).toBe(NOW + HOUR);
    const later = article("Flood", "updated: 2025-07-02T18:00:00Z\n");
    expect(history.bake({ "a.md": later }, NOW + 2 * DAY)["a.md"]?.updated).toBe(NOW + DAY);
  });

  test.for([
    { name: "a move to another section", files: { "b/a.md": article("Tide", "draft: false\n") } },
    { name: "another slug", files: { "a.md": article("Tide", "slug: t\n") } },
    { name: "an update that is to come", files: { "a.md": article("Tide", "updated: 2030-01-01\n") } },
    { name: "new lines in the source", files: { "a.md": `${article("Tide")}\n\n\n` } },
  ])("updated does not move with $name", ({ files }) => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    const [record] = Object.values(history.bake(files, NOW + DAY));
    expect(record).toMatchObject({ ordinal: 0, updated: NOW });
  });

  test("a dateline without a year means the same in the years that follow", () => {
    const history = new SiteHistory();
    const files = { "a.txt": "Ports agree\nOSLO, June 30 (QN) - Ports agreed.\nA.Marsh--QN\n" };
    const first = history.bake(files, NOW)["a.txt"]?.published;
    expect(new Date((first ?? 0) * 1000).toISOString()).toBe("2025-06-30T00:00:00.000Z");
    expect(history.bake(files, NOW + 800 * DAY)["a.txt"]).toBe(history.ledger.articles[0]);
    expect(history.ledger.articles[0]?.published).toBe(first);
  });

  test("an article dated after the clock waits; one that was published stays", () => {
    const history = new SiteHistory();
    const future = article("Tide", "date: 2025-07-03T18:00:00Z\n");
    expect(history.bake({ "a.md": future }, NOW)).toEqual({});
    expect(history.last?.waiting).toMatchObject([{ until: NOW + 2 * DAY }]);
    expect(history.bake({ "a.md": future }, NOW + 3 * DAY)["a.md"]?.published).toBe(NOW + 2 * DAY);
    const typo = article("Tide", "date: 2062-07-03\n");
    expect(history.bake({ "a.md": typo }, NOW + 4 * DAY)["a.md"]?.published).toBe(NOW + 2 * DAY);
    expect(history.last?.lateDates).toHaveLength(1);
  });
});

describe("what is deleted", () => {
  test("keeps id and address, and its tombstone its edition", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE, "b.md": LOCK }, NOW);
    history.bake({ "b.md": LOCK }, NOW + HOUR);
    history.bake({ "b.md": LOCK }, NOW + DAY);
    expect(history.ledger.articles[0]).toMatchObject({ address: "/articles/a", deleted: NOW + HOUR });
  });

  test.for([
    { name: "at its place", files: { "a.md": TIDE } },
    { name: "at its place with another text", files: { "a.md": article("Ebb") } },
    { name: "elsewhere with its text", files: { "c/d.md": TIDE } },
    { name: "with an old date of its own", files: { "a.md": article("Tide", "updated: 2025-07-01\n") } },
  ])("comes back $name under its id and address, updated past its tombstone (RFC 6721 §3)", ({ files }) => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    history.bake({}, NOW + HOUR);
    const [record] = Object.values(history.bake(files, NOW + DAY));
    expect(record).toMatchObject({
      ordinal: 0,
      id: "tag:quay.example,2025:a",
      address: "/articles/a",
      published: NOW,
      updated: NOW + DAY,
      deleted: null,
    });
    const [later] = Object.values(history.bake(files, NOW + 2 * DAY));
    expect(later).toBe(record);
  });
});

describe("a correction", () => {
  const corrected = (note: string, text: string) => article("Tide", `correction: ${note}\n`, text);

  test("is remembered with the number of articles that there were", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE, "b.md": LOCK }, NOW);
    const { "a.md": record } = history.bake(
      { "a.md": corrected("Noon", "It was noon."), "b.md": LOCK },
      NOW + HOUR,
    );
    expect(record?.correction).toMatchObject({ before: 2 });
  });

  test("counts once; another note is another correction; none is none", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    const first = history.bake({ "a.md": corrected("Noon", "It was noon.") }, NOW + HOUR)["a.md"]?.correction;
    const files = { "a.md": corrected("Noon", "It was noon, we hear."), "b.md": LOCK };
    expect(history.bake(files, NOW + DAY)["a.md"]?.correction).toEqual(first);
    const second = history.bake({ ...files, "a.md": corrected("Dusk", "It was dusk.") }, NOW + 2 * DAY)[
      "a.md"
    ]?.correction;
    expect(second).toMatchObject({ before: 2 });
    expect(history.bake({ ...files, "a.md": TIDE }, NOW + 3 * DAY)["a.md"]?.correction).toBeNull();
  });
});
