import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bakeFolder, bodyOf } from "../../bake/baked-folder.ts";
import { contentFolder, newswireText, SITE_TOML } from "../../content-folder.ts";
import { runs } from "../../runs.ts";
import type { ParsedPage } from "./html.ts";
import { metaOf, only, parsePage, pathsOf } from "./html.ts";

const PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="45"/>';

const LOCK = `---
title: Harbour opens second lock
date: 2025-05-01T09:00:00+02:00
updated: 2025-05-02T10:30:00+02:00
correction: The lock is 40 metres long, not 14.
authors: [Harbour Desk, A. Marsh]
agency: QN
section: harbour
tags: [locks, "R&D"]
summary: Two ships at a time.
image: { src: lock.svg, alt: A lock }
---
The lock opened. ![First](lock.svg) ![Second](lock.svg)

| Hour | Ships |
| :--- | ----: |
| 6    | 2     |

\`\`\`
open(lock)
\`\`\`
`;

const FILES = {
  "site.toml": `${SITE_TOML}timezone = "Europe/Brussels"
copyright = "© The Quay"
authors = [{ name = "Harbour Desk", url = "https://desk.example/" }]
[sections.harbour]
title = "The harbour"
`,
  "lock.md": LOCK,
  "lock.svg": PIXEL,
  "earlier.txt": `---\ndate: 2025-04-01\n---\n${newswireText({ headline: "Harbour plans second lock" })}`,
  "later.txt": `---\ndate: 2025-06-01\n---\n${newswireText({ headline: "Harbour closes second lock" })}`,
  "show.md":
    '---\ndate: 2025-06-02\nenclosure: { url: "https://media.example/show.mp3", type: audio/mpeg, length: 5400000 }\n---\n# Show\n\nListen.\n',
};

function pageOf(files: Readonly<Record<string, string>>, address: string) {
  return parsePage(bodyOf(bakeFolder(contentFolder(files)), address));
}

/** What is said of each file that goes with an article. */
function attachmentsOn(page: ParsedPage): readonly string[] {
  const items = page.all("li").map(({ text }) => text.trim());
  return items.filter((text) => / (?:[kM]B|[kM]o)$/.test(text.replace(/\s/gu, " ")));
}

let read: ParsedPage | null = null;

/** The page of the article above. */
function lockPage(): ParsedPage {
  read ??= pageOf(FILES, "/articles/lock");
  return read;
}

