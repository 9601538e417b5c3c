import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runHere } from "../command/run-here.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { adoptReport } from "../migrate/adopt/adopt-here.ts";
import { hasProgram } from "../programs.ts";
import { freePort, serveSite } from "../served-site.ts";
import { Newsboat } from "./feed-readers.ts";

const COUNT = 10;
/** Articles of the folder that the old feed had dropped. */
const OLDER = 4;

/** The folder's articles, which know of their day alone. */
function articles(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: OLDER + COUNT }, (_, at) => [
      `posts/tide-${at}.md`,
      `---\ntitle: Tide ${at}\ndate: 2025-06-${String(at + 10)}\n---\nWater, told anew, ${at}.\n`,
    ]),
  );
}

/** What the old site tells of the newest ten: with ids that are no addresses, and dates to the second. */
function items(origin: string) {
  return Array.from({ length: COUNT }, (_, index) => {
    const at = index + OLDER;
    const date = new Date(Date.UTC(2025, 5, at + 10, 9, 30, at));
    return { id: `${at} at old quay`, title: `Tide ${at}`, link: `${origin}/2025/06/tide-${at}/`, date };
  }).reverse();
}

const FEEDS: Readonly<Record<string, (origin: string) => string>> = {
  "/feed/": (origin) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title><link>${origin}/</link><description>Old</description>${items(
      origin,
    )
      .map(
        ({ id, title, link, date }) =>
          `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${id}</guid><pubDate>${date.toUTCString()}</pubDate><description>Old text</description></item>`,
      )
      .join("")}</channel></rss>`,
  "/feed/atom/": (origin) =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:old-quay</id><title>Quay</title><updated>2025-06-23T09:30:00Z</updated><link href="${origin}/"/>${items(
      origin,
    )
      .map(
        ({ id, title, link, date }) =>
          `<entry><id>${id}</id><title>${title}</title><link href="${link}"/><published>${date.toISOString()}</published><updated>${date.toISOString()}</updated><summary>Old text</summary></entry>`,
      )
      .join("")}</feed>`,
};

/** The old site, on a port that the new one takes over. */
async function oldSite(port: number): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const feed = FEEDS[request.url ?? ""];
    if (feed === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, {
          "Content-Type": "text/xml",
          "Last-Modified": "Mon, 23 Jun 2025 09:30:00 GMT",
          ETag: '"old"',
        })
        .end(feed(`http://127.0.0.1:${port}`));
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

describe.skipIf(!hasProgram("newsboat"))("a site that moves behind one address", () => {
  test.for(Object.keys(FEEDS))("shows newsboat at %s nothing twice, and then what is new", async (path) => {
    const port = await freePort();
    const feed = `http://127.0.0.1:${port}${path}`;
    const stopOld = await oldSite(port);
    const newsboat = new Newsboat(join(temporaryFolder(), "newsboat"), [feed]);
    await newsboat.reload();
    expect(newsboat.articles()).toHaveLength(COUNT);
    newsboat.readAll();

    const content = contentFolder({ "site.toml": SITE_TOML, ...articles() });
    const { entries } = await adoptReport(content, [feed]);
    expect(entries).toEqual({ adopted: COUNT, feeds: 1 });
    await stopOld();

    const persistTo = join(temporaryFolder(), "state");
    const bake = () => runHere("bake", ["--content", content, "--persist-to", persistTo]);
    const meet = async () => {
      const site = await serveSite(persistTo, port);
      try {
        await newsboat.reload();
        await newsboat.reload();
      } finally {
        await site.stop();
      }
      const shown = newsboat.articles();
      return {
        count: shown.length,
        unread: shown.filter(({ isUnread }) => isUnread).map(({ title }) => title),
      };
    };
    await bake();
    expect(await meet()).toEqual({ count: COUNT, unread: [] });
    expect(newsboat.articles().map(({ content }) => content.includes("told anew"))).not.toContain(false);

    writeFileSync(join(content, "posts/news.md"), "---\ntitle: News\ndate: 2025-07-01\n---\nNew.\n");
    await bake();
    expect(await meet()).toEqual({ count: COUNT + 1, unread: ["News"] });
  });
});
