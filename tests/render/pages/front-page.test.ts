import { describe, expect, test } from "vitest";
import type { BakedSite } from "../../../src/bake/bake-site.ts";
import { bakeFolder, bodyOf, NOW } from "../../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../../content-folder.ts";
import type { ParsedPage } from "./html.ts";
import { parsePage, pathsOf } from "./html.ts";

const DAY = 86_400;

/** So many articles for each section, newest first in turn, with more lines of front matter for some. */
function site(
  sections: Readonly<Record<string, number>>,
  { settings = "", fields = {} as Readonly<Record<string, string>> } = {},
): Record<string, string> {
  const names = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, at) => ({ section, at })),
  );
  const files = names
    .sort((a, b) => a.at - b.at)
    .map(({ section, at }, place) => {
      const date = new Date((NOW - (place + 1) * DAY) * 1000).toISOString();
      const name = `${section}${at}`;
      const text = `---\ndate: ${date}\n${fields[name] ?? ""}---\n# ${name}\n\nText.\n`;
      return [`${section === "" ? "" : `${section}/`}${name}.md`, text];
    });
  return { "site.toml": `${SITE_TOML}${settings}`, ...Object.fromEntries(files) };
}

const pageOf = (baked: BakedSite, address: string) => parsePage(bodyOf(baked, address));
const articlesIn = (page: ParsedPage) => pathsOf(page).filter((path) => path.startsWith("/articles/"));
const headOf = (page: ParsedPage) => {
  const [nav] = page.all("nav");
  return (nav?.text ?? "")
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
};

describe("the front page", () => {
  test("names no article twice, and each section by its name with its own articles", () => {
    const page = pageOf(bakeFolder(contentFolder(site({ tech: 8, "opinion-and-analysis": 8 }))), "/");
    const articles = articlesIn(page);
    expect(new Set(articles).size).toBe(articles.length);
    expect(page.all("h2").map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Tech", "Opinion and analysis"]),
    );
    expect(page.all("section")).toHaveLength(2);
    expect(page.all("section")[0]?.text).toContain("opinion-and-analysis2");
  });

  test("begins with the newest, or with the newest that asks for it", () => {
    const leadOf = (fields: Record<string, string>) =>
      pageOf(bakeFolder(contentFolder(site({ sea: 9, land: 9 }, { fields }))), "/").all("article")[0]?.text;
    expect(leadOf({})).toContain("sea0");
    expect(leadOf({ sea3: "lead: true\n", sea5: "lead: yes\n" })).toContain("sea3");
    expect(leadOf({ sea3: "lead: A sentence above the text\n" })).toContain("sea0");
  });

  test("is asked for without an edit: the article keeps its dates, and no other page changes", () => {
    const folder = contentFolder(site({ sea: 9, land: 9 }));
    const first = bakeFolder(folder);
    contentFolder(site({ sea: 9, land: 9 }, { fields: { sea3: "lead: true\n" } }), folder);
    const second = bakeFolder(folder, first.ledger, NOW + DAY);
    const written = second.documents.filter(({ representation }) => representation).map(({ key }) => key);
    expect(written).toEqual(["/"]);
    expect(second.ledger.articles).toEqual(first.ledger.articles);
  });

  test("of a small site, or of one section, has the articles alone", () => {
    for (const sections of [{ sea: 3, land: 2 }, { sea: 12 }]) {
      const page = pageOf(bakeFolder(contentFolder(site(sections))), "/");
      expect(page.all("section")).toEqual([]);
      expect(articlesIn(page)).toHaveLength(Object.values(sections).reduce((a, b) => a + b));
    }
  });

  test("names what is of no section behind the sections", () => {
    const page = pageOf(bakeFolder(contentFolder(site({ sea: 5, land: 5, "": 5 }))), "/");
    expect(page.all("section").at(-1)?.text).toContain("More articles");
    expect(articlesIn(page)).toHaveLength(15);
  });
});

