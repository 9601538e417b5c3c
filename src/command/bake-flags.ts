import type { Command } from "commander";
import type { EpochSeconds } from "../article/values.ts";
import { commandLine, FLAG, instant, originUrl, wholeNumber } from "./flags.ts";

/** What `npm run bake` can be told. */
export interface BakeFlags {
  readonly content: string;
  readonly url?: string;
  /** Where a preview of the site is served; not a flag of its own. */
  readonly servedAt?: string;
  readonly persistTo: string;
  readonly now?: EpochSeconds;
  readonly dryRun?: boolean;
  readonly full?: boolean;
  readonly json?: boolean;
  readonly drafts?: boolean;
  readonly maxWrites?: number;
  readonly allowEmpty?: boolean;
  readonly allowDeletions?: boolean;
  readonly skipInvalid?: boolean;
  readonly verbose?: boolean;
  /** Publishes to a deployed worker, which the other two name. */
  readonly remote?: boolean;
  readonly env?: string;
  readonly config?: string;
}

/** Which deployed worker is meant. */
export interface RemoteFlags {
  /** An environment of wrangler's configuration. */
  readonly env: string;
  /** Wrangler's configuration file. */
  readonly config: string;
}

/** Adds the flags that name a deployed worker. */
export function withRemote(command: Command): Command {
  return command
    .option("--env <name>", "environment in wrangler.toml to publish to", "production")
    .option("--config <file>", "wrangler configuration file", "wrangler.toml");
}

/** The flags of `bake`, for every command that begins with one. */
export function bakeCommandLine(name: string): Command {
  return commandLine(name, "Bakes a folder of articles and publishes what changed.")
    .addOption(FLAG.content())
    .option("--url <url>", "address of the site, overriding url in site.toml", originUrl)
    .addOption(FLAG.persistTo())
    .option("--dry-run", "show what would happen, and write nothing")
    .option("--json", "print the report as JSON")
    .option("--now <instant>", "publish as of this instant, such as 2025-07-01T18:00:00Z", instant)
    .option("--full", "ignore the build cache: read and render every file")
    .option("--drafts", "publish drafts too")
    .option(
      "--max-writes <n>",
      "stop after this many writes; the next run continues",
      wholeNumber(1, 10_000_000),
    )
    .option("--allow-empty", "publish a folder that has no articles")
    .option("--allow-deletions", "allow many articles to disappear at once")
    .option("--skip-invalid", "publish the good articles, leave out those with errors")
    .option("--verbose", "show everything");
}
