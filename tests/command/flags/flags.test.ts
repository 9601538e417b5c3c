import { CommanderError, InvalidArgumentError } from "commander";
import { describe, expect, test } from "vitest";
import {
  commandLine,
  EXIT,
  FLAG,
  instant,
  originUrl,
  parseFlags,
  UsageError,
  webUrl,
  wholeNumber,
} from "../../../src/command/flags/flags.ts";
import type { Setting } from "../../../src/command/flags/setting.ts";
import { programVersion } from "../../../src/command/flags/version.ts";
import { captured } from "../captured.ts";
import { REPOSITORY } from "../settings.ts";

const tide = (setting: Setting = REPOSITORY) => {
  const line = commandLine("tide", "Tells the tide.", setting);
  line.command
    .addOption(FLAG.content(line))
    .addOption(FLAG.persistTo(line))
    .addOption(FLAG.host())
    .addOption(FLAG.port());
  return line;
};

/** What a command line comes to: flags or a fault, and what the user was told. */
const parsed = (...args: readonly string[]) =>
  captured((): unknown => {
    try {
      return parseFlags(tide(), args);
    } catch (cause) {
      return cause;
    }
  });

test("every command ends with 0 when it is done, 1 when it refuses, 2 when it does not understand", () => {
  expect(EXIT).toEqual({ done: 0, refused: 1, usage: 2 });
});

describe("a command line", () => {
  test("without flags has the defaults", async () => {
    expect((await parsed()).result).toEqual({ port: 8787 });
  });

  test("says where articles, state and port are", async () => {
    const { result } = await parsed("--content", "news", "--persist-to", "/var/quay", "--port", "1");
    expect(result).toEqual({ content: "news", persistTo: "/var/quay", port: 1 });
  });

  test("that asks for help gets it, and ends well", async () => {
    const { result, stdout } = await parsed("--help");
    expect(result).toMatchObject({ name: "UsageError", exitCode: EXIT.done });
    expect(stdout).toMatch(/^Usage: npm run tide -- \[options\]\n\nTells the tide\.\n/);
    expect(stdout).toMatch(/--content <dir> +folder of articles/);
    expect(stdout).toMatch(/--persist-to <dir> +folder of the local store/);
    expect(stdout).toMatch(/--port <n> +port to serve on \(default: 8787\)/);
    expect(stdout).toMatch(/-h, --help +show this help/);
    expect(stdout).toMatch(/-V, --version +show the version/);
  });

  test.for(["-V", "--version"])("that asks with %s for the version gets it, and ends well", async (flag) => {
    const { result, stdout } = await parsed(flag);
    expect(result).toMatchObject({ name: "UsageError", exitCode: EXIT.done });
    expect(stdout).toBe(`${programVersion()}\n`);
  });

  test.for([
    { name: "a flag that is not there", args: ["--tide"], says: "unknown option '--tide'" },
    {
      name: "a word too many",
      args: ["high"],
      says: "the word high belongs to no flag; write npm run tide -- --content high",
    },
    {
      name: "a host with a port",
      args: ["--host", "quay.example:80"],
      says: "Write a name or an address without a port, such as 192.168.1.20.",
    },
    { name: "a host with a protocol", args: ["--host", "http://quay"], says: "Write a name or an address" },
    { name: "two hosts", args: ["--host", "quay ::1"], says: "Write a name or an address" },
    { name: "a host and more", args: ["--host", "::1 quay"], says: "Write a name or an address" },
    { name: "no host", args: ["--host", ""], says: "Write a name or an address" },
    { name: "a flag without its value", args: ["--content"], says: "argument missing" },
    { name: "a port of nothing", args: ["--port", "0"], says: "Write a whole number from 1 to 65535." },
    { name: "a port too high", args: ["--port", "65536"], says: "Write a whole number from 1 to 65535." },
  ])("is not understood for $name; the user is told so, and where help is", async ({ args, says }) => {
    const { result, stderr } = await parsed(...args);
    expect(result).toBeInstanceOf(UsageError);
    expect(result).toMatchObject({
      name: "UsageError",
      exitCode: EXIT.usage,
      message: expect.stringContaining(says),
      cause: expect.any(CommanderError),
    });
    expect(stderr).toContain(says);
    expect(stderr).toContain("(see --help)");
  });

  test("lets faults of the program through", () => {
    const broken = tide();
    broken.command.option("--now <text>", "now", () => {
      throw new RangeError("broken");
    });
    expect(() => parseFlags(broken, ["--now", "x"])).toThrow(RangeError);
  });
});

