import { ghostExport } from "./ghost-export.ts";
import type { Answers } from "./old-server.ts";
import { dot } from "./old-server.ts";
import { wordpressExport } from "./wordpress-export.ts";

/** A whole site of another system: what it exports, what its server has, and all of its addresses. */
export interface OldSite {
  readonly name: string;
  readonly file: string;
  /** What `import` is given, of a site at that origin; null: the address of its feed. */
  readonly source: (origin: string) => string | null;
  readonly flags: (origin: string) => readonly string[];
  /** Files of a generator, where there is nothing to import. */
  readonly folder?: (origin: string) => Readonly<Record<string, string>>;
  /** Paths of its feeds, the one that most read first. */
  readonly feeds: readonly string[];
  readonly answers: (origin: string) => Answers;
  readonly posts: number;
  /** Addresses that answer, or lead on in one hop. */
  readonly kept: readonly string[];
  /** Feeds of comments. */
  readonly comments: readonly string[];
}

const COUNT = 6;
const numbers = Array.from({ length: COUNT }, (_, at) => at + 1);
const two = (number: number) => String(number).padStart(2, "0");
const pictures = (folder: string): Answers =>
  Object.fromEntries(numbers.map((n) => [`${folder}/${n}.png`, dot(n)]));

/** An item as the old feed has it. */
interface Item {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly date: string;
}

