import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { zonedMonths } from "../../../src/article/zoned-time.ts";
import type { BakedSite } from "../../../src/bake/bake-site.ts";
import { readStylesheet } from "../../../src/command/bake/stylesheets.ts";
import { bakeFolder, bodyOf, NOW } from "../../bake/baked-folder.ts";
import { contentFolder, newswireText, SITE_TOML } from "../../content-folder.ts";
import { metaOf, only, parsePage, pathsOf } from "./html.ts";

const DAY = 86_400;

/** A site with an article every few days, newest on 1 July 2025. */
function manyArticles(count: number, daysApart: number): Record<string, string> {
  const files: Record<string, string> = { "site.toml": SITE_TOML };
  for (let at = 0; at < count; at += 1) {
    const date = new Date((NOW - at * daysApart * DAY) * 1000).toISOString();
    files[`desk/a${at}.md`] = `---\ndate: ${date}\n---\n# Article ${at}\n\nText.\n`;
  }
  return files;
}

function pageOf(site: BakedSite, address: string) {
  return parsePage(bodyOf(site, address));
}

describe("the front page", () => {
  test("has the site's name once, as its heading", () => {
    const page = pageOf(bakeFolder(contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() })), "/");
    expect(only(page, "h1")).toBe("The Quay");
    expect(only(page, "title")).toBe("The Quay");
    expect(page.all("p").filter(({ attributes }) => attributes.class === "name")).toEqual([]);
  });

  test("without an article says so, and still offers its feeds", () => {
    const page = pageOf(bakeFolder(contentFolder({ "site.toml": SITE_TOML })), "/");
    expect(page.errors).toEqual([]);
    expect(page.all("p").map(({ text }) => text)).toContain("There is no article here yet.");
    expect(pathsOf(page)).toContain("/rss.xml");
  });

  test("every article is reached from it in three clicks, however many there are", () => {
    const site = bakeFolder(contentFolder(manyArticles(400, 5)));
    const seen = new Set(["/"]);
    let reached = ["/"];
    for (let click = 0; click < 3; click += 1) {
      const found = reached
        .filter((path) => site.documents.some(({ key, representation }) => key === path && representation))
        .flatMap((path) =>
          path.endsWith(".xml") || path.endsWith(".json") ? [] : pathsOf(pageOf(site, path)),
        );
      reached = [...new Set(found)].filter((path) => !seen.has(path));
      for (const path of reached) seen.add(path);
    }
    expect([...site.articles].filter(({ address }) => !seen.has(address))).toEqual([]);
    // Without the archive it would be another matter.
    expect(pathsOf(pageOf(site, "/")).filter((path) => path.startsWith("/articles/")).length).toBeLessThan(
      50,
    );
  });
});

describe("the archive for people", () => {
  test("a month has its articles, newest first, and leads to the months around it", () => {
    const page = pageOf(bakeFolder(contentFolder(manyArticles(12, 10))), "/dates/2025/05");
    expect(only(page, "h1")).toBe("May 2025");
    expect(pathsOf(page).filter((path) => path.startsWith("/articles"))).toEqual([
      "/articles/a4",
      "/articles/a5",
      "/articles/a6",
    ]);
    expect(pathsOf(page)).toEqual(
      expect.arrayContaining(["/dates/2025", "/dates/2025/04", "/dates/2025/06"]),
    );
  });

  test("a new article changes its month and no year: a year counts nothing", () => {
    const folder = contentFolder(manyArticles(12, 10));
    const first = bakeFolder(folder);
    contentFolder({ "desk/new.md": "---\ndate: 2025-07-01T19:00:00Z\n---\n# New\n\nText.\n" }, folder);
    const second = bakeFolder(folder, first.ledger, NOW + DAY);
    const changed = second.documents.filter(({ representation }) => representation).map(({ key }) => key);
    expect(changed.filter((key) => key.startsWith("/dates"))).toEqual(["/dates/2025/07"]);
    expect(changed.filter((key) => key.startsWith("/articles"))).toEqual(["/articles/new"]);
  });

  test("an instant lies in the month that a clock of the zone shows, whatever the zone", () => {
    const zones = fc.constantFrom(
      "UTC",
      "Pacific/Kiritimati",
      "Pacific/Pago_Pago",
      "Europe/Paris",
      "Asia/Kathmandu",
    );
    const instants = fc.integer({ min: -2_000_000_000, max: 4_000_000_000 });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(zone);
        expect(zonedMonths(zone)(instant)).toEqual({ year: zoned.year, month: zoned.month });
      }),
    );
  });
});

