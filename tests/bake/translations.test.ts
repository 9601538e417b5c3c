import { describe, expect, test } from "vitest";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { bakeFolder, bodyOf, NOW } from "./baked-folder.ts";

const HOUR = 3600;
const head = { "site.toml": `${SITE_TOML}languages = ["en", "fr", "pt-br"]\n` };
const text = (title: string, fields = "") => `---\ntitle: ${title}\n${fields}---\n${title}.\n`;

/** The languages that a page or an entry of the sitemap names, with their addresses. */
function languagesIn(markup: string): string[] {
  return [...markup.matchAll(/hreflang="([^"]+)" href="https:\/\/[^/]+([^"]*)"/g)].map(
    ([, language, address]) => `${language} ${address}`,
  );
}

const LOCK = ["en /articles/lock", "fr /fr/articles/lock", "x-default /articles/lock"];

describe("translations of one article", () => {
  test.for([
    { name: "side by side", files: { "lock.md": text("Lock"), "lock.fr.md": text("Écluse") } },
    { name: "in folders", files: { "en/lock.md": text("Lock"), "fr/lock.md": text("Écluse") } },
    {
      name: "below content",
      files: { "content/en/lock.md": text("Lock"), "content/fr/lock.md": text("Écluse") },
    },
    { name: "as bundles", files: { "lock/index.md": text("Lock"), "lock/index.fr.md": text("Écluse") } },
    {
      name: "as Docusaurus has them",
      files: {
        "blog/lock.md": text("Lock"),
        "i18n/fr/docusaurus-plugin-content-blog/lock.md": text("Écluse"),
      },
    },
    {
      name: "by their key",
      files: {
        "lock.md": text("Lock", "translationKey: lock\n"),
        "ecluse.md": text("Écluse", "translationKey: lock\nlang: fr\nslug: lock\n"),
      },
    },
  ])("name each other on their pages and in the sitemap: $name", ({ files }) => {
    const site = bakeFolder(contentFolder({ ...head, ...files }));
    expect(site.problems.filter(({ file }) => file !== "site.toml")).toEqual([]);
    expect(languagesIn(bodyOf(site, "/articles/lock"))).toEqual(LOCK);
    expect(languagesIn(bodyOf(site, "/fr/articles/lock"))).toEqual(LOCK);
    const sitemap = bodyOf(site, "/sitemap.xml");
    expect(sitemap).toContain('xmlns:xhtml="http://www.w3.org/1999/xhtml"');
    expect(languagesIn(sitemap)).toEqual([...LOCK, ...LOCK]);
  });

  test("are in the language that their place tells, unless they say another", () => {
    const site = bakeFolder(
      contentFolder({
        ...head,
        "a.pt-br.md": text("A"),
        "fr/b.md": text("B", "lang: en\n"),
        "c.md": text("C"),
      }),
    );
    expect(Object.fromEntries([...site.articles].map(({ title, language }) => [title, language]))).toEqual({
      A: "pt-BR",
      B: "en",
      C: "en",
    });
  });

  test("stand for nobody where the site's own language is missing", () => {
    const site = bakeFolder(contentFolder({ ...head, "a.fr.md": text("A"), "a.pt-br.md": text("B") }));
    expect(languagesIn(bodyOf(site, "/fr/articles/a"))).toEqual([
      "fr /fr/articles/a",
      "pt-BR /pt-br/articles/a",
    ]);
  });

  test("have one of the site's language, whatever its region", () => {
    const british = { "site.toml": `${SITE_TOML}language = "en-GB"\nlanguages = ["en", "fr"]\n` };
    const site = bakeFolder(
      contentFolder({ ...british, "en/lock.md": text("Lock"), "fr/lock.md": text("Écluse") }),
    );
    expect(languagesIn(bodyOf(site, "/articles/lock"))).toEqual(LOCK);
  });

  test("are standing pages too", () => {
    const site = bakeFolder(
      contentFolder({
        ...head,
        "lock.md": text("Lock"),
        "about.md": text("About", "page: true\n"),
        "about.fr.md": text("À propos", "page: true\n"),
      }),
    );
    expect(languagesIn(bodyOf(site, "/fr/about"))).toEqual(["en /about", "fr /fr/about", "x-default /about"]);
  });

  test.for([
    {
      name: "a second one in a language",
      files: { "lock.fr.md": text("Écluse"), "fr/lock.md": text("Z") },
      page: "/fr/articles/lock-2",
    },
    {
      name: "a copy of what is elsewhere",
      files: { "lock.fr.md": text("Écluse", "canonical: https://mole.example/e\n") },
      page: "/articles/lock",
    },
    { name: "an article of no language", files: { "tide.md": text("Tide") }, page: "/articles/tide" },
  ])("are not $name", ({ files, page }) => {
    const site = bakeFolder(contentFolder({ ...head, "lock.md": text("Lock"), ...files }));
    expect(languagesIn(bodyOf(site, page))).toEqual([]);
  });

  test("rewrite each other's pages when one comes, and no other article's", () => {
    const files = { ...head, "lock.md": text("Lock"), "tide.md": text("Tide"), "rain.md": text("Rain") };
    const before = bakeFolder(contentFolder(files));
    const more = { ...files, "lock.fr.md": text("Écluse", "date: 2025-07-01T18:30:00Z\n") };
    const after = bakeFolder(contentFolder(more), before.ledger, NOW + HOUR);
    const pages = after.documents
      .filter(({ representation }) => representation !== null)
      .map(({ key }) => key);
    expect(pages.filter((key) => key.includes("/articles/")).sort()).toEqual([
      "/articles/lock",
      "/fr/articles/lock",
    ]);
  });

  test("are no home pages of languages", () => {
    const site = bakeFolder(
      contentFolder({ ...head, "lock.md": text("Lock"), "fr/index.md": text("Accueil") }),
    );
    expect([...site.articles].map(({ path }) => path)).toEqual(["lock.md"]);
  });

  test("without languages in site.toml are articles of their own names", () => {
    const site = bakeFolder(
      contentFolder({ "site.toml": SITE_TOML, "lock.md": text("Lock"), "lock.fr.md": text("Z") }),
    );
    expect([...site.articles].map(({ address, language }) => [address, language]).sort()).toEqual([
      ["/articles/lock", "en"],
      ["/articles/lock-fr", "en"],
    ]);
    expect(bodyOf(site, "/sitemap.xml")).not.toContain("xhtml");
  });
});
