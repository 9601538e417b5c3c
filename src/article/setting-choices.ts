/** The programs that a content folder may have been written for. */
export const GENERATORS = ["jekyll", "hugo", "eleventy", "astro", "zola", "gatsby", "docusaurus"] as const;

export type Generator = (typeof GENERATORS)[number];

/** A form of an article that programs read, beside its page. */
export const ARTICLE_FORMATS = ["json", "markdown"] as const;

export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

/** How an article stands in feeds: whole, or its summary with a link. */
export type FeedContent = "full" | "summary";

/** What feeds carry of a picture. */
export const IMAGE_SIZES = ["resized", "original"] as const;

export type ImageSize = (typeof IMAGE_SIZES)[number];

/** Where media lie. */
export const MEDIA_PLACES = ["kv", "r2"] as const;

export type MediaPlace = (typeof MEDIA_PLACES)[number];

/** How a name becomes a slug: in Latin letters, or as its generator did it, in small letters or as it is written. */
export const SLUG_STYLES = ["slug", "lower", "verbatim"] as const;

export type SlugStyle = (typeof SLUG_STYLES)[number];

/** Which day stands in an address: that of the site's zone, of the file's name, or the one that was written. */
export type DateFrom = "timezone" | "name" | "written";

/** How a hub can sign what it sends (WebSub §7.1.1), the default first. */
export const HUB_SIGNATURES = ["sha256", "sha1", "sha384", "sha512"] as const;

export type HubSignature = (typeof HUB_SIGNATURES)[number];
