import { describe, expect, test } from "vitest";
import { bakeFolder, bodyOf, NOW } from "../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { PIXEL } from "../worker/baked-site.ts";

/** A PNG that says it is so large; nobody looks at its pixels. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.from(PIXEL);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The feeds of a site with one article of this front matter and text. */
function feedsOf(text: string, settings = "") {
  const files = { "a.md": text, "tree.png": png(640, 480), "dot.png": png(1, 1), "logo.png": png(512, 256) };
  const site = bakeFolder(contentFolder({ "site.toml": `${SITE_TOML}${settings}`, ...files }));
  expect(site.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const [rss, atom, json] = ["/rss.xml", "/atom.xml", "/feed.json"].map((key) => bodyOf(site, key));
  return { rss: rss ?? "", atom: atom ?? "", json: JSON.parse(json ?? ""), site };
}

describe("the picture that stands for an article", () => {
  const TREE = /https:\/\/quay\.example\/media\/[\da-f]{20}\.png/.source;

  test("is the first of its text where it names none, with its type and its size (Media RSS)", () => {
    const { rss, atom, json } = feedsOf("# Trees\n\n![dot](dot.png)\n\n![A tree](tree.png)\n\nThey stand.\n");
    for (const feed of [rss, atom]) {
      expect(feed).toMatch(
        new RegExp(
          `<media:content url="${TREE}" type="image/png" medium="image" width="640" height="480"/>\n` +
            `<media:thumbnail url="${TREE}" width="640" height="480"/>`,
        ),
      );
    }
    expect(json.items[0].image).toMatch(new RegExp(TREE));
    // It stands in the text already.
    expect(rss).not.toContain("<figure>");
  });

  test("may be elsewhere: then nobody knows its type", () => {
    const { rss, json } = feedsOf(
      "# Trees\n\n![A tree](https://trees.example/t.jpg?a=1&b=2)\n\nThey stand.\n",
    );
    expect(rss).toContain(
      '<media:content url="https://trees.example/t.jpg?a=1&amp;b=2" medium="image"/>\n<media:thumbnail',
    );
    expect(json.items[0].image).toBe("https://trees.example/t.jpg?a=1&b=2");
  });

  test("is the one that it names, before those of its text", () => {
    const { json } = feedsOf("---\nimage: https://a.example/lead.jpg\n---\n# Trees\n\n![A tree](tree.png)\n");
    expect(json.items[0].image).toBe("https://a.example/lead.jpg");
  });

  test("is told where feeds carry summaries alone", () => {
    const { json } = feedsOf("# Trees\n\n![A tree](tree.png)\n\nThey stand.\n", 'feed_content = "summary"\n');
    expect(json.items[0].image).toMatch(new RegExp(TREE));
  });

  test("is none where the text has marks alone", () => {
    const { rss } = feedsOf(
      '# Trees\n\n<img src="https://ci.example/b.svg" width="80" height="20">\n\nOK.\n',
    );
    expect(rss).not.toContain("media:content");
  });
});

test("the icon is the image of the RSS channel, as large as RSS 2.0 lets it be shown", () => {
  const { rss } = feedsOf("# Trees\n\nThey stand.\n", 'icon = "logo.png"\n');
  expect(rss).toMatch(
    /<image>\n<url>[^\n]*\n<title>[^\n]*\n<link>[^\n]*\n<width>144<\/width>\n<height>72<\/height>\n<\/image>\n/,
  );
});

test.for([
  [5, "hourly", 12],
  [15, "hourly", 4],
  [60, "hourly", 1],
  [240, "daily", 6],
  [1440, "daily", 1],
] as const)("poll_minutes = %i is %s, %i times (syndication module)", ([minutes, period, frequency]) => {
  const { rss } = feedsOf("# Trees\n\nThey stand.\n", `poll_minutes = ${minutes}\n`);
  expect(rss).toContain(
    `<sy:updatePeriod>${period}</sy:updatePeriod>\n<sy:updateFrequency>${frequency}</sy:updateFrequency>`,
  );
});

test("an agency is a contributor in RSS and Atom, and an agency in JSON Feed", () => {
  const { rss, atom, json } = feedsOf("---\nagency: Quay News\n---\n# Trees\n\nThey stand.\n");
  expect(rss).toContain("<dc:contributor>Quay News</dc:contributor>");
  expect(atom).toContain("<contributor><name>Quay News</name></contributor>");
  expect(json.items[0]._feedwright.agency).toBe("Quay News");
});

test.for([
  ["audio/mpeg", "3067", "3067"],
  ["audio/mpeg", "0.4", "1"],
  ["audio/mpeg", '"1:02:03"', "3723"],
  ["video/mp4", "61", "61"],
] as const)(
  "%s of %s seconds lasts %s in itunes:duration, also where the site is no show",
  ([type, given, told]) => {
    const enclosure = `{ url: "https://a.example/1", length: 9, type: ${type}, duration: ${given} }`;
    const { rss } = feedsOf(`---\nenclosure: ${enclosure}\n---\n# Trees\n\nThey stand.\n`);
    expect(rss).toContain(`<itunes:duration>${told}</itunes:duration>`);
  },
);

test("what was corrected stands in a paragraph that a reader can tell from the text", () => {
  const { json } = feedsOf("---\ncorrection: They lie.\n---\n# Trees\n\nThey stand.\n");
  expect(json.items[0].content_html).toBe('<p class="correction"><em>They lie.</em></p>\n<p>They stand.</p>');
});

describe("what JSON Feed has no field for", () => {
  const TEXT =
    "---\nsection: sea\ntags: [Tea & rain, wind]\nauthors: [Ana Holm, Jo Reed]\n---\n# Trees\n\nThey stand.\n";
  const SETTINGS = '[sections.sea]\ntitle = "At sea"\n';

  test("names section, tags and authors with the pages of their channels, and where it is described", () => {
    const { json, site } = feedsOf(TEXT, SETTINGS);
    expect(json._feedwright).toEqual({ about: "https://quay.example/feed.schema.json" });
    const [item] = json.items;
    expect(item._feedwright).toMatchObject({
      section: { name: "At sea", slug: "sea", url: "https://quay.example/sections/sea" },
      tags: [
        { name: "Tea & rain", url: "https://quay.example/tags/tea-rain" },
        { name: "wind", url: "https://quay.example/tags/wind" },
      ],
      authors: [
        { name: "Ana Holm", url: "https://quay.example/authors/ana-holm" },
        { name: "Jo Reed", url: "https://quay.example/authors/jo-reed" },
      ],
    });
    expect(item.tags).toEqual(["At sea", "Tea & rain", "wind"]);
    const schema = JSON.parse(bodyOf(site, "/feed.schema.json"));
    expect(schema.properties.version.const).toBe(json.version);
  });

  test("an author is found at the page of the site, unless another one is named", () => {
    const { json } = feedsOf(TEXT, 'authors = [{ name = "Jo Reed", url = "https://jo.example/" }]\n');
    expect(json.items[0].authors).toEqual([
      { name: "Ana Holm", url: "https://quay.example/authors/ana-holm" },
      { name: "Jo Reed", url: "https://jo.example/" },
    ]);
    const site = feedsOf(TEXT, "channels = []\n").json.items[0];
    expect(site.authors).toEqual([{ name: "Ana Holm" }, { name: "Jo Reed" }]);
    expect(site._feedwright.tags).toEqual([{ name: "Tea & rain" }, { name: "wind" }]);
  });

  test("a tag that gets a channel gets its address in the feeds that know it already", () => {
    const folder = contentFolder({
      "site.toml": `${SITE_TOML}tag_min_articles = 2\n`,
      "a.md": "---\ntags: [wind]\n---\n# A\n\nText.\n",
    });
    const first = bakeFolder(folder);
    const tagsIn = (text: string) =>
      JSON.parse(text).items.map(
        ({ _feedwright }: { _feedwright: { tags: unknown[] } }) => _feedwright.tags[0],
      );
    expect(tagsIn(bodyOf(first, "/feed.json"))).toEqual([{ name: "wind" }]);
    contentFolder({ "b.md": "---\ntags: [wind]\n---\n# B\n\nText.\n" }, folder);
    const second = bakeFolder(folder, first.ledger, NOW + 60);
    const wind = { name: "wind", url: "https://quay.example/tags/wind" };
    expect(tagsIn(bodyOf(second, "/feed.json"))).toEqual([wind, wind]);
  });
});
