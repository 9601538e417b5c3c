import { describe, expect, test } from "vitest";
import { archivesOf } from "../../src/article/windows.ts";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import type { OpenBake } from "../../src/bake/open-bake.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { outputContext } from "../../src/bake/output-context.ts";
import { ClockBehindError } from "../../src/ledger/ledger.ts";
import { HUB_ADDRESS } from "../../src/representation/hub-message.ts";
import { adoptedFeed } from "../adopted-feed.ts";
import { ledgerBut, recordBut, records } from "../ledger/records.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { mediaFile, NOW, pathOf, urlOf } from "./values.ts";

function open(files: Readonly<Record<string, string>>, fields: Partial<BakeInput> = {}): OpenBake {
  return openBake(inputOf(files, fields));
}

const dated = (day: number, matter = "") => `---\ndate: 2025-06-${day}\n${matter}---\nText.\n`;

describe("a bake begins", () => {
  test("with an edition that is later than every one before it", () => {
    expect(open({}).edition).toBe(NOW);
    expect(open({}, { ledger: ledgerBut({ edition: NOW }) }).edition).toBe(NOW + 1);
    expect(() => open({}, { ledger: ledgerBut({ edition: NOW + 60 }) })).toThrow(ClockBehindError);
  });

  test("with the authority, window size and permalink that are remembered from now on", () => {
    const site = siteWith('feed_items = 7\npermalink = "/{year}/{slug}"\n');
    const first = { authority: "quay.example,2025", windowSize: 7, permalink: "/{year}/{slug}" };
    expect(open({}, { site }).remembered).toEqual(first);
    expect(open({}, { site, ledger: ledgerBut({ windowSize: 20 }) }).remembered).toEqual({
      ...first,
      windowSize: 20,
    });
  });

  test("with a digest of the settings, which other settings change", () => {
    const { settings } = open({});
    expect(settings).toMatch(/^[0-9a-f]{64}$/);
    expect(open({ "tea.md": "Tea." }).settings).toBe(settings);
    expect(open({}, { site: siteWith("poll_minutes = 7\n") }).settings).not.toBe(settings);
  });

  test("with the site's icon under its address", () => {
    const icon = mediaFile("icon.png");
    const site = siteWith('icon = "icon.png"\n');
    expect(open({}, { site, media: [icon] }).site.icon).toBe(`https://quay.example${icon.address}`);
  });

  test("with articles and standing pages apart", () => {
    const { articles, standing } = open({ "tea.md": dated(29), "about.md": dated(30, "page: true\n") });
    expect([...articles].map(({ address }) => address)).toEqual(["/articles/tea"]);
    expect(standing.map(({ address }) => address)).toEqual(["/about"]);
  });

  test("with the channels that articles name behind those that were ever published", () => {
    const channels = [{ kind: "tag", name: "Rain", slug: "rain" }] as const;
    const files = { "tea.md": dated(29, "tags: [sea]\n"), "about.md": dated(30, "page: true\ntags: [us]\n") };
    expect(open(files, { ledger: ledgerBut({ channels }) }).channels).toEqual([
      ...channels,
      { kind: "tag", name: "sea", slug: "sea" },
    ]);
  });

  test("with all that is wrong: images, identities, references, redirects", () => {
    const site = siteWith('icon = "gone.png"\n[redirects]\n"/a" = "/a"\n');
    const files = { "tea.md": "[x](gone.md)", "rain.md": "---\ndate: 2099-01-01\n---\nRain." };
    expect(open(files, { site }).problems.map(({ file, severity }) => `${file} ${severity}`)).toEqual([
      "site.toml warning",
      "tea.md warning",
      "site.toml error",
    ]);
  });

  test("with a picture's bytes among what an article says", () => {
    const text = { "tea.md": "![Boat](boat.svg)" };
    const digestOf = (fields: Partial<BakeInput>) => open(text, fields).records.at(0)?.digest;
    const [first, second] = ["boat", "other boat"].map((bytes) =>
      digestOf({ media: [mediaFile("boat.svg", bytes)] }),
    );
    expect(first).not.toBe(second);
  });
});

