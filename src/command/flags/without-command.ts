import { closest } from "fastest-levenshtein";
import { EXIT } from "./flags.ts";
import { programVersion } from "./version.ts";

type Summaries = Readonly<Record<string, { readonly summary: string }>>;

/** Answers a command line that does not begin with one of the commands. Gives the exit code. */
export function answerWithoutCommand(first: string, commands: Summaries): number {
  if (/^(?:-h|--help|help)$/.test(first)) {
    process.stdout.write(helpText(commands));
    return EXIT.done;
  }
  if (/^(?:-V|--version)$/.test(first)) {
    process.stdout.write(`${programVersion()}\n`);
    return EXIT.done;
  }
  const fault = first.startsWith("-")
    ? `the command comes before its flags; write npx --no-install feedwright <command> ${first} …`
    : `there is no command "${first}"; the nearest is "${closest(first, Object.keys(commands))}"`;
  process.stderr.write(`error: ${fault}\n(--help lists the commands)\n`);
  return EXIT.usage;
}

function helpText(commands: Summaries): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    "Usage: npx --no-install feedwright <command> [options]",
    "",
    "Publishes a folder of articles as RSS, Atom and JSON Feed from the edge of Cloudflare Workers.",
    "",
    "Commands:",
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "Options:",
    "  -h, --help     show this help; after a command, its own",
    "  -V, --version  show the version",
    "",
  ].join("\n");
}
