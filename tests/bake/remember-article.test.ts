import { describe, expect, test } from "vitest";
import type { RememberedArticle } from "../../src/article/remembered-article.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { rememberArticle } from "../../src/bake/remembered/remember-article.ts";
import { inputOf, sourcesOf } from "./small-site.ts";
import { mediaFile, must } from "./values.ts";

const ARTICLES = [
  "harbour/pumps.md",
  "harbour/there.txt",
  "harbour/there.html",
  "harbour/there.htm",
  "a.txt.md",
];
const MEDIA = ["harbour/a.png", "img/b.png"];

/** What may be remembered of an article of these lines, among others. */
function rememberedOf(
  text: string,
  { path = "harbour/lock.md", matter = "", hasHidden = false } = {},
): RememberedArticle | null {
  const files = { [path]: `---\ndate: 2025-06-01\n${matter}---\n# Lock\n\n${text}\n` };
  const [source] = sourcesOf(files);
  const { articles, standing } = openBake(inputOf(files, { media: MEDIA.map((one) => mediaFile(one)) }));
  return rememberArticle(must(source ?? null, path), must([...articles, ...standing][0] ?? null, path), {
    origin: "https://quay.example",
    articles: new Set([path, ...ARTICLES]),
    media: new Set(MEDIA),
    hasHidden,
  });
}

describe("an article leads as far as what it names", () => {
  test.for([
    { text: "Text.", reach: "none" },
    {
      text: "[Aside](#lock), [asked](?a), [written](mailto:ada@quay.example), [rung](tel:+49-1).",
      reach: "none",
    },
    { text: "[Elsewhere](https://other.example/lock) and [there](http://other.example).", reach: "none" },
    { text: "[It](pumps.md) and [a part of it](pumps.md#gates).", reach: "firm" },
    { text: "![It](a.png)", reach: "firm" },
    { text: "[Not a text](/a.txt.md)", reach: "firm" },
    { text: "[It](gone.md)", reach: "loose" },
    { text: "[It](pumps.md) and [what is not there](gone.md)", reach: "loose" },
    { text: "[By address](/articles/pumps)", reach: "loose" },
    { text: "[By URL](https://quay.example/articles/pumps)", reach: "loose" },
    { text: "[A text that is not there](gone.txt)", reach: "loose" },
    { text: "[With a line in its name](a_b.md)", reach: "loose" },
    { text: "[Beyond all files](../../../pumps.md)", reach: "loose" },
  ])("$text: $reach", ({ text, reach }) => {
    expect(rememberedOf(text)?.reach).toBe(reach);
  });
});

describe("of what others decide nothing is remembered", () => {
  test.for([
    { text: "[A text](there.txt)" },
    { text: "[A page](there.html)" },
    { text: "[A page](there.htm)" },
    { text: "[It](pumps.md) and [a text](there.txt)" },
    { text: "[What no listing shows](/_data/tides.md)" },
    { text: "[What no listing shows](_data/tides.md)" },
    { text: "[What is not there](gone.md)", hasHidden: true },
    { text: "Text.", matter: "page: true\n" },
    { text: "Text.", matter: "expires: 2030-01-01\n" },
    { text: "Text.", matter: "canonical_url: https://other.example/lock\n" },
    { text: "![A chart](chart.png), [its figures](figures.txt)", path: "harbour/lock/index.md" },
  ])("$text $matter", ({ text, ...how }) => {
    expect(rememberedOf(text, how)).toBeNull();
  });

  test.for([
    { name: "of a bundle without a text", text: "![A chart](/img/b.png)", path: "harbour/lock/index.md" },
    { name: "of what leads to no other", text: "[It](pumps.md)", hasHidden: true },
  ])("but $name", ({ text, ...how }) => {
    expect(rememberedOf(text, how)?.reach).toBe("firm");
  });
});

test.for([
  { text: "Text.", files: [], isRooted: true },
  { text: "[It](pumps.md)", files: [], isRooted: true },
  { text: "![It](/img/b.png)", files: ["img/b.png"], isRooted: true },
  { text: "![It](a.png)", files: ["harbour/a.png"], isRooted: false },
  {
    text: "![It](/img/b.png), ![it](a.png), ![and it](a.png)",
    files: ["img/b.png", "harbour/a.png"],
    isRooted: false,
  },
])("$text: shows $files", ({ text, ...shown }) => {
  expect(rememberedOf(text)).toMatchObject(shown);
});

test("a picture, an id and a lead of its own are told", () => {
  const matter = "image: a.png\nid: urn:uuid:1\nlead: true\n";
  expect(rememberedOf("Text.", { matter })).toMatchObject({ hasImage: true, hasOwnId: true, lead: true });
  expect(rememberedOf("Text.")).toMatchObject({ hasImage: false, hasOwnId: false });
  expect(rememberedOf("Text.")).not.toHaveProperty("lead");
});
