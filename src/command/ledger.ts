import { readFileSync, writeFileSync } from "node:fs";
import { Option } from "commander";
import { visible } from "../article/plain-text.ts";
import { exportLedger, importLedger } from "../ledger/exported.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { importedOver, rebuiltFrom, replaceLedger } from "../publish/replace-ledger.ts";
import { readState } from "../publish/stored-ledger.ts";
import { surveyStore } from "../publish/survey.ts";
import type { BakeFlags } from "./bake-flags.ts";
import { withRemote } from "./bake-flags.ts";
import { rememberEdition } from "./edition-guard.ts";
import { commandLine, EXIT, FLAG, parseFlags } from "./flags.ts";
import { ledgerTable } from "./ledger-table.ts";
import type { OpenedStore } from "./open-store.ts";
import { openStore } from "./open-store.ts";
import { isRefusal, Refusal } from "./refusal.ts";
import { plural } from "./report.ts";

/** What `npm run ledger` can be told. */
interface LedgerFlags extends Pick<BakeFlags, "persistTo" | "json" | "remote" | "env" | "config"> {
  readonly export?: string;
  readonly import?: string;
  readonly rebuild?: boolean;
}

/** `npm run ledger -- [flags]`: shows, copies or fixes what is remembered of a site. Gives the exit code. */
export async function runLedger(args: readonly string[]): Promise<number> {
  const command = withRemote(
    commandLine("ledger", "Shows what is remembered of a site: ids, addresses and dates of its articles.")
      .addOption(FLAG.persistTo())
      .option("--remote", "the ledger on Cloudflare")
      .option("--json", "print it as JSON")
      .addOption(new Option("--export <file>", "write it into a file").conflicts(["import", "rebuild"]))
      .addOption(new Option("--import <file>", "remember what an exported file says").conflicts("rebuild"))
      .option("--rebuild", "put a lost one together from the published documents"),
  );
  const flags = parseFlags<LedgerFlags>(command, args);
  try {
    const opened = await openStore(flags, { needsAddress: false });
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
