import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentFolder, newswireText, SITE_TOML } from "../content-folder.ts";
import { bakeFolder, bodyOf, NOW } from "./baked-folder.ts";

const FILES = {
  "site.toml": SITE_TOML,
  "lock.txt": newswireText(),
  "world/tea.md":
    '---\ndate: 2025-06-30T08:30:00+02:00\n---\n# Tea\n\nSee [the lock](../lock.txt) and ![a boat](boat.svg "Boat").\n',
  "world/boat.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path d="M0 0h8v4z"/></svg>',
};
const DAY = 86_400;

describe("bakeSite", () => {
  test("gives the same bytes for the same input", () => {
    const folder = contentFolder(FILES);
    const [first, second] = [bakeFolder(folder), bakeFolder(folder)].map(
      ({ articles, documents, ...rest }) => ({
        ...rest,
        documents: documents.map(({ representation, ...document }) => ({
          ...document,
          metadata: representation?.metadata,
          value: representation?.value,
        })),
        articles: [...articles].map(({ readText, ...told }) => ({ ...told, ...readText() })),
      }),
    );
    expect(first?.documents.length).toBeGreaterThan(20);
    expect(first).toEqual(second);
  });

  test("a day later nothing is baked again, and every record is as it was", () => {
    const folder = contentFolder(FILES);
    const first = bakeFolder(folder);
    const second = bakeFolder(folder, first.ledger, NOW + DAY);
    expect(second.documents.filter(({ representation }) => representation !== null)).toEqual([]);
    expect(second.ledger.documents).toEqual(first.ledger.documents);
    expect(second.ledger.articles).toEqual(first.ledger.articles);
  });

  test("an article of 1912 is no news a day later", () => {
    const folder = contentFolder({ ...FILES, "ship.md": "---\ndate: 1912-04-15\n---\n# Ship\n\nText.\n" });
    const first = bakeFolder(folder);
    const second = bakeFolder(folder, first.ledger, NOW + DAY);
    expect(second.ledger.articles).toEqual(first.ledger.articles);
  });

  test("a changed article changes its page and the feeds, with a later edition; others keep theirs", () => {
    const folder = contentFolder(FILES);
    const first = bakeFolder(folder);
    contentFolder({ "lock.txt": newswireText().replace("Paragraph 3", "Paragraph three") }, folder);
    const second = bakeFolder(folder, first.ledger, NOW + DAY);
    const changed = second.documents.filter(({ representation }) => representation).map(({ key }) => key);
    expect(changed).toEqual([
      "/articles/harbour-opens-second-lock",
      "/rss.xml",
      "/atom.xml",
      "/feed.json",
      "/authors/a-marsh/rss.xml",
      "/authors/a-marsh/atom.xml",
      "/authors/a-marsh/feed.json",
      "/sitemap.xml",
    ]);
    for (const key of changed) expect(second.ledger.documents.get(key)?.edition).toBe(NOW + DAY);
    expect(second.ledger.documents.get("/articles/tea")).toEqual(first.ledger.documents.get("/articles/tea"));
    expect(bodyOf(second, "/atom.xml")).toContain(
      "<published>2025-07-01T18:00:00Z</published>\n<updated>2025-07-02T18:00:00Z</updated>",
    );
  });

  test("an article without a date keeps the moment of its first publication", () => {
    const folder = contentFolder(FILES);
    const first = bakeFolder(folder);
    contentFolder({ "lock.txt": newswireText({ headline: "Harbour reopens" }) }, folder);
    const second = bakeFolder(folder, first.ledger, NOW + DAY);
    expect([...second.articles].find(({ path }) => path === "lock.txt")).toMatchObject({
      published: NOW,
      updated: NOW + DAY,
      address: "/articles/harbour-opens-second-lock",
      title: "Harbour reopens",
    });
  });

  test("editions move strictly forward, also within one second", () => {
    const folder = contentFolder(FILES);
    const first = bakeFolder(folder);
    contentFolder({ "lock.txt": newswireText({ headline: "Harbour reopens" }) }, folder);
    expect(bakeFolder(folder, first.ledger, NOW).ledger.edition).toBe(NOW + 1);
  });

  test("a link to another source file becomes that article's URL, an image its content-hashed one", () => {
    const site = bakeFolder(contentFolder(FILES));
    const html = [...site.articles].find(({ path }) => path === "world/tea.md")?.readText().html;
    expect(html).toMatch(
      /^<p>See <a href="https:\/\/quay\.example\/articles\/harbour-opens-second-lock">the lock<\/a> and <img src="https:\/\/quay\.example\/media\/[0-9a-f]{20}\.svg" width="8" height="4" alt="a boat" title="Boat" \/>\.<\/p>$/,
    );
    const address = /\/media\/[0-9a-f]+\.svg/.exec(html ?? "")?.[0] ?? "";
    expect(bodyOf(site, address)).toBe(FILES["world/boat.svg"]);
  });

  test("a link to a file that is not there is a warning with its line", () => {
    const folder = contentFolder({ ...FILES, "sea.md": "# Sea\n\nText.\n\nSee [gone](gone.md).\n" });
    expect(bakeFolder(folder).problems).toEqual([
      { file: "sea.md", line: 5, severity: "warning", message: expect.stringContaining("gone.md") },
    ]);
  });

  test("two headlines of one slug get two addresses, the earlier article the plain one", () => {
    const folder = contentFolder({
      "site.toml": SITE_TOML,
      "b.txt": `---\ndate: 2025-01-01\n---\n${newswireText()}`,
      "a.txt": `---\ndate: 2025-01-02\n---\n${newswireText()}`,
    });
    const addresses = [...bakeFolder(folder).articles].map(({ path, address }) => [path, address]);
    expect(addresses).toEqual([
      ["b.txt", "/articles/harbour-opens-second-lock"],
      ["a.txt", "/articles/harbour-opens-second-lock-2"],
    ]);
  });

  test("an id is made of the authority and the source path", () => {
    const folder = contentFolder(FILES);
    const ids = [...bakeFolder(folder).articles].map(({ id }) => id);
    expect(ids).toEqual(["tag:quay.example,2025:world/tea", "tag:quay.example,2025:lock"]);
  });

  test("a changed extension is another file of the same id", () => {
    const folder = contentFolder(FILES);
    const first = bakeFolder(folder);
    renameSync(join(folder, "lock.txt"), join(folder, "lock.md"));
    const second = bakeFolder(folder, first.ledger, NOW + DAY);
    expect([...second.articles].map(({ id }) => id)).toContain("tag:quay.example,2025:lock");
    expect(second.articles).toHaveLength(2);
  });
});
