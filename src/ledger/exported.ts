import * as v from "valibot";
import { sitePath } from "../article/values.ts";
import type { Ledger } from "./ledger.ts";
import { ARTICLE_RECORD, SITE_ENTRIES } from "./ledger-schema.ts";
import type { ArticleRecord } from "./records/article-record.ts";

/** Version of the exported form. */
const EXPORT_VERSION = 1;

/** A file that is no exported ledger, not of this version, or of a site that cannot be served. */
export class LedgerImportError extends Error {
  override readonly name = "LedgerImportError";
}

/** What a ledger remembers, without the documents, which every store can tell itself. */
export type ExportedLedger = Omit<Ledger, "documents" | "sealed">;

/** A ledger as a file that people can read. What opens later is sealed again by the next bake. */
export function exportLedger({ documents: _, sealed: __, ...ledger }: Ledger): string {
  const articles = [...ledger.articles];
  return `${JSON.stringify({ version: EXPORT_VERSION, ...ledger, articles }, null, 2)}\n`;
}

const EXPORTED = v.strictObject({
  version: v.literal(EXPORT_VERSION),
  ...SITE_ENTRIES,
  articles: v.array(ARTICLE_RECORD),
});

/**
 * Reads what `exportLedger` wrote, perhaps edited by hand: every address comes out in the spelling under
 * which it is served. `reserved` are those that every site has. Throws `LedgerImportError`.
 */
export function importLedger(file: string, reserved: ReadonlySet<string>): ExportedLedger {
  const result = v.safeParse(EXPORTED, parse(file));
  if (!result.success) {
    const [issue] = result.issues;
    const place = issue.path?.map(({ key }) => String(key)).join(".") ?? "the file";
    throw new LedgerImportError(`${place} of this ledger cannot be read: ${issue.message}`);
  }
  const { version: _, sealed: __, ...read } = result.output;
  for (const { kind, name, slug } of read.channels) refuseSlug(`the ${kind} ${name}`, slug);
  const ledger = { ...read, articles: read.articles.map((record) => withServed(record, reserved)) };
  const twice =
    firstTwice(ledger.articles.map(({ id }) => id)) ??
    firstTwice(ledger.articles.flatMap(({ address, earlier }) => [address, ...earlier]));
  if (twice !== null) throw new LedgerImportError(`this ledger gives ${twice} to two articles`);
  if (ledger.articles.some(({ ordinal }, index) => ordinal !== index)) {
    throw new LedgerImportError("the articles of this ledger are not numbered 0, 1, 2 …");
  }
  return ledger;
}

function withServed(record: ArticleRecord, reserved: ReadonlySet<string>): ArticleRecord {
  const { path, slug, address, earlier } = record;
  refuseSlug(path, slug);
  const served = (one: string) => servedAddress(path, one, reserved);
  return { ...record, address: served(address), earlier: earlier.map(served) };
}

function servedAddress(article: string, address: string, reserved: ReadonlySet<string>): string {
  const path = sitePath(address);
  const refuse = (why: string) =>
    new LedgerImportError(
      `this ledger gives ${article} the address ${address}, ${why}; give it one such as /articles/tide`,
    );
  if (path === null) throw refuse("which cannot be served");
  if (reserved.has(path)) throw refuse("where the site keeps its own pages and feeds");
  return path;
}

/** A slug is one segment of an address. */
function refuseSlug(of: string, slug: string): void {
  if (!slug.includes("/") && sitePath(`/${slug}`) !== null) return;
  throw new LedgerImportError(
    `this ledger gives ${of} the slug ${slug}, which cannot stand in an address; write one such as tide`,
  );
}

function parse(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch (cause) {
    throw new LedgerImportError("this file is not JSON; --import takes a file that --export wrote", {
      cause,
    });
  }
}

function firstTwice(values: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) return value;
    seen.add(value);
  }
  return null;
}
