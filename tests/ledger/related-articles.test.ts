import { describe, expect, test } from "vitest";
import type { Author } from "../../src/article/article.ts";
import { articlesBefore } from "../../src/ledger/articles-before.ts";
import type { Subject } from "../../src/ledger/related-articles.ts";
import { relatedArticles } from "../../src/ledger/related-articles.ts";
import { inTime } from "./in-time.ts";

const author = (name: string): Author => ({ name, url: null, email: null });

/** An article about nothing, published as it is numbered, but for some fields. */
function subject(ordinal: number, fields: Partial<Subject> = {}): Subject {
  return { ordinal, published: ordinal, language: "en", section: null, authors: [], tags: [], ...fields };
}

/** What stands beside the last of these, which come in order. */
function besideLast(...subjects: readonly Subject[]) {
  const last = subjects.at(-1);
  if (last === undefined) throw new TypeError("no article");
  const before = articlesBefore(inTime(subjects))[last.ordinal] ?? -1;
  const related = relatedArticles([last], last.ordinal + 1);
  for (const one of subjects.slice(0, -1)) related.add(one);
  return { before, related: related.relatedTo(last, before) };
}

/** So many articles about nothing, from an ordinal on. */
const others = (from: number, count: number) => Array.from({ length: count }, (_, n) => subject(from + n));

describe("the article before", () => {
  test.for([
    { name: "nothing, for the first", subjects: [subject(0)], before: -1 },
    { name: "the one before it", subjects: [subject(0), subject(1), subject(2)], before: 1 },
    {
      name: "by date, where an older text comes later",
      subjects: [subject(0), subject(1), subject(2), subject(3, { published: 1 })],
      before: 1,
    },
    {
      name: "of several of one moment the last",
      subjects: [0, 1, 2].map((one) => subject(one, { published: 9 })),
      before: 1,
    },
    {
      name: "nothing, where all others are newer",
      subjects: [subject(0), subject(1, { published: -1 })],
      before: -1,
    },
    {
      name: "the one of its language",
      subjects: [subject(0), subject(1, { language: "nl" }), subject(2)],
      before: 0,
    },
  ])("is $name", ({ subjects, before }) => {
    expect(besideLast(...subjects).before).toBe(before);
  });
});

describe("related articles", () => {
  const related = (...subjects: readonly Subject[]) => besideLast(...subjects).related;

  test("share a tag, the rarest first; names that mean the same are one tag", () => {
    const common = [1, 2, 3, 4, 5].map((one) => subject(one, { tags: ["Water"] }));
    const rare = subject(0, { tags: ["office-hours"] });
    const last = subject(20, { tags: ["water", "Office Hours", "office hours"] });
    expect(related(rare, ...common, ...others(6, 4), last)).toEqual([0, 5, 4, 3]);
  });

  test("with more in common come before those with less, and newer ones before older ones", () => {
    const last = subject(20, { tags: ["a", "b"], authors: [author("Desk")] });
    const [one, two, three] = [
      subject(0, { tags: ["a", "b"] }),
      subject(1, { tags: ["a"], authors: [author("Desk")] }),
      subject(2, { tags: ["b"] }),
    ];
    expect(related(one, two, three, ...others(3, 4), last)).toEqual([0, 1, 2]);
  });

  test("with as much in common follow by their dates, and those of one moment by their ordinals", () => {
    const tags = ["a"];
    const dated = [50, 90, 70, 70, 60].map((published, one) => subject(one, { published, tags }));
    const last = subject(20, { published: 99, tags });
    expect(related(...dated, subject(9, { published: 95 }), last)).toEqual([1, 3, 2, 4]);
    expect(
      related(...dated.map((one) => ({ ...one, published: 70 })), subject(9, { published: 95 }), last),
    ).toEqual([4, 3, 2, 1]);
  });

  test("with as much in common follow by their ordinals, whatever it is that they share", () => {
    const tagged = (ordinal: number, tag: string) => subject(ordinal, { published: 0, tags: [tag] });
    const last = subject(20, { tags: ["a", "b"] });
    expect(related(tagged(0, "b"), tagged(1, "a"), tagged(2, "b"), tagged(3, "a"), subject(4), last)).toEqual(
      [3, 2, 1, 0],
    );
  });

  test("need not share a tag: a section or an author will do that at most half of the site has", () => {
    const last = subject(20, { section: "Harbour", authors: [author("Desk")] });
    const harbour = subject(0, { section: "Harbour" });
    const desks = [1, 2, 3].map((one) => subject(one, { authors: [author("Desk")] }));
    expect(related(harbour, ...desks, subject(4), last)).toEqual([0]);
    expect(related(harbour, ...desks, ...others(4, 2), last)).toEqual([0, 3, 2, 1]);
    expect(related(harbour, ...desks, ...others(4, 3), last)).toEqual([0, 3, 2, 1]);
  });

  test("are at most four, in its own language, and not the one before it", () => {
    const tags = ["a"];
    const many = [0, 1, 2, 3, 4, 5].map((one) => subject(one, { tags }));
    expect(besideLast(...many, subject(6, { tags, language: "nl" }), subject(7, { tags }))).toEqual({
      before: 5,
      related: [4, 3, 2, 1],
    });
  });

  test("cost no more where thousands share a tag: the newest 32 of each are weighed", () => {
    const tags = ["a"];
    const both = subject(0, { tags: ["a", "b"] });
    const many = (count: number) => Array.from({ length: count }, (_, n) => subject(n + 1, { tags }));
    const last = subject(9999, { tags: ["a", "c"] });
    expect(related(both, ...many(31), last)).toEqual([30, 29, 28, 27]);
    const rare = subject(9999, { tags: ["a", "b"] });
    expect(related(both, ...many(5000), rare)).toEqual([0, 4999, 4998, 4997]);
  });
});
