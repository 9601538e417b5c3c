import { feedItem } from "../feeds/feed-item.ts";
import type { OldList, OldPost } from "../model/old-post.ts";
import type { OldSource, Tally } from "../model/old-site.ts";
import { tally } from "../model/old-site.ts";
import { titleOf } from "../xml/plain-title.ts";
import { readItems } from "../xml/read-items.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { childrenOf, childText, textOf } from "../xml/xml-element.ts";

const KIND = "http://schemas.google.com/blogger/2008/kind#";
/** Where Blogger keeps pictures of its sites. */
const MEDIA_HOSTS = ["blogger.googleusercontent.com", "bp.blogspot.com", "lh3.googleusercontent.com"];

/**
 * Reads the Atom that Blogger exports: the older one, in which settings and comments are entries as
 * well, and the one of Google Takeout, in which elements say what an entry is. It is read twice: the
 * settings may stand behind posts.
 */
export async function openBlogger(text: () => AsyncIterable<string>): Promise<OldSource> {
  const leftOut: Tally = new Map();
  const remarks: string[] = [];
  const settings = new Map<string, string>();
  const head = { title: "", url: null as string | null };
  const { isCutOff } = await readItems(text(), {
    skipped: new Set(),
    counts: leftOut,
    head(element) {
      if (element.name === "title") head.title = titleOf(element);
      const { rel, href } = element.attributes;
      if (element.name === "link" && rel === "alternate" && href) head.url = href;
    },
    async item(item) {
      const kind = kindOf(item);
      const [, name] = /\.settings\.(\w+)$/.exec(childText(item, "id") ?? "") ?? [];
      if (kind === "settings" && name) settings.set(name, childrenOf(item, "content").map(textOf).join(""));
      if (kind === "post") head.url ??= originOf(item);
    },
  });
  if (isCutOff) remarks.push("ends in the middle of a post, which was left out; export it again");
  const subdomain = settings.get("BLOG_CUSTOM_DOMAIN") ?? null;
  return {
    name: "Blogger export",
    site: {
      title: settings.get("BLOG_NAME") ?? head.title,
      url: subdomain ? `http://${subdomain}/` : head.url,
      description: settings.get("BLOG_DESCRIPTION") ?? "",
      language: settings.get("BLOG_LOCALE")?.replace("_", "-") ?? null,
      timezone: settings.get("BLOG_TIME_ZONE") ?? null,
      mediaHosts: MEDIA_HOSTS,
    },
    leftOut,
    remarks,
    hasDates: true,
    async readPosts({ post }) {
      await readItems(text(), {
        skipped: new Set(),
        counts: new Map(),
        head() {},
        async item(item) {
          const kind = kindOf(item);
          if (kind !== "post" && kind !== "page") tally(leftOut, kind);
          else if (childText(item, "blogger:status") === "SOFT_TRASHED") tally(leftOut, "post in the trash");
          else await post(bloggerPost(item, kind, head.url));
        },
      });
      leftOut.delete("settings");
      leftOut.delete("template");
    },
  };
}

/** Whether an entry is one of Blogger's exports. */
export function isBloggerEntry(item: XmlElement): boolean {
  const isExported = childrenOf(item, "category").some(({ attributes }) =>
    /kind#(?:settings|template)$/.test(attributes.term ?? ""),
  );
  return isExported || childrenOf(item, "blogger:type").length > 0;
}

function kindOf(item: XmlElement): string {
  const term = childrenOf(item, "category")
    .map(({ attributes }) => attributes.term ?? "")
    .find((one) => one.startsWith(KIND));
  return (term?.slice(KIND.length) ?? childText(item, "blogger:type") ?? "post").toLowerCase();
}

function bloggerPost(item: XmlElement, kind: string, siteUrl: string | null): OldPost {
  const old = feedItem(item, siteUrl);
  const control = childrenOf(item, "app:control", "control")[0];
  const status = childText(item, "blogger:status") ?? "";
  const isDraft =
    status === "DRAFT" ||
    (control !== undefined && /yes/i.test(childrenOf(control, "app:draft", "draft").map(textOf).join("")));
  const filename = childText(item, "blogger:filename");
  const url = filename && siteUrl ? URL.parse(filename, siteUrl)?.href : null;
  const tags = old.tags.filter((tag) => !tag.startsWith("http"));
  return {
    ...old,
    lists: tags.map((name): OldList => {
      const label = encodeURIComponent(name);
      const feed = { path: `/feeds/posts/default/-/${label}`, format: "atom" } as const;
      return { path: `/search/label/${label}`, kind: "tag", name, feed };
    }),
    link: url ?? old.link,
    isPage: kind === "page",
    isDraft,
    id: isDraft ? null : old.id,
    // Its pictures are small copies of the first one in the text.
    image: null,
    tags,
    html: old.html.replace(/(=|\/)(?:s\d{2,4}|w\d{2,4}-h\d{2,4})(?:-[\w-]+)?(?=\/|["'])/g, "$1s1600"),
  };
}

function originOf(item: XmlElement): string | null {
  const link = childrenOf(item, "link").find(({ attributes }) => attributes.rel === "alternate");
  const url = URL.parse(link?.attributes.href ?? "");
  return url && `${url.origin}/`;
}
