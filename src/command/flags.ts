import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { EpochSeconds } from "../article/values.ts";
import { parseDate } from "../source/dates.ts";

/** Exit codes of every command. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** A command line that cannot be understood, or that asked for help; already answered. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly exitCode: number;

  constructor(cause: CommanderError) {
    super(cause.message, { cause });
    this.exitCode = cause.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}

/** A command that is started as `npm run {name}`. */
export function commandLine(name: string, description: string): Command {
  return new Command()
    .name(`npm run ${name} --`)
    .description(description)
    .helpOption("--help", "show this help")
    .allowExcessArguments(false)
    .showHelpAfterError("(see --help)")
    .exitOverride();
}

/** Reads the arguments; throws `UsageError` once the user has been told. */
export function parseFlags<T extends object>(command: Command, args: readonly string[]): T {
  try {
    return command.parse([...args], { from: "user" }).opts<T>();
  } catch (cause) {
    if (cause instanceof CommanderError) throw new UsageError(cause);
    throw cause;
  }
}

/** Flags that several commands share. */
export const FLAG = {
  content: () => new Option("--content <dir>", "folder of articles").default("seeds"),
  persistTo: () => new Option("--persist-to <dir>", "folder of the local store").default(".wrangler/state"),
  port: () => new Option("--port <n>", "port to serve on").argParser(wholeNumber(1, 65_535)).default(8787),
} as const;

/** Takes a whole number within bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
  };
}

/** Takes an instant such as 2025-07-01T18:00:00Z. */
export function instant(text: string): EpochSeconds {
  const seconds = parseDate(text, "UTC");
  if (seconds !== null) return seconds;
  throw new InvalidArgumentError("Write it as 2025-07-01T18:00:00Z.");
}

/** Takes any address on the web. */
export function webUrl(text: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  throw new InvalidArgumentError("Write it as https://news.example/.");
}

/** Takes the origin of a site. */
export function originUrl(text: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash)
    return url.origin;
  throw new InvalidArgumentError("Write it as https://news.example.");
}
