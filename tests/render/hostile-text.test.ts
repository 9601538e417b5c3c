import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseXml } from "@rgrove/parse-xml";
import fc from "fast-check";
import type { Item } from "feed";
import { describe, expect, test } from "vitest";
import type { StrictFeedOptions } from "../../src/render/feeds/strict-channel.ts";
import { StrictFeed } from "../../src/render/feeds/strict-feed.ts";
import { ANY_SIGN } from "../any-text.ts";
import { bakeFolder, bodyOf } from "../bake/baked-folder.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { hasProgram } from "../programs.ts";
import { runs } from "../runs.ts";

/** What breaks feeds, beside any character at all. */
const HOSTILE = fc.constantFrom(
  "]]>",
  "<script>alert(1)</script>",
  "&amp;",
  "&",
  "<",
  ">",
  '"',
  "<!--",
  "-->",
  "\u0000",
  "\u0008",
  "\u001F",
  "\uFFFE",
  "\uFFFF",
  "\uD83D",
  "\uDE00",
  "\u{1F600}",
  "\u202E",
  "\u0645\u0631\u062D\u0628\u0627",
  "\u2028",
  "\u0085",
  "%",
  "\\u0000",
  "</rss>",
);
const text = fc
  .array(fc.oneof(HOSTILE, fc.string({ unit: ANY_SIGN }), fc.string()), { maxLength: 8 })
  .map((parts) => parts.join(""));

const channel: StrictFeedOptions = {
  id: "tag:quay.example,2025:/",
  title: "The Quay",
  link: "https://quay.example/",
  feedLinks: {
    rss: "https://quay.example/rss.xml",
    atom: "https://quay.example/atom.xml",
    json: "https://quay.example/feed.json",
  },
  updated: new Date(0),
};

const item: fc.Arbitrary<Item> = fc.record({
  title: text,
  id: text,
  link: text,
  description: text,
  content: text,
  author: fc.array(fc.record({ name: text, link: text }), { maxLength: 3 }),
  category: fc.array(fc.record({ name: text }), { maxLength: 3 }),
  published: fc.constant(new Date(0)),
  date: fc.constant(new Date(0)),
});

function render(hostile: Item) {
  const feed = new StrictFeed({ ...channel, title: hostile.title, description: hostile.description ?? "" });
  feed.addItem(hostile);
  return { rss: feed.rss2(), atom: feed.atom1(), json: feed.json1() };
}

describe("whatever a text holds", () => {
  test("RSS and Atom are well-formed XML and the JSON Feed is JSON, with the same id and title", () => {
    fc.assert(
      fc.property(item, (hostile) => {
        const { rss, atom, json } = render(hostile);
        const [parsed] = JSON.parse(json).items;
        expect(textIn(parseXml(rss).toJSON(), "guid")).toBe(normalized(parsed.id));
        expect(textIn(parseXml(atom).toJSON(), "entry", "title")).toBe(normalized(parsed.title));
      }),
      runs(500),
    );
  });

  test.skipIf(!hasProgram("xmllint"))("xmllint accepts every feed", () => {
    const folder = temporaryFolder();
    const files = fc.sample(item, 200).flatMap((hostile, index) => {
      const { rss, atom } = render(hostile);
      writeFileSync(join(folder, `${index}.rss`), rss);
      writeFileSync(join(folder, `${index}.atom`), atom);
      return [join(folder, `${index}.rss`), join(folder, `${index}.atom`)];
    });
    const { stderr, status } = spawnSync("xmllint", ["--noout", ...files], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("a hostile newswire file becomes a feed that parses, or a problem", () => {
    fc.assert(
      fc.property(text, text, text, (headline, paragraph, name) => {
        const folder = contentFolder({
          "site.toml": SITE_TOML,
          "a.txt": `${headline}\n${paragraph}\nA.${name}--QN\n`,
        });
        const site = bakeFolder(folder);
        if (site.articles.length === 0) return;
        parseXml(bodyOf(site, "/rss.xml"));
        parseXml(bodyOf(site, "/atom.xml"));
        JSON.parse(bodyOf(site, "/feed.json"));
      }),
      runs(150),
    );
  });
});

interface XmlNode {
  readonly type: string;
  readonly name?: string;
  readonly text?: string;
  readonly children?: readonly XmlNode[];
}

/** The text of the first element at a path of names, wherever it begins. */
function textIn(node: unknown, ...path: readonly string[]): string | null {
  const { name, children = [] } = node as XmlNode;
  const rest = name === path[0] ? path.slice(1) : path;
  if (rest.length === 0) return children.map(({ text = "" }) => text).join("");
  for (const child of children) {
    const found = textIn(child, ...rest);
    if (found !== null) return found;
  }
  return null;
}

/** Line ends as an XML parser gives them (XML 1.0 §2.11). */
function normalized(value: string): string {
  return value.replace(/\r\n?/g, "\n");
}
