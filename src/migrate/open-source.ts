import { isBloggerEntry, openBlogger } from "./blogger/read-blogger.ts";
import { readJsonFeed } from "./feeds/json-feed.ts";
import type { FeedPage } from "./feeds/read-feed.ts";
import { openFeed } from "./feeds/read-feed.ts";
import { openGhost } from "./ghost/read-ghost.ts";
import type { SourceDocument } from "./model/document.ts";
import type { OldSource, Tally } from "./model/old-site.ts";
import { SourceError } from "./model/old-site.ts";
import { isWordpressExport, openWordpress } from "./wordpress/read-wordpress.ts";
import { decodeChunks } from "./xml/decode-chunks.ts";
import { readItems } from "./xml/read-items.ts";

/** JSON is read whole: more than this fits into no memory that a small machine has. */
const MOST_JSON = 256 * 1024 * 1024;
/** So much of a document tells what it is. */
const MOST_LOOKED_AT = 8 * 1024 * 1024;

/** How a source is opened. */
export interface OpenOptions {
  /** Fetches a document; null where there is none. */
  readonly fetchDocument: (url: string) => Promise<SourceDocument | null>;
  /** Where the site was, as a person says. */
  readonly siteUrl: string | null;
}

/** Recognizes a source by what it holds, and opens it. Throws `SourceError` for what is none. */
export async function openSource(document: SourceDocument, options: OpenOptions): Promise<OldSource> {
  const strange: Tally = new Map();
  const text = () => decodeChunks(document.bytes(), strange);
  const start = (await startOf(text())).trimStart();
  const source = /^[{[]/.test(start)
    ? await openJson(document, options)
    : await openXml(document, text, start, options);
  const broken = strange.get("bytes");
  if (broken)
    source.remarks.push(
      `holds ${broken.toLocaleString("en")} bytes that are no text in its encoding, which were replaced`,
    );
  return options.siteUrl === null
    ? source
    : { ...source, site: { ...source.site, url: options.siteUrl, alsoAt: [source.site.url] } };
}

async function openJson(
  document: SourceDocument,
  { fetchDocument, siteUrl }: OpenOptions,
): Promise<OldSource> {
  const value = await jsonOf(document);
  const ghost = openGhost(value, siteUrl);
  if (ghost !== null) return ghost;
  if (readJsonFeed(value) === null)
    throw new SourceError(
      `${document.name} is JSON, but neither an export of Ghost nor a JSON Feed; name an export or a feed`,
    );
  return openFeed(pageOf(document, value), furtherPages(document, fetchDocument));
}

async function openXml(
  document: SourceDocument,
  text: () => AsyncIterable<string>,
  start: string,
  { fetchDocument }: OpenOptions,
): Promise<OldSource> {
  if (/^<(?:!doctype\s+html|html)\b/i.test(start))
    throw new SourceError(
      `${document.name} is a web page; name its feed instead: the page's own text names it in a line with rel="alternate"`,
    );
  const heads = new Set<string>();
  const first = { isBlogger: false };
  const looked = await readItems(upTo(text(), MOST_LOOKED_AT), {
    skipped: new Set(["wp:comment"]),
    counts: new Map(),
    head: ({ name }) => void heads.add(name),
    async item(item) {
      if (isBloggerEntry(item)) first.isBlogger = true;
    },
  });
  if (looked.root === null || !/^(?:rss|rdf:RDF|RDF|feed|channel)$/.test(looked.root))
    throw new SourceError(
      `${document.name} is no export and no feed that is known; name an export of WordPress, Ghost or Blogger, or a feed (RSS, Atom, JSON Feed)`,
    );
  if (isWordpressExport(heads)) return openWordpress(text);
  if (first.isBlogger) return openBlogger(text);
  return openFeed(pageOf(document, null), furtherPages(document, fetchDocument));
}

function pageOf(document: SourceDocument, value: unknown): FeedPage {
  return { url: document.url, text: () => decodeChunks(document.bytes(), new Map()), value };
}

function furtherPages(document: SourceDocument, fetchDocument: OpenOptions["fetchDocument"]) {
  if (document.url === null) return null;
  return async (url: string): Promise<FeedPage | null> => {
    const page = await fetchDocument(url);
    if (page === null) return null;
    const start = (await startOf(decodeChunks(page.bytes(), new Map()))).trimStart();
    if (/^<(?:!doctype\s+html|html)\b/i.test(start)) return null;
    return pageOf(page, /^[{[]/.test(start) ? await jsonOf(page) : null);
  };
}

async function jsonOf(document: SourceDocument): Promise<unknown> {
  if (document.sizeBytes > MOST_JSON)
    throw new SourceError(
      `${document.name} has more than 256 MiB of JSON, which is read whole; export it in parts`,
    );
  const chunks: Uint8Array[] = [];
  for await (const chunk of document.bytes()) chunks.push(chunk);
  try {
    return JSON.parse(new TextDecoder().decode(Buffer.concat(chunks)));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError(`${document.name} begins like JSON and is none (${why}); export it again`, {
      cause,
    });
  }
}

async function startOf(text: AsyncIterable<string>): Promise<string> {
  let start = "";
  for await (const chunk of text) {
    start += chunk;
    if (start.trimStart().length > 200) break;
  }
  return start.trimStart().slice(0, 1000);
}

async function* upTo(text: AsyncIterable<string>, most: number): AsyncGenerator<string> {
  let length = 0;
  for await (const chunk of text) {
    yield chunk;
    length += chunk.length;
    if (length > most) return;
  }
}
