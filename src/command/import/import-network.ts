import { setTimeout as wait } from "node:timers/promises";
import type { Ask } from "../../doctor/visit/ask.ts";
import { openNetwork } from "../../doctor/visit/ask.ts";
import type { Exchange } from "../../doctor/visit/exchange.ts";
import { field, mediaType } from "../../doctor/visit/exchange.ts";
import type { Limits } from "../../doctor/visit/limits.ts";
import type { Fetched, FetchFile } from "../../migrate/media/fetch-media.ts";
import type { SourceDocument } from "../../migrate/model/document.ts";
import { SourceError } from "../../migrate/model/old-site.ts";
import { parseHttpDate } from "../../representation/http-date.ts";

const MIB = 1024 * 1024;

/** A media file may be as large as one that can be published; a page of a feed may be larger. */
const LIMITS: Limits = {
  exchangeMs: 60_000,
  slowAnswers: Infinity,
  visitMs: Infinity,
  bodyBytes: 25 * MIB,
  visitBytes: Infinity,
};
const MOST_REDIRECTS = 5;
/** Pauses before a file is asked for again: a server that is busy asks for time. */
const PAUSES_MS = [1_000, 5_000];

/** What an import asks of the network. */
export interface ImportNetwork {
  readonly fetchFile: FetchFile;
  /** A page of a feed. Null where nothing answers; throws `SourceError` for the first one. */
  readonly fetchDocument: (url: string) => Promise<SourceDocument | null>;
}

/**
 * Opens the network for one import. Private addresses are met only at the host that a person named: that
 * of the source, which is fetched first, or that of the site.
 */
export function openImportNetwork(named: {
  readonly source: string | null;
  readonly site: string | null;
}): ImportNetwork {
  const { source, site } = named;
  const ask = openNetwork({ limits: LIMITS, mayBePrivate: source !== null || site !== null });
  let met: Promise<unknown> | null = source === null && site !== null ? null : Promise.resolve();
  return {
    async fetchFile(url) {
      met ??= ask({ method: "HEAD", url: site ?? url, headers: NAMED });
      await met;
      return fetchedFile(await askPatiently(ask, url));
    },
    async fetchDocument(url) {
      const exchange = await askPatiently(ask, url);
      const body = exchange.answer?.body ?? null;
      if (exchange.answer?.status !== 200 || body === null) return null;
      const at = parseHttpDate(field(exchange, "Last-Modified") ?? "", Math.floor(Date.now() / 1000));
      return {
        name: url,
        url: exchange.asked.url,
        ...(at !== null && { lastModified: at }),
        sizeBytes: body.byteLength,
        bytes: async function* () {
          yield body;
        },
      };
    },
  };
}

/** What every request says of itself. */
const NAMED = { "User-Agent": "FeedwrightImport/1.0" };

async function askPatiently(ask: Ask, url: string): Promise<Exchange> {
  let exchange = await askOnward(ask, url);
  for (const pause of PAUSES_MS) {
    const status = exchange.answer?.status ?? 0;
    const isPassing = status === 429 || status >= 500 || exchange.fault?.kind === "broken";
    if (!isPassing) break;
    await wait(pause);
    exchange = await askOnward(ask, url);
  }
  return exchange;
}

async function askOnward(ask: Ask, url: string): Promise<Exchange> {
  let exchange = await ask({ method: "GET", url, headers: NAMED });
  for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
    const status = exchange.answer?.status ?? 0;
    const target =
      status >= 300 && status < 400 ? URL.parse(field(exchange, "Location") ?? "", exchange.asked.url) : null;
    if (target === null) break;
    exchange = await ask({ method: "GET", url: target.href, headers: NAMED });
  }
  return exchange;
}

function fetchedFile(exchange: Exchange): Fetched {
  const { answer, fault } = exchange;
  if (answer === null) return { kind: "gone", why: fault?.what ?? "nothing answered" };
  if (answer.status !== 200) return { kind: "gone", why: `the answer was ${answer.status}` };
  if (/^text\/html/.test(mediaType(exchange))) return { kind: "gone", why: "a web page came in its place" };
  if (answer.body === null) return { kind: "gone", why: "the answer could not be decoded" };
  return { kind: "file", bytes: answer.body };
}

/** Fetches a source that a person named by its address. */
export async function fetchSource({ fetchDocument }: ImportNetwork, url: string): Promise<SourceDocument> {
  const document = await fetchDocument(url);
  if (document === null)
    throw new SourceError(
      `nothing that can be read answers at ${url}; open it in a browser, or save it and name the file`,
    );
  return document;
}
