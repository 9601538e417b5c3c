import { detached } from "../model/detached.ts";
import type { OldSite, OldSource, Tally, Visitor } from "../model/old-site.ts";
import { tally } from "../model/old-site.ts";
import { titleOf } from "../xml/plain-title.ts";
import { readItems } from "../xml/read-items.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { childrenOf, childText, textOf } from "../xml/xml-element.ts";
import { Attachments } from "./attachments.ts";
import type { ClockSample } from "./guess-timezone.ts";
import { guessTimezone } from "./guess-timezone.ts";
import type { Library } from "./library.ts";
import { sampleClock } from "./sample-clock.ts";
import { wordpressPost } from "./wordpress-post.ts";

/** Comments take most of many an export; they are counted. */
const SKIPPED: ReadonlySet<string> = new Set(["wp:comment"]);
/** Kinds of posts that are no texts of the site. */
const INTERNAL =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-[\w-]+|elementor_\w+|shop_\w+|product_variation|scheduled-action|amp_\w+|jp_\w+|feedback|ngg_\w+|mailpoet_\w+|wpcf7\w*|wpforms\w*)$/;
/** Clocks that are looked at for the zone of the site: a few of each year. */
const MOST_SAMPLES = 60;

/**
 * Reads a WordPress export (WXR 1.0 to 1.2). It is read twice: what posts name, such as files of the
 * media library, may stand behind them.
 */
export async function openWordpress(text: () => AsyncIterable<string>): Promise<OldSource> {
  const leftOut: Tally = new Map();
  const remarks: string[] = [];
  const attachments = new Attachments();
  const authors = new Map<string, string>();
  const reusable = new Map<string, string>();
  const parents = new Map<string, string>();
  const head = new Map<string, string>();
  const samples = new Map<string, ClockSample>();
  const { isCutOff } = await readItems(text(), {
    skipped: SKIPPED,
    counts: leftOut,
    head(element) {
      if (element.name !== "wp:author") head.set(element.name, detached(titleOf(element)));
      const login = childText(element, "wp:author_login");
      const name = childrenOf(element, "wp:author_display_name")[0];
      const parent = childText(element, "wp:category_parent");
      const slug = childText(element, "wp:category_nicename");
      if (parent !== null && slug !== null) parents.set(detached(slug), detached(parent));
      if (login !== null) authors.set(detached(login), detached(titleOf(name) || login));
    },
    async item(item) {
      const id = childText(item, "wp:post_id") ?? "";
      const type = childText(item, "wp:post_type") ?? "post";
      if (type === "attachment") addAttachment(attachments, id, item);
      else if (type === "wp_block") reusable.set(detached(id), detached(contentOf(item)));
      else if (samples.size < MOST_SAMPLES) sampleClock(item, samples);
    },
  });
  if (isCutOff) remarks.push("ends in the middle of a post, which was left out; export it again");
  nameComments(leftOut);
  const site: OldSite = {
    title: head.get("title") ?? "",
    url: head.get("wp:base_blog_url") ?? head.get("link") ?? null,
    description: head.get("description") ?? "",
    language: head.get("language") ?? null,
    timezone: guessTimezone([...samples.values()]),
    mediaHosts: [...attachments.hosts()],
  };
  const library: Library = { attachments, authors, reusable, shortcodes: new Map(), parents };
  return {
    name: "WordPress export",
    site,
    patterns: [
      ["/page/*", "/"],
      ["/category/:name/page/*", "/tags/:name"],
      ["/tag/:name/page/*", "/tags/:name"],
      ["/author/:name/page/*", "/authors/:name"],
    ],
    hasDates: true,
    leftOut,
    remarks,
    readPosts: (visitor) => readPosts(text, library, leftOut, visitor),
  };
}

async function readPosts(
  text: () => AsyncIterable<string>,
  library: Library,
  leftOut: Tally,
  { post }: Visitor,
): Promise<void> {
  await readItems(text(), {
    skipped: SKIPPED,
    counts: new Map(),
    head() {},
    async item(item) {
      const type = childText(item, "wp:post_type") ?? "post";
      const status = childText(item, "wp:status") ?? "publish";
      if (type === "attachment" || type === "wp_block") return;
      if (INTERNAL.test(type)) tally(leftOut, type);
      else if (/^(?:trash|auto-draft)$/.test(status))
        tally(leftOut, `post in the ${status === "trash" ? "trash" : "making"}`);
      else {
        const old = wordpressPost(item, library);
        await post({ ...old, html: withOriginals(old.html, library.attachments) });
      }
    },
  });
  for (const [name, count] of library.shortcodes) tally(leftOut, `shortcode [${name}]`, count);
}

/** Names the files themselves where smaller copies of them are shown, or pages that only show them. */
function withOriginals(html: string, attachments: Attachments): string {
  if (attachments.size === 0) return html;
  return html.replace(/\b(src|href)="([^"]{1,2000})"/g, (whole, name: string, url: string) => {
    const page = name === "href" ? attachments.byPage(url.replaceAll("&amp;", "&")) : null;
    const file = page?.url ?? attachments.original(url);
    return file === url ? whole : `${name}="${file.replaceAll('"', "%22")}"`;
  });
}

function addAttachment(attachments: Attachments, id: string, item: XmlElement): void {
  const url = childText(item, "wp:attachment_url") ?? childText(item, "guid");
  if (url === null) return;
  const alt = childrenOf(item, "wp:postmeta").find(
    (meta) => childText(meta, "wp:meta_key") === "_wp_attachment_image_alt",
  );
  attachments.add(id, childText(item, "link"), {
    url,
    alt: (alt && childText(alt, "wp:meta_value")) ?? "",
    caption: childText(item, "excerpt:encoded") ?? "",
    title: titleOf(childrenOf(item, "title")[0]),
    parent: childText(item, "wp:post_parent") ?? "",
  });
}

function contentOf(item: XmlElement): string {
  return childrenOf(item, "content:encoded").map(textOf).join("");
}

function nameComments(leftOut: Tally): void {
  const comments = leftOut.get("wp:comment");
  leftOut.delete("wp:comment");
  if (comments !== undefined) leftOut.set("comment", comments);
}

/** Whether an element of the head shows that a feed is an export of WordPress. */
export function isWordpressExport(names: ReadonlySet<string>): boolean {
  return names.has("wp:wxr_version") || names.has("wp:base_blog_url");
}
