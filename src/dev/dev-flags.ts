import type { BakeFlags } from "../command/bake-flags.ts";
import { commandLine, FLAG, originUrl, parseFlags } from "../command/flags.ts";
import type { RuntimeFlags } from "../command/runtime.ts";

/** What `npm run dev` can be told. */
export type DevFlags = RuntimeFlags &
  Pick<BakeFlags, "content" | "url" | "persistTo" | "drafts" | "skipInvalid" | "verbose">;

/**
 * What is tried out leaves no trace in the store that `npm start` serves: no drafts, no deletions, no
 * dates of first publication.
 */
const DEV_STATE = ".wrangler/dev";

/** Reads the arguments; throws `UsageError` once the user has been told. */
export function parseDevFlags(args: readonly string[]): DevFlags {
  const command = commandLine(
    "dev",
    "Bakes and serves a folder, and bakes again when a file changes; open pages reload.",
  )
    .addOption(FLAG.content())
    .option("--url <url>", "address of the site, overriding url in site.toml", originUrl)
    .addOption(FLAG.persistTo().default(DEV_STATE))
    .addOption(FLAG.port())
    .option("--drafts", "show drafts too")
    .option("--skip-invalid", "show the good articles, leave out those with errors")
    .option("--verbose", "show everything");
  return parseFlags<DevFlags>(command, args);
}
