import { articleId, contentPath } from "../../src/article/values.ts";
import type { DocumentRecord } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import type { WantedDocument } from "../../src/publish/document-stages.ts";
import type { WantedSite } from "../../src/publish/plan.ts";
import { weakEntityTag } from "../../src/representation/entity-tag.ts";
import type { RepresentationMetadata } from "../../src/representation/representation.ts";
import { storageKeyOfPath } from "../../src/representation/storage-key.ts";
import { seededRandom } from "./corpus.ts";

/** Bytes of a page's value: what 5 kB of HTML take in gzip. */
const VALUE_BYTES = 2500;
const EDITION = 1_767_225_600;
const DIGEST = "0123456789abcdef".repeat(4);

/** A site of so many pages of 2.5 kB that no compression makes smaller, with a ledger that names each. */
export function benchSite(count: number): WantedSite {
  const random = seededRandom(1);
  const documents = Array.from({ length: count }, (_, ordinal) => pageOf(ordinal, random));
  return {
    documents,
    count,
    ledger: {
      ...EMPTY_LEDGER,
      authority: "bench.example,2025",
      windowSize: 20,
      permalink: "/articles/{slug}",
      edition: EDITION,
      articles: documents.map(({ key }, ordinal) => recordOf(ordinal, key)),
      documents: new Map(documents.map(({ key, record }) => [key, record])),
    },
  };
}

function pageOf(ordinal: number, random: () => number): WantedDocument {
  const key = storageKeyOfPath(`/articles/${nameOf(ordinal)}`);
  if (key === null) throw new TypeError("no key");
  const value = Buffer.alloc(VALUE_BYTES);
  for (let at = 0; at < VALUE_BYTES; at += 4) value.writeUInt32LE(Math.floor(random() * 2 ** 32), at);
  const record: DocumentRecord = { digest: `${DIGEST.slice(8)}${ordinal}`, edition: EDITION };
  return { key, part: "article", record, representation: { metadata: METADATA, value } };
}

const METADATA: RepresentationMetadata = {
  status: 200,
  kind: "page",
  type: "text/html; charset=utf-8",
  tag: weakEntityTag(EDITION, DIGEST, DIGEST),
  lastModified: EDITION,
  pollSeconds: 900,
  sizeBytes: 2 * VALUE_BYTES,
  stored: { gzip: VALUE_BYTES, brotli: 0, identity: 0, index: 0 },
};

function recordOf(ordinal: number, address: string): ArticleRecord {
  const name = nameOf(ordinal);
  const id = articleId(`tag:bench.example,2025:${name}`);
  const path = contentPath(`${name}.md`);
  if (id === null || path === null) throw new TypeError("no id or path");
  const instants = { first: EDITION, published: EDITION, updated: EDITION, edition: EDITION };
  const rest = { earlier: [], digest: DIGEST, correction: null, deleted: null };
  return { ordinal, path, id, slug: name, address, ...instants, ...rest };
}

function nameOf(ordinal: number): string {
  return `article-${String(ordinal).padStart(6, "0")}`;
}