describe("pictures in lists", () => {
  const picture = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );

  test("have width and height always; the first is fetched at once, the others late", () => {
    const fields = {
      sea0: "image: { src: ../a.png, alt: A }\n",
      sea1: "image: https://media.example/b.jpg\n",
      land1: "image: ../a.png\n",
    };
    const files = { ...site({ sea: 6, land: 6 }, { fields }), "a.png": picture };
    const images = pageOf(bakeFolder(contentFolder(files)), "/").all("img");
    expect(images.length).toBeGreaterThan(1);
    for (const [at, { attributes }] of images.entries()) {
      expect(Number(attributes.width) * Number(attributes.height)).toBeGreaterThan(0);
      expect(attributes.loading).toBe(attributes.fetchpriority === "high" ? undefined : "lazy");
      if (at > 0) expect(attributes.fetchpriority).toBe(undefined);
    }
  });
});

describe("the head of every page", () => {
  test("names six sections at most, those with the most articles, and leads to all of them", () => {
    const counts = { a: 1, b: 8, c: 7, d: 6, e: 5, f: 4, g: 3, h: 2 };
    const head = headOf(pageOf(bakeFolder(contentFolder(site(counts))), "/"));
    expect(head).toEqual(["B", "C", "D", "E", "F", "G", "All sections", "Subscribe"]);
  });

  test("begins with the sections that site.toml describes, in its order", () => {
    const settings = '[sections.g]\ntitle = "Gulls"\n[sections.a]\ntitle = "Anchors"\n';
    const counts = { a: 1, b: 8, c: 7, g: 3 };
    const head = headOf(pageOf(bakeFolder(contentFolder(site(counts, { settings }))), "/"));
    expect(head).toEqual(["Gulls", "Anchors", "B", "C", "All sections", "Subscribe"]);
  });

  test("stays when a new section comes to a large site, so that no page is written for it", () => {
    const folder = contentFolder(site({ sea: 70, land: 60 }));
    const first = bakeFolder(folder);
    contentFolder({ "air/new.md": "---\ndate: 2025-07-01T19:00:00Z\n---\n# New\n\nText.\n" }, folder);
    const second = bakeFolder(folder, first.ledger, NOW + DAY);
    const written = second.documents.filter(({ representation }) => representation).map(({ key }) => key);
    expect(written).toContain("/sections/air");
    expect(written.filter((key) => key.startsWith("/articles/")).length).toBeLessThanOrEqual(2);
    expect(headOf(pageOf(second, "/"))).toEqual(["Sea", "Land", "All sections", "Subscribe"]);
  });
});

describe("an author's page", () => {
  test("has the face, the words and the links of site.toml, and so has the page of all", () => {
    const settings =
      '[authors.ines]\nname = "Ines Marr"\nabout = "Waits for ferries."\nimage = "https://media.example/i.jpg"\nlinks = ["https://www.social.example/@ines", { title = "Prints", href = "/prints" }]\n';
    const files = site({ sea: 1 }, { settings, fields: { sea0: "author: ines\n" } });
    const baked = bakeFolder(contentFolder(files));
    const page = pageOf(baked, "/authors/ines-marr");
    const links = page.all("a").filter(({ attributes }) => attributes.rel === "me");
    expect(links.map(({ text, attributes }) => [text, attributes.href])).toEqual([
      ["social.example", "https://www.social.example/@ines"],
      ["Prints", "/prints"],
    ]);
    for (const one of [page, pageOf(baked, "/authors/")]) {
      expect(one.all("img").map(({ attributes }) => attributes.src)).toEqual(["https://media.example/i.jpg"]);
      expect(one.all("main")[0]?.text).toContain("Waits for ferries.");
    }
  });
});

describe("the page of all sections", () => {
  test("tells of each its description, its newest headline, and how many articles it has", () => {
    const settings = '[sections.sea]\ntitle = "At sea"\ndescription = "Ships."\n';
    const page = pageOf(bakeFolder(contentFolder(site({ sea: 3, land: 30 }, { settings }))), "/sections/");
    const [sea, land] = page.all("li").filter(({ text }) => text.includes("Articles:"));
    expect(sea?.text.split(/\n+/)).toEqual(["At sea", "Ships.", "sea0", "Articles: 3"]);
    expect(land?.text.split(/\n+/)).toEqual(["Land", "land0", "Articles: 30"]);
  });
});
