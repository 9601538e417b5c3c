import { resolve } from "node:path";
import { visible } from "../../article/plain-text.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../ledger/ledger.ts";
import { readAddresses } from "../../migrate/addresses/read-addresses.ts";
import type { OldFeed } from "../../migrate/adopt/read-old-feed.ts";
import { readOldFeed } from "../../migrate/adopt/read-old-feed.ts";
import type { SourceDocument } from "../../migrate/model/document.ts";
import { readState } from "../../publish/stored-ledger.ts";
import { EXIT } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { givenPath } from "../flags/setting.ts";
import { fetchSource, openImportNetwork } from "../import/import-network.ts";
import { openSourceFile } from "../import/source-file.ts";
import { diskFault } from "../reports/disk-fault.ts";
import type { AdoptReport } from "../reports/json-reports.ts";
import type { Progress } from "../reports/progress.ts";
import { openProgress } from "../reports/progress.ts";
import { isRefusal, Refusal } from "../reports/refusal.ts";
import { problemLines } from "../reports/report.ts";
import { openStore } from "../stores/open-store.ts";
import { addressReport } from "./address-report.ts";
import { adoptFeeds } from "./adopt-feeds.ts";
import type { AdoptFlags } from "./adopt-flags.ts";
import { readAdoptFlags } from "./adopt-flags.ts";
import { adoptLines } from "./adopt-lines.ts";
import { askDoubtful, leaveDoubtful } from "./ask-doubtful.ts";
import { knownSite } from "./known-site.ts";

interface Surroundings {
  readonly setting: Setting;
  readonly progress: Progress;
}

interface NamedDocument {
  readonly document: SourceDocument;
  readonly fetchDocument: (url: string) => Promise<SourceDocument | null>;
}

/** `adopt FEED… [flags]`: takes over what readers of an old site know. Exit code 1: nothing was adopted. */
export async function runAdopt(args: readonly string[], setting: Setting): Promise<number> {
  const { flags, names } = readAdoptFlags(args, setting);
  const progress = openProgress(process.stderr, () => performance.now());
  try {
    const now = Math.floor(Date.now() / 1000);
    const ledger = await ledgerOf(flags);
    progress.stage("Reading articles");
    const known = await knownSite(flags, ledger, now);
    const errors = known.problems.filter(({ severity }) => severity === "error");
    if (errors.length > 0) {
      progress.end();
      process.stderr.write(`${problemLines(errors, process.stderr).join("\n")}\n`);
      throw new Refusal("the folder has errors, so that its articles cannot be told; fix them first");
    }
    const around = { setting, progress };
    const feeds: OldFeed[] = [];
    for (const name of names) {
      const { document, fetchDocument } = await openNamed(name, around);
      feeds.push(await readOldFeed(document, fetchDocument));
    }
    const list = flags.addresses === undefined ? null : await openNamed(flags.addresses, around);
    const old = list && (await readAddresses(list.document, list.fetchDocument));
    progress.end();
    const canAsk = process.stdin.isTTY && process.stderr.isTTY && !flags.yes && !flags.json;
    const { adopted, ...report } = await adoptFeeds(
      known,
      feeds,
      flags,
      canAsk ? askDoubtful : leaveDoubtful,
    );
    const addresses =
      old &&
      addressReport(old, feeds.length > 0 ? await knownSite(flags, ledger, now, adopted) : known, feeds);
    const lines = flags.json
      ? [JSON.stringify({ ...report, addresses } satisfies AdoptReport)]
      : adoptLines({ ...report, addresses }, { verbose: flags.verbose ?? false });
    process.stdout.write(`${lines.join("\n")}\n`);
    return EXIT.done;
  } catch (cause) {
    progress.end();
    const refusal = isRefusal(cause) ? cause : diskFault(cause);
    if (refusal === null) throw cause;
    process.stderr.write(`Nothing was adopted: ${visible(refusal.message)}.\n`);
    return EXIT.refused;
  }
}

/** What a deployed site has published already keeps its ids. */
async function ledgerOf(flags: AdoptFlags): Promise<Ledger> {
  if (!flags.remote) return EMPTY_LEDGER;
  const { store, freshness } = await openStore(
    { ...flags, dryRun: true },
    { needsAddress: false, writes: false },
  );
  try {
    return (await readState(store, freshness)).stored.ledger;
  } finally {
    await store.close();
  }
}

/** A document that a person named: a file, or an address, of which further ones may be fetched. */
async function openNamed(name: string, { setting, progress }: Surroundings): Promise<NamedDocument> {
  const isUrl = /^https?:\/\//i.test(name);
  const { fetchDocument, ...network } = openImportNetwork({ source: isUrl ? name : null, site: null });
  progress.stage(`Reading ${name}`);
  const document = isUrl
    ? await fetchSource({ fetchDocument, ...network }, name)
    : openSourceFile(resolve(setting.folder, givenPath(name, "adopt", setting)), () => {});
  return { document, fetchDocument };
}
