import { expect, test } from "vitest";
import { articlesIn, bodyIn, filesIn, importHere, textIn } from "./import-here.ts";
import type { WordpressItem } from "./wordpress-export.ts";
import { wordpressExport } from "./wordpress-export.ts";

const NO_MEDIA = { flags: ["--no-media"] };

test("posts, pages, drafts and scheduled posts become articles with ids, dates, names and addresses", async () => {
  const { into, report, exitCode } = await importHere(
    wordpressExport([
      {
        id: 1,
        title: "Tea &amp; <em>rain</em>: 2 &lt; 3",
        name: "tea",
        excerpt: "A cup of <b>tea</b> &amp; more.",
        categories: [
          ["category", "drinks", "Drinks &amp; food"],
          ["category", "uncategorized", "Uncategorized"],
          ["post_tag", "tea", "tea"],
          ["post_tag", "drinks-food", "drinks & food"],
        ],
        meta: [["_wp_old_slug", "te"]],
        comments: 3,
      },
      { id: 2, type: "page", name: "about", link: "https://old.example/about/", title: "About" },
      { id: 3, status: "draft", name: "", link: "https://old.example/?p=3", dateGmt: "0000-00-00 00:00:00" },
      { id: 4, status: "future", name: "soon", date: "2099-01-01 10:00:00", dateGmt: "2099-01-01 10:00:00" },
      { id: 5, status: "trash" },
      { id: 6, type: "nav_menu_item" },
      { id: 7, password: "secret", name: "closed" },
      { id: 8, status: "private", name: "own" },
    ]),
    NO_MEDIA,
  );
  expect(exitCode).toBe(0);
  expect(report).toMatchObject({ posts: 5, pages: 1, drafts: 3, scheduled: 1, files: { new: 6 } });
  expect(report.leftOut).toEqual({ comment: 3, "post in the trash": 1, nav_menu_item: 1 });
  const articles = articlesIn(into);
  expect([...articles.values()].flatMap(({ problems }) => problems)).toEqual([]);
  expect(articles.get("2024/tea.md")?.article).toMatchObject({
    title: "Tea & rain: 2 < 3",
    summary: "A cup of tea & more.",
    id: "https://old.example/?p=1",
    published: { kind: "instant", at: Date.UTC(2024, 6, 1, 11, 30, 45) / 1000 },
    authors: [{ name: "Ana Holm" }],
    tags: ["Drinks & food", "tea"],
    aliases: ["/2024/07/te/"],
    draft: false,
  });
  expect(articles.get("about.md")?.article).toMatchObject({
    page: true,
    permalink: "/about/",
    id: "https://old.example/?p=2",
  });
  expect(articles.get("2099/soon.md")?.article?.draft).toBe(false);
  for (const path of ["2024/post-3.md", "2024/closed.md", "2024/own.md"])
    expect(articles.get(path)?.article).toMatchObject({ draft: true, id: null });
  expect(textIn(into, "site.toml")).not.toContain("ana@");
});

test("site.toml says what the export does, and the pattern that most addresses have", async () => {
  const posts = Array.from({ length: 4 }, (_, at): WordpressItem => {
    const month = at % 2 === 0 ? "01" : "07";
    const day = `2024-${month}-0${at + 1}`;
    // Summer time: the clock of the site is an hour ahead.
    const gmt = month === "01" ? `${day} 09:00:00` : `${day} 08:00:00`;
    return {
      id: at + 1,
      date: `${day} 09:00:00`,
      dateGmt: gmt,
      link: `https://old.example/2024/${month}/post-${at + 1}/`,
    };
  });
  const odd = { id: 9, name: "odd", link: "https://old.example/archives/odd.php" };
  const { into } = await importHere(wordpressExport([...posts, odd]), NO_MEDIA);
  const settings = textIn(into, "site.toml");
  expect(settings).toContain('title = "The Old Quay"');
  expect(settings).toContain('description = "News & tides"');
  expect(settings).toContain('url = "https://old.example"');
  expect(settings).toContain('language = "en-GB"');
  expect(settings).toContain('timezone = "Europe/London"');
  expect(settings).toContain('permalink = "/{year}/{month}/{slug}/"');
  expect(settings).toContain("Ana Holm");
  const articles = articlesIn(into);
  expect(articles.get("2024/post-1.md")?.article?.permalink).toBeNull();
  expect(articles.get("2024/odd.md")?.article?.permalink).toBe("/archives/odd.php");
});

