import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answerWithoutCommand } from "../../../src/command/flags/without-command.ts";
import { captured } from "../captured.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const COMMANDS = { ebb: { summary: "lowers the tide" }, flood: { summary: "raises the tide" } };
const answered = (first: string) => captured(() => answerWithoutCommand(first, COMMANDS));

describe("a command line that begins with no command", () => {
  test.for(["-h", "--help", "help"])("%s lists the commands with what they do", async (first) => {
    const { result, stdout, stderr } = await answered(first);
    expect({ result, stderr }).toEqual({ result: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: npx --no-install feedwright <command> \[options\]\n/);
    expect(stdout).toContain("\n  ebb    lowers the tide\n  flood  raises the tide\n");
  });

  test.for(["-V", "--version"])("%s shows the version", async (first) => {
    expect(await answered(first)).toEqual({ result: 0, stdout: `${version}\n`, stderr: "" });
  });

  test.for([
    ["a name with a typing error", "flod", 'there is no command "flod"; the nearest is "flood"'],
    [
      "a flag of a command",
      "--port",
      "the command comes before its flags; write npx --no-install feedwright <command> --port …",
    ],
  ] as const)("%s is refused with what was meant", async ([, first, sentence]) => {
    expect(await answered(first)).toEqual({
      result: 2,
      stdout: "",
      stderr: `error: ${sentence}\n(--help lists the commands)\n`,
    });
  });
});
