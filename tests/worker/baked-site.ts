import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bakeSite } from "../../src/bake/bake-site.ts";
import {
  readFeedStylesheet,
  readStylesheet,
  readTextStylesheet,
} from "../../src/command/bake/stylesheets.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { ledgerAsOf } from "../../src/ledger/sealed.ts";
import { NOTHING_STORED } from "../../src/ledger/stored-form.ts";
import { htmlToMarkdown } from "../../src/migrate/markdown/html-to-markdown.ts";
import { planPublish } from "../../src/publish/plan.ts";
import type { PublishedState } from "../../src/publish/stored-ledger.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import type { KvEntry } from "./edge.ts";

/** What one publish writes and deletes. */
export interface Publish {
  readonly put: readonly KvEntry[];
  readonly delete: readonly string[];
}

/** A site that is published again and again, each time from other files. */
export class BakedSite {
  #state: PublishedState = {
    stored: NOTHING_STORED,
    shown: EMPTY_LEDGER,
    ledger: EMPTY_LEDGER,
    journals: [],
    isInterrupted: false,
    lagSeconds: 0,
    ended: null,
  };

  /** Bakes exactly these files at an instant (seconds since 1970), and tells what a publish would do. */
  bake(files: Readonly<Record<string, string | Uint8Array>>, now: number): Publish {
    const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
    try {
      contentFolder({ "site.toml": SITE_TOML, ...files }, folder);
      const { site, articles: sources, media } = readFolder(folder, { drafts: false });
      const ledger = ledgerAsOf(this.#state.ledger, now);
      const baked = bakeSite({
        site,
        sources,
        media,
        stylesheet: readStylesheet(),
        textStylesheet: readTextStylesheet(),
        feedStylesheet: readFeedStylesheet(),
        toMarkdown: htmlToMarkdown,
        ledger,
        now,
        clock: () => 0,
      });
      const plan = planPublish(baked, { ...this.#state, shown: ledger, ledger }, Infinity);
      this.#state = { ...this.#state, ledger: baked.ledger };
      return { put: [...plan.stages, ...plan.ledger].flat(), delete: plan.delete };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** The smallest PNG with a size: one pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** An article in Markdown with some paragraphs of text. */
export function markdownArticle(title: string, date: string, { paragraphs = 6, more = "" } = {}): string {
  const text = Array.from(
    { length: paragraphs },
    (_, at) =>
      `Paragraph ${at + 1} of “${title}” tells what happened at the quay & in the harbour, at some length.`,
  );
  return `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\n---\n\n${text.join("\n\n")}\n\n${more}\n`;
}
