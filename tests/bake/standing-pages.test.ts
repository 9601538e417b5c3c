import { parseAtomFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { withStandingAddresses } from "../../src/bake/places/standing-addresses.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { bakeFolder, bodyOf, NOW } from "./baked-folder.ts";
import { sourcesOf } from "./small-site.ts";

const HOUR = 3600;
const ABOUT = "tag:quay.example,2025:about";
const TIDE = "tag:quay.example,2025:tide";

const page = "---\npage: true\n---\n# About us\n\nWe are here.\n";
const article = page.replace("page: true", "page: false");
const rest = { "site.toml": SITE_TOML, "lock.md": "# Lock\n\nText.\n" };
const tide = { "tide.md": "# Tide\n\nText.\n" };

/** Bakes these folders, an hour after one another. */
function bakeAll(steps: readonly Readonly<Record<string, string>>[]) {
  const [first = {}, ...later] = steps;
  const start = bakeFolder(contentFolder({ ...rest, ...first }));
  return later.reduce(
    (before, files, index) =>
      bakeFolder(contentFolder({ ...rest, ...files }), before.ledger, NOW + (index + 1) * HOUR),
    start,
  );
}

function tombstonesIn(site: ReturnType<typeof bakeFolder>): string[] {
  return [...bodyOf(site, "/atom.xml").matchAll(/<at:deleted-entry ref="([^"]+)"/g)].map(([, id = ""]) => id);
}

describe("a standing page that is deleted", () => {
  test("answers 410, and leaves no tombstone beside those of articles (RFC 6721 §1)", () => {
    const site = bakeAll([{ ...tide, "about.md": page }, {}]);
    expect(tombstonesIn(site)).toEqual([TIDE]);
    const gone = site.documents.filter(({ representation }) => representation?.metadata.status === 410);
    expect(gone.map(({ key }) => key).sort()).toEqual(["/about", "/articles/tide", "error/410"]);
  });

  test("does not even touch the feed", () => {
    const site = bakeAll([{ ...tide, "about.md": page }, tide]);
    expect(site.documents.map(({ key }) => key)).not.toContain("/atom.xml");
    expect(site.ledger.documents.get("/atom.xml")?.edition).toBe(NOW);
  });

  test.for([
    { name: "was an article for a while", steps: [{ "about.md": article }, { "about.md": page }, {}] },
    { name: "became an article", steps: [{ "about.md": page }, { "about.md": article }, {}] },
    {
      name: "was an article in between",
      steps: [{ "about.md": page }, { "about.md": article }, { "about.md": page }, {}],
    },
  ])("leaves one where it $name, since a feed has named its id", ({ steps }) => {
    expect(tombstonesIn(bakeAll(steps))).toEqual([ABOUT]);
  });

  test("leaves none when it comes back and goes again", () => {
    const about = { "about.md": page };
    expect(tombstonesIn(bakeAll([{ ...about, ...tide }, tide, { ...about, ...tide }, {}]))).toEqual([TIDE]);
  });
});

test("a page that becomes an article is news of that publish, under its id", () => {
  const site = bakeAll([{ "about.md": page }, { "about.md": article }]);
  expect([...site.articles].find(({ id }) => id === ABOUT)?.edition).toBe(NOW + HOUR);
  expect(parseAtomFeed(bodyOf(site, "/atom.xml")).entries?.map(({ id }) => id)).toContain(ABOUT);
});

describe("the address that a source asks for", () => {
  const addressesOf = (files: Readonly<Record<string, string>>) =>
    withStandingAddresses(sourcesOf(files)).map(({ permalink }) => permalink);

  test.for([
    { name: "below the root, by its file's name", matter: "page: true", address: "/tea-time" },
    { name: "below the root, by its slug", matter: "page: true\nslug: Чай", address: "/%D0%A7%D0%B0%D0%B9" },
    { name: "its own, where it names one", matter: "page: true\npermalink: /t/", address: "/t/" },
    { name: "none, where it is an article", matter: "page: false", address: null },
    { name: "an article's own", matter: "permalink: /t", address: "/t" },
  ])("is $name", ({ matter, address }) => {
    const page = { "tea-time.md": `---\n${matter}\n---\nTea.\n` };
    const other = { "other.md": "---\npage: true\n---\nText.\n" };
    expect(addressesOf({ ...page, ...other })).toEqual([address, "/other"]);
  });

  test("is as it was where no page stands by itself", () => {
    const sources = sourcesOf({ "a.md": "Text.", "b.md": "Text." });
    expect(withStandingAddresses(sources)).toBe(sources);
  });
});

test("standing pages are in one order from their first bake on, whatever their files are called", () => {
  const dated = page.replace("page: true", "page: true\ndate: 2025-06-01");
  const files = { "us/about.md": page, "us.md": dated };
  const again = bakeAll([files, files]);
  expect(again.documents.filter(({ representation }) => representation !== null)).toEqual([]);
});