test("addresses that are queries are led on", async () => {
  const { into } = await importHere(
    wordpressExport([
      { id: 1, name: "plain", link: "https://old.example/?p=1" },
      { id: 2, name: "about", type: "page", link: "https://old.example/about/" },
      { id: 3, name: "soon", status: "future", dateGmt: "2099-01-01 10:00:00" },
      { id: 4, name: "draft", status: "draft" },
      { id: 5, name: "show", link: "https://old.example/show.php?nr=5" },
    ]),
    NO_MEDIA,
  );
  expect(textIn(into, "_redirects").trim().split("\n")).toEqual([
    "/ p=1 /2024/07/plain/",
    "/ p=2 /about/",
    "/ page_id=2 /about/",
    "/show.php nr=5 /2024/07/show/",
    "/ p=5 /2024/07/show/",
    "/author/ana/ /authors/ana-holm",
    "/author/ana/feed/ /authors/ana-holm/rss.xml",
    "/2024/ /dates/2024",
    "/2024/07/ /dates/2024/07",
    "/page/* /",
    "/category/:name/page/* /tags/:name",
    "/tag/:name/page/* /tags/:name",
    "/author/:name/page/* /authors/:name",
  ]);
  expect(textIn(into, "site.toml")).toContain('redirect_queries = [ "nr" ]');
});

test("lists of tags lead to those that are here; categories stand below those that they are in", async () => {
  const parent = `<wp:category><wp:category_nicename>ebb</wp:category_nicename><wp:category_parent>tides</wp:category_parent></wp:category>`;
  const tags = [
    ["category", "ebb", "Ebb & flow"],
    ["post_tag", "c-plus", "C++"],
  ] as const;
  const drafts = [["post_tag", "later", "Later"]] as const;
  const source = wordpressExport([
    { id: 1, name: "one", categories: tags },
    { id: 2, name: "two", status: "draft", categories: drafts },
  ]).replace("<item>", `${parent}<item>`);
  const { into } = await importHere(source, NO_MEDIA);
  const lines = textIn(into, "_redirects").split("\n");
  expect(lines.filter((line) => /\/tags\/[^:]/.test(line))).toEqual([
    "/category/tides/ebb/ /tags/ebb-flow",
    "/category/tides/ebb/feed/ /tags/ebb-flow/rss.xml",
    "/tag/c-plus/ /tags/c",
    "/tag/c-plus/feed/ /tags/c/rss.xml",
  ]);
});

const GALLERY = "https://old.example/wp-content/uploads/a.jpg";
const ATTACHMENT: WordpressItem = {
  id: 50,
  type: "attachment",
  status: "inherit",
  attachment: GALLERY,
  excerpt: "The <b>lock</b>",
  parent: 1,
  link: "https://old.example/photo/",
  meta: [["_wp_attachment_image_alt", "A lock"]],
};

