import { gunzipSync } from "node:zlib";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import type { BakedDocument } from "../../src/bake/document.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { htmlToMarkdown } from "../../src/migrate/markdown/html-to-markdown.ts";

/** 2025-07-01T18:00:00Z */
export const NOW = 1_751_392_800;

/** Bakes a folder without a store. */
export function bakeFolder(folder: string, ledger: Ledger = EMPTY_LEDGER, now = NOW): BakedSite {
  const { site, adopted, articles: sources, media } = readFolder(folder, { drafts: false });
  return bakeSite({
    site,
    sources,
    media,
    adopted,
    stylesheet: "p { margin: 0 }",
    textStylesheet: "math { margin: 0 }",
    feedStylesheet: "item { display: block }",
    toMarkdown: htmlToMarkdown,
    ledger,
    now,
    clock: () => 0,
  });
}

/** The body of a document that changed, without content coding. */
export function bodyOf(site: BakedSite, key: string): string {
  return textOf(site.documents.find((document) => document.key === key));
}

function textOf(document: BakedDocument | undefined): string {
  const { value, metadata } = document?.representation ?? {};
  if (!value || !metadata) throw new Error(`${document?.key ?? "the document"} was not baked`);
  const { gzip, identity } = metadata.stored;
  return gzip > 0
    ? gunzipSync(value.subarray(0, gzip)).toString()
    : Buffer.from(value.subarray(0, identity)).toString();
}
