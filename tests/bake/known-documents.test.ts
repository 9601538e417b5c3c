import { expect, test } from "vitest";
import { Sum } from "../../src/article/sum.ts";
import { documentSum } from "../../src/bake/known-documents.ts";
import type { Memories } from "../../src/bake/memories.ts";
import type { TextOutput } from "../../src/render/output.ts";
import { articleBut } from "./values.ts";

const page: TextOutput = {
  key: "/tags/sea",
  kind: "page",
  type: "text/html; charset=utf-8",
  status: 200,
  format: null,
  render: () => "<p>Sea.</p>",
  madeFrom: (sum) => void sum.text("sea 1"),
};
const memories: Memories = () => ["channel", 0, "tag", "Sea", "sea"];
const given = { output: page, settings: "settings", memories, digest: "published" };

const sumOf = ({ output, settings, memories, digest } = given) => {
  const sum = documentSum(settings, memories);
  // Whatever was summed up before.
  sum({ ...output, key: "/another" }, { digest: "another", edition: 1 });
  return new Sum().add(sum(output, { digest, edition: 1000 })).read();
};

test.for([
  { name: "other settings", but: { settings: "others" } },
  { name: "another memory", but: { memories: () => null } },
  { name: "another key", but: { output: { ...page, key: "/tags/tea" } } },
  {
    name: "other articles",
    but: { output: { ...page, madeFrom: (sum: Sum) => void sum.text("sea 2") } },
  },
  { name: "what was published", but: { digest: "published since" } },
])("a document is known by $name", ({ but }) => {
  expect(sumOf()).toEqual(sumOf());
  expect(sumOf({ ...given, ...but })).not.toEqual(sumOf());
});

test("the page of an article is known by what it is made from: nobody asks for its memory", () => {
  const asked: Memories = () => {
    throw new Error("it was asked for");
  };
  const output = { ...page, article: articleBut({}) };
  expect(sumOf({ ...given, output, memories: asked })).toEqual(sumOf({ ...given, output }));
  expect(() => sumOf({ ...given, memories: asked })).toThrow("it was asked for");
});
