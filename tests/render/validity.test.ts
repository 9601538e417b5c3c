import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { XmlElement } from "@rgrove/parse-xml";
import { parseXml, XmlElement as XmlElementClass } from "@rgrove/parse-xml";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { joinFeed } from "../../src/render/feeds/feed-text.ts";
import { bakeFolder, bodyOf, NOW } from "../bake/baked-folder.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";
import { hasProgram } from "../programs.ts";
import { BARE_ITEM, feedOf, RICH_ITEM, TOMBSTONE } from "./rich-feed.ts";
import { rssFaults } from "./schemas/rss-profile.ts";
import { SMALL_SITE, SMALL_SITE_LATER } from "./small-site.ts";

const schema = (name: string) => fileURLToPath(new URL(`schemas/${name}`, import.meta.url));

/** What xmllint says of documents, each in a file of its own; empty where all are valid. */
function xmllint(option: "--relaxng" | "--schema", name: string, texts: readonly string[]): string {
  const files = Object.fromEntries(texts.map((text, index) => [`${index}.xml`, text]));
  const folder = contentFolder(files, temporaryFolder());
  const paths = Object.keys(files).map((file) => join(folder, file));
  const args = ["--noout", option, schema(name), ...paths];
  const { status, stderr } = spawnSync("xmllint", args, { encoding: "utf8" });
  return status === 0 ? "" : stderr;
}

/** Every document of the small site whose key ends so, from both of its bakes. */
function documents(...ends: readonly string[]): { key: string; text: string }[] {
  const first = bakeFolder(contentFolder(SMALL_SITE));
  const second = bakeFolder(contentFolder(SMALL_SITE_LATER), first.ledger, NOW + 86_400);
  return [first, second].flatMap((site) =>
    changedKeys(site)
      .filter((key) => ends.some((end) => key.endsWith(end)))
      .map((key) => ({ key, text: bodyOf(site, key) })),
  );
}

function changedKeys(site: BakedSite): string[] {
  return site.documents.filter(({ representation }) => representation !== null).map(({ key }) => key);
}

const everything = [RICH_ITEM, BARE_ITEM];

describe("Atom", () => {
  test.skipIf(!hasProgram("xmllint"))("is valid by RELAX NG (RFC 4287 Appendix B), tombstones too", () => {
    const site = documents("/atom.xml").map(({ text }) => text);
    expect(site.length).toBeGreaterThan(8);
    const rich = joinFeed(feedOf("atom", everything, undefined, [TOMBSTONE]));
    expect(xmllint("--relaxng", "atom.rng", [rich, ...site])).toBe("");
  });

  test.skipIf(!hasProgram("xmllint"))("the schema finds a feed without its id", () => {
    const broken = joinFeed(feedOf("atom", everything)).replace(/<id>.*<\/id>/, "");
    expect(xmllint("--relaxng", "atom.rng", [broken])).toContain("fails to validate");
  });

  test("puts the alternate link before self, and tombstones before entries", () => {
    const text = joinFeed(feedOf("atom", everything, undefined, [TOMBSTONE]));
    expect(text.indexOf('rel="alternate"')).toBeLessThan(text.indexOf('rel="self"'));
    expect(text.indexOf("<at:deleted-entry")).toBeLessThan(text.indexOf("<entry"));
  });
});

describe("RSS", () => {
  test("keeps to the strict profile in every document", () => {
    const site = documents("/rss.xml");
    expect(site.length).toBeGreaterThan(8);
    for (const { key, text } of site) expect([key, rssFaults(text)]).toEqual([key, []]);
    expect(rssFaults(joinFeed(feedOf("rss", everything)))).toEqual([]);
  });

  test("the profile finds a second guid, an unknown element and a date of another form", () => {
    const broken = joinFeed(feedOf("rss", [BARE_ITEM]))
      .replace("<guid", '<colour>red</colour><guid isPermaLink="false">x</guid><guid')
      .replace("Sun, 29 Jun 2025 00:00:00 GMT", "2025-06-29");
    expect(rssFaults(broken)).toEqual(["item has colour", "item has guid 2 times", "pubDate is 2025-06-29"]);
  });
});

