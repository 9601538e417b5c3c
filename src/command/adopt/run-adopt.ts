import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Option } from "commander";
import type { Adopted } from "../../article/adopted.ts";
import { ADOPTED_FILE } from "../../article/adopted.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../ledger/ledger.ts";
import { readAddresses } from "../../migrate/addresses/read-addresses.ts";
import { adoptMatches } from "../../migrate/adopt/adopt-matches.ts";
import { adoptedText } from "../../migrate/adopt/adopted-text.ts";
import { matchItems } from "../../migrate/adopt/match-items.ts";
import type { OldFeed } from "../../migrate/adopt/read-old-feed.ts";
import { readOldFeed } from "../../migrate/adopt/read-old-feed.ts";
import type { SourceDocument } from "../../migrate/model/document.ts";
import { readState } from "../../publish/stored-ledger.ts";
import type { BakeFlags, RemoteFlags } from "../bake-flags.ts";
import { refuseIdleRemote, withRemote } from "../bake-flags.ts";
import type { CommandLine } from "../flags.ts";
import { commandLine, EXIT, FLAG, originUrl, parseFlags, refuseUsage } from "../flags.ts";
import { fetchSource, openImportNetwork } from "../import/import-network.ts";
import { openSourceFile } from "../import/source-file.ts";
import type { AdoptReport } from "../json-reports.ts";
import { openStore } from "../open-store.ts";
import type { Progress } from "../progress.ts";
import { openProgress } from "../progress.ts";
import { isRefusal, Refusal } from "../refusal.ts";
import { problemLines } from "../report.ts";
import type { Setting } from "../setting.ts";
import { givenPath, typedCommand } from "../setting.ts";
import type { GivenPlace, SitePlace } from "../site-place.ts";
import { contentHere, namedPlace, sitePlace } from "../site-place.ts";
import { addressReport } from "./address-report.ts";
import { adoptLines } from "./adopt-lines.ts";
import type { LookedFor } from "./adopt-report.ts";
import { feedReports } from "./adopt-report.ts";
import type { Decide } from "./ask-doubtful.ts";
import { askDoubtful, leaveDoubtful } from "./ask-doubtful.ts";
import type { KnownSite } from "./known-site.ts";
import { knownSite } from "./known-site.ts";
import { oldPlaces } from "./old-places.ts";

/** What `adopt` is told, beside the feeds. */
interface AdoptFlags extends SitePlace, RemoteFlags, Pick<BakeFlags, "url" | "remote"> {
  readonly addresses?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

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
  const line = adoptLine(setting);
  const given = parseFlags<Omit<AdoptFlags, keyof SitePlace> & GivenPlace>(line, args);
  refuseIdleRemote(line, given);
  const names = line.command.args;
  if (names.length === 0 && given.addresses === undefined)
    refuseUsage(
      line,
      `name the feeds of the old site, or its addresses with --addresses: ${typedCommand("adopt", setting)} https://old.example/feed/ --content content`,
    );
  const flags: AdoptFlags = { ...given, ...placeOf(given, line, names) };
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
    const { adopted, ...report } = await adopt(known, feeds, flags, canAsk ? askDoubtful : leaveDoubtful);
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
    if (!isRefusal(cause)) throw cause;
    process.stderr.write(`Nothing was adopted: ${cause.message}.\n`);
    return EXIT.refused;
  }
}

/** The site that is named, or that one stands in: never the sample. */
function placeOf(given: GivenPlace, line: CommandLine, names: readonly string[]): SitePlace {
  const isHere = given.content !== undefined || contentHere(line.setting) !== null;
  return isHere ? sitePlace(given, line) : namedPlace(given, line, `${names.join(" ")} `);
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

async function adopt(
  known: KnownSite,
  feeds: readonly OldFeed[],
  { content, dryRun }: AdoptFlags,
  decide: Decide,
): Promise<Omit<AdoptReport, "addresses"> & { readonly adopted: Adopted }> {
  const looked: LookedFor[] = [];
  for (const feed of feeds) {
    const places = oldPlaces(known, feed);
    const matches = matchItems(feed.items, known.articles, places);
    const taken = new Set<(typeof matches)[number]>();
    for (const match of matches) {
      if (match.found === null) continue;
      if (match.found.isCertain || (await decide(match))) taken.add(match);
    }
    looked.push({ feed, address: (feed.url && places.feedPlace(feed.url)?.address) ?? null, matches, taken });
  }
  const adoption = adoptMatches(
    looked.map(({ feed, taken }) => ({
      feed,
      places: oldPlaces(known, feed),
      taken: [...taken].flatMap(({ item, found }) =>
        found === null ? [] : [{ item, article: found.article }],
      ),
    })),
    known.adopted,
  );
  const { articles, feeds: entries } = adoption.adopted;
  const file = join(content, ADOPTED_FILE);
  const text = adoptedText(adoption.adopted);
  const isSame =
    articles.length + entries.length === 0 || (existsSync(file) && readFileSync(file, "utf8") === text);
  if (!isSame && !dryRun) writeFileSync(file, text);
  return {
    adopted: adoption.adopted,
    feeds: feedReports(looked, adoption),
    file,
    became: isSame ? "unchanged" : dryRun ? "wanted" : "written",
    entries: { adopted: articles.length, feeds: entries.length },
  };
}

function adoptLine(setting: Setting): CommandLine {
  const line = withRemote(
    commandLine(
      "adopt",
      "Takes over the ids, addresses and dates that readers of an old site know, from its feeds, into adopted.toml beside site.toml.",
      setting,
    ),
  );
  const typed = typedCommand("adopt", setting);
  line.command
    .argument("[feed...]", "feeds of the old site: addresses or files, the one that most people read first")
    .addOption(FLAG.content(line))
    .addOption(FLAG.persistTo(line))
    .option("--url <url>", "address of the site, overriding url in site.toml", originUrl)
    .option("--remote", "leave out what the site on Cloudflare has published already")
    .addOption(
      new Option(
        "--addresses <list>",
        "tell how the site answers for each old address: a sitemap, an access log or a list, as a file or by its address",
      ),
    )
    .option("--yes", "take what is certain, and ask nothing")
    .option("--dry-run", "show what would happen, and write nothing")
    .option("--json", "print the report as JSON")
    .option("--verbose", "show every item, with what it was found by")
    .addHelpText(
      "after",
      `
Examples:
  ${typed} https://old.example/feed/ --content content
  ${typed} https://old.example/feed/ https://old.example/feed/atom/ --content content --yes
  ${typed} https://old.example/feed/ --content content --addresses https://old.example/sitemap.xml
  ${typed} --addresses access.log --content content
  ${typed} saved-feed.xml --content content --dry-run --verbose`,
    );
  return line;
}
