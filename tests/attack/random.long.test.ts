import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readXml } from "../../src/bake/gate/read-xml.ts";
import { readState } from "../../src/publish/stored-ledger.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import type { Outcome } from "./attack.ts";
import { addressesIn, ask, bakeAttacked, keyAskedFor, NOW, OBEYED } from "./attack.ts";

/** What breaks paths, terminals, parsers and objects. */
const PIECES = [
  ..."ab/\\.%#?:&'\"<>[]{}()*+~@;=,-_ é\u0301東\u{1f600}",
  ..."\u0000\u0007\n\r\t\u001b\u007f\u009b\u00a0\u2028\u202e\ufeff\ufffd\ud800",
  ...[
    "..",
    "//",
    "%00",
    "%2f",
    "%2F",
    "%5c",
    "%zz",
    "%ff",
    "%2e%2e",
    "\u001b[2J",
    "]]>",
    "<!--",
    "-->",
    "<script>",
    "&#0;",
    "{{x}}",
    "{%x%}",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "feed",
    "rss.xml",
    "tags",
    "sections",
    "archive",
    "1",
    "2025",
    "cdn-cgi",
    "index",
    "_index",
    "site.toml",
    "https://",
    "javascript:",
    "/..//",
  ],
];
/** What is odd, and may stand anywhere. */
const ODD = [..."ab.+@~;=,-_&'()!|^$é\u0301\u{1f600}", "東", "Б", "2025", "tags", "constructor", "toString"];
const wordOf = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
const word = fc.oneof({ weight: 6, arbitrary: wordOf(ODD) }, wordOf(PIECES));
const path = fc
  .tuple(fc.constantFrom("/", "", "/2025/"), word, fc.constantFrom("", "/", "/a/"))
  .map((parts) => parts.join(""));

const FIELDS =
  "title date updated draft slug permalink url path aliases id section tags categories author summary image enclosure lang correction page canonical season transcripts __proto__ toString";
const scalar = fc.oneof(
  word,
  path,
  fc.constantFrom("2025-06-01", "en", "en-u-nu-latn", true, false, null, 0, -1, 7),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("name", "url", "src", "alt", "length", "type", "__proto__"), scalar),
);
/** Values of the kind that their fields are. */
const fitting = fc.record(
  {
    title: word,
    date: fc.constantFrom("2025-06-01", "1999-12-31", "2031-01-01", "0000-01-01"),
    permalink: path,
    aliases: fc.array(path, { maxLength: 2 }),
    slug: word,
    section: word,
    tags: fc.array(word, { maxLength: 3 }),
    authors: fc.array(word, { maxLength: 2 }),
    summary: word,
    lang: fc.constantFrom("en", "ar", "en-u-nu-latn", "zh-Hant", "tostring"),
    id: word,
    page: fc.boolean(),
    correction: word,
    image: path,
    canonical: word.map((end) => `https://a.example/${end}`),
  },
  { requiredKeys: [] },
);
const fields = fc.oneof(
  { weight: 3, arbitrary: fitting },
  fc.dictionary(fc.constantFrom(...FIELDS.split(" ")), value, { maxKeys: 5 }),
);
const body = fc
  .array(fc.oneof(word, fc.constantFrom("# Head\n", "\n\n", "[x](/a//b)", "![y](../../etc/passwd)", "- ")), {
    maxLength: 8,
  })
  .map((parts) => parts.join(" "));
const text = fc
  .tuple(fields, body, fc.constantFrom("json", "json", "yaml", "yaml", "none", "torn"))
  .map(([front, rest, form]) => {
    // JSON is YAML too.
    if (form === "json") return `---json\n${JSON.stringify(front)}\n---\n${rest}`;
    if (form === "yaml") return `---\n${JSON.stringify(front)}\n---\n${rest}`;
    return form === "none" ? rest : `---\n${JSON.stringify(front).slice(0, -3)}\n---\n${rest}`;
  });
const segment = word
  .map((name) => name.replace(/[/\u0000]/g, "").toWellFormed())
  .filter((name) => !/^\.*$/.test(name));
