import { hash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Media, PictureFile, SiteIcon } from "../../src/article/media.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import {
  readFeedStylesheet,
  readStylesheet,
  readTextStylesheet,
} from "../../src/command/bake/stylesheets.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { ledgerAsOf } from "../../src/ledger/sealed.ts";
import { NOTHING_STORED } from "../../src/ledger/stored/stored-form.ts";
import { htmlToMarkdown } from "../../src/migrate/markdown/html-to-markdown.ts";
import { icoFile } from "../../src/pictures/ico-file.ts";
import { planPublish } from "../../src/publish/plan.ts";
import type { PublishedState } from "../../src/publish/stored-ledger.ts";
import { originalName, PICTURE_TYPES, pictureAddress } from "../../src/representation/picture-address.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { pngImage } from "../media-files.ts";
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
        media: media.map((one) => (one.path === site.icon ? { ...one, icon: plainIcon(one) } : one)),
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

/** The forms of an icon, each of one colour. */
function plainIcon({ sha256 }: Media): SiteIcon {
  const form = (edge: number, recipe: string, format: "png" | "ico"): PictureFile => {
    const png = pngImage(edge, edge);
    const bytes = format === "ico" ? icoFile([[edge, png]]) : png;
    const name = { original: originalName(sha256), width: edge, height: edge, recipe, format };
    return {
      address: pictureAddress(name),
      type: PICTURE_TYPES[format],
      width: edge,
      height: edge,
      sizeBytes: bytes.byteLength,
      made: { sha256: hash("sha256", bytes, "hex"), read: () => bytes },
    };
  };
  const forms = {
    ico: form(48, "1i", "ico"),
    small: form(144, "1i", "png"),
    large: form(512, "1i", "png"),
    touch: form(180, "1t", "png"),
    maskable: form(512, "1m", "png"),
    drawing: null,
  };
  return { forms, original: "left-out" };
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
