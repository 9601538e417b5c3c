import { describe, expect, test } from "vitest";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { bakeFolder } from "../bake/baked-folder.ts";
import { articlesIn, bodyIn, filesIn, importHere, textIn } from "./import-here.ts";
import { dot, oldServer } from "./old-server.ts";

const DATED = Date.UTC(2024, 6, 1, 9, 30, 45) / 1000;

test.for<readonly [string, string, Record<string, unknown>]>([
  [
    "RSS 2.0 with the whole text",
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old</title><link>https://old.example/</link>
<item><title>Lock</title><link>https://old.example/2024/lock/?utm_source=rss</link><guid isPermaLink="false">g-1</guid><dc:creator>Ana</dc:creator><pubDate>Mon, 01 Jul 2024 09:30:45 GMT</pubDate><category>Works</category><description>Another &lt;b&gt;summary&lt;/b&gt;</description><content:encoded><![CDATA[<p>Text</p><p>The post <a href="x">Lock</a> appeared first on <a href="y">Old</a>.</p>]]></content:encoded></item></channel></rss>`,
    { id: "g-1", summary: "Another summary", authors: [{ name: "Ana" }], tags: ["Works"], text: "Text" },
  ],
  [
    "RSS 1.0",
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://old.example/"><title>Old</title><link>https://old.example/</link><items><rdf:Seq><rdf:li resource="https://old.example/2024/lock/"/></rdf:Seq></items></channel>
<item rdf:about="https://old.example/2024/lock/"><title>Lock</title><link>https://old.example/2024/lock/</link><dc:date>2024-07-01T11:30:45+02:00</dc:date><dc:creator>Ana</dc:creator><dc:subject>Works</dc:subject><description>Text</description></item></rdf:RDF>`,
    { id: "https://old.example/2024/lock/", authors: [{ name: "Ana" }], tags: ["Works"], text: "Text" },
  ],
  [
    "RSS 0.91",
    `<rss version="0.91"><channel><title>Old</title><link>https://old.example/</link><item><title>Lock</title><link>https://old.example/2024/lock/</link><description>Text</description><pubDate>01 Jul 24 09:30:45 GMT</pubDate></item></channel></rss>`,
    { id: null, text: "Text" },
  ],
  [
    "Atom 1.0 with XHTML",
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Old &amp;amp; quay</title><link rel="alternate" href="https://old.example/"/><id>urn:x</id>
<entry><id>tag:old.example,2024:1</id><title type="html">&lt;b&gt;Lock&lt;/b&gt;</title><link href="https://old.example/2024/lock/"/><published>2024-07-01T09:30:45Z</published><updated>2024-07-03T00:00:00Z</updated><author><name>Ana</name></author><category term="w" label="Works"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content></entry></feed>`,
    {
      id: "tag:old.example,2024:1",
      authors: [{ name: "Ana" }],
      tags: ["Works"],
      updated: Date.UTC(2024, 6, 3) / 1000,
      text: "Text",
    },
  ],
  [
    "Atom with a prefix and plain text",
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Old</a:title><a:link href="https://old.example/"/><a:entry><a:id>x</a:id><a:title>Lock</a:title><a:link href="/2024/lock/"/><a:updated>2024-07-01T09:30:45Z</a:updated><a:summary>Text</a:summary></a:entry></a:feed>`,
    { id: "x", text: "Text" },
  ],
  [
    "Atom 0.3",
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title><link rel="alternate" type="text/html" href="https://old.example/"/><entry><title>Lock</title><link rel="alternate" type="text/html" href="https://old.example/2024/lock/"/><id>x</id><issued>2024-07-01T09:30:45Z</issued><modified>2024-07-01T09:30:45Z</modified><content type="text/html" mode="escaped">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>`,
    { id: "x", text: "Text" },
  ],
  [
    "JSON Feed",
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Old",
      home_page_url: "https://old.example/",
      items: [
        {
          id: 7,
          url: "https://old.example/2024/lock/",
          title: "Lock",
          content_html: "<p>Text</p>",
          date_published: "2024-07-01T11:30:45+02:00",
          authors: [{ name: "Ana" }],
          tags: ["Works"],
          summary: "Short.",
        },
      ],
    }),
    { id: "7", authors: [{ name: "Ana" }], tags: ["Works"], summary: "Short.", text: "Text" },
  ],
])("%s", async ([_name, feed, expected]) => {
  const { into, report } = await importHere(feed, { flags: ["--no-media"] });
  expect(report).toMatchObject({ source: "feed", posts: 1 });
  const parsed = articlesIn(into).get("2024/lock.md");
  expect(parsed?.problems).toEqual([]);
  expect(parsed?.article).toMatchObject({ title: "Lock", published: { at: DATED }, ...expected });
  expect(textIn(into, "site.toml")).toContain('permalink = "/{year}/{slug}/"');
});

test("an episode keeps its file, length, duration and number", async () => {
  const feed = `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Show</title><link>https://old.example/</link>
<item><title>Tide</title><guid isPermaLink="false">e-1</guid><enclosure url="https://cdn.example/1.mp3" length="48210333" type="audio/mpeg"/><itunes:duration>51:07</itunes:duration><itunes:season>2</itunes:season><itunes:episode>5</itunes:episode><itunes:explicit>no</itunes:explicit><description>Notes</description></item></channel></rss>`;
  const { into } = await importHere(feed, { flags: ["--no-media"] });
  const text = textIn(into, "tide.md");
  expect(text).toContain(
    "enclosures:\n  - url: https://cdn.example/1.mp3\n    length: 48210333\n    type: audio/mpeg\n    duration: 3067\n",
  );
  expect(text).toContain("season: 2\nepisode: 5\nexplicit: false\n");
});

test("a feed of summaries is told", async () => {
  const { report } = await importHere(
    `<rss version="2.0"><channel><title>Old</title><item><title>a</title><description>Short</description></item></channel></rss>`,
  );
  expect(report.leftOut).toEqual({ "description in place of a text, perhaps a summary only": 1 });
});

test("a post that is a link to elsewhere keeps it", async () => {
  const { into } = await importHere(
    `<rss version="2.0"><channel><title>Old</title><link>https://old.example/</link><item><title>a</title><link>https://other.example/x</link><description>See this.</description></item></channel></rss>`,
  );
  expect(bodyIn(into, "a.md")).toBe("See this.\n\n[other.example](https://other.example/x)");
});

