import { describe, expect, test } from "vitest";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { mediaFile, NOW } from "./values.ts";

const lock = mediaFile("lock.png");
const LOCK_URL = `https://quay.example${lock.address}`;
const sound = mediaFile("a.mp3", "sound", { type: "audio/mpeg", width: null, height: null });
const words = mediaFile("words.vtt", "words", { type: "text/vtt; charset=utf-8", width: null, height: null });
const media = [lock, sound, words];
const urlOf = ({ address }: typeof lock) => `https://quay.example${address}`;

/** The article of `tea.md` beside another one and media, and what is wrong with it. */
function resolved(text: string, fields: Partial<BakeInput> = {}) {
  const files = { "tea.md": text, "rain.md": "---\ndate: 2025-01-01\n---\nRain." };
  const { articles, problems } = openBake(inputOf(files, { media, ...fields }));
  const article = [...articles].find(({ path }) => path === "tea.md");
  if (article === undefined) throw new TypeError("no article");
  return { article, problems };
}

const withMatter = (matter: string, text = "Tea.") => `---\n${matter}\n---\n${text}\n`;

test("an article leads the front page, and has pictures in sizes, where its source and its files say so", () => {
  const file = {
    address: "/media/lock-40.webp",
    type: "image/webp",
    width: 40,
    height: 30,
    sizeBytes: 1,
    made: null,
  };
  const sized = [{ ...lock, picture: { webp: [file], fallback: file } }];
  const { article } = resolved(withMatter("lead: true", "![x](lock.png)"), { media: sized });
  expect(article.lead).toBe(true);
  expect(article.pictures).toEqual([
    { url: LOCK_URL, sizes: [{ url: "https://quay.example/media/lock-40.webp", width: 40 }] },
  ]);
  const alone = resolved(withMatter("image: lock.png"), { media: sized }).article;
  expect(alone.pictures).toEqual(article.pictures);
  const plain = resolved(withMatter("title: Tea", "![x](lock.png)")).article;
  expect([plain.lead, plain.pictures]).toEqual([undefined, undefined]);
});

