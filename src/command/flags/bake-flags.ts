import type { EpochSeconds } from "../../article/values.ts";
import type { CommandLine } from "./flags.ts";
import { commandLine, FLAG, instant, originUrl, refuseUsage, wholeNumber } from "./flags.ts";
import type { Setting } from "./setting.ts";
import { givenPath } from "./setting.ts";
import type { GivenPlace, SitePlace } from "./site-place.ts";

/** What `bake` is told. */
export interface BakeFlags extends SitePlace {
  readonly url?: string;
  /** Where a preview of the site is served; not a flag of its own. */
  readonly servedAt?: string;
  /** Whether the store is this folder's alone, so that nothing in it is another site's; no flag either. */
  readonly ownStore?: boolean;
  /** Keys of which the ledger is not to be believed, so that they are written or deleted; no flag either. */
  readonly wrongKeys?: readonly string[];
  readonly now?: EpochSeconds;
  /** Whether `now` may lie far ahead of the clock. */
  readonly future?: boolean;
  readonly dryRun?: boolean;
  readonly full?: boolean;
  readonly json?: boolean;
  readonly drafts?: boolean;
  readonly renewPictures?: boolean;
  readonly maxWrites?: number;
  readonly allowEmpty?: boolean;
  readonly allowDeletions?: boolean;
  readonly replaceSite?: boolean;
  readonly skipInvalid?: boolean;
  readonly renewFeeds?: boolean;
  readonly verbose?: boolean;
  /** Publishes to a deployed worker, which the other two name. */
  readonly remote?: boolean;
  readonly env?: string;
  readonly config?: string;
}

/** The same, as a person gives them: what is left out has yet to be found. */
export type GivenFlags = Omit<BakeFlags, keyof SitePlace> & GivenPlace;

/** Which deployed worker is meant. */
export interface RemoteFlags {
  /** An environment of wrangler's configuration. */
  readonly env: string;
  /** Wrangler's configuration file. */
  readonly config: string;
}

/** Adds the flags that name a deployed worker. */
export function withRemote(line: CommandLine): CommandLine {
  const { name, setting, command } = line;
  const path = (file: string) => givenPath(file, name, setting);
  command
    .option("--env <name>", "environment in wrangler.toml", "production")
    .option("--config <file>", "wrangler configuration file", path, "wrangler.toml");
  return line;
}

/** Of a command that has `--remote`: without it the two others say nothing. Throws `UsageError`. */
export function refuseIdleRemote(line: CommandLine, { remote }: Pick<BakeFlags, "remote">): void {
  const idle = ["env", "config"].find((name) => line.command.getOptionValueSource(name) === "cli");
  if (idle && !remote) refuseUsage(line, `--${idle} is for Cloudflare; add --remote, or leave it out`);
}

/** The flags that name a deployed worker, as they were given, with a space behind each. */
export function remoteFlags({
  remote,
  env,
  config,
}: Partial<RemoteFlags> & Pick<BakeFlags, "remote">): string {
  if (!remote) return "";
  const named = env === undefined || env === "production" ? "" : `--env ${env} `;
  return `--remote ${named}${config === undefined || config === "wrangler.toml" ? "" : `--config ${config} `}`;
}

/** The flags of `bake`, for every command that begins with one. */
export function bakeCommandLine(name: string, description: string, setting: Setting): CommandLine {
  const line = commandLine(name, description, setting);
  line.command
    .addOption(FLAG.content(line))
    .option("--url <url>", "address of the site, overriding url in site.toml", originUrl)
    .addOption(FLAG.persistTo(line))
    .option("--dry-run", "show what would happen, and write nothing")
    .option("--json", "print the report as JSON")
    .option("--now <instant>", "publish as of this instant, such as 2025-07-01T18:00:00Z", instant)
    .option("--future", "allow --now to be more than a day ahead of the clock")
    .option("--full", "ignore the build cache: read and render every file")
    .option("--drafts", "publish drafts too")
    .option("--renew-pictures", "process pictures that were published as they came")
    .option(
      "--max-writes <n>",
      "stop after this many writes; the next run continues",
      wholeNumber(1, 10_000_000),
    )
    .option("--allow-empty", "publish a folder that has no articles")
    .option("--allow-deletions", "allow many articles to disappear at once")
    .option("--replace-site", "replace the other site that the store holds")
    .option("--skip-invalid", "publish the good articles, leave out those with errors")
    .option("--verbose", "show everything, each problem in a line of its own");
  return line;
}