const item = (at: number) =>
  `<item><title>Post ${at}</title><guid isPermaLink="false">${at}</guid><pubDate>Mon, 01 Jul 2024 09:30:45 GMT</pubDate><description>x</description></item>`;
const page = (items: string, head = "") =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Old</title>${head}${items}</channel></rss>`;

test.for<readonly [string, string, (origin: string) => Record<string, string>]>([
  [
    "rel=next",
    "/feed",
    (origin) => ({
      "/feed": page(item(1) + item(2), `<atom:link rel="next" href="${origin}/feed?after=2"/>`),
      "/feed?after=2": page(item(2) + item(3), `<atom:link rel="next" href="/feed?after=3"/>`),
      "/feed?after=3": page(item(4)),
    }),
  ],
  [
    "prev-archive",
    "/feed",
    (origin) => ({
      "/feed": page(item(3) + item(4), `<atom:link rel="prev-archive" href="${origin}/archive/1"/>`),
      "/archive/1": page(item(1) + item(2)),
    }),
  ],
  [
    "next_url",
    "/feed.json",
    (origin) => {
      const json = (ids: number[], next?: string) =>
        JSON.stringify({
          version: "https://jsonfeed.org/version/1",
          title: "Old",
          next_url: next,
          items: ids.map((id) => ({
            id: `${id}`,
            date_published: "2024-07-01T09:30:45Z",
            content_text: "x",
          })),
        });
      return { "/feed.json": json([1, 2], `${origin}/2.json`), "/2.json": json([3, 4]) };
    },
  ],
  [
    "?paged= of WordPress, up to the last page once more",
    "/feed",
    () => {
      const head = "<generator>https://wordpress.org/?v=6.6</generator>";
      return {
        "/feed": page(item(1) + item(2), head),
        "/feed?paged=2": page(item(3) + item(4), head),
        "/feed?paged=3": page(item(3) + item(4), head),
      };
    },
  ],
  [
    "a page that names itself",
    "/feed",
    (origin) => ({
      "/feed": page(item(1) + item(2) + item(3) + item(4), `<atom:link rel="next" href="${origin}/feed"/>`),
    }),
  ],
])("all pages of a feed: %s", async ([_name, path, answers]) => {
  const { origin } = await oldServer(answers);
  const { report } = await importHere(`${origin}${path}`);
  expect(report.posts).toBe(4);
  expect(report.problems).toEqual([]);
});

test("a page that is missing is told, and the others come", async () => {
  const { origin } = await oldServer((at) => ({
    "/feed": page(item(1), `<atom:link rel="next" href="${at}/2"/>`),
  }));
  const { report } = await importHere(`${origin}/feed`);
  expect(report.posts).toBe(1);
  expect(report.problems.map(({ message }) => message)).toEqual([
    `names a page that cannot be read, so older posts are missing: ${origin}/2`,
  ]);
});

describe("a show", () => {
  const GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810";
  const feed = (
    origin: string,
    type = "audio/mpeg",
  ) => `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Tides</title><link>${origin}/</link>
<itunes:author>The Quay</itunes:author><itunes:owner><itunes:name>Desk</itunes:name><itunes:email>desk@old.example</itunes:email></itunes:owner><itunes:explicit>no</itunes:explicit><itunes:image href="${origin}/cover.png"/>
<itunes:category text="News"><itunes:category text="Daily News"/></itunes:category><itunes:category text="Science"/><itunes:type>serial</itunes:type><podcast:guid>${GUID}</podcast:guid>
<item><title>One</title><link>${origin}/one/</link><guid>1</guid><pubDate>Mon, 01 Jul 2024 09:30:45 GMT</pubDate><description>Text</description><enclosure url="https://cdn.example/one.mp3" length="9" type="${type}"/></item></channel></rss>`;

  test("brings its table [podcast] along, and its picture", async () => {
    const { origin } = await oldServer((self) => ({ "/feed": feed(self), "/cover.png": dot(1) }));
    const { into } = await importHere(`${origin}/feed`);
    expect(filesIn(into)).toContain("show/cover.png");
    const problems = new FileProblems("site.toml");
    const bytes = Buffer.from(textIn(into, "site.toml"));
    const site = readSiteSettings({ path: "site.toml" as never, bytes }, "x", problems);
    expect(problems.list).toEqual([]);
    expect(site.podcast).toEqual({
      author: "The Quay",
      owner: { name: "Desk", email: "desk@old.example" },
      explicit: false,
      image: "show/cover.png",
      categories: [
        { name: "News", subcategory: "Daily News" },
        { name: "Science", subcategory: null },
      ],
      guid: GUID,
      kind: "serial",
    });
    expect(bakeFolder(into).problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
  });

  test("is none without a file to hear", async () => {
    const { into } = await importHere(
      feed("https://old.example", "application/pdf").replace(".mp3", ".pdf"),
      {
        flags: ["--no-media"],
      },
    );
    expect(textIn(into, "site.toml")).not.toContain("podcast");
  });
});