describe("JSON Feed", () => {
  const validate = new Ajv({ allErrors: true }).compile(
    JSON.parse(readFileSync(schema("json-feed.schema.json"), "utf8")),
  );

  test("is valid by a JSON Schema of version 1.1 in every document", () => {
    const site = documents("/feed.json");
    expect(site.length).toBeGreaterThan(8);
    for (const text of [joinFeed(feedOf("json", everything)), ...site.map(({ text }) => text)]) {
      validate(JSON.parse(text));
      expect(validate.errors).toBeNull();
    }
  });

  test("is valid by the schema that the site serves, which knows no other field", () => {
    const served = JSON.parse(documents("/feed.schema.json")[0]?.text ?? "");
    const own = new Ajv2020({ allErrors: true, validateFormats: false }).compile(served);
    const site = documents("/feed.json").map(({ text }) => text);
    for (const text of [joinFeed(feedOf("json", everything)), ...site]) {
      own(JSON.parse(text));
      expect(own.errors).toBeNull();
    }
    expect(own({ ...JSON.parse(site[0] ?? ""), sections: [] })).toBe(false);
  });

  test("the schema finds an item without content and a date without a zone", () => {
    validate(JSON.parse('{"version":"https://jsonfeed.org/version/1.1","title":"","items":[{"id":"1"}]}'));
    expect(validate.errors).not.toBeNull();
    validate(
      JSON.parse(
        '{"version":"https://jsonfeed.org/version/1.1","title":"","items":[{"id":"1","content_text":"","date_published":"2025-01-01T00:00:00"}]}',
      ),
    );
    expect(validate.errors).not.toBeNull();
  });
});

describe("sitemaps", () => {
  test.skipIf(!hasProgram("xmllint"))("are valid by the schemas of sitemaps.org and of news search", () => {
    const site = documents("/sitemap.xml", "/sitemap-news.xml").map(({ text }) => text);
    expect(site).toHaveLength(4);
    expect(xmllint("--schema", "sitemap.xsd", site)).toBe("");
  });
});

describe("OPML 2.0", () => {
  const opml = () => parseXml(documents("/feeds.opml")[0]?.text ?? "").root;

  test("has version, head with a title, and a body of outlines with text", () => {
    const root = opml();
    expect(root?.attributes.version).toBe("2.0");
    expect(namesIn(root)).toEqual(["head", "body"]);
    const outlines = descendants(root).filter(({ name }) => name === "outline");
    expect(outlines.filter(({ attributes }) => !attributes.text)).toEqual([]);
    const feeds = outlines.filter(({ attributes }) => attributes.type === "rss");
    expect(feeds.filter(({ attributes }) => !attributes.xmlUrl?.startsWith("https://quay.example/"))).toEqual(
      [],
    );
  });

  test("names every channel of the site once, as RSS", () => {
    const named = descendants(opml()).flatMap(({ attributes }) => attributes.xmlUrl ?? []);
    const baked = changedKeys(bakeFolder(contentFolder(SMALL_SITE)))
      .filter((key) => key.endsWith("/rss.xml") && !key.startsWith("/archive/"))
      .map((key) => `https://quay.example${key}`);
    expect(named.toSorted()).toEqual(baked.toSorted());
  });

  test("goes by name within each kind, as people look for it, behind the site", () => {
    const files = { "site.toml": `title = "The Quay"\nurl = "https://quay.example"\n` };
    const tagged = { ...files, "a.md": "---\ntags: [Zander, äsche, Barsch]\n---\n# Fish\n\nThey swim.\n" };
    const { root } = parseXml(bodyOf(bakeFolder(contentFolder(tagged)), "/feeds.opml"));
    const outlines = descendants(root).filter(({ name }) => name === "outline");
    expect(outlines.map(({ attributes }) => attributes.title?.split(" · ")[0])).toEqual([
      "The Quay",
      "äsche",
      "Barsch",
      "Zander",
    ]);
    expect(outlines.map(({ attributes }) => attributes.description === undefined)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

function descendants(element: XmlElement | null): XmlElement[] {
  return elementsOf(element).flatMap((child) => [child, ...descendants(child)]);
}

function namesIn(element: XmlElement | null): string[] {
  return elementsOf(element).map(({ name }) => name);
}

function elementsOf(element: XmlElement | null): XmlElement[] {
  return element?.children.filter((child) => child instanceof XmlElementClass) ?? [];
}
