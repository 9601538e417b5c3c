import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { runHere } from "../command/run-here.ts";
import { contentFolder, newswireText, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { serveSite } from "../served-site.ts";

/** What every format must tell alike of an article. */
interface Seen {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly published: number;
  readonly authors: readonly (string | undefined)[];
  readonly content: string | undefined;
}

function seconds(date: unknown): number {
  return Date.parse(String(date)) / 1000;
}

function fromRss(text: string): Seen[] {
  return (parseRssFeed(text).items ?? []).map((item) => ({
    id: item.guid?.value,
    url: item.link,
    title: item.title,
    published: seconds(item.pubDate),
    authors: item.dc?.creators ?? [],
    content: item.content?.encoded,
  }));
}

function fromAtom(text: string): Seen[] {
  return (parseAtomFeed(text).entries ?? []).map((entry) => ({
    id: entry.id,
    url: entry.links?.find(({ rel }) => rel === "alternate")?.href,
    title: typeof entry.title === "string" ? entry.title : entry.title?.value,
    published: seconds(entry.published),
    authors: entry.authors?.map(({ name }) => name) ?? [],
    content: typeof entry.content === "string" ? entry.content : entry.content?.value,
  }));
}

function fromJson(text: string): Seen[] {
  return (parseJsonFeed(text).items ?? []).map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    published: seconds(item.date_published),
    authors: item.authors?.map(({ name }) => name) ?? [],
    content: item.content_html,
  }));
}

test("feedsmith finds the same articles, ids, dates and authors in all three feeds", async () => {
  const content = contentFolder({
    "site.toml": SITE_TOML,
    "lock.txt": `---\ndate: 2025-07-01T10:00:00Z\n---${newswireText()}`,
    "tea.md":
      "---\ndate: 2025-06-30T08:30:00+02:00\nauthors: [Sea desk, Weather desk]\ntags: [sea]\n---\n# Tea & rain\n\nA ]]> B *C*\n",
  });
  const persistTo = temporaryFolder();
  await runHere("bake", ["--content", content, "--persist-to", persistTo, "--now", "2025-07-01T18:00:00Z"]);
  const site = await serveSite(persistTo);
  try {
    const read = async (path: string) => (await fetch(`${site.origin}${path}`)).text();
    const rss = fromRss(await read("/rss.xml"));
    const atom = fromAtom(await read("/atom.xml"));
    const json = fromJson(await read("/feed.json"));
    expect(rss).toEqual([
      {
        id: "tag:quay.example,2025:lock",
        url: "https://quay.example/articles/harbour-opens-second-lock",
        title: "Harbour opens second lock",
        published: Date.UTC(2025, 6, 1, 10) / 1000,
        authors: ["A. Marsh"],
        content: expect.stringContaining("Paragraph 28"),
      },
      {
        id: "tag:quay.example,2025:tea",
        url: "https://quay.example/articles/tea",
        title: "Tea & rain",
        published: Date.UTC(2025, 5, 30, 6, 30) / 1000,
        authors: ["Sea desk", "Weather desk"],
        content: "<p>A ]]&gt; B <em>C</em></p>",
      },
    ]);
    expect(atom).toEqual(rss);
    expect(json).toEqual(rss);
  } finally {
    await site.stop();
  }
});
