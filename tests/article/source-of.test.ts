import { describe, expect, test } from "vitest";
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

describe("a text asks for the stylesheet of texts where it holds", () => {
  test.for([
    { name: "code in a language", body: ['<pre><code class="language-ts">1</code></pre>'], does: true },
    {
      name: "a formula, whatever else",
      body: ["<p>a</p>", { target: "b.md", line: 1 }, "<math></math>"],
      does: true,
    },
    { name: "a list of terms", body: ["<dl><dt>lock</dt></dl>"], does: true },
    { name: "not for other code", body: ["<pre><code>1</code></pre>"], does: false },
    { name: "not for a link alone", body: [{ target: "<math>", line: 1 }], does: false },
  ])("$name", ({ body, does }) => {
    expect(sourceOf(sourceBut({ body })).needsTextStylesheet).toBe(does ? true : undefined);
  });
});

describe("a text whose dialect says something else than plain Markdown", () => {
  const plain = { title: "Lock {#l}", summary: "See.", body: ["<p>Lock {#l}</p>"] };
  const plainDigest = contentDigest({ ...source, ...plain });

  test("has the digest of plain Markdown, so that what is understood later edits nothing", () => {
    expect(sourceOf(sourceBut({ ...source, plain: { ...plain, madeBy: "marks" } })).digest).toBe(plainDigest);
  });

  test.for([
    { name: "what makes the difference", madeBy: "marks", digest: `${plainDigest}marks` },
    { name: "the whole of it, where nothing else tells", madeBy: null, digest: contentDigest(source) },
  ])("has another for what it says: by $name", ({ madeBy, digest }) => {
    expect(sourceOf({ ...source, plain: { ...plain, madeBy } }).dialectDigest).toBe(digest);
  });

  test("is the exception", () => {
    expect(Object.keys(sourceOf(source))).not.toContain("dialectDigest");
  });
});