function rssFeed(origin: string, items: readonly Item[], generator = ""): string {
  const texts = items.map(
    ({ id, title, link, date }) =>
      `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${id.replaceAll("&", "&amp;")}</guid><pubDate>${new Date(date).toUTCString()}</pubDate><description>Text of ${title}.</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title><link>${origin}/</link><description>Old</description>${generator}${texts.join("")}</channel></rss>`;
}

function atomFeed(origin: string, id: string, items: readonly Item[]): string {
  const texts = items.map(
    (one) =>
      `<entry><id>${one.id}</id><title>${one.title}</title><link rel="alternate" href="${one.link}"/><published>${one.date}</published><updated>${one.date}</updated><content type="html">Text of ${one.title}.</content></entry>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>${id}</id><title>Quay</title><updated>2023-07-01T00:00:00Z</updated><link href="${origin}/"/>${texts.join("")}</feed>`;
}

const dayOf = (number: number) => `2023-${two(number)}-15T09:00:07Z`;
const wordpressItem = (origin: string) => (number: number) => ({
  id: `${origin}/?p=${number}`,
  title: `Post ${number}`,
  link: `${origin}/2023/${two(number)}/post-${number}/`,
  date: dayOf(number),
});

const WORDPRESS: OldSite = {
  name: "WordPress",
  file: "export.xml",
  posts: COUNT,
  flags: (origin) => ["--site", origin],
  source: (origin) =>
    wordpressExport(
      [
        ...numbers.map((id) => ({
          id,
          link: `${origin}/2023/${two(id)}/post-${id}/`,
          date: `2023-${two(id)}-15 09:00:07`,
          dateGmt: `2023-${two(id)}-15 09:00:07`,
          categories: [
            ["category", "tides", "Tides"],
            ["post_tag", "high-water", "High water"],
          ] as const,
          content: `Text.\n\n<img src="${origin}/wp-content/uploads/2023/${id}.png" alt="Lock" />`,
        })),
        { id: 90, type: "page", name: "about", link: `${origin}/about/`, content: "We are here." },
      ],
      origin,
    ),
  feeds: ["/feed/", "/feed/atom/"],
  answers: (origin) => {
    const items = numbers.toReversed().map(wordpressItem(origin));
    return {
      "/feed/": rssFeed(origin, items),
      "/feed/atom/": atomFeed(origin, `${origin}/feed/atom/`, items),
      ...pictures("/wp-content/uploads/2023"),
    };
  },
  kept: [
    "/",
    ...numbers.flatMap((n) => [`/2023/${two(n)}/post-${n}/`, `/2023/${two(n)}/post-${n}`, `/?p=${n}`]),
    ...numbers.map((n) => `/wp-content/uploads/2023/${n}.png`),
    "/about/",
    "/?page_id=90",
    "/category/tides/",
    "/tag/high-water/",
    "/author/ana/",
    "/page/2/",
    "/category/tides/page/2/",
    "/2023/",
    "/2023/03/",
    "/feed/",
    "/feed",
    "/feed/atom/",
    "/?feed=rss2",
    "/?feed=atom",
    "/category/tides/feed/",
    "/tag/high-water/feed/",
    "/author/ana/feed/",
  ],
  comments: [
    "/comments/feed/",
    "/?feed=comments-rss2",
    "/2023/03/post-3/feed/",
    "/about/feed/",
    "/about/feed/atom/",
  ],
};

const GHOST: OldSite = {
  name: "Ghost",
  file: "ghost.json",
  posts: COUNT,
  flags: (origin) => ["--site", origin],
  source: () =>
    ghostExport([
      ...numbers.map((n) => ({
        slug: `post-${n}`,
        title: `Post ${n}`,
        published_at: dayOf(n),
        updated_at: dayOf(n),
        html: `<p>Text. <img src="__GHOST_URL__/content/images/${n}.png" alt="Lock"></p>`,
      })),
      { slug: "about", type: "page", title: "About" },
    ]),
  feeds: ["/rss/"],
  answers: (origin) => ({
    "/rss/": rssFeed(
      origin,
      numbers.toReversed().map((n) => ({
        id: `${n - 1}`.padStart(24, "5f0e1c2b3a4d5e6f70819203"),
        title: `Post ${n}`,
        link: `${origin}/post-${n}/`,
        date: dayOf(n),
      })),
    ),
    ...pictures("/content/images"),
  }),
  kept: [
    "/",
    ...numbers.flatMap((n) => [`/post-${n}/`, `/content/images/${n}.png`]),
    "/about/",
    "/tag/locks/",
    "/tag/locks/rss/",
    "/author/ana/rss/",
    "/author/ana/",
    "/page/2/",
    "/rss/",
    "/rss",
  ],
  comments: [],
};

const BLOGGER_ID = "tag:blogger.com,1999:blog-1";

const BLOGGER: OldSite = {
  name: "Blogger",
  file: "feed.atom",
  posts: COUNT,
  flags: (origin) => ["--site", origin],
  source: (origin) => {
    const entry = (n: number, type: string, filename: string) =>
      `<entry><id>${BLOGGER_ID}.post-${n}</id><blogger:type>${type}</blogger:type><blogger:status>LIVE</blogger:status><author><name>Ana</name></author><title>Post ${n}</title><content type='html'>&lt;p&gt;Text. &lt;img src="${origin}/img/${n}.png"&gt;&lt;/p&gt;</content><published>${dayOf(n)}</published><updated>${dayOf(n)}</updated><category scheme="http://www.blogger.com/atom/ns#" term="High water"/><blogger:filename>${filename}</blogger:filename></entry>`;
    const entries = numbers.map((n) => entry(n, "POST", `/2023/${two(n)}/post-${n}.html`)).join("");
    return `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>${BLOGGER_ID}</id><title>Quay</title><link rel='alternate' type='text/html' href='${origin}/'/>${entries}${entry(7, "PAGE", "/p/about.html")}</feed>`;
  },
  feeds: ["/feeds/posts/default", "/feeds/posts/default?alt=rss"],
  answers: (origin) => {
    const items = numbers.toReversed().map((n) => ({
      id: `${BLOGGER_ID}.post-${n}`,
      title: `Post ${n}`,
      link: `${origin}/2023/${two(n)}/post-${n}.html`,
      date: dayOf(n),
    }));
    return {
      "/feeds/posts/default": atomFeed(origin, BLOGGER_ID, items),
      "/feeds/posts/default?alt=rss": rssFeed(origin, items),
      ...pictures("/img"),
      "/img/7.png": dot(7),
    };
  },
  kept: [
    "/",
    ...numbers.flatMap((n) => [
      `/2023/${two(n)}/post-${n}.html`,
      `/2023/${two(n)}/post-${n}.html?m=1`,
      `/img/${n}.png`,
    ]),
    "/p/about.html",
    "/search/label/High%20water",
    "/feeds/posts/default/-/High%20water",
    "/2023/",
    "/2023/03/",
    "/feeds/posts/default",
    "/feeds/posts/default?alt=rss",
  ],
  comments: ["/feeds/comments/default", "/feeds/123/comments/default"],
};

const ENTITIES = { json: "/feed.json", atom: "/index.xml" } as const;

const PLAIN: OldSite = {
  name: "a site that has only feeds",
  file: "feed.xml",
  posts: COUNT,
  flags: () => [],
  source: () => null,
  feeds: ["/news/index.xml", ENTITIES.json],
  answers: (origin) => {
    const items = numbers.toReversed().map((n) => ({
      id: `urn:post:${n}`,
      title: `Post ${n}`,
      link: `${origin}/news/post-${n}.html`,
      date: dayOf(n),
    }));
    return {
      "/news/index.xml": rssFeed(origin, items),
      [ENTITIES.json]: JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Quay",
        home_page_url: `${origin}/`,
        feed_url: `${origin}${ENTITIES.json}`,
        items: items.map(({ id, title, link, date }) => ({
          id,
          title,
          url: link,
          date_published: date,
          content_html: `Text of ${title}.`,
        })),
      }),
    };
  },
  kept: ["/", ...numbers.map((n) => `/news/post-${n}.html`), "/news/index.xml", ENTITIES.json],
  comments: [],
};

export const OLD_SITES: readonly OldSite[] = [WORDPRESS, GHOST, BLOGGER, PLAIN];

/** A folder of Jekyll, whose files know of days alone. */
export const JEKYLL: OldSite = {
  name: "Jekyll",
  file: "none",
  posts: COUNT,
  flags: () => [],
  source: () => null,
  folder: (origin) => ({
    "_config.yml": `title: Quay\nurl: ${origin}\npermalink: /news/:year/:title.html\n`,
    ...Object.fromEntries(
      numbers.map((n) => [`_posts/2023-${two(n)}-15-post-${n}.md`, `---\ntitle: Post ${n}\n---\nText.\n`]),
    ),
  }),
  feeds: ["/feed.xml"],
  answers: (origin) => ({
    "/feed.xml": atomFeed(
      origin,
      `${origin}/feed.xml`,
      numbers.toReversed().map((n) => ({
        id: `${origin}/news/2023/post-${n}`,
        title: `Post ${n}`,
        link: `${origin}/news/2023/post-${n}.html`,
        date: dayOf(n),
      })),
    ),
  }),
  kept: ["/", ...numbers.map((n) => `/news/2023/post-${n}.html`), "/feed.xml"],
  comments: [],
};
