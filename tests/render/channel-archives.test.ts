import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentFolder } from "../content-folder.ts";
import {
  ARCHIVED,
  article,
  checkRounds,
  expectOnce,
  folderOf,
  idOf,
  name,
  ROUNDS,
  range,
  WINDOW,
} from "./filed-articles.ts";
import { parsePage, pathsOf } from "./pages/html.ts";
import { PublishedSite } from "./published-site.ts";

const archivesOf = (page: string, keys: readonly string[]) =>
  keys.filter((key) => key.startsWith(`${page}/archive/`));

describe("a client that follows the archives of a channel (RFC 5005 §4)", () => {
  test("finds each article of a section and of an author once, in every format", () => {
    const site = new PublishedSite();
    site.publish(folderOf(50));
    for (const page of ["/sections/sea", "/authors/ana"]) {
      expect(site.walk("atom", page).map((ids) => ids.length)).toEqual([6, ...range(11).map(() => WINDOW)]);
      expectOnce(site, page, range(50));
    }
  });

  test("finds that tags and languages have none, unless they are asked for", () => {
    const tagged = { tags: ["tide"] };
    const site = new PublishedSite();
    site.publish(folderOf(20, ARCHIVED, tagged));
    expect(site.walk("json", "/tags/tide")).toHaveLength(1);
    const asked = new PublishedSite();
    asked.publish(folderOf(20, `${ARCHIVED}channel_archives = ["tags"]\n`, tagged));
    expectOnce(asked, "/tags/tide", range(20));
    expect(asked.walk("json", "/sections/sea")).toHaveLength(1);
  });

  test("one article that completes a window writes seven documents more for the channel", () => {
    const folder = folderOf(WINDOW * 4 - 1);
    const site = new PublishedSite();
    site.publish(folder);
    contentFolder({ [name(WINDOW * 4 - 1)]: article(WINDOW * 4 - 1) }, folder);
    expect(archivesOf("/sections/sea", site.publish(folder)).toSorted()).toEqual([
      "/sections/sea/archive/2",
      "/sections/sea/archive/2/atom.xml",
      "/sections/sea/archive/2/rss.xml",
      "/sections/sea/archive/3",
      "/sections/sea/archive/3/atom.xml",
      "/sections/sea/archive/3/feed.json",
      "/sections/sea/archive/3/rss.xml",
    ]);
  });

  test("an article that joins a section comes last, is told to who asks for changes, and moves no window", () => {
    const folder = folderOf(14);
    contentFolder({ [name(0)]: article(0, { section: "land" }) }, folder);
    const site = new PublishedSite();
    site.publish(folder);
    const before = new Map(site.bodies);
    contentFolder({ [name(0)]: article(0) }, folder);
    expect(archivesOf("/sections/sea", site.publish(folder))).toEqual([]);
    expect(site.walk("json", "/sections/sea")[0]).toContain(idOf(0));
    expectOnce(site, "/sections/sea", range(14));
    expectOnce(site, "/sections/land", []);
    const editionIn = (text = "") =>
      JSON.parse(text).items.find(({ id }: { id: string }) => id === idOf(0))._feedwright.edition;
    expect(editionIn(site.bodies.get("/sections/sea/feed.json"))).toBeGreaterThan(
      editionIn(before.get("/sections/land/feed.json")),
    );
  });

  test("one that leaves makes a gap, and one that comes back has its old place", () => {
    const folder = folderOf(16);
    const site = new PublishedSite();
    site.publish(folder);
    const chain = site.walk("rss", "/sections/sea");
    contentFolder({ [name(2)]: article(2, { section: "land" }) }, folder);
    const touched = archivesOf("/sections/sea", site.publish(folder)).map((key) => key.split("/")[4]);
    expect(new Set(touched)).toEqual(new Set(["1"]));
    expectOnce(
      site,
      "/sections/sea",
      range(16).filter((index) => index !== 2),
    );
    contentFolder({ [name(2)]: article(2) }, folder);
    site.publish(folder);
    expect(site.walk("rss", "/sections/sea")).toEqual(chain);
  });

  test("a channel that stood without archives gains them, and its feed brings nothing old as news", () => {
    const plain = `${ARCHIVED}channel_archives = []\n`;
    const folder = folderOf(18, plain);
    const site = new PublishedSite();
    site.publish(folder);
    const [standing] = site.walk("rss", "/sections/sea");
    const pages = new Map([...site.bodies].filter(([key]) => key.startsWith("/articles/")));
    contentFolder({ "site.toml": ARCHIVED }, folder);
    const written = site.publish(folder);
    expect(site.walk("rss", "/sections/sea")[0]).toEqual(standing);
    expect(site.walk("rss", "/sections/sea").map((ids) => ids.length)).toEqual([4, 4, 4, 4, 2]);
    expectOnce(site, "/sections/sea", range(18));
    // What stands is not written anew, but for the feeds and lists that lead on now.
    const named = /^\/(?:sections|authors)\/\w+(?:\/(?:rss|atom)\.xml|\/feed\.json|\/archive\/.*)?$/;
    expect(written.filter((key) => !named.test(key))).toEqual([]);
    expect(new Map([...site.bodies].filter(([key]) => pages.has(key)))).toEqual(pages);
    expect(site.publish(folder)).toEqual([]);
    for (const index of [18, 19, 20, 21, 22]) contentFolder({ [name(index)]: article(index) }, folder);
    contentFolder({ [name(1)]: article(1, { section: "land" }) }, folder);
    rmSync(join(folder, name(7)));
    site.publish(folder);
    expectOnce(
      site,
      "/sections/sea",
      range(23).filter((index) => index !== 1 && index !== 7),
    );
    expectOnce(site, "/sections/land", [1]);
  });
});

describe("the list page of a channel", () => {
  test("leads to older articles page by page, and back", () => {
    const site = new PublishedSite();
    site.publish(folderOf(14));
    const page = (path: string) => parsePage(site.bodies.get(path) ?? "");
    const seen: string[] = [];
    const rels = (path: string, rel: string) =>
      page(path)
        .all("a")
        .find(({ attributes }) => attributes.rel === rel)?.attributes.href;
    let path: string | undefined = "/sections/sea";
    for (; path !== undefined; path = rels(path, "prev")) {
      expect(page(path).errors).toEqual([]);
      for (const found of pathsOf(page(path))) if (found.startsWith("/articles/")) seen.push(found);
    }
    expect(seen).toHaveLength(14);
    expect(new Set(seen).size).toBe(14);
    expect(rels("/sections/sea/archive/1", "next")).toBe("/sections/sea/archive/2");
    expect(rels("/sections/sea/archive/2", "next")).toBe("/sections/sea");
  });
});

test.for([true, false])(
  "after forty changes each channel has its articles once; first without archives: %s",
  (isLate) => {
    const [rounds = []] = fc.sample(ROUNDS, { numRuns: 1, seed: 7 });
    checkRounds(rounds, isLate);
  },
);
