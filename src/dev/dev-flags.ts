import type { BakeFlags } from "../command/bake-flags.ts";
import { commandLine, FLAG, originUrl, parseFlags } from "../command/flags.ts";
import type { RuntimeFlags } from "../command/runtime.ts";
import type { Setting } from "../command/setting.ts";
import type { GivenPlace, SitePlace } from "../command/site-place.ts";
import { sitePlace } from "../command/site-place.ts";

/** What `dev` can be told. */
export type DevFlags = RuntimeFlags &
  Pick<BakeFlags, "content" | "url" | "persistTo" | "drafts" | "skipInvalid" | "verbose">;

/**
 * What is tried out leaves no trace in the store that `npm start` serves: no drafts, no deletions, no
 * dates of first publication.
 */
const DEV_STATE = ".wrangler/dev";

/** Reads the arguments; throws `UsageError` once the user has been told. */
export function parseDevFlags(args: readonly string[], setting: Setting): DevFlags {
  const line = commandLine(
    "dev",
    "Bakes and serves a folder, and bakes again when a file changes; open pages reload.",
    setting,
  );
  line.command
    .addOption(FLAG.content(line))
    .option("--url <url>", "address of the site, overriding url in site.toml", originUrl)
    .addOption(FLAG.persistTo(line))
    .addOption(FLAG.port())
    .option("--drafts", "show drafts too")
    .option("--skip-invalid", "show the good articles, leave out those with errors")
    .option("--verbose", "show everything");
  const given = parseFlags<Omit<DevFlags, keyof SitePlace> & GivenPlace>(line, args);
  const { content, persistTo } = sitePlace(given, line);
  const isSample = content === setting.sample?.content;
  const devState = isSample ? setting.sample.devState : DEV_STATE;
  return { ...given, content, persistTo: given.persistTo === undefined ? devState : persistTo };
}
