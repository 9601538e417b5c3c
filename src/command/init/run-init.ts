import { basename, resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import type { CommandLine } from "../flags/flags.ts";
import { commandLine, EXIT, parseFlags, refuseUsage } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { givenPath, typedCommand } from "../flags/setting.ts";
import { openProgress } from "../reports/progress.ts";
import { isRefusal } from "../reports/refusal.ts";
import type { Answers, Questions } from "./answers.ts";
import { questionsFor } from "./answers.ts";
import type { Terminal } from "./ask.ts";
import { ask, LeftError } from "./ask.ts";
import { checkAddress } from "./check-address.ts";
import { checkLanguage } from "./check-language.ts";
import { checkTitle } from "./check-title.ts";
import type { Checked } from "./checked.ts";
import { writeLock } from "./lock.ts";
import { namesOthers } from "./manifest.ts";
import { nextSteps } from "./next-steps.ts";
import { withTarball } from "./pack.ts";
import { CONTENT_FOLDER } from "./site-files.ts";
import type { Survey } from "./survey.ts";
import { surveyFolder } from "./survey.ts";
import { writeSite } from "./write-site.ts";

/** What `init` is told, beside the folder. */
interface InitFlags extends Partial<Answers> {
  readonly yes?: boolean;
}

/**
 * `init [DIR] [flags]`: creates a site of one's own in a folder, and says what to do next. Gives the exit code.
 */
export async function runInit(
  args: readonly string[],
  setting: Setting,
  terminal: Terminal = { input: process.stdin, output: process.stdout },
): Promise<number> {
  const line = initLine(setting);
  const flags = parseFlags<InitFlags>(line, args);
  const [named] = line.command.args;
  if (setting.sample !== null && named === undefined) {
    refuseUsage(
      line,
      `name a folder for the site, outside of this one: ${typedCommand("init", setting)} ../my-site`,
    );
  }
  const folder = resolve(setting.folder, givenPath(named ?? ".", "init", setting));
  const progress = openProgress(process.stderr, () => performance.now());
  try {
    const survey = surveyFolder(folder, { isNamed: named !== undefined });
    const answers = await answersOf(line, flags, survey, questionsFor(basename(folder)), terminal);
    const today = new Date().toISOString().slice(0, 10);
    progress.stage("Packing Feedwright");
    const written = await withTarball(setting, (tarball) =>
      writeSite(folder, answers, survey, tarball, today),
    );
    progress.stage("Writing package-lock.json");
    const others = survey.manifest !== null && namesOthers(survey.manifest);
    const locked = await writeLock(folder, written.tarball, { others }, setting.environment);
    progress.end();
    process.stdout.write(`${nextSteps({ folder, answers, written, locked }, setting).join("\n")}\n`);
    return EXIT.done;
  } catch (cause) {
    const why = reasonOf(cause);
    if (why === null) throw cause;
    process.stderr.write(`No site was created: ${why}.\n`);
    return EXIT.refused;
  } finally {
    progress.end();
  }
}

function initLine(setting: Setting): CommandLine {
  const line = commandLine(
    "init",
    "Creates a site of your own: articles, settings, and everything that runs it.",
    setting,
  );
  line.command
    .argument("[dir]", "folder to create it in; the current one if left out")
    .addOption(new Option("--title <text>", "title of the site").argParser(flagOf(checkTitle)))
    .addOption(new Option("--url <url>", "address of the site").argParser(flagOf(checkAddress)))
    .addOption(
      new Option("--language <tag>", "language of the site, such as en or pt-BR").argParser(
        flagOf(checkLanguage),
      ),
    )
    .option("--yes", "use the defaults instead of asking");
  return line;
}

async function answersOf(
  line: CommandLine,
  { yes, ...given }: InitFlags,
  { site }: Survey,
  questions: Questions,
  terminal: Terminal,
): Promise<Answers> {
  const { title, url, language } = questions;
  const defaults = { title: title.fallback, url: url.fallback, language: language.fallback };
  if (site !== null) {
    const [repeated] = Object.keys(given);
    if (repeated !== undefined) {
      refuseUsage(line, `content/site.toml exists and sets it; leave out --${repeated}`);
    }
    // A site that names no title has that of its folder, which says nothing.
    const ownTitle = site.title === CONTENT_FOLDER ? defaults.title : site.title;
    return { title: ownTitle, url: site.homeHost && site.url, language: site.language };
  }
  if (yes || Object.keys(defaults).every((name) => Object.hasOwn(given, name))) {
    return { ...defaults, ...given };
  }
  if (!terminal.input.isTTY || !terminal.output.isTTY) {
    refuseUsage(
      line,
      "there is no terminal to ask in; pass --yes and what you know: " +
        '--title "The Quay" --url https://quay.example --language en',
    );
  }
  terminal.output.write("Three questions; press Enter to accept the value in brackets.\n\n");
  return ask(questions, given, terminal);
}

function flagOf<T>(check: (text: string) => Checked<T>): (text: string) => T {
  return (text) => {
    const checked = check(text);
    if (checked.kind === "accepted") return checked.value;
    throw new InvalidArgumentError(`${checked.fix.charAt(0).toUpperCase()}${checked.fix.slice(1)}.`);
  };
}

/** What of a fault a person can do something about; null of one that is ours. */
function reasonOf(cause: unknown): string | null {
  if (isRefusal(cause) || cause instanceof LeftError) return cause.message;
  const isSystem = cause instanceof Error && "syscall" in cause;
  return isSystem ? cause.message.replace(/^E[A-Z]+: /, "") : null;
}