describe("a standing page", () => {
  const site = () =>
    bakeFolder(
      contentFolder({
        "site.toml": SITE_TOML,
        "a.txt": newswireText(),
        "about.md": "---\npage: true\ntags: [x]\n---\n# About us\n\nWe are here.\n",
      }),
    );

  test("stands at its own address, in navigation and sitemap, and in no feed, list or tag", () => {
    const baked = site();
    expect(only(pageOf(baked, "/about"), "h1")).toBe("About us");
    expect(pathsOf(pageOf(baked, "/"))).toContain("/about");
    const naming = baked.documents
      .filter(({ key }) => /\.(xml|json|opml)$/.test(key))
      .filter(({ key }) => bodyOf(baked, key).includes("/about"));
    expect(naming.map(({ key }) => key)).toEqual(["/sitemap.xml"]);
    expect(only(pageOf(baked, "/dates/2025/07"), "ol")).not.toContain("About us");
    expect([...baked.articles].map(({ title }) => title)).toEqual(["Harbour opens second lock"]);
    expect(baked.documents.map(({ key }) => key)).not.toContain("/tags/x");
  });

  test("has no date, and is no article to a preview", () => {
    const page = pageOf(site(), "/about");
    expect(page.all("time")).toEqual([]);
    expect(metaOf(page, "og:type")).toEqual(["website"]);
  });
});

describe("the page about subscribing", () => {
  test("has the address of every feed there is, of the site whole and of every channel", () => {
    const site = bakeFolder(
      contentFolder({
        "site.toml": SITE_TOML,
        "desk/a.md": "---\ntags: [tea, salt]\nauthor: M. Ost\n---\n# A\n\nText.\n",
        "desk/b.md": "---\nlang: fr\n---\n# B\n\nTexte.\n",
      }),
    );
    const html = bodyOf(site, "/subscribe");
    const feeds = site.documents
      .map(({ key }) => key)
      .filter((key) => /\/(rss|atom)\.xml$|\/feed\.json$/.test(key));
    expect(feeds.length).toBe(3 * 7);
    for (const key of feeds) expect(html).toContain(key);
    const codes = parsePage(html)
      .all("code")
      .map(({ text }) => text);
    expect(codes).toContain("https://quay.example/tags/tea/rss.xml");
    expect(html).toContain('href="feed://quay.example/rss.xml"');
  });

  test("shows one feed, one button, one sentence and the code of its address; all else is folded away", () => {
    const site = bakeFolder(contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() }));
    const html = bodyOf(site, "/subscribe");
    const [, main = ""] = html.split(/<main [^>]*>/);
    const [open = "", folded = ""] = main.split("<details");
    const hrefs = [...open.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(hrefs).toEqual(["feed://quay.example/rss.xml"]);
    expect(open).toContain(">Open in your reader</a>");
    expect(open.match(/<p class="standfirst">/g)).toHaveLength(1);
    expect(open).toContain('aria-label="Subscribe: https://quay.example/subscribe"');
    for (const feed of ["/rss.xml", "/atom.xml", "/feed.json", "/feeds.opml"]) expect(folded).toContain(feed);
    expect(folded).not.toContain("open>");
  });

  test("of hundreds of tags it has the names alone, which lead to the addresses", () => {
    const tags = Array.from({ length: 150 }, (_, at) => `tag${at}`);
    const site = bakeFolder(
      contentFolder({
        "site.toml": SITE_TOML,
        "a.md": `---\ntags: [${tags.join(", ")}]\n---\n# A\n\nText.\n`,
      }),
    );
    const html = bodyOf(site, "/subscribe");
    expect(html).not.toContain("/tags/tag149/rss.xml");
    expect(pathsOf(parsePage(html))).toContain("/tags/tag149");
  });
});

