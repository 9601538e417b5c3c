import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { EpochSeconds } from "../../article/values.ts";
import { parseDate } from "../../source/values/dates.ts";
import type { Setting } from "./setting.ts";
import { givenPath, typedCommand } from "./setting.ts";
import { meantLine } from "./swallowed-flags.ts";
import { programVersion } from "./version.ts";

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

/** A command, and where it was started. */
export interface CommandLine {
  readonly name: string;
  readonly setting: Setting;
  readonly command: Command;
}

/** A command of that name. Its options are added to `command`. */
export function commandLine(name: string, description: string, setting: Setting): CommandLine {
  const command = new Command()
    .name(typedCommand(name, setting))
    .description(description)
    .helpOption("-h, --help", "show this help")
    .allowExcessArguments(true)
    .showHelpAfterError("(see --help)")
    .exitOverride();
  return { name, setting, command };
}

/** Reads the arguments; throws `UsageError` once the user has been told. */
export function parseFlags<T extends object>(line: CommandLine, args: readonly string[]): T {
  const { name, command, setting } = line;
  const meant = meantLine(name, command, args, setting);
  if (meant !== null) refuseUsage(line, `npm took flags that were meant for the command; write ${meant}`);
  command.version(programVersion(), "-V, --version", "show the version");
  const flags = asUsage(() => command.parse([...args], { from: "user" }).opts<T>());
  const isOpen = command.registeredArguments.at(-1)?.variadic === true;
  const stray = isOpen ? undefined : command.args[command.registeredArguments.length];
  if (stray !== undefined) refuseUsage(line, strayWord(stray, line));
  return flags;
}

/** What is said of a word that no flag precedes: often it is a folder, or the end of a name with a space. */
function strayWord(word: string, { name, command, setting }: CommandLine): string {
  const taken = command.args.slice(0, command.registeredArguments.length);
  if (taken.length > 0)
    return `the word ${word} is one too many; if it belongs to the name before it, write "${taken.join(" ")} ${word}"`;
  const takesContent = command.options.some(({ long }) => long === "--content");
  const meant = takesContent ? `; write ${typedCommand(name, setting)} --content ${word}` : "";
  return `the word ${word} belongs to no flag${meant}`;
}

/** Tells the user what is wrong with a command line, and throws `UsageError`. */
export function refuseUsage({ command }: CommandLine, message: string): never {
  return asUsage(() => command.error(`error: ${message}`));
}

function asUsage<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof CommanderError) throw new UsageError(cause);
    throw cause;
  }
}

/** Flags that several commands share. */
export const FLAG = {
  content: ({ name, setting }: CommandLine) => {
    const here = setting.sample === null ? "the site here" : "the site here, or the sample";
    const fallback = name === "deploy" ? "" : ` (default: ${here})`;
    const parser = (path: string) => givenPath(path, name, setting);
    return new Option("--content <dir>", `folder of articles${fallback}`).argParser(parser);
  },
  persistTo: ({ name, setting }: CommandLine) => {
    const fallback = name === "dev" ? "one for each folder of articles" : ".wrangler/state";
    const parser = (path: string) => givenPath(path, name, setting);
    return new Option("--persist-to <dir>", `folder of the local store (default: ${fallback})`).argParser(
      parser,
    );
  },
  renewFeeds: () => new Option("--renew-feeds", "give every feed a new edition, changed or not"),
  host: () =>
    new Option("--host <name>", "address to serve at, or a name of it, for others too").argParser(hostName),
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

/** Takes the name or the address of a machine. */
function hostName(text: string): string {
  if (/^[\w.-]+$|^\[?[\da-f:.]+\]?$/i.test(text)) return text;
  throw new InvalidArgumentError("Write a name or an address without a port, such as 192.168.1.20.");
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