const file = fc.record({
  name: fc
    .tuple(fc.array(segment, { maxLength: 2 }), segment, fc.constantFrom(".md", ".txt", ".html", ".png", ""))
    .map(([folders, name, extension]) => [...folders, name + extension].join("/")),
  text,
});

const SETTINGS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  permalink: fc
    .tuple(path, fc.constantFrom("{slug}", "/{slug}/", "/{year}/{slug}", ""))
    .map((parts) => parts.join("")),
  static: fc.array(path, { maxLength: 2 }),
  icon: path,
  footer: word,
  copyright: word,
  language: fc.constantFrom("en", "ar", "en-u-nu-latn", "\u001b"),
  authors: fc.array(word, { maxLength: 2 }),
};
const settings = fc.record(SETTINGS, { requiredKeys: [] });
const redirects = fc.dictionary(
  path,
  fc.oneof(
    path,
    word.map((end) => `https://${end}`),
  ),
  { maxKeys: 3 },
);

function tomlOf(some: Readonly<Record<string, unknown>>, leads: Readonly<Record<string, string>>): string {
  const lines = (table: Readonly<Record<string, unknown>>) =>
    Object.entries(table).map(([key, one]) =>
      `${JSON.stringify(key)} = ${JSON.stringify(one)}`.replaceAll("\u007f", "\\u007f"),
    );
  return [...lines(some), "[redirects]", ...lines(leads)].join("\n");
}

test("of any folder every problem names a file, what is published is served and can be read, and stays", async () => {
  const around = mkdtempSync(join(tmpdir(), "feedwright-random-"));
  let number = 0;
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 3, maxLength: 8 }),
        settings,
        redirects,
        fc.boolean(),
        async (files, some, leads, isPlain) => {
          const content = join(around, String(++number), "content");
          const toml = isPlain ? "" : tomlOf(some, leads);
          contentFolder(
            { "site.toml": SITE_TOML + toml, "zz-good.md": "---\nid: zz-good\n---\nNothing is wrong.\n" },
            content,
          );
          for (const { name, text } of files) tryWrite(join(content, name), text);
          const outcome = await bakeAttacked(content);
          expectToldWell(outcome, isPlain);
          if (outcome.report.refusal !== null) return;
          await expectServed(outcome);
          const again = await bakeAttacked(content, { now: NOW + 60, full: true }, outcome.store);
          expect(again.report).toMatchObject({ refusal: null, plan: { put: 0, delete: 0 } });
        },
      ),
      { numRuns: 400 },
    );
  } finally {
    execFileSync("rm", ["-rf", around]);
  }
}, 600_000);

/** A name may be too long for the disk, or a folder already. */
function tryWrite(place: string, content: string): void {
  try {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content, { flag: "wx" });
  } catch {}
}

function expectToldWell({ report, lines }: Outcome, isPlain: boolean): void {
  expect(report.problems.filter(({ file, message }) => file === "" || message === "")).toEqual([]);
  expect(lines.filter((line) => OBEYED.test(line))).toEqual([]);
  const isSettings = report.problems.some(
    ({ file, severity }) => file === "site.toml" && severity === "error",
  );
  expect(isPlain && isSettings).toBe(false);
  if (!isSettings) expect(report.refusal).toBeNull();
}

async function expectServed({ store, report }: Outcome): Promise<void> {
  const { ledger } = (await readState(store, { newestEdition: 0, pausesMs: [] })).stored;
  expect(report.articles).toBeGreaterThan(0);
  for (const { address } of ledger.articles) {
    expect([address, (await ask(store, address)).kind]).toEqual([address, "whole"]);
  }
  for (const key of await addressesIn(store)) {
    expect(keyAskedFor(key)).toBe(key);
    const { kind, metadata, text } = await ask(store, key);
    expect(["whole", "moved", "gone"]).toContain(kind);
    if (kind !== "whole") continue;
    if (/xml|opml/.test(metadata?.type ?? "")) readXml(text);
    if (/json/.test(metadata?.type ?? "")) JSON.parse(text);
  }
}