describe("what is on every page", () => {
  const settings = `${SITE_TOML}accent = "#ffee00"
footer = "Printed nowhere."
navigation = [{ title = "Weather", href = "/tags/weather" }, { title = "Elsewhere", href = "https://example.com/" }]
[sections.harbour]
title = "Harbour"
`;
  const site = () => bakeFolder(contentFolder({ "site.toml": settings, "a.txt": newswireText() }));
  const keys = (baked: BakedSite) =>
    baked.documents
      .filter(({ representation }) => representation?.metadata.type.startsWith("text/html"))
      .map(({ key }) => key);

  test("navigation and footer are those of site.toml", () => {
    const baked = site();
    for (const key of keys(baked)) {
      const page = pageOf(baked, key);
      expect(
        page
          .all("li")
          .slice(0, 3)
          .map(({ text }) => text),
      ).toEqual(["Weather", "Elsewhere", "Subscribe"]);
      expect(page.all("footer").at(-1)?.text).toContain("Printed nowhere.");
    }
  });

  test("every page parses without fixing, has one heading, one main part, a description or none, and an icon", () => {
    const baked = site();
    expect(keys(baked).length).toBeGreaterThan(8);
    for (const key of keys(baked)) {
      const page = pageOf(baked, key);
      expect(page.errors).toEqual([]);
      expect(page.all("h1")).toHaveLength(1);
      expect(page.all("main")).toHaveLength(1);
      expect(page.all("link").filter(({ attributes }) => attributes.rel === "icon")).toHaveLength(1);
    }
  });

  test("the icon of site.toml takes the place of ours; one that is not there is a warning", () => {
    const icon = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
    const iconOf = (files: Record<string, string>) => {
      const baked = bakeFolder(contentFolder({ "site.toml": `${SITE_TOML}icon = "mark.svg"\n`, ...files }));
      const [link] = pageOf(baked, "/")
        .all("link")
        .filter(({ attributes }) => attributes.rel === "icon");
      return [link?.attributes.href, baked.problems.map(({ message }) => message)] as const;
    };
    expect(iconOf({ "mark.svg": icon })).toEqual([
      expect.stringMatching(/^https:\/\/quay\.example\/media\/[0-9a-f]{20}\.svg$/),
      [],
    ]);
    expect(iconOf({})).toEqual(["/favicon.svg", [expect.stringContaining("mark.svg")]]);
  });

  test("pages in the place of others are kept by no search engine, and lead to sections, dates and feeds", () => {
    const baked = site();
    for (const key of ["error/404", "error/410"]) {
      const page = pageOf(baked, key);
      expect(metaOf(page, "robots")).toEqual(["noindex"]);
      const [, main = ""] = bodyOf(baked, key).split(/<main [^>]*>/);
      const ways = [...(main.split("</main>")[0]?.matchAll(/href="([^"]*)"/g) ?? [])].map(([, href]) => href);
      expect(ways).toEqual(["/", "/tags/weather", "https://example.com/", "/#archive", "/subscribe"]);
    }
    expect(bodyOf(baked, "/")).toContain('id="archive"');
  });

  test("every page names the manifest, which opens the site at its front page, in its colours", () => {
    const baked = site();
    for (const key of keys(baked))
      expect(bodyOf(baked, key)).toContain('rel="manifest" href="/manifest.webmanifest"');
    expect(JSON.parse(bodyOf(baked, "/manifest.webmanifest"))).toMatchObject({
      name: "The Quay",
      start_url: "/",
      lang: "en",
      theme_color: "#665f00",
      icons: [{ src: "/favicon.svg", sizes: "any", type: "image/svg+xml" }],
    });
  });

  test("a headline has curly quotes on pages; feeds and programs have it as it was written", () => {
    const headline = `"Tea" isn't 6'2"`;
    const baked = bakeFolder(
      contentFolder({ "site.toml": SITE_TOML, "a.md": `---\ntitle: '"Tea" isn''t 6''2"'\n---\nText.\n` }),
    );
    const article = pageOf(baked, "/articles/a");
    expect(only(article, "h1")).toBe("“Tea” isn’t 6′2″");
    for (const key of ["/", "/dates/2025/07"]) expect(bodyOf(baked, key)).toContain("“Tea” isn’t 6′2″");
    expect(JSON.parse(bodyOf(baked, "/feed.json")).items[0].title).toBe(headline);
    expect(bodyOf(baked, "/articles/a")).toContain(JSON.stringify(headline));
  });

  test("a link that a page makes to the site leads to a document of the site", () => {
    const baked = site();
    const documents = new Set<string>(baked.documents.map(({ key }) => key));
    // What site.toml lists is the publisher's own affair.
    const lost = keys(baked).flatMap((key) =>
      pathsOf(pageOf(baked, key)).filter(
        (path) => path !== "/tags/weather" && !documents.has(path.replace(/#.*/, "")),
      ),
    );
    expect(lost).toEqual([]);
  });

  test("the stylesheet is under 16 kB, without what only those read who work on it", () => {
    const css = Buffer.from(readStylesheet());
    expect(css.byteLength).toBeLessThan(16_000);
    expect(css.toString()).not.toMatch(/\/\*|^\s/m);
  });
});

describe("the list of a kind of channels", () => {
  const files = {
    "site.toml": SITE_TOML,
    "a.md": "---\ntags: [Zander, äsche, Barsch]\n---\n# Fish\n\nThey swim.\n",
  };

  test("names each by name, as people look for it, and leads to its page", () => {
    const page = pageOf(bakeFolder(contentFolder(files)), "/tags/");
    expect(only(page, "h1")).toBe("Tags");
    const tags = pathsOf(page).filter((path) => path.startsWith("/tags/"));
    expect(tags).toEqual(["/tags/%C3%A4sche", "/tags/barsch", "/tags/zander"]);
  });

  test("puts numbers in names in their order", () => {
    const numbered = {
      "site.toml": SITE_TOML,
      "a.md": "---\ntags: [Pier 10, Pier 9]\n---\n# Piers\n\nTwo.\n",
    };
    const tags = pathsOf(pageOf(bakeFolder(contentFolder(numbered)), "/tags/"));
    expect(tags.filter((path) => path.startsWith("/tags/"))).toEqual(["/tags/pier-9", "/tags/pier-10"]);
  });

  test("is one click above each tag, whose name alone would not look like a heading", () => {
    const tag = pageOf(bakeFolder(contentFolder(files)), "/tags/barsch");
    expect(tag.all("p")[1]?.text).toBe("Tags");
    expect(pathsOf(tag)).toContain("/tags/");
  });

  test("is not there where the site has none of them", () => {
    const keys = bakeFolder(contentFolder(files)).documents.map(({ key }) => key);
    expect(keys.filter((key) => key === "/authors/" || key === "/sections/")).toEqual([]);
  });

  test("gives way to a page and to a redirect of the publisher's", () => {
    const own = { ...files, "tags.md": "---\npage: true\npermalink: /tags/\n---\n# All my tags\n\nNone.\n" };
    const site = bakeFolder(contentFolder(own));
    expect(site.problems).toEqual([]);
    expect(only(pageOf(site, "/tags/"), "h1")).toBe("All my tags");
    const toml = `${SITE_TOML}[redirects]\n"/tags/" = "/subscribe"\n`;
    const led = bakeFolder(contentFolder({ ...files, "site.toml": toml }));
    expect(led.problems).toEqual([]);
    expect(led.documents.find(({ key }) => key === "/tags/")?.representation?.metadata.status).toBe(301);
  });
});
