import { Option } from "commander";
import type { BakeFlags, RemoteFlags } from "../flags/bake-flags.ts";
import { refuseIdleRemote, withRemote } from "../flags/bake-flags.ts";
import type { CommandLine } from "../flags/flags.ts";
import { commandLine, FLAG, originUrl, parseFlags, refuseUsage } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { typedCommand } from "../flags/setting.ts";
import type { GivenPlace, SitePlace } from "../flags/site-place.ts";
import { contentHere, namedPlace, sitePlace } from "../flags/site-place.ts";

/** What `adopt` is told, beside the feeds. */
export interface AdoptFlags extends SitePlace, RemoteFlags, Pick<BakeFlags, "url" | "remote"> {
  readonly addresses?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Reads the command line. Throws `UsageError`, once the user has been told. */
export function readAdoptFlags(
  args: readonly string[],
  setting: Setting,
): { readonly flags: AdoptFlags; readonly names: readonly string[] } {
  const line = adoptLine(setting);
  const given = parseFlags<Omit<AdoptFlags, keyof SitePlace> & GivenPlace>(line, args);
  refuseIdleRemote(line, given);
  const names = line.command.args;
  if (names.length === 0 && given.addresses === undefined)
    refuseUsage(
      line,
      `name the feeds of the old site, or its addresses with --addresses: ${typedCommand("adopt", setting)} https://old.example/feed/ --content content`,
    );
  return { flags: { ...given, ...placeOf(given, line, names) }, names };
}

/** The site that is named, or that one stands in: never the sample. */
function placeOf(given: GivenPlace, line: CommandLine, names: readonly string[]): SitePlace {
  const isHere = given.content !== undefined || contentHere(line.setting) !== null;
  return isHere ? sitePlace(given, line) : namedPlace(given, line, `${names.join(" ")} `);
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
