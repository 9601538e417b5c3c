import { expect, test } from "vitest";
import { ghostExport, ID } from "./ghost-export.ts";
import { articlesIn, bodyIn, filesIn, importHere, textIn } from "./import-here.ts";

const FLAGS = { flags: ["--no-media", "--site", "https://old.example"], name: "ghost.json" };

test("posts, pages and drafts of Ghost become articles", async () => {
  const { into, report } = await importHere(
    ghostExport([
      {
        title: "Tea & rain",
        custom_excerpt: "Short & dry.",
        feature_image: "__GHOST_URL__/content/images/lock.jpg",
        canonical_url: "https://mole.example/tea",
        html: '<p><a href="__GHOST_URL__/post-1/">next</a></p>',
      },
      { type: "page", slug: "about" },
      { status: "draft", published_at: null, created_at: "2024-06-01T00:00:00.000Z" },
      { status: "scheduled", published_at: "2099-01-01T00:00:00.000Z" },
      { visibility: "paid" },
      { status: "sent" },
      { html: null },
    ]),
    FLAGS,
  );
  expect(report).toMatchObject({ source: "Ghost export", posts: 6, pages: 1, drafts: 3, scheduled: 1 });
  const articles = articlesIn(into);
  expect([...articles.values()].flatMap(({ problems }) => problems)).toEqual([]);
  expect(articles.get("2024/post-0.md")?.article).toMatchObject({
    title: "Tea & rain",
    summary: "Short & dry.",
    id: `${ID.slice(0, 23)}0`,
    authors: [{ name: "Ana Holm" }],
    tags: ["Locks", "Works"],
    image: { target: "https://old.example/content/images/lock.jpg", alt: "A lock" },
    canonical: "https://mole.example/tea",
    language: "fr",
    permalink: null,
    published: { kind: "instant", at: Date.UTC(2024, 6, 1, 11, 30, 45) / 1000 },
    updated: Date.UTC(2024, 6, 2, 11, 30, 45) / 1000,
  });
  expect(bodyIn(into, "2024/post-0.md")).toBe("[next](https://old.example/post-1/)");
  expect(articles.get("about.md")?.article?.page).toBe(true);
  expect(report.problems.map(({ message }) => message.split(",")[0])).toEqual([
    "was for members only",
    "was sent by email only",
    "has no text in the export; open it in Ghost",
  ]);
  const settings = textIn(into, "site.toml");
  expect(settings).toContain('timezone = "Europe/Paris"');
  expect(settings).toContain('permalink = "/{slug}/"');
  expect(settings).not.toContain("ana@");
});

test.for<readonly [string, string, string]>([
  [
    "a bookmark",
    '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://b.example/"><div class="kg-bookmark-content"><div class="kg-bookmark-title">The bridge</div><div class="kg-bookmark-description">…</div></div><div class="kg-bookmark-thumbnail"><img src="https://b.example/x.png"></div></a></figure>',
    "[The bridge](https://b.example/)",
  ],
  [
    "a button",
    '<div class="kg-card kg-button-card"><a href="https://b.example/" class="kg-btn">Go</a></div>',
    "[Go](https://b.example/)",
  ],
  [
    "an embed",
    '<figure class="kg-card kg-embed-card"><iframe src="https://player.vimeo.com/video/12?h=1"></iframe></figure>',
    "<https://vimeo.com/12>",
  ],
  [
    "a picture with a caption",
    '<figure class="kg-card kg-image-card"><img src="https://b.example/a.jpg" class="kg-image" alt="a" srcset="x 1w"><figcaption>The lock</figcaption></figure>',
    '<figure><img src="https://b.example/a.jpg" alt="a" /><figcaption>The lock</figcaption></figure>',
  ],
  [
    "a gallery",
    '<figure class="kg-card kg-gallery-card"><div class="kg-gallery-container"><div class="kg-gallery-row"><div class="kg-gallery-image"><img src="https://b.example/a.jpg" alt=""></div><div class="kg-gallery-image"><img src="https://b.example/b.jpg" alt=""></div></div></div></figure>',
    "![](https://b.example/a.jpg)\n\n![](https://b.example/b.jpg)",
  ],
  [
    "a sound",
    '<div class="kg-card kg-audio-card"><img class="kg-audio-thumbnail" src="x"><div class="kg-audio-player-container"><audio src="https://b.example/a.mp3"></audio><div class="kg-audio-title">Waves</div><span>0:00</span></div></div>',
    'Waves\n\n<audio src="https://b.example/a.mp3" controls=""></audio>',
  ],
  ["a code block", '<pre><code class="language-js">a &lt; b\n</code></pre>', "```js\na < b\n```"],
  ["its own comments", "<!--kg-card-begin: html--><p>x</p><!--kg-card-end: html-->", "x"],
])("%s", async ([_name, html, body]) => {
  const { into } = await importHere(ghostExport([{ html, slug: "one" }]), FLAGS);
  expect(bodyIn(into, "2024/one.md")).toBe(body);
});

