import type { BakeFlags } from "../command/flags/bake-flags.ts";
import { commandLine, FLAG, originUrl, parseFlags } from "../command/flags/flags.ts";
import type { Setting } from "../command/flags/setting.ts";
import type { GivenPlace, SitePlace } from "../command/flags/site-place.ts";
import { sitePlace } from "../command/flags/site-place.ts";
import type { HostFlags } from "../command/serve/ports.ts";
import { devStore } from "./dev-store.ts";

/** What `dev` can be told. */
export type DevFlags = HostFlags &
  Pick<BakeFlags, "content" | "url" | "persistTo" | "drafts" | "skipInvalid" | "verbose">;

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
    .addOption(FLAG.host())
    .addOption(FLAG.port())
    .option("--drafts", "show drafts too")
    .option("--skip-invalid", "show the good articles, leave out those with errors")
    .option("--verbose", "show everything, each problem in a line of its own");
  const given = parseFlags<Omit<DevFlags, keyof SitePlace> & GivenPlace>(line, args);
  const { content } = sitePlace(given, line);
  return { ...given, content, persistTo: given.persistTo ?? devStore(content) };
}
