import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { detached } from "../model/detached.ts";
import type { SourceDocument } from "../model/document.ts";
import { SourceError } from "../model/old-site.ts";
import { decodeChunks } from "../xml/decode-chunks.ts";
import { lineAddress } from "./line-address.ts";

/** Old addresses, as whole URLs or paths, and how often each was asked for. */
export interface OldAddresses {
  readonly hits: ReadonlyMap<string, number>;
  /** What is wrong with the list as a whole. */
  readonly remarks: readonly string[];
}

/** More are nobody's site: a log of attacks. */
const MOST_ADDRESSES = 500_000;
/** Sitemaps that an index names. */
const MOST_SITEMAPS = 1000;

/**
 * Reads a sitemap, an index of sitemaps (https://www.sitemaps.org/protocol.html), an access log in the
 * common or combined format, or a list of one address a line; each also gzipped.
 */
export async function readAddresses(
  document: SourceDocument,
  fetchDocument: (url: string) => Promise<SourceDocument | null>,
): Promise<OldAddresses> {
  const hits = new Map<string, number>();
  const remarks: string[] = [];
  const sitemaps = await readOne(document, hits);
  for (const url of sitemaps.slice(0, MOST_SITEMAPS)) {
    const part = await fetchDocument(url);
    if (part === null) remarks.push(`names a sitemap that cannot be read: ${url}`);
    else await readOne(part, hits);
  }
  if (hits.size >= MOST_ADDRESSES)
    remarks.push(`has more than ${MOST_ADDRESSES.toLocaleString("en")} addresses; the others were left out`);
  if (hits.size === 0)
    throw new SourceError(
      [
        `${document.name} has no address in it; name a sitemap, an access log, or a list of one address a line`,
        ...remarks,
      ].join("; it "),
    );
  return { hits, remarks };
}

/** Adds the addresses of a document; gives those of further sitemaps. */
async function readOne(document: SourceDocument, hits: Map<string, number>): Promise<string[]> {
  const sitemaps: string[] = [];
  let kind: "sitemap" | "index" | "lines" | null = null;
  let rest = "";
  const add = (address: string) => {
    const known = hits.get(address);
    if (known !== undefined) hits.set(address, known + 1);
    else if (hits.size < MOST_ADDRESSES) hits.set(detached(address), 1);
  };
  const take = (text: string) => {
    if (kind === "lines") {
      const address = lineAddress(text);
      if (address !== null) add(address);
      return;
    }
    for (const [, loc = ""] of text.matchAll(LOCATION)) {
      const url = decodeXml(loc.trim());
      if (kind === "index") sitemaps.push(url);
      else add(url);
    }
  };
  for await (const chunk of decodeChunks(unpacked(document), new Map())) {
    rest += chunk;
    kind ??= kindOf(rest);
    if (kind === null) continue;
    const separator = kind === "lines" ? "\n" : "</loc>";
    const end = rest.lastIndexOf(separator);
    if (end === -1 && rest.length < MOST_LINE) continue;
    const whole = end === -1 ? "" : rest.slice(0, end + separator.length);
    for (const part of kind === "lines" ? whole.split("\n") : [whole]) take(part);
    rest = end === -1 ? "" : rest.slice(end + separator.length);
  }
  kind ??= "lines";
  for (const part of kind === "lines" ? rest.split("\n") : [rest]) take(part);
  return sitemaps;
}

/** What has no end for so long is none of these formats. */
const MOST_LINE = 1024 * 1024;

const LOCATION = /<loc>([^<]*)<\/loc>/g;

function kindOf(start: string): "sitemap" | "index" | "lines" | null {
  if (!start.trimStart().startsWith("<")) return start.trim() === "" ? null : "lines";
  if (/<sitemapindex[\s>]/.test(start)) return "index";
  if (/<urlset[\s>]/.test(start)) return "sitemap";
  return start.length > 4096 ? "sitemap" : null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeXml(text: string): string {
  return text
    .replace(/^<!\[CDATA\[|\]\]>$/g, "")
    .replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

async function* unpacked(document: SourceDocument): AsyncGenerator<Uint8Array> {
  for await (const first of document.bytes()) {
    if (first[0] !== 0x1f || first[1] !== 0x8b) {
      yield* document.bytes();
      return;
    }
    try {
      const gunzip = createGunzip();
      // A fault of either ends the reading below.
      pipeline(Readable.from(document.bytes()), gunzip, () => {});
      yield* gunzip;
    } catch (cause) {
      throw new SourceError(`${document.name} is gzip that cannot be unpacked; save it again`, { cause });
    }
    return;
  }
}
