import { expect, test } from "vitest";
import { freeSlug, nameChannels } from "../../src/ledger/channels.ts";

const tag = (name: string, suggestedSlug: string) => ({ kind: "tag" as const, name, suggestedSlug });

test("a channel gets the slug that its name suggests, whatever the order of articles", () => {
  const [a, b] = [tag("Water", "water"), tag("Air", "air")];
  expect(nameChannels([], [a, b])).toEqual(nameChannels([], [b, a, b]));
});

test("two names with one slug get a number, and keep it", () => {
  const first = nameChannels([], [tag("C++", "c"), tag("C", "c")]);
  expect(first.map(({ name, slug }) => [name, slug])).toEqual([
    ["C", "c"],
    ["C++", "c-2"],
  ]);
  expect(nameChannels(first, [tag("C++", "c")])).toBe(first);
});

test("a slug that was given once is never given to another name of its kind", () => {
  const remembered = [{ kind: "tag" as const, name: "C", slug: "c" }];
  expect(nameChannels(remembered, [tag("C++", "c"), { ...tag("C++", "c"), kind: "author" }])).toEqual([
    { kind: "tag", name: "C", slug: "c" },
    { kind: "author", name: "C++", slug: "c" },
    { kind: "tag", name: "C++", slug: "c-2" },
  ]);
});

test.for([
  { taken: [], free: "c" },
  { taken: ["c"], free: "c-2" },
  { taken: ["c", "c-2", "c-3"], free: "c-4" },
  { taken: ["c-2"], free: "c" },
])("where $taken are taken, $free is free", ({ taken, free }) => {
  expect(freeSlug("c", (candidate) => taken.includes(candidate))).toBe(free);
});

test("one slug serves channels of two kinds", () => {
  const both = nameChannels([], [tag("Water", "water"), { ...tag("Water", "water"), kind: "section" }]);
  expect(both.map(({ slug }) => slug)).toEqual(["water", "water"]);
});

test("a channel that nothing names any more stays", () => {
  const remembered = nameChannels([], [tag("Water", "water")]);
  expect(nameChannels(remembered, [tag("Air", "air")]).map(({ name }) => name)).toEqual(["Water", "Air"]);
});
