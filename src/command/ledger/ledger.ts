import { readFileSync, writeFileSync } from "node:fs";
import { Option } from "commander";
import { isoOf } from "../../article/instant.ts";
import { visible } from "../../article/plain-text.ts";
import { exportLedger, importLedger } from "../../ledger/exported.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { ledgerAsOf } from "../../ledger/sealed.ts";
import { setClockBack } from "../../ledger/set-clock-back.ts";
import { readSealed } from "../../publish/read-sealed.ts";
import { importedOver, rebuiltFrom, replaceLedger } from "../../publish/replace-ledger.ts";
import { readState } from "../../publish/stored-ledger.ts";
import { surveyStore } from "../../publish/survey.ts";
import { forgetDifferences } from "../../publish/verify.ts";
import { WELL_KNOWN } from "../../representation/own-addresses.ts";
import type { BakeFlags, RemoteFlags } from "../flags/bake-flags.ts";
import { refuseIdleRemote, remoteFlags, withRemote } from "../flags/bake-flags.ts";
import { commandLine, EXIT, FLAG, parseFlags } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { givenPath } from "../flags/setting.ts";
import type { GivenPlace, SitePlace } from "../flags/site-place.ts";
import { namedPlace, sitePlace } from "../flags/site-place.ts";
import { isRefusal, Refusal } from "../reports/refusal.ts";
import { plural } from "../reports/report.ts";
import { rememberEdition } from "../stores/edition-guard.ts";
import type { OpenedStore } from "../stores/open-store.ts";
import { openStore } from "../stores/open-store.ts";
import { ledgerTable } from "./ledger-table.ts";
import { refuseOtherLedger } from "./other-ledger.ts";

/** What `ledger` can be told. */
interface LedgerFlags extends SitePlace, RemoteFlags, Pick<BakeFlags, "json" | "remote"> {
  readonly export?: string;
  readonly import?: string;
  readonly rebuild?: boolean;
  readonly resetClock?: boolean;
  readonly replaceSite?: boolean;
}

/** `ledger [flags]`: shows, copies or fixes what is remembered of a site. Gives the exit code. */
export async function runLedger(args: readonly string[], setting: Setting): Promise<number> {
  const line = withRemote(
    commandLine(
      "ledger",
      "Shows the ledger of a site: the ids, addresses and dates of its articles.",
      setting,
    ),
  );
  const path = (file: string) => givenPath(file, line.name, setting);
  line.command
    .addOption(FLAG.content(line))
    .addOption(FLAG.persistTo(line))
    .option("--remote", "use the ledger on Cloudflare")
    .option("--json", "print the ledger as JSON")
    .addOption(
      new Option("--export <file>", "write the ledger to a file")
        .argParser(path)
        .conflicts(["import", "rebuild", "resetClock"]),
    )
    .addOption(
      new Option("--import <file>", "replace the ledger with an exported one")
        .argParser(path)
        .conflicts(["rebuild", "resetClock"]),
    )
    .addOption(
      new Option("--rebuild", "rebuild a lost ledger from the published documents").conflicts("resetClock"),
    )
    .option("--reset-clock", "unlock a site that was published while the clock was ahead")
    .option("--replace-site", "import over the ledger of another site");
  const given = parseFlags<Omit<LedgerFlags, keyof SitePlace> & GivenPlace>(line, args);
  refuseIdleRemote(line, given);
  const place =
    given.import === undefined
      ? sitePlace(given, line)
      : namedPlace(given, line, `${remoteFlags(given)}--import ${given.import} `);
  const flags: LedgerFlags = { ...given, ...place };
  try {
    const writes = Boolean(flags.rebuild || flags.resetClock || flags.import !== undefined);
    // What only looks makes no store where there is none.
    const opened = await openStore(
      { ...flags, dryRun: !writes },
      { needsAddress: false, writes },
      setting.openLocal,
    );
    try {
      await work(flags, opened);
    } finally {
      await opened.store.close();
    }
    return EXIT.done;
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    process.stderr.write(`${visible(cause.message)}.\n`);
    return EXIT.refused;
  }
}

async function work(flags: LedgerFlags, opened: OpenedStore): Promise<void> {
  const { store, freshness } = opened;
  if (flags.rebuild) {
    const survey = await surveyStore(store);
    return replace(flags, opened, rebuiltFrom(survey, await readSealed(survey, store)));
  }
  if (flags.import !== undefined) {
    const imported = importLedger(readText(flags.import), WELL_KNOWN);
    if (!flags.replaceSite) await refuseOtherLedger(imported, { ...flags, import: flags.import }, opened);
    return replace(flags, opened, importedOver(imported, await surveyStore(store)));
  }
  const state = await readState(store, freshness);
  if (flags.resetClock) return resetClock(flags, opened, state.ledger);
  const ledger = ledgerAsOf(state.stored.ledger, Math.floor(Date.now() / 1000));
  if (flags.export !== undefined) {
    writeFileSync(flags.export, exportLedger(ledger));
    process.stdout.write(`Wrote ${plural(ledger.articles.length, "article")} to ${flags.export}.\n`);
  } else if (flags.json) process.stdout.write(exportLedger(ledger));
  else process.stdout.write(`${ledgerTable(ledger).join("\n")}\n`);
}

/** Sets the clock of a ledger back to now, and has the next bake write what names a later moment. */
async function resetClock(flags: LedgerFlags, opened: OpenedStore, ledger: Ledger): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  if (ledger.edition <= now) {
    throw new Refusal(`this site is not locked: it was last published at ${isoOf(ledger.edition)}`);
  }
  const back = setClockBack(ledger, now);
  return replace(flags, opened, forgetDifferences(back.ledger, back.stale));
}

async function replace(flags: LedgerFlags, { store, name }: OpenedStore, ledger: Ledger): Promise<void> {
  await replaceLedger(ledger, store);
  rememberEdition(flags.persistTo, name, ledger.edition);
  process.stdout.write(
    `The ledger now holds ${plural(ledger.articles.length, "article")} and ${plural(ledger.documents.size, "document")}; the next bake writes whatever differs.\n`,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Refusal(`${file} cannot be read; --import takes a file that --export wrote`, { cause });
  }
}
