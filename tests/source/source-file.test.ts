import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { decodeText, FileProblems, lineAt } from "../../src/source/text/source-file.ts";

/** A file's text, and what is reported of it. */
function decode(bytes: Uint8Array | string) {
  const path = "a.txt" as ContentPath;
  const problems = new FileProblems(path);
  const text = decodeText({ path, bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes }, problems);
  return { text, problems: problems.list, asides: problems.asides };
}

function warning(line: number | null, message: string) {
  return { file: "a.txt", line, severity: "warning", message };
}

const WIDE = warning(null, "is not UTF-8 and was read as UTF-16; save it as UTF-8");
const WESTERN = warning(null, "is not UTF-8 and was read as Windows-1252; save it as UTF-8");

/** Bytes of UTF-16 with the greater byte first, and a byte order mark. */
function bigEndian(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
}

describe("a file's bytes (WHATWG Encoding §4.1)", () => {
  test.for([
    { name: "UTF-8", bytes: "Größe 🎶", text: "Größe 🎶" },
    { name: "UTF-8 with a byte order mark", bytes: "\ufeffGröße", text: "Größe" },
    { name: "nothing", bytes: "", text: "" },
  ])("are read as $name", ({ bytes, text }) => {
    expect(decode(bytes)).toEqual({ text, problems: [], asides: [] });
  });

  test.for([
    { name: "UTF-16LE with its mark", bytes: Buffer.from("\ufeffCafé\n水", "utf16le"), text: "Café\n水" },
    { name: "UTF-16BE with its mark", bytes: bigEndian("Café\n水"), text: "Café\n水" },
  ])("are read as $name, with a warning", ({ bytes, text }) => {
    expect(decode(bytes)).toEqual({ text, problems: [WIDE], asides: [] });
  });

  test.for([
    { name: "accents", bytes: [0x43, 0x61, 0x66, 0xe9], text: "Café" },
    { name: "curly quotes", bytes: [0x93, 0x4f, 0x6b, 0x94], text: "“Ok”" },
    { name: "ÿ at its head, as the mark of UTF-16LE begins", bytes: [0xff, 0x61], text: "ÿa" },
    { name: "þ at its head, as the mark of UTF-16BE begins", bytes: [0xfe, 0x69], text: "þi" },
    { name: "þ in second place, as the mark of UTF-16LE ends", bytes: [0x61, 0xfe], text: "aþ" },
  ])("are read as Windows-1252 with $name, with a warning", ({ bytes, text }) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ text, problems: [WESTERN], asides: [] });
  });
});

test.for([
  { name: "CRLF", text: "a\r\nb\r\n" },
  { name: "CR alone", text: "a\rb\r" },
  { name: "LF", text: "a\nb\n" },
])("line ends of $name become line feeds", ({ text }) => {
  expect(decode(text)).toEqual({ text: "a\nb\n", problems: [], asides: [] });
});

describe("characters that feeds cannot carry are dropped, and told (XML 1.0 §2.2)", () => {
  test("one, with its line", () => {
    expect(decode("a\nb\u0008c")).toMatchObject({
      text: "a\nbc",
      problems: [
        warning(
          2,
          "contains a control character that feeds cannot carry, U+0008, which was dropped; delete it",
        ),
      ],
    });
  });

  test("several, with the line of the first, whatever pictures stand before it", () => {
    expect(decode("🎶\na\u001f\n\uffff")).toMatchObject({
      text: "🎶\na\n",
      problems: [
        warning(
          2,
          "contains 2 control characters that feeds cannot carry, the first U+001F, which were dropped; delete them",
        ),
      ],
    });
  });
});

test("problems and asides name their file, and lie apart", () => {
  const problems = new FileProblems("b.md");
  problems.add("error", 3, "is wrong");
  problems.add("warning", null, "is odd");
  problems.addAside(4, "means nothing here");
  expect(problems.list).toEqual([
    { file: "b.md", line: 3, severity: "error", message: "is wrong" },
    { file: "b.md", line: null, severity: "warning", message: "is odd" },
  ]);
  expect(problems.asides).toEqual([
    { file: "b.md", line: 4, severity: "notice", message: "means nothing here" },
  ]);
});

describe("a file that no reader can read is one problem, an error", () => {
  test.for([
    {
      name: "nested too deeply",
      cause: new RangeError("Maximum call stack size exceeded"),
      reason: "it is nested too deeply or has too many parts",
    },
    { name: "an error, by its first line", cause: new Error("bad tag\nat 3"), reason: "bad tag" },
    { name: "anything else", cause: "bad tag", reason: "bad tag" },
  ])("$name", ({ cause, reason }) => {
    const problems = new FileProblems("b.md");
    problems.addFault(cause);
    expect(problems.list).toEqual([
      {
        file: "b.md",
        line: null,
        severity: "error",
        message: `cannot be read: ${reason}; write it more simply`,
      },
    ]);
  });
});

test("an offset lies on the line that its line feed ends", () => {
  expect([0, 1, 2, 3, 4].map((offset) => lineAt("a\n\nb", offset))).toEqual([1, 1, 2, 3, 3]);
});
