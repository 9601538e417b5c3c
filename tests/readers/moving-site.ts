import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { FormatName } from "../../src/render/feeds/formats.ts";
import { runHere } from "../command/run-here.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { adoptReport } from "../migrate/adopt/adopt-here.ts";
import { freePort, serveSite } from "../served-site.ts";
import type { ListedArticle, RememberingReader, Subscription } from "./remembering-readers.ts";

/** Items of the old feed. */
export const COUNT = 10;
/** Articles of the folder that the old feed had dropped. */
const OLDER = 4;
const DAY_MS = 24 * 60 * 60 * 1000;

/** One of the old site's articles: they came every third day, the last one yesterday. */
interface OldArticle {
  readonly number: number;
  readonly date: Date;
}

function oldArticles(): readonly OldArticle[] {
  const yesterday = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS;
  return Array.from({ length: OLDER + COUNT }, (_, number) => ({
    number,
    date: new Date(yesterday - (OLDER + COUNT - 1 - number) * 3 * DAY_MS + (9 * 60 + number) * 60_000 + 7000),
  }));
}

/** The folder's articles, which know of their day alone. */
function folderFiles(): Record<string, string> {
  return Object.fromEntries(
    oldArticles().map(({ number, date }) => [
      `posts/tide-${number}.md`,
      `---\ntitle: Tide ${number}\ndate: ${date.toISOString().slice(0, 10)}\n---\nWater, told anew, ${number}.\n`,
    ]),
  );
}

/** A feed of the old site. */
export interface OldFeedText {
  readonly name: string;
  readonly path: string;
  readonly format: FormatName;
  readonly hasIds: boolean;
  readonly item: (article: OldArticle, origin: string) => string;
  readonly frame: (items: readonly string[], origin: string) => string;
}

const linkOf = ({ date, number }: OldArticle, origin: string) =>
  `${origin}/${date.getUTCFullYear()}/tide-${number}/`;

const rssFrame: OldFeedText["frame"] = (items, origin) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title><link>${origin}/</link><description>Old</description>${items.join("")}</channel></rss>`;

const rssItem = (article: OldArticle, origin: string, date: string, guid = "") =>
  `<item><title>Tide ${article.number}</title><link>${linkOf(article, origin)}</link>${guid}<pubDate>${date}</pubDate><description>Old text</description></item>`;

/** Ids that are no addresses, dates to the second. */
export const OLD_FEEDS: readonly OldFeedText[] = [
  {
    name: "RSS with ids",
    path: "/feed/",
    format: "rss",
    hasIds: true,
    item: (one, origin) =>
      rssItem(
        one,
        origin,
        one.date.toUTCString(),
        `<guid isPermaLink="false">${one.number} at old quay</guid>`,
      ),
    frame: rssFrame,
  },
  {
    name: "RSS without ids",
    path: "/index.xml",
    format: "rss",
    hasIds: false,
    item: (one, origin) => rssItem(one, origin, one.date.toUTCString().replace("GMT", "+0000")),
    frame: rssFrame,
  },
  {
    name: "Atom",
    path: "/feed/atom/",
    format: "atom",
    hasIds: true,
    item: (one, origin) =>
      `<entry><id>${one.number} at old quay</id><title>Tide ${one.number}</title><link href="${linkOf(one, origin)}"/><published>${one.date.toISOString()}</published><updated>${one.date.toISOString()}</updated><summary>Old text</summary></entry>`,
    frame: (items, origin) =>
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:old-quay</id><title>Quay</title><updated>2025-06-23T09:30:00Z</updated><link href="${origin}/"/>${items.join("")}</feed>`,
  },
  {
    name: "JSON Feed",
    path: "/old-feed.json",
    format: "json",
    hasIds: true,
    item: (one, origin) =>
      JSON.stringify({
        id: `${one.number} at old quay`,
        title: `Tide ${one.number}`,
        url: linkOf(one, origin),
        date_published: one.date.toISOString(),
        content_text: "Old text",
      }),
    frame: (items, origin) =>
      `{"version":"https://jsonfeed.org/version/1.1","title":"Quay","home_page_url":"${origin}/","items":[${items.join(",")}]}`,
  },
];

/** The old site, on a port that the new one takes over; its feed changes to the last. */
async function serveOld(old: OldFeedText, port: number): Promise<() => Promise<void>> {
  const origin = `http://127.0.0.1:${port}`;
  const items = oldArticles().slice(OLDER).toReversed();
  const text = old.frame(
    items.map((one) => old.item(one, origin)),
    origin,
  );
  const server = createServer((request, response) => {
    if (request.url !== old.path) response.writeHead(404).end();
    else {
      const changed = new Date().toUTCString();
      const type = old.format === "json" ? "application/feed+json" : "text/xml";
      response.writeHead(200, { "Content-Type": type, "Last-Modified": changed, ETag: '"old"' }).end(text);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(stop);
  return stop;
}

/** What a reader shows of the new site, and then once it has a new article. */
export interface Moved {
  readonly before: readonly ListedArticle[];
  readonly after: readonly ListedArticle[];
  readonly later: readonly ListedArticle[];
}

/** Subscribes readers to the old site, reads everything, moves the site, and lets them meet the new one. */
export async function moveSite(
  old: OldFeedText,
  readers: readonly RememberingReader[],
): Promise<ReadonlyMap<string, Moved>> {
  const port = await freePort();
  const feed = `http://127.0.0.1:${port}${old.path}`;
  const stopOld = await serveOld(old, port);
  const homes = temporaryFolder();
  const subscriptions: {
    readonly reader: RememberingReader;
    readonly subscription: Subscription;
    readonly before: readonly ListedArticle[];
  }[] = [];
  for (const reader of readers) {
    const home = join(homes, reader.name);
    mkdirSync(home);
    const subscription = await reader.subscribe(feed, home);
    await subscription.poll();
    subscription.readAll();
    subscriptions.push({ reader, subscription, before: subscription.articles() });
  }
  const content = contentFolder({ "site.toml": SITE_TOML, ...folderFiles() });
  const url = ["--url", `http://127.0.0.1:${port}`];
  await adoptReport(content, [feed], url);
  await stopOld();

  const persistTo = join(temporaryFolder(), "state");
  const meet = async () => {
    await runHere("bake", ["--content", content, "--persist-to", persistTo, ...url]);
    const site = await serveSite(persistTo, port);
    try {
      for (const { subscription } of subscriptions) {
        await subscription.poll();
        await subscription.poll();
      }
    } finally {
      await site.stop();
    }
    return subscriptions.map(({ subscription }) => subscription.articles());
  };
  const after = await meet();
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(join(content, "posts/news.md"), `---\ntitle: News\ndate: ${today}\n---\nNew.\n`);
  const later = await meet();
  return new Map(
    subscriptions.map(({ reader, before }, at) => [
      reader.name,
      { before, after: after[at] ?? [], later: later[at] ?? [] },
    ]),
  );
}