test.for<readonly [string, string, string]>([
  ["blank lines make paragraphs", "One\nline\n\nTwo", "One\\\nline\n\nTwo"],
  ["but not in code", "A\n\n<pre>x\n\ny</pre>\n\nB", "A\n\n```\nx\n\ny\n```\n\nB"],
  [
    "a caption",
    '[caption id="x" width="9"]<img src="/a.jpg" alt="a" /> The lock[/caption]',
    '<figure><img src="https://old.example/a.jpg" alt="a" /><figcaption>The lock</figcaption></figure>',
  ],
  [
    "an old caption",
    '[caption caption="The lock"]<img src="/a.jpg" alt="a" />[/caption]',
    '<figure><img src="https://old.example/a.jpg" alt="a" /><figcaption>The lock</figcaption></figure>',
  ],
  [
    "a gallery by its ids",
    '[gallery columns="2" ids="50"]',
    `<figure><img src="${GALLERY}" alt="A lock" /><figcaption>The <strong>lock</strong></figcaption></figure>`,
  ],
  [
    "a gallery of what was uploaded to the post",
    "[gallery]",
    `<figure><img src="${GALLERY}" alt="A lock" /><figcaption>The <strong>lock</strong></figcaption></figure>`,
  ],
  ["an embed", "[embed]https://youtu.be/x1[/embed]", "<https://youtu.be/x1>"],
  [
    "a player in a frame",
    '<iframe src="https://www.youtube.com/embed/x1?rel=0"></iframe>',
    "<https://www.youtube.com/watch?v=x1>",
  ],
  ["[youtube=…]", "[youtube=https://youtu.be/x1]", "<https://youtu.be/x1>"],
  [
    "[audio]",
    '[audio mp3="https://b.example/a.mp3"][/audio]',
    '<audio src="https://b.example/a.mp3" controls=""></audio>',
  ],
  [
    "[video]",
    '[video width="9" mp4="https://b.example/a.mp4"][/video]',
    '<video src="https://b.example/a.mp4" controls=""></video>',
  ],
  ["code", '[sourcecode language="php"]\necho [1];\n[/sourcecode]', "```php\necho [1];\n```"],
  [
    "an unknown one goes, and its inside stays",
    'A [box color="red"]inside[/box] B [widget id="3"] C',
    "A inside B C",
  ],
  ["nested ones of one name", '[vc_row][vc_row a="b"]x[/vc_row][/vc_row]', "x"],
  [
    "brackets in prose stay",
    "He said [sic] that [1] is [not] so.",
    "He said \\[sic\\] that \\[1\\] is \\[not\\] so.",
  ],
  ["an escaped one is text", "Write [[gallery]] there.", "Write \\[gallery\\] there."],
  ["brackets in code stay", "<code>a[b=c]</code>", "`a[b=c]`"],
  ["an address on a line of its own", "See:\n\nhttps://b.example/x_y_z", "See:\n\n<https://b.example/x_y_z>"],
  [
    "blocks",
    '<!-- wp:paragraph {"a":1} -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:latest-posts /-->',
    "One",
  ],
  [
    "an embed block",
    '<!-- wp:embed {"url":"https://youtu.be/x1"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/x1\n</div></figure><!-- /wp:embed -->',
    "<https://youtu.be/x1>",
  ],
  [
    "buttons",
    '<!-- wp:buttons --><div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="https://b.example/">Go</a></div></div><!-- /wp:buttons -->',
    "[Go](https://b.example/)",
  ],
  ["a block that posts share", '<!-- wp:block {"ref":60} /-->', "Shared"],
  ["<!--more-->", "A\n\n<!--more-->\n\nB", "A\n\nB"],
  [
    "smaller copies are the file itself",
    `<!-- wp:image --><figure><a href="${GALLERY}"><img src="https://old.example/wp-content/uploads/a-300x200.jpg" alt=""/></a></figure>`,
    `![](${GALLERY})`,
  ],
  [
    "a link to a page of an attachment",
    '<p><a href="https://old.example/photo/">see</a></p>',
    `[see](${GALLERY})`,
  ],
  [
    "scripts, forms and counters go",
    '<p>A<script>x()</script><form><input></form><img src="https://pixel.wp.com/b.gif" width="1" height="1"></p>',
    "A",
  ],
])("%s", async ([_name, content, body]) => {
  const shared = {
    id: 60,
    type: "wp_block",
    content: "<!-- wp:paragraph --><p>Shared</p><!-- /wp:paragraph -->",
  };
  const { into } = await importHere(
    wordpressExport([{ id: 1, name: "one", content }, ATTACHMENT, shared]),
    NO_MEDIA,
  );
  expect(bodyIn(into, "2024/one.md")).toBe(body);
});