describe("a site without an address of its own", () => {
  const site = siteWith("", 'title = "The Quay"\n');

  test("has ids that begin with the host that it is given, or nobody's", () => {
    const nobodys = { ...site, homeHost: null };
    expect(open({}, { site: nobodys, idHost: "site-1.invalid" }).remembered.authority).toBe(
      "site-1.invalid,2025",
    );
    expect(open({}, { site: nobodys }).remembered.authority).toBe("site.invalid,2025");
  });
});

test("no article of a site with a hub stands where that answers", () => {
  const files = {
    "a.md": dated(28, `permalink: ${HUB_ADDRESS}\n`),
    "b.md": dated(29, "permalink: /rss.xml\n"),
  };
  const addresses = (settings: string) =>
    [...open(files, { site: siteWith(settings) }).articles].map(({ address }) => address);
  expect(addresses("hub = true\n")).toEqual([`${HUB_ADDRESS}-2`, "/rss.xml-2"]);
  expect(addresses("")).toEqual([HUB_ADDRESS, "/rss.xml-2"]);
});

test.for(["/rss.xml", "/feed.json", "/subscribe", "/feed", "/rss", "/index.xml"])(
  "no article can have the address of a document that every site has: %s",
  (address) => {
    const { articles, problems } = open({ "tea.md": dated(29, `permalink: ${address}\n`) });
    expect([...articles].map((article) => article.address)).toEqual([`${address}-2`]);
    expect(problems).toMatchObject([{ file: "tea.md", severity: "warning" }]);
  },
);