const text = (words: string, format = 0) => ({ type: "extended-text", text: words, format });
const lexical = (...children: readonly object[]) => JSON.stringify({ root: { type: "root", children } });
const mobiledoc = (parts: object) =>
  JSON.stringify({ version: "0.3.1", atoms: [], cards: [], markups: [], sections: [], ...parts });

test.for<readonly [string, object, string]>([
  [
    "paragraphs, formats, links and breaks of the new editor",
    {
      lexical: lexical({
        type: "paragraph",
        children: [
          text("Tea & "),
          text("rain", 3),
          { type: "linebreak" },
          { type: "link", url: "https://b.example/?a=1&b=2", children: [text("more")] },
          text(" x", 16),
        ],
      }),
    },
    "Tea & ***rain***\\\n[more](https://b.example/?a=1&amp;b=2)` x`",
  ],
  [
    "headings, lists, quotes and rules",
    {
      lexical: lexical(
        { type: "extended-heading", tag: "h3", children: [text("Locks")] },
        {
          type: "list",
          listType: "number",
          children: [
            { type: "listitem", children: [text("one")] },
            { type: "listitem", children: [text("two")] },
          ],
        },
        { type: "extended-quote", children: [text("said")] },
        { type: "horizontalrule" },
      ),
    },
    "### Locks\n\n1. one\n2. two\n\n> said\n\n***",
  ],
  [
    "cards",
    {
      lexical: lexical(
        { type: "bookmark", url: "https://b.example/", metadata: { title: "The bridge" } },
        { type: "codeblock", code: "a < b", language: "js" },
        { type: "markdown", markdown: "*tide*" },
        { type: "html", html: "<p>raw</p>" },
        { type: "button", buttonText: "Go", buttonUrl: "https://b.example/go" },
        { type: "paywall" },
        { type: "of-a-plugin", children: [text("kept")] },
      ),
    },
    "[The bridge](https://b.example/)\n\n```js\na < b\n```\n\n*tide*\n\nraw\n\n[Go](https://b.example/go)\n\nkept",
  ],
  [
    "a document of the editor before",
    {
      mobiledoc: mobiledoc({
        atoms: [["soft-return", "", {}]],
        cards: [
          ["hr", {}],
          ["image", { src: "https://b.example/a.png", alt: "gate" }],
        ],
        markups: [["strong"], ["a", ["href", "https://b.example/"]]],
        sections: [
          [
            1,
            "p",
            [
              [0, [], 0, "Tea "],
              [0, [0], 1, "rain"],
              [1, [], 0, 0],
              [0, [1], 1, "more"],
            ],
          ],
          [1, "h2", [[0, [], 0, "Locks"]]],
          [3, "ul", [[[0, [], 0, "one"]], [[0, [], 0, "two"]]]],
          [10, 0],
          [10, 1],
        ],
      }),
    },
    "Tea **rain**\\\n[more](https://b.example/)\n\n## Locks\n\n- one\n- two\n\n***\n\n![gate](https://b.example/a.png)",
  ],
  ["Markdown of the first one", { markdown: "Tea *and* rain" }, "Tea *and* rain"],
  [
    "a document that is none, and one of the editor before",
    { lexical: "{", mobiledoc: mobiledoc({ sections: [[1, "p", [[0, [], 0, "x"]]]] }) },
    "x",
  ],
])("without HTML: %s", async ([_name, fields, body]) => {
  const { into, report } = await importHere(ghostExport([{ html: null, slug: "one", ...fields }]), FLAGS);
  expect(report.problems).toEqual([]);
  expect(bodyIn(into, "2024/one.md")).toBe(body);
});

test.for([
  [
    "nodes of other kinds",
    { lexical: lexical({ type: 7, children: [null, 3, { type: "text", text: {} }] }) },
  ],
  [
    "nodes far within each other",
    { lexical: '{"root":{"children":['.padEnd(60_000, '{"type":"x","children":[') },
  ],
  [
    "a document of holes",
    { mobiledoc: mobiledoc({ sections: [null, [10, 9], [1, "p", [null, [1, [5], 9, 3]]], [3]] }) },
  ],
] as const)("%s is no fault", async ([, fields]) => {
  const { report } = await importHere(ghostExport([{ html: null, ...fields }]), FLAGS);
  expect(report.posts).toBe(1);
});

test("without the address of the site that is asked for, and the texts come all the same", async () => {
  const { into, report } = await importHere(ghostExport([{ feature_image: "__GHOST_URL__/a.jpg" }]), {
    name: "g.json",
  });
  expect(filesIn(into)).toEqual(["2024/post-0.md", "_redirects", "site.toml"]);
  expect(report.problems.map(({ message }) => message)).toContainEqual(expect.stringContaining("--site"));
});

test("an export of Ghost 0.x, with numbers, milliseconds and uuids as ids in its feed", async () => {
  const old = {
    id: 1,
    uuid: "u-1",
    page: 0,
    image: "https://old.example/x.jpg",
    published_at: 1426078349156,
    type: undefined,
    visibility: undefined,
  };
  const { into } = await importHere(ghostExport([old], "003"), FLAGS);
  expect(articlesIn(into).get("2015/post-0.md")?.article).toMatchObject({
    id: "u-1",
    published: { at: 1426078349 },
  });
});