describe("a whole number", () => {
  test.for([
    ["3", 3],
    ["10", 10],
    ["007", 7],
  ] as const)("may be written %s", ([text, number]) => {
    expect(wholeNumber(3, 10)(text)).toBe(number);
  });

  test.for(["2", "11", "", "4.0", "0x4", "4e0", " 4", "4 ", "-4", "four"])("may not be “%s”", (text) => {
    expect(() => wholeNumber(3, 10)(text)).toThrow(InvalidArgumentError);
    expect(() => wholeNumber(3, 10)(text)).toThrow("Write a whole number from 3 to 10.");
  });
});

describe("an instant", () => {
  test("is read in UTC where it names no zone", () => {
    expect(instant("2025-07-01T18:00:00Z")).toBe(1_751_392_800);
    expect(instant("2025-07-01 18:00")).toBe(1_751_392_800);
  });

  test("that cannot be read is refused with an example", () => {
    expect(() => instant("soon")).toThrow("Write it as 2025-07-01T18:00:00Z.");
  });
});

describe("an address on the web", () => {
  test.for([
    ["https://quay.example/rss.xml?a#b", "https://quay.example/rss.xml?a#b"],
    ["HTTP://Quay.example", "http://quay.example/"],
  ] as const)("may be %s", ([text, url]) => {
    expect(webUrl(text)).toBe(url);
  });

  test.for(["quay.example", "", "ftp://quay.example/", "xhttps://quay.example/", "httpsx://quay.example/"])(
    "may not be “%s”",
    (text) => {
      expect(() => webUrl(text)).toThrow("Write it as https://news.example/.");
    },
  );
});

describe("the origin of a site", () => {
  test.for([
    ["https://quay.example", "https://quay.example"],
    ["https://quay.example/", "https://quay.example"],
    ["http://127.0.0.1:8787", "http://127.0.0.1:8787"],
  ] as const)("may be %s", ([text, url]) => {
    expect(originUrl(text)).toBe(url);
  });

  test.for([
    "quay.example",
    "ftp://quay.example",
    "xhttps://quay.example/",
    "httpsx://quay.example/",
    "https://quay.example/news",
    "https://quay.example/?a",
    "https://quay.example/#a",
  ])("may not be “%s”", (text) => {
    expect(() => originUrl(text)).toThrow("Write it as https://news.example.");
  });
});

test.for(["localhost", "my_quay.example", "192.168.1.20", "::1", "[::1]", "FE80::1"])(
  "a host may be %s",
  (host) => {
    expect(parseFlags(tide(), ["--host", host])).toMatchObject({ host });
  },
);

test("flags that npm kept for itself are told, with the line that was meant", async () => {
  const npm = { npm_lifecycle_event: "tide", npm_config_content: "true" };
  const { result, stderr } = await captured((): unknown => {
    try {
      return parseFlags(tide({ ...REPOSITORY, environment: npm }), ["news"]);
    } catch (cause) {
      return cause;
    }
  });
  expect(result).toMatchObject({ name: "UsageError", exitCode: EXIT.usage });
  expect(stderr).toContain(
    "npm took flags that were meant for the command; write npm run tide -- --content news",
  );
});

describe("a word that no flag precedes", () => {
  const told = (line: ReturnType<typeof tide>, args: readonly string[]) =>
    captured((): unknown => {
      try {
        return parseFlags(line, args);
      } catch (cause) {
        return cause;
      }
    });

  test("is one too many behind those that the command takes", async () => {
    const line = tide();
    line.command.argument("<from>").argument("<to>");
    const { stderr } = await told(line, ["Low", "Tide", "high"]);
    expect(stderr).toContain(
      'the word high is one too many; if it belongs to the name before it, write "Low Tide high"',
    );
  });

  test("belongs to no flag of a command without a folder", async () => {
    const { stderr } = await told(commandLine("tide", "Tells the tide.", REPOSITORY), ["high"]);
    expect(stderr).toContain("the word high belongs to no flag\n");
  });

  test("is welcome where the command takes any number", () => {
    const line = tide();
    line.command.argument("<ports...>");
    expect(parseFlags(line, ["a", "b", "c"])).toEqual({ port: 8787 });
  });
});
