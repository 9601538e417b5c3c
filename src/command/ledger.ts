import { readFileSync, writeFileSync } from "node:fs";
import { Option } from "commander";
import { exportLedger, importLedger } from "../ledger/exported.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { importedOver, rebuiltFrom, replaceLedger } from "../publish/replace-ledger.ts";
import { readState } from "../publish/stored-ledger.ts";
import { surveyStore } from "../publish/survey.ts";
import type { BakeFlags, RemoteFlags } from "./bake-flags.ts";
import { refuseIdleRemote, withRemote } from "./bake-flags.ts";
import { rememberEdition } from "./edition-guard.ts";
import { commandLine, EXIT, FLAG, parseFlags } from "./flags.ts";
import { ledgerTable } from "./ledger-table.ts";
import type { OpenedStore } from "./open-store.ts";
import { openStore } from "./open-store.ts";
import { isRefusal, Refusal } from "./refusal.ts";
import { plural } from "./report.ts";
import type { Setting } from "./setting.ts";
import { givenPath } from "./setting.ts";
import type { GivenPlace, SitePlace } from "./site-place.ts";
import { namedPlace, sitePlace } from "./site-place.ts";

/** What `ledger` can be told. */
interface LedgerFlags extends SitePlace, RemoteFlags, Pick<BakeFlags, "json" | "remote"> {
  readonly export?: string;
  readonly import?: string;
  readonly rebuild?: boolean;
}

/** `ledger [flags]`: shows, copies or fixes what is remembered of a site. Gives the exit code. */
export async function runLedger(args: readonly string[], setting: Setting): Promise<number> {
  const line = withRemote(
    commandLine(
      "ledger",
      "Shows what is remembered of a site: ids, addresses and dates of its articles.",
      setting,
    ),
  );
  const path = (file: string) => givenPath(file, line.name, setting);
  line.command
    .addOption(FLAG.content(line))
    .addOption(FLAG.persistTo(line))
    .option("--remote", "the ledger on Cloudflare")
    .option("--json", "print it as JSON")
    .addOption(
      new Option("--export <file>", "write it into a file").argParser(path).conflicts(["import", "rebuild"]),
    )
    .addOption(
      new Option("--import <file>", "remember what an exported file says")
        .argParser(path)
        .conflicts("rebuild"),
    )
    .option("--rebuild", "put a lost one together from the published documents");
  const given = parseFlags<Omit<LedgerFlags, keyof SitePlace> & GivenPlace>(line, args);
  refuseIdleRemote(line, given);
  const place =
    given.import === undefined
      ? sitePlace(given, line)
      : namedPlace(given, line, `--import ${given.import} `);
  const flags: LedgerFlags = { ...given, ...place };
  try {
    const writes = flags.rebuild === true || flags.import !== undefined;
    const opened = await openStore(flags, { needsAddress: false, writes });
    try {
      await work(flags, opened);
    } finally {
      await opened.store.close();
    }
    return EXIT.done;
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    process.stderr.write(`${cause.message}.\n`);
    return EXIT.refused;
  }
}

async function work(flags: LedgerFlags, opened: OpenedStore): Promise<void> {
  if (flags.rebuild) return replace(flags, opened, rebuiltFrom(await surveyStore(opened.store)));
  if (flags.import !== undefined) {
    const imported = importLedger(readText(flags.import));
    return replace(flags, opened, importedOver(imported, await surveyStore(opened.store)));
  }
  const { ledger } = (await readState(opened.store, opened.freshness)).stored;
  if (flags.export !== undefined) {
    writeFileSync(flags.export, exportLedger(ledger));
    process.stdout.write(`Wrote ${plural(ledger.articles.length, "article")} into ${flags.export}.\n`);
  } else if (flags.json) process.stdout.write(exportLedger(ledger));
  else process.stdout.write(`${ledgerTable(ledger).join("\n")}\n`);
}

async function replace(flags: LedgerFlags, { store, name }: OpenedStore, ledger: Ledger): Promise<void> {
  await replaceLedger(ledger, store);
  rememberEdition(flags.persistTo, name, ledger.edition);
  process.stdout.write(
    `Remembered ${plural(ledger.articles.length, "article")} and ${plural(ledger.documents.size, "document")}; the next bake writes what differs.\n`,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Refusal(`${file} cannot be read; --import takes a file that --export wrote`, { cause });
  }
}
