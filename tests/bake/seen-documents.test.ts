import { describe, expect, test } from "vitest";
import { Sum } from "../../src/article/sum.ts";
import { SumSet } from "../../src/article/sum-set.ts";
import { SeenDocuments } from "../../src/bake/seen-documents.ts";
import { records } from "../ledger/records.ts";
import { articleBut } from "./values.ts";

const RECORDS = records(3, { 1: { earlier: ["/was-a1"] }, 2: { deleted: 2000 } });
const article = articleBut({ ordinal: 0 });
const recordOf = (digest: string) => ({ digest, edition: 1000 });

describe("the documents that a bake has seen", () => {
  test("have their places and are remembered in that order, whether they changed or not", () => {
    const seen = new SeenDocuments(RECORDS);
    expect(seen.note("/a.css", recordOf("css"))).toBe(0);
    expect(seen.keep("/articles/a0", recordOf("a0"), article)).toBe(true);
    expect(seen.note("/rss.xml", recordOf("rss"))).toBe(2);
    expect([...seen.records]).toEqual([
      ["/a.css", recordOf("css")],
      ["/articles/a0", recordOf("a0")],
      ["/rss.xml", recordOf("rss")],
    ]);
  });

  test("stand at an article's address where it is one's page, was one's, or will be none any more", () => {
    const seen = new SeenDocuments(RECORDS);
    seen.keep("/articles/a0", recordOf("a0"), article);
    seen.keep("/", recordOf("index"));
    for (const key of ["/was-a1", "/articles/a2", "/old", "/old"]) seen.note(key, recordOf(key));
    expect([...seen.others()]).toEqual(["/", "/old"]);
  });

  test.for([
    { name: "changed", first: "note" as const },
    { name: "stayed", first: "keep" as const },
  ])("do not stay where another one is, which $name", ({ first }) => {
    const seen = new SeenDocuments(RECORDS);
    seen[first]("/tags/sea", recordOf("first"));
    // What stays is as it was published, and so is the other one that stayed.
    const second = recordOf(first === "keep" ? "first" : "second");
    expect(seen.keep("/tags/sea", second, article)).toBe(false);
    expect([...seen.records]).toEqual([["/tags/sea", recordOf("first")]]);
    expect([...seen.others()]).toEqual(["/tags/sea"]);
  });
});

describe("what is known of documents", () => {
  const [one, other] = [new Sum().text("one").read(), new Sum().text("other").read()];
  const knownOf = (known: SumSet) => [known.size, known.has(one), known.has(other)];

  test("goes on from what was known before, of which nothing changes", () => {
    const known = new SumSet();
    known.add(one);
    const seen = new SeenDocuments([], { known, documents: new Map(), articles: [] });
    seen.learn(one, true);
    expect([seen.knowsBefore, ...knownOf(seen.known)]).toEqual([true, 1, true, false]);
    seen.learn(other, false);
    expect(knownOf(seen.known)).toEqual([2, true, true]);
    expect(knownOf(known)).toEqual([1, true, false]);
  });

  test("is found anew where nothing was known", () => {
    const seen = new SeenDocuments([]);
    seen.learn(one, true);
    seen.learn(other, false);
    expect([seen.knowsBefore, seen.around, ...knownOf(seen.known)]).toEqual([false, null, 2, true, true]);
    expect([seen.size, seen.has("/"), [...seen.others()], seen.pageFiles]).toEqual([0, false, [], []]);
  });
});