describe("what outputs are made from", () => {
  // Ordinals follow the dates; windows of two: [d 27, c 28] is archived, [b 29, a 30, e later] is not.
  const site = siteWith("feed_items = 2\n");
  const files = { "a.md": dated(30), "b.md": dated(29), "c.md": dated(28), "d.md": dated(27) };
  const openFiles = () => open(files, { site });
  const paths = { stylesheet: "/media/site.css", textStylesheet: "/media/text.css" };

  test("is the site with its articles, and where its styles are", () => {
    const bake = openFiles();
    const { articles, standing, channels } = bake;
    expect(outputContext(bake, paths)).toMatchObject({
      site: bake.site,
      authority: "quay.example,2025",
      articles,
      standing,
      channels,
      tombstones: [],
      ...paths,
      feedStylesheet: "item { display: block }",
    });
    expect(outputContext(bake, paths).toMarkdown("<p>Tea.</p>")).toBe("<p>Tea.</p>");
    const { toMarkdown } = outputContext(open(files, { toMarkdown: () => "Tea." }), paths);
    expect(toMarkdown("<p>Tea.</p>")).toBe("Tea.");
  });

  test("has the articles of each window newest first", () => {
    const { windows } = outputContext(openFiles(), paths);
    expect(windows.subscription.map(({ path }) => path)).toEqual(["a.md", "b.md"]);
    expect([...archivesOf(windows)].map(({ articles }) => articles.map(({ path }) => path))).toEqual([
      ["c.md", "d.md"],
    ]);
  });

  test("has a gap in a window for a standing page, and for what is gone", () => {
    const { "c.md": _, ...rest } = files;
    const before = { ...ledgerBut({ windowSize: 2, articles: openFiles().records }) };
    const page = { ...rest, "d.md": dated(27, "page: true\n") };
    const { windows } = outputContext(open(page, { site, ledger: before }), paths);
    expect(windows.subscription.map(({ path }) => path)).toEqual(["a.md", "b.md"]);
    expect([...archivesOf(windows)].map(({ articles }) => articles)).toEqual([[]]);
  });

  test("has no old feeds where there were none", () => {
    expect(outputContext(openFiles(), paths).oldFeeds).toEqual([]);
  });

  test("has the windows of channels with archives, newest first, and of no others", () => {
    const filed = Object.fromEntries(
      [1, 2, 3, 4, 5].map((day) => [`${day}.md`, dated(10 + day, "section: sea\ntags: [ebb]\n")]),
    );
    const bake = open(filed, { site: siteWith('feed_items = 2\nchannel_archives = ["sections"]\n') });
    const windows = [...outputContext(bake, paths).channelWindows].map(([{ kind, slug }, one]) => ({
      channel: `${kind} ${slug}`,
      subscription: one.subscription.map(({ path }) => path),
      archives: [...archivesOf(one)].map(({ articles }) => articles.map(({ path }) => path)),
    }));
    expect(windows).toEqual([
      { channel: "section sea", subscription: ["5.md", "4.md", "3.md"], archives: [["2.md", "1.md"]] },
    ]);
  });

  test("has old feeds with the links and dates of items that had no ids, and without those where they had", () => {
    const item = { link: "http://old.example/?p=1", pubDate: "Mon, 30 Jun 2025 00:00:00 +0000" };
    const entry = { path: pathOf("a.md"), id: null, address: null, published: null, item, line: 1 };
    const feeds = [adoptedFeed({ address: "/old.xml", guids: false }), adoptedFeed({ address: "/new.xml" })];
    const bake = open(files, { site, adopted: { articles: [entry], feeds } });
    const { oldFeeds } = outputContext(bake, paths);
    expect(oldFeeds.map(({ address }) => address)).toEqual(["/old.xml", "/new.xml"]);
    expect(oldFeeds.map(({ written }) => [...written].map(([{ path }, one]) => [path, one]))).toEqual([
      [["a.md", item]],
      [],
    ]);
  });

  test("has the lists of channels that give way to what the publisher has at their addresses", () => {
    const asked = ["/tags/", "/tags", "/authors/", "/sections/", "/languages/", "/dates/mine", "/my/dates/"];
    const own = (fields: Partial<BakeInput>, matter = "") => {
      const { ownPages } = outputContext(open({ "a.md": dated(30, matter) }, fields), paths);
      return [...asked, "/a", "/articles/a"].filter((address) => ownPages.has(address));
    };
    const redirected = (status: number) => ({
      site: {
        ...site,
        redirects: new Map([["/sections/", { to: "/a", status, file: "_redirects", line: 1 }]]),
      },
    });
    const gone = ledgerBut({ articles: records(1, { 0: { address: "/languages/", deleted: 2000 } }) });
    expect(own({ site })).toEqual([]);
    expect(own({ site }, "permalink: /tags/\n")).toEqual(["/tags/"]);
    expect(own({ site }, "page: true\npermalink: /authors/\n")).toEqual(["/authors/"]);
    expect(own(redirected(301))).toEqual(["/sections/"]);
    expect(own(redirected(302))).toEqual(["/sections/"]);
    expect(own({ site, ledger: gone })).toEqual(["/languages/"]);
    const known = (address: string) =>
      ledgerBut({ articles: [recordBut({ ordinal: 0, path: pathOf("a.md"), address })] });
    expect(own({ site, ledger: known("/dates/mine") })).toEqual(["/dates/mine"]);
    expect(own({ site, ledger: known("/my/dates/") })).toEqual([]);
  });

  test("has as many tombstones as a window has articles, the last deletions first", () => {
    const articles = records(4, { 0: { deleted: 2000 }, 1: { deleted: 4000 }, 2: { deleted: 3000 } });
    const { tombstones } = outputContext(
      open({}, { site, ledger: ledgerBut({ windowSize: 2, articles }) }),
      paths,
    );
    expect(tombstones.map(({ id }) => id)).toEqual(["tag:quay.example,2025:a3", "tag:quay.example,2025:a1"]);
  });
});

test("an article's URL is its address below the site's origin", () => {
  expect([...open({ "tea.md": dated(29) }).articles][0]?.url).toBe(
    urlOf("https://quay.example/articles/tea"),
  );
});