test("shortcodes that nobody knows are counted", async () => {
  const content = '[box a="b"]x[/box] [box a="b"]y[/box] [form id="1"]';
  const { report } = await importHere(wordpressExport([{ id: 1, content }]), NO_MEDIA);
  expect(report.leftOut).toEqual({ "shortcode [box]": 2, "shortcode [form]": 1 });
});

test("links between articles name their files, by address and by number", async () => {
  const links = [
    "https://old.example/2024/07/two/#part",
    "http://www.old.example/2024/07/two",
    "/?p=2",
    "/about/",
    "https://old.example/2024/07/three/",
    "https://old.example/category/x/",
    "https://other.example/2024/07/two/",
  ];
  const { into } = await importHere(
    wordpressExport([
      { id: 1, name: "one", content: links.map((href) => `<p><a href="${href}">x</a></p>`).join("\n") },
      { id: 2, name: "two" },
      { id: 3, name: "three", status: "draft", link: "https://old.example/?p=3" },
      { id: 4, name: "about", type: "page", link: "https://old.example/about/" },
    ]),
    NO_MEDIA,
  );
  expect(bodyIn(into, "2024/one.md").split("\n\n")).toEqual([
    "[x](./two.md#part)",
    "[x](./two.md)",
    "[x](./two.md)",
    "[x](../about.md)",
    "[x](https://old.example/2024/07/three/)",
    "[x](https://old.example/category/x/)",
    "[x](https://other.example/2024/07/two/)",
  ]);
});

test("slugs of any kind become names that every system takes", async () => {
  const slugs = [
    "%e3%81%82",
    "../../etc/passwd",
    "Lock",
    "lock",
    "con",
    "index",
    "a".repeat(300),
    "2024-05-01-dated",
    "README",
    "..",
    "x:y*z?",
  ];
  const { into, exitCode } = await importHere(
    wordpressExport(
      slugs.map((name, at) => ({
        id: at + 1,
        name,
        link: `https://old.example/2024/07/${encodeURIComponent(name)}/`,
      })),
    ),
    NO_MEDIA,
  );
  expect(exitCode).toBe(0);
  const files = filesIn(into);
  expect(files).toHaveLength(slugs.length + 2);
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
  expect(files).toContain("2024/あ.md");
  for (const file of files.filter((one) => one !== "_redirects")) {
    expect(file).toMatch(/^(?:2024\/)?[^/<>:"\\|?*]+$/);
    expect(Buffer.byteLength(file)).toBeLessThan(220);
    expect(file).not.toMatch(
      /(?:^|\/)(?:con|index|readme|\.)/i.test(file) ? /(?:^|\/)(?:con|index|readme)\./i : /^$/,
    );
  }
  expect(articlesIn(into).get("2024/2024-05-01-dated.md")?.article?.slug).toBe("2024-05-01-dated");
});

test("an enclosure of a plugin for podcasts keeps length, type and duration", async () => {
  const value = 'https://cdn.example/1.mp3\n48210333\naudio/mpeg\na:1:{s:8:"duration";s:8:"00:51:07";}';
  const { into } = await importHere(
    wordpressExport([{ id: 1, name: "one", meta: [["enclosure", value]] }]),
    NO_MEDIA,
  );
  expect(articlesIn(into).get("2024/one.md")?.article?.enclosures).toEqual([
    {
      target: "https://cdn.example/1.mp3",
      line: expect.any(Number),
      sizeBytes: 48210333,
      type: "audio/mpeg",
      durationSeconds: 3067,
    },
  ]);
});

test("--as html writes HTML always, and what Markdown cannot say is HTML by itself", async () => {
  const source = wordpressExport([
    { id: 1, name: "one", content: "<!-- wp:html --><p>{{ x }} <b>y</b></p>" },
    { id: 2, name: "two", content: "A" },
  ]);
  expect(filesIn((await importHere(source, NO_MEDIA)).into)).toContain("2024/one.html");
  const { into, report } = await importHere(source, { flags: ["--no-media", "--as", "html"] });
  expect(report.asHtml).toBe(2);
  expect(bodyIn(into, "2024/two.html")).toBe("<p>A</p>");
});