describe("the page of an article", () => {
  test("is what a browser's parser takes without fixing, with one heading, canonical and language", () => {
    expect(lockPage().errors).toEqual([]);
    expect(only(lockPage(), "h1")).toBe("Harbour opens second lock");
    expect(only(lockPage(), "title")).toBe("Harbour opens second lock · The Quay");
    expect(lockPage().all("html")[0]?.attributes).toEqual({ lang: "en", dir: "ltr" });
    const canonical = lockPage()
      .all("link")
      .filter(({ attributes }) => attributes.rel === "canonical");
    expect(canonical.map(({ attributes }) => attributes.href)).toEqual([
      "https://quay.example/articles/lock",
    ]);
  });

  test("names authors, agency, both dates and the correction, in the site's time zone", () => {
    const paragraphs = lockPage()
      .all("p")
      .map(({ text }) => text);
    expect(paragraphs).toContain("By Harbour Desk and A. Marsh · QN");
    expect(paragraphs).toContain(
      "May 1, 2025 at 9:00 AM GMT+2 Corrected May 2, 2025 at 10:30 AM GMT+2 Reading time: 1 minute",
    );
    expect(paragraphs).toContain("Correction The lock is 40 metres long, not 14.");
    expect(
      lockPage()
        .all("time")
        .map(({ attributes }) => attributes.datetime),
    ).toEqual(["2025-05-01T07:00:00Z", "2025-05-02T08:30:00Z"]);
  });

  test("leads to its section, authors, tags, and to the article before it; older pages need not change for a newer one", () => {
    expect(pathsOf(lockPage())).toEqual(
      expect.arrayContaining([
        "/sections/harbour",
        "/authors/harbour-desk",
        "/authors/a-marsh",
        "/tags/locks",
        "/tags/r-d",
        "/articles/harbour-plans-second-lock",
      ]),
    );
    expect(pathsOf(lockPage())).not.toContain("/articles/harbour-closes-second-lock");
  });

  test("offers the feeds of its section and of the site (RFC 4287 §4.2.7.2, WHATWG link type alternate)", () => {
    const feeds = lockPage()
      .all("link")
      .filter(({ attributes }) => attributes.rel === "alternate");
    expect(feeds.map(({ attributes }) => attributes.href)).toEqual(
      ["/sections/harbour/rss.xml", "/sections/harbour/atom.xml", "/sections/harbour/feed.json"]
        .concat(["/rss.xml", "/atom.xml", "/feed.json"])
        .map((path) => `https://quay.example${path}`),
    );
  });

  test.for([
    ["og:type", ["article"]],
    ["og:site_name", ["The Quay"]],
    ["og:title", ["Harbour opens second lock"]],
    ["og:description", ["Two ships at a time."]],
    ["og:url", ["https://quay.example/articles/lock"]],
    ["og:image:width", ["80"]],
    ["og:image:height", ["45"]],
    ["og:image:alt", ["A lock"]],
    ["article:published_time", ["2025-05-01T07:00:00Z"]],
    ["article:modified_time", ["2025-05-02T08:30:00Z"]],
    ["article:author", ["Harbour Desk", "A. Marsh"]],
    ["article:section", ["The harbour"]],
    ["article:tag", ["locks", "R&D"]],
    ["description", ["Two ships at a time."]],
  ] as const)("its head says %s (https://ogp.me/)", ([name, values]) => {
    expect(metaOf(lockPage(), name)).toEqual(values);
  });

  test("its JSON-LD is a NewsArticle, field by field (https://schema.org/NewsArticle)", () => {
    const image = metaOf(lockPage(), "og:image")[0];
    expect(image).toMatch(/^https:\/\/quay\.example\/media\/[0-9a-f]{20}\.svg$/);
    expect(JSON.parse(only(lockPage(), "script"))).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      mainEntityOfPage: "https://quay.example/articles/lock",
      url: "https://quay.example/articles/lock",
      headline: "Harbour opens second lock",
      description: "Two ships at a time.",
      datePublished: "2025-05-01T07:00:00Z",
      dateModified: "2025-05-02T08:30:00Z",
      inLanguage: "en",
      wordCount: 8,
      author: [
        { "@type": "Person", name: "Harbour Desk", url: "https://desk.example/" },
        { "@type": "Person", name: "A. Marsh", url: "https://quay.example/authors/a-marsh" },
      ],
      publisher: { "@type": "Organization", name: "The Quay", url: "https://quay.example/" },
      sourceOrganization: { "@type": "Organization", name: "QN" },
      articleSection: "The harbour",
      keywords: ["locks", "R&D"],
      image: { "@type": "ImageObject", url: image, width: 80, height: 45 },
      correction: "The lock is 40 metres long, not 14.",
      copyrightNotice: "© The Quay",
      isAccessibleForFree: true,
    });
  });

  test("every image tells its size; all but the lead image wait until they come into sight (HTML §2.5.7)", () => {
    expect(
      lockPage()
        .all("img")
        .map(({ attributes: { width, height, loading } }) => [width, height, loading]),
    ).toEqual([
      ["80", "45", undefined],
      ["80", "45", "lazy"],
      ["80", "45", "lazy"],
    ]);
  });

  test("a picture that a text begins with is its lead, and fetched first; one further down is not", () => {
    const priorities = (text: string) =>
      pageOf({ "site.toml": SITE_TOML, "a.md": `# A\n\n${text}\n`, "lock.svg": PIXEL }, "/articles/a")
        .all("img")
        .map(({ attributes: { fetchpriority, loading } }) => fetchpriority ?? loading ?? null);
    expect(priorities("![](lock.svg)\n\nText.\n\n![](lock.svg)")).toEqual(["high", "lazy"]);
    expect(priorities("Text.\n\n![](lock.svg)\n\n![](lock.svg)")).toEqual([null, "lazy"]);
  });

  test("tables and code scroll by themselves, in reach of the keyboard, and no cell has the dropped `align`", () => {
    const regions = [...lockPage().all("div"), ...lockPage().all("pre")].filter(
      ({ attributes }) => attributes.tabindex,
    );
    expect(regions.map(({ attributes }) => [attributes.role, attributes["aria-label"]])).toEqual([
      ["group", "Table"],
      ["group", "Code"],
    ]);
    expect(
      lockPage()
        .all("td")
        .map(({ attributes }) => attributes),
    ).toEqual([{ class: "left" }, { class: "right" }]);
  });

  test("a summary that the text begins with is not said twice", () => {
    const derived = pageOf(FILES, "/articles/harbour-plans-second-lock");
    expect(derived.all("p").filter(({ attributes }) => attributes.class === "standfirst")).toEqual([]);
    const own = lockPage()
      .all("p")
      .filter(({ attributes }) => attributes.class === "standfirst");
    expect(own.map(({ text }) => text)).toEqual(["Two ships at a time."]);
  });

  test("a day without a time of day shows no midnight", () => {
    const derived = pageOf(FILES, "/articles/harbour-plans-second-lock");
    expect(derived.all("time").map(({ text }) => text)).toContain("April 1, 2025");
  });

  test("sound has a player that loads nothing before it is asked to, and a link with its size", () => {
    const show = pageOf(FILES, "/articles/show");
    expect(show.all("audio").map(({ attributes }) => attributes)).toEqual([
      { controls: "", preload: "none", src: "https://media.example/show.mp3", "aria-label": "Show" },
    ]);
    expect(attachmentsOn(show)).toEqual(["show.mp3 5.4 MB"]);
  });

  test("a file has its own name, its kind where the name does not say it, its duration and its size", () => {
    const enclosures = [
      "tide table.pdf",
      '{ url: "https://media.example/play/4711", type: audio/mpeg, length: 123456789, duration: "1:02:03" }',
    ];
    const front = `---\ntitle: Two\nlanguage: fr\nenclosures: [${enclosures.join(", ")}]\n---\nText.\n`;
    const page = pageOf(
      { "site.toml": SITE_TOML, "a/two.md": front, "a/tide table.pdf": `%PDF-1.7\n${"x".repeat(20_000)}` },
      "/articles/two",
    );
    const [first, ...rest] = attachmentsOn(page).map((text) => text.replace(/\s/gu, " "));
    expect(first).toBe("tide table.pdf 20 ko");
    expect(rest).toEqual(["4711 MP3 · 1:02:03 · 123,5 Mo"]);
  });

  test("a page of 600 words, all that can stand on it included, is at most 14 kB longer than its text", () => {
    const told = Array.from(
      { length: 2 },
      (_, at) => `[authors.a${at}]\nname = "A. Marsh ${at}"\nabout = "Lives by the lock."`,
    );
    const front = (n: number) =>
      `---\ndate: 2025-05-0${n}\nauthors: [a0, a1]\nsection: harbour\ntags: [locks, ships, tides]\n` +
      `image: { src: lock.svg, alt: A lock }\nenclosure: { url: "https://media.example/${n}.mp3", length: 5400000 }\n---\n`;
    const text = "The lock opened. ".repeat(200);
    const numbered = [1, 2, 3, 4, 5, 6].map((n) => [`a${n}.md`, `${front(n)}# Lock ${n}\n\n${text}`]);
    const settings = `${SITE_TOML}\n${told.join("\n")}\n`;
    const site = bakeFolder(
      contentFolder({ ...Object.fromEntries(numbered), "site.toml": settings, "lock.svg": PIXEL }),
    );
    for (const { address, readText } of site.articles) {
      const overhead = Buffer.byteLength(bodyOf(site, address)) - Buffer.byteLength(readText().html);
      expect(overhead).toBeLessThan(14_000);
    }
    expect(bodyOf(site, "/articles/a6")).toContain('class="related"');
  });

  test("whatever headline, tag, author and correction hold, the page parses and its JSON-LD says the same", () => {
    const hostile = fc
      .array(
        fc.oneof(
          fc.constantFrom("</script>", "<!--", "]]>", '"', "&amp;", "\u2028", "</title>"),
          fc.string(),
        ),
      )
      .map((parts) => `a${parts.join("").replace(/\s+/gu, " ")}b`);
    fc.assert(
      fc.property(hostile, hostile, (title, correction) => {
        const front = JSON.stringify({ title, correction, tags: [title], authors: [correction], slug: "x" });
        const site = bakeFolder(contentFolder({ "site.toml": SITE_TOML, "a.md": `${front}\n\nText.\n` }));
        const parsed = parsePage(bodyOf(site, "/articles/x"));
        expect(parsed.errors).toEqual([]);
        const data = JSON.parse(only(parsed, "script"));
        expect(data.headline).toBe([...site.articles][0]?.title);
        expect(only(parsed, "h1")).toBe(data.headline.trim());
      }),
      runs(60),
    );
  });
});
