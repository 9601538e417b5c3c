import type { Article } from "../article/article.ts";
import type { ArchiveWindow, Windows } from "../article/windows.ts";
import { archiveNumber } from "../representation/part-addresses.ts";
import type { FilledChannel } from "./channels/channel.ts";
import type { ArchiveKeys } from "./feeds/feed-documents.ts";
import { ArchiveDocument, archiveFeedKeys } from "./feeds/feed-documents.ts";
import type { KeptParts, KeptRun, KeptRuns } from "./kept-run.ts";
import type { Output } from "./output.ts";
import type { RenderedSite } from "./rendered-site.ts";
import { inFormats } from "./site-output.ts";

/** What the archive windows of a channel are shown in. */
export interface ArchiveForm {
  /** The page of their channel. */
  readonly page: string;
  readonly keysOf: ArchiveKeys;
  /** In the order of the keys. */
  readonly outputsOf: (window: ArchiveWindow<Article>) => Iterable<Output>;
}

/** The archive feeds of a channel. */
export function archiveFeeds(channel: FilledChannel, site: RenderedSite): ArchiveForm {
  const { page } = channel.addresses;
  return {
    page,
    keysOf: archiveFeedKeys(page),
    outputsOf: (window) => inFormats(new ArchiveDocument(channel, site.site, window), site),
  };
}

/** The documents of the archive windows of a channel, oldest first, with runs of those that stay. */
export function* archiveOutputs(
  windows: Windows<Article>,
  form: ArchiveForm,
  kept: KeptParts,
): Generator<Output | KeptRun> {
  const stays = kept.isArchive(windows, form.keysOf);
  const last = windows.previous ?? 0;
  /** By the numbers of their windows. */
  const runs: KeptRun[] = [];
  const among: KeptRuns = {
    runOf(key) {
      const run = runs[archiveNumber(key, form.page) ?? 0];
      return run?.has(key) ? run : undefined;
    },
  };
  for (let number = 1; number <= last; number += 1) {
    const from = number;
    while (number <= last && stays(number)) number += 1;
    if (number > from) {
      const run = { ...keptArchives(windows, form, from, number - 1), among };
      for (let one = from; one < number; one += 1) runs[one] = run;
      yield run;
    }
    if (number <= last) yield* form.outputsOf(windows.archive(number));
  }
}

function keptArchives(
  { archive }: Windows<Article>,
  { page, keysOf, outputsOf }: ArchiveForm,
  from: number,
  to: number,
): KeptRun {
  return {
    kept: (to - from + 1) * keysOf(from).length,
    areArticles: false,
    *keys() {
      for (let number = from; number <= to; number += 1) yield* keysOf(number);
    },
    has(key) {
      const number = archiveNumber(key, page) ?? 0;
      return number >= from && number <= to && keysOf(number).includes(key);
    },
    *outputs() {
      for (let number = from; number <= to; number += 1) yield* outputsOf(archive(number));
    },
  };
}