test("an article has the card of its headline, unless it has an image or is a page of its own", () => {
  const file = {
    address: "/media/card.png",
    type: "image/png",
    width: 1,
    height: 1,
    sizeBytes: 1,
    made: null,
  };
  const cardOf = (matter: string) => {
    const input = inputOf({ "tea.md": withMatter(matter) }, { media, cards: new Map([["Tea", file]]) });
    const { articles, standing } = openBake(input);
    return [...articles, ...standing][0]?.card;
  };
  expect(cardOf("title: Tea")).toEqual({ file, url: "https://quay.example/media/card.png" });
  expect(["title: Rain", "title: Tea\nimage: lock.png", "title: Tea\npage: true"].map(cardOf)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

describe("an image that is not there", () => {
  test.for([
    {
      name: "leaves its words",
      text: "A ![the <b> lock](gone.png) B",
      html: "<p>A the &lt;b&gt; lock B</p>",
    },
    { name: "without words leaves nothing", text: "A ![](gone.png)B", html: "<p>A B</p>" },
    {
      name: "leaves those that are there alone",
      text: "![x](gone.png) ![y](lock.png)",
      html: `<p>x <img src="${LOCK_URL}" width="30" height="20" alt="y" /></p>`,
    },
    {
      name: "leaves a link to it alone",
      text: "[x](gone.png)",
      html: '<p><a href="https://quay.example/articles/gone.png">x</a></p>',
    },
  ])("$name, and is told", ({ text, html }) => {
    const { article, problems } = resolved(withMatter("date: 2025-06-01", text));
    expect(article.readText().html).toBe(html);
    expect(problems).toMatchObject([
      { severity: "warning", message: expect.stringContaining("names gone.png") },
    ]);
  });

  test("makes another article once it is there", () => {
    const text = withMatter("date: 2025-06-01", "![x](/gone)");
    const alias = "---\ndate: 2025-01-01\naliases: /gone\n---\nRain.";
    const there = [...openBake(inputOf({ "tea.md": text, "rain.md": alias })).articles].find(
      ({ path }) => path === "tea.md",
    );
    expect(resolved(text).article.fingerprint).not.toBe(there?.fingerprint);
  });
});

describe("an article", () => {
  test("has what its source says and what its record keeps", () => {
    const matter = [
      "title: Tea time",
      "summary: Tea was had.",
      "date: 2025-06-30T06:30:00Z",
      "updated: 2025-07-01T06:30:00Z",
      "authors: [Ada Marsh]",
      "agency: QN",
      "section: sea",
      "tags: [tea]",
      "language: en-GB",
      "correction: It was two cups.",
      "season: 2",
      "episode: 5",
    ].join("\n");
    const { article, problems } = resolved(withMatter(matter, "Tea was had, twice."));
    const { readText: _, fingerprint: __, ...told } = article;
    expect(told).toEqual({
      path: "tea.md",
      title: "Tea time",
      summary: "Tea was had.",
      wordCount: 4,
      authors: [{ name: "Ada Marsh", url: null, email: null }],
      agency: "QN",
      place: null,
      section: "sea",
      tags: ["tea"],
      language: "en-GB",
      page: false,
      visibility: "listed",
      canonical: null,
      correction: "It was two cups.",
      id: "tag:quay.example,2025:tea",
      ordinal: 1,
      edition: NOW,
      address: "/articles/tea",
      url: "https://quay.example/articles/tea",
      image: null,
      enclosures: [],
      episode: { season: 2, number: 5, explicit: null, transcripts: [] },
      published: 1_751_265_000,
      updated: 1_751_351_400,
    });
    expect(problems).toEqual([]);
    expect(article.readText()).toEqual({ html: "<p>Tea was had, twice.</p>", text: "Tea was had, twice." });
  });

  test("leads its references to where they mean, and tells the size of its pictures", () => {
    const { article, problems } = resolved("[r](rain.md#x) ![x](lock.png) [e](https://a.example/?a&b)");
    expect(article.readText().html).toBe(
      `<p><a href="https://quay.example/articles/rain#x">r</a> <img src="${LOCK_URL}" width="30" height="20" alt="x" /> <a href="https://a.example/?a&amp;b">e</a></p>`,
    );
    expect(problems).toEqual([]);
  });

  test.for([
    { name: "elsewhere", canonical: "https://a.example/tea", is: "https://a.example/tea" },
    { name: "here, which goes without saying", canonical: "https://quay.example/articles/tea", is: null },
  ])("may have its home $name (RFC 6596)", ({ canonical, is }) => {
    expect(resolved(withMatter(`canonical: ${canonical}`)).article.canonical).toBe(is);
  });
});

describe("a lead image", () => {
  const imageOf = (target: string) => resolved(withMatter(`image: { src: "${target}", alt: Lock }`));

  test.for([
    {
      name: "of the site is known by its bytes",
      target: "lock.png",
      image: { url: LOCK_URL, alt: "Lock", type: "image/png", sizeBytes: 8, width: 30, height: 20 },
    },
    {
      name: "elsewhere is known by its URL alone",
      target: "https://a.example/1.png",
      image: {
        url: "https://a.example/1.png",
        alt: "Lock",
        type: null,
        sizeBytes: null,
        width: null,
        height: null,
      },
    },
  ])("$name", ({ target, image }) => {
    const { article, problems } = imageOf(target);
    expect(article.image).toEqual(image);
    expect(problems).toEqual([]);
  });

  test("that is not there is left out and told", () => {
    const { article, problems } = imageOf("gone.png");
    expect(article.image).toBeNull();
    expect(problems).toEqual([
      {
        file: "tea.md",
        line: 2,
        severity: "warning",
        message:
          "names gone.png, which is neither a file that can be published nor an address of the site; correct the name or add the file",
      },
    ]);
  });
});

describe("a reference that leads nowhere is told with its line", () => {
  const names = (target: string) =>
    `names ${target}, which is neither a file that can be published nor an address of the site; correct the name or add the file`;
  const leads = (target: string) =>
    `leads to ${target}, which this site does not have; correct or remove the link`;

  test.for([
    { target: "gone.md", message: names("gone.md") },
    { target: "/gone", message: names("/gone") },
    { target: "x/y//z", message: names("x/y//z") },
    { target: "https://quay.example/gone", message: leads("https://quay.example/gone") },
    { target: "HTTPS://quay.example/gone", message: leads("HTTPS://quay.example/gone") },
    { target: "//quay.example/gone", message: leads("//quay.example/gone") },
  ])("$target", ({ target, message }) => {
    const { problems } = resolved(`Tea.\n\n[x](${target})\n`);
    expect(problems).toEqual([{ file: "tea.md", line: 3, severity: "warning", message }]);
  });

  test.for([
    "https://quay.example.evil/gone",
    "https://quay.example:8443/gone",
    "http://quay.example/gone",
    "https://other.example/gone",
  ])("but not %s: another origin, whatever it begins with (RFC 6454 §5)", (target) => {
    expect(resolved(`[x](${target})`).problems).toEqual([]);
  });
});

describe("an enclosure", () => {
  test("of the site has its true length and type, one elsewhere the declared ones", () => {
    const list = [
      "{ src: a.mp3, length: 9, type: audio/wav, duration: 61 }",
      "{ url: https://a.example/b.mp3, length: 7, type: audio/mpeg }",
    ];
    const { article, problems } = resolved(withMatter(`enclosures: [${list.join(", ")}]`));
    expect(article.enclosures).toEqual([
      { url: urlOf(sound), name: "a.mp3", type: "audio/mpeg", sizeBytes: 5, durationSeconds: 61 },
      { url: "https://a.example/b.mp3", type: "audio/mpeg", sizeBytes: 7, durationSeconds: null },
    ]);
    expect(problems).toEqual([]);
  });

  test.for([
    { name: "that is not there", enclosure: "{ url: gone.mp3, length: 5, type: audio/mpeg }" },
    { name: "that is an article, with a length alone", enclosure: "{ url: rain.md, length: 5 }" },
    { name: "that is an article, with a type alone", enclosure: "{ url: rain.md, type: text/html }" },
    { name: "that is an article", enclosure: "{ url: rain.md }" },
  ])("$name is an error, and left out", ({ enclosure }) => {
    const { article, problems } = resolved(withMatter(`title: Tea\nenclosure: ${enclosure}`));
    const target = /url: ([^ ,]+)/.exec(enclosure)?.[1];
    expect(article.enclosures).toEqual([]);
    expect(problems).toEqual([
      {
        file: "tea.md",
        line: 3,
        severity: "error",
        message: `has the enclosure ${target}, which is not a media file in the content folder; add the file, or write { url, length, type } for one elsewhere`,
      },
    ]);
  });
});

describe("a transcript", () => {
  test("of the site has its true type, another the declared one, or is a page", () => {
    const list = ["{ url: words.vtt, type: text/plain, language: fr }", "https://a.example/b.srt", "rain.md"];
    const { article, problems } = resolved(withMatter(`transcripts: [${list.join(", ")}]`));
    expect(article.episode?.transcripts).toEqual([
      { url: urlOf(words), type: "text/vtt", language: "fr" },
      { url: "https://a.example/b.srt", type: "application/x-subrip", language: null },
      { url: "https://quay.example/articles/rain", type: "text/html", language: null },
    ]);
    expect(problems).toEqual([]);
  });

  test("that is not there is left out and told", () => {
    const { article, problems } = resolved(withMatter("title: Tea\ntranscript: gone.vtt"));
    expect(article.episode?.transcripts).toEqual([]);
    expect(problems).toMatchObject([
      { file: "tea.md", severity: "warning", message: expect.stringContaining("names gone.vtt") },
    ]);
  });
});

describe("the fingerprint of an article", () => {
  const fingerprintOf = (text: string, fields: Partial<BakeInput> = {}) =>
    resolved(text, fields).article.fingerprint;
  const text = "[r](rain.md) ![x](lock.png)";

  test("is the same for the same article", () => {
    expect(fingerprintOf(text)).toBe(fingerprintOf(text));
  });

  test.for([
    { name: "another text", other: `${text}.`, fields: {} },
    { name: "another title", other: withMatter("title: Rain", text), fields: {} },
    {
      name: "another picture",
      other: text,
      fields: { media: [mediaFile("lock.png", "other"), sound, words] },
    },
    {
      name: "a link that leads elsewhere by now",
      other: text,
      fields: { site: siteWith('permalink = "/{year}/{slug}"\n') },
    },
  ])("is another one with $name", ({ other, fields }) => {
    expect(fingerprintOf(other, fields)).not.toBe(fingerprintOf(text));
  });
});
