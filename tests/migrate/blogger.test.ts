import { expect, test } from "vitest";
import { articlesIn, bodyIn, importHere, textIn } from "./import-here.ts";

const ID = "tag:blogger.com,1999:blog-1";
const kind = (name: string) =>
  `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`;
const setting = (name: string, value: string) =>
  `<entry><id>${ID}.settings.${name}</id>${kind("settings")}<title type="text">x</title><content type="text">${value}</content></entry>`;
const entry = (at: number, type: string, more = "") => `<entry><id>${ID}.post-${at}</id>
<published>2024-07-01T09:30:45.000-07:00</published><updated>2024-07-02T09:30:45.000-07:00</updated>${kind(type)}
<category scheme="http://www.blogger.com/atom/ns#" term="Locks &amp; gates"/>
<title type="text">Post ${at} &amp; more</title>
<content type="html">&lt;div&gt;One&lt;/div&gt;&lt;div&gt;&lt;br /&gt;&lt;/div&gt;Two&lt;br /&gt;&lt;br /&gt;Three &amp;amp; four</content>
<link rel="replies" type="text/html" href="http://old.example/2024/07/post-${at}.html#comment-form"/>
${type === "page" ? "" : `<link rel="alternate" type="text/html" href="http://old.example/2024/07/post-${at}.html" title="x"/>`}
<author><name>Ana Holm</name><email>noreply@blogger.com</email></author>
<media:thumbnail url="http://1.bp.blogspot.com/x/s72-c/a.jpg"/>${more}</entry>`;
const feed = (
  entries: string,
) => `<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="x" type="text/css"?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#' xmlns:media='http://search.yahoo.com/mrss/' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>${ID}.archive</id><title type='text'>The Old Quay</title><link rel='alternate' type='text/html' href='http://old.example/'/>${entries}</feed>`;

test("posts, pages and drafts of Blogger become articles", async () => {
  const { into, report } = await importHere(
    feed(
      `${entry(1, "post")}${entry(2, "page")}${entry(3, "post", "<app:control><app:draft>yes</app:draft></app:control>")}${entry(4, "comment")}` +
        `${setting("BLOG_NAME", "The Old Quay")}${setting("BLOG_TIME_ZONE", "America/Los_Angeles")}${setting("BLOG_LOCALE", "en_GB")}${setting("BLOG_DESCRIPTION", "Tides &amp; news")}`,
    ),
    { flags: ["--no-media"] },
  );
  expect(report).toMatchObject({
    source: "Blogger export",
    posts: 2,
    pages: 1,
    drafts: 1,
    leftOut: { comment: 1 },
  });
  const articles = articlesIn(into);
  expect([...articles.values()].flatMap(({ problems }) => problems)).toEqual([]);
  expect(articles.get("2024/post-1.md")?.article).toMatchObject({
    title: "Post 1 & more",
    id: `${ID}.post-1`,
    tags: ["Locks & gates"],
    authors: [{ name: "Ana Holm" }],
    published: { at: Date.UTC(2024, 6, 1, 16, 30, 45) / 1000 },
    image: null,
  });
  expect(bodyIn(into, "2024/post-1.md")).toBe("One\n\nTwo\n\nThree & four");
  const settings = textIn(into, "site.toml");
  expect(settings).toContain('permalink = "/{year}/{month}/{slug}.html"');
  expect(settings).toContain('timezone = "America/Los_Angeles"');
  expect(settings).toContain('language = "en-GB"');
});

test("the form of Google Takeout, in which elements say what an entry is", async () => {
  const item = (
    at: number,
    type: string,
    status: string,
  ) => `<entry><id>${ID}.post-${at}</id><blogger:type>${type}</blogger:type>
<blogger:status>${status}</blogger:status><author><name>Ana</name></author><title>Post ${at}</title><content type='html'>&lt;p&gt;x&lt;/p&gt;</content>
<blogger:created>2024-07-01T00:00:00Z</blogger:created><published>2024-07-01T00:00:00Z</published><updated>2024-07-01T00:00:00Z</updated>
<blogger:filename>${type === "PAGE" ? `/p/page-${at}.html` : `/2024/07/post-${at}.html`}</blogger:filename></entry>`;
  const { into, report } = await importHere(
    feed(
      item(1, "POST", "LIVE") +
        item(2, "PAGE", "LIVE") +
        item(3, "POST", "DRAFT") +
        item(4, "COMMENT", "LIVE") +
        item(5, "POST", "SOFT_TRASHED"),
    ),
    { flags: ["--no-media"] },
  );
  expect(report).toMatchObject({
    posts: 2,
    pages: 1,
    drafts: 1,
    leftOut: { comment: 1, "post in the trash": 1 },
  });
  const { article } = articlesIn(into).get("page-2.md") ?? {};
  expect(article).toMatchObject({ permalink: "/p/page-2.html", page: true });
});
