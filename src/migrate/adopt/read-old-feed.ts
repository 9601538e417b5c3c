import type { AdoptedFormat } from "../../article/adopted.ts";
import type { EpochSeconds } from "../../article/values.ts";
import { detached } from "../model/detached.ts";
import type { SourceDocument } from "../model/document.ts";
import type { OldPost } from "../model/old-post.ts";
import { SourceError } from "../model/old-site.ts";
import { openSource } from "../open-source.ts";
import { decodeChunks } from "../xml/decode-chunks.ts";
import { readItems } from "../xml/read-items.ts";
import { textOf } from "../xml/xml-element.ts";
import { isCarried } from "./carried-text.ts";

/** What readers know of an item. */
export type OldItem = Pick<OldPost, "id" | "written" | "link" | "title" | "published"> & {
  readonly enclosures: readonly string[];
};

/** A feed that people are subscribed to. */
export interface OldFeed {
  /** As it was named. */
  readonly name: string;
  /** Where it is read; null where nothing tells. */
  readonly url: string | null;
  /** Where its site is; null where it does not say. */
  readonly home: string | null;
  readonly format: AdoptedFormat;
  readonly id: string | null;
  /** Of a show, the UUID that directories know it by. */
  readonly podcastGuid: string | null;
  readonly lastModified: EpochSeconds | null;
  readonly items: readonly OldItem[];
  readonly remarks: readonly string[];
}

/** Reads a feed with all of its pages. Throws `SourceError` for what is none. */
export async function readOldFeed(
  document: SourceDocument,
  fetchDocument: (url: string) => Promise<SourceDocument | null>,
): Promise<OldFeed> {
  const source = await openSource(document, { fetchDocument, siteUrl: null });
  if (source.name.endsWith("export") && source.name !== "Blogger export")
    throw new SourceError(
      `${document.name} is an export, and no feed; import it, and name the feed that people are subscribed to`,
    );
  const items: OldItem[] = [];
  await source.readPosts({
    async post({ id, written, link, title, published, enclosures, isDraft }) {
      if (isDraft) return;
      items.push({
        id: id !== null && isCarried(id) ? detached(id) : null,
        written:
          written !== null && isCarried(written.link) && isCarried(written.pubDate)
            ? { link: detached(written.link), pubDate: detached(written.pubDate) }
            : null,
        link: link && detached(link),
        title: detached(title),
        published,
        enclosures: enclosures.map(({ url }) => detached(url)),
      });
    },
  });
  const { self, ...head } = await headOf(document);
  return {
    name: document.name,
    url: document.url === null ? self : /^https?:/i.test(document.name) ? document.name : document.url,
    home: source.site.url,
    ...head,
    lastModified: document.lastModified ?? null,
    items,
    remarks: source.remarks,
  };
}

interface Head {
  readonly format: AdoptedFormat;
  readonly id: string | null;
  readonly podcastGuid: string | null;
  readonly self: string | null;
}

/** What the head of a feed says of itself. */
async function headOf(document: SourceDocument): Promise<Head> {
  const start = await startOf(document);
  if (/^\s*[{[]/.test(start)) {
    const self = /"feed_url"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(start)?.[1];
    return {
      format: "json",
      id: null,
      podcastGuid: null,
      self: self === undefined ? null : String(JSON.parse(self)),
    };
  }
  const found: Record<"id" | "podcastGuid" | "self", string | null> = {
    id: null,
    podcastGuid: null,
    self: null,
  };
  const { root } = await readItems(decodeChunks(document.bytes(), new Map()), {
    skipped: new Set(),
    counts: new Map(),
    head(element) {
      const { name, attributes } = element;
      if (name === "id" || name === "atom:id") found.id ??= carried(textOf(element).trim());
      if (name === "podcast:guid" && isUuid(textOf(element).trim()))
        found.podcastGuid ??= textOf(element).trim();
      if (/^(?:atom:)?link$/.test(name) && attributes.rel === "self") found.self ??= attributes.href ?? null;
    },
    async item() {},
  });
  return { format: root === "feed" ? "atom" : "rss", ...found };
}

function carried(text: string): string | null {
  return text !== "" && isCarried(text) ? text : null;
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** So much of a JSON Feed holds its head, where that stands in front. */
const HEAD_CHARACTERS = 64 * 1024;

async function startOf(document: SourceDocument): Promise<string> {
  let start = "";
  for await (const chunk of decodeChunks(document.bytes(), new Map())) {
    start += chunk;
    if (start.length > HEAD_CHARACTERS) break;
  }
  return start.slice(0, HEAD_CHARACTERS);
}
