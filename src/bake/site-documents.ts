import { hash } from "node:crypto";
import type { Site } from "../article/site.ts";
import type { Memory } from "../ledger/memory.ts";
import type { FeedText } from "../render/feeds/feed-text.ts";
import type { Output } from "../render/output.ts";
import { siteStylesheet } from "../render/pages/accent.ts";
import type { Stylesheets } from "../render/pages/page-context.ts";
import type { ItemIndex } from "../representation/item-index.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { Document } from "./document.ts";
import type { OpenBake } from "./open-bake.ts";

/**
 * What is known of an output before its body is rendered. Feeds name themselves in a header field
 * too, and can be sent in part.
 */
export function outputDocument(
  output: Output,
  site: Site,
  settings: string,
  memory: Memory | null,
): Omit<Document, "body"> {
  const { key, kind, type, status, link } = output;
  return {
    key: key as StorageKey,
    part: memory?.[0] === "article" ? "article" : kind === "archive" ? "archive" : "other",
    kind,
    type,
    status,
    pollSeconds: site.pollMinutes * 60,
    ...(memory && { memory }),
    ...(link !== undefined && { link }),
    ...(output.format !== null && { link: linkField(`${site.url}${key}`, kind === "feed" ? site.hubs : []) }),
    // An archive is never sent in part, and other settings do not change it.
    ...(output.format !== null &&
      kind === "feed" && { settings, index: (edition) => indexItems(output.render(edition)) }),
  };
}

/** The stylesheets of pages, and where they stand. That of code is there where an article has some. */
export function stylesheets({ input, site, articles, standing }: OpenBake): {
  readonly documents: readonly Document[];
  readonly paths: Stylesheets;
} {
  const { stylesheet, textStylesheet } = input;
  const own = stylesheetDocument(siteStylesheet(stylesheet, site), site);
  const texts = stylesheetDocument(textStylesheet, site);
  const isNamed =
    articles.ordinals.some((one) => articles.of.needsTextStylesheet(one)) ||
    standing.some((one) => one.needsTextStylesheet);
  return {
    documents: isNamed ? [own, texts] : [own],
    paths: { stylesheet: own.key, textStylesheet: texts.key },
  };
}

/** A stylesheet, under an address that follows from its bytes. */
function stylesheetDocument(css: string, site: Site): Document {
  const bytes = Buffer.from(css);
  const sha256 = hash("sha256", bytes, "hex");
  return {
    key: `/media/${sha256.slice(0, 20)}.css` as StorageKey,
    part: "media",
    kind: "asset",
    type: "text/css; charset=utf-8",
    status: 200,
    pollSeconds: site.pollMinutes * 60,
    body: () => bytes,
    fingerprint: { sha256, sizeBytes: bytes.byteLength },
  };
}

/** Finds where each item of a feed lies in its UTF-8 bytes. */
export function indexItems({ head, items, separator }: FeedText): ItemIndex {
  return {
    headBytes: Buffer.byteLength(head),
    separatorBytes: Buffer.byteLength(separator),
    items: items.map(({ text, edition }) => ({ lengthBytes: Buffer.byteLength(text), edition })),
  };
}

/**
 * The `Link` field of a feed (RFC 8288 §3): where it is, and which hubs tell of its changes (WebSub
 * §4). Both as URLs whose serialization holds no `>`.
 */
export function linkField(self: string, hubs: readonly string[]): string {
  return [`<${self}>; rel="self"`, ...hubs.map((hub) => `<${hub}>; rel="hub"`)].join(", ");
}
