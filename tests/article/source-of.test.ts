import { expect, test } from "vitest";
import { contentDigest } from "../../src/article/content-digest.ts";
import { sourceOf, textOf } from "../../src/article/source-of.ts";
import { sourceBut } from "./sources.ts";

const source = sourceBut({ extra: { mood: "calm" } });
const { body: _, text: __, extra: ___, ...told } = source;
const text = { text: "See the tide.", pieces: ['<p>See <a href="', '">the tide</a>.</p>'] };

test("the text of a source has the strings of its body, and no references", () => {
  expect(textOf(source)).toEqual(text);
});

test("a listing tells all of a source but its text and what means nothing here, with references and digest", () => {
  const { readText, ...listing } = sourceOf(source);
  expect(listing).toEqual({
    ...told,
    references: [{ target: "tide.md", line: 4 }],
    digest: contentDigest(source),
  });
});

test("a listing gives the text back when it is asked for, in the way that it was given", () => {
  expect(sourceOf(source).readText()).toEqual(text);
  const elsewhere = { text: "Read from a file.", pieces: [] };
  expect(sourceOf(source, () => elsewhere).readText()).toBe(elsewhere);
});
