import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../content-folder.ts";
import { articlesIn, bodyIn, filesIn, importHere, textIn } from "./import-here.ts";
import { dot, oldServer } from "./old-server.ts";
import { wordpressExport } from "./wordpress-export.ts";

const ONE = { id: 1, name: "one", content: "One" };
const TWO = { id: 2, name: "two", content: "Two" };

test("a second import of the same writes nothing", async () => {
  const { into } = await importHere(wordpressExport([ONE, TWO]));
  const before = filesIn(into).map((file) => textIn(into, file));
  const { report } = await importHere(wordpressExport([ONE, TWO]), { into });
  expect(report.files).toMatchObject({ new: 0, updated: 0, kept: 2 });
  expect(report.settings).toBe("kept");
  expect(filesIn(into).map((file) => textIn(into, file))).toEqual(before);
});

test("a newer export adds, updates what nobody edited, and leaves alone what people did", async () => {
  const three = { id: 3, name: "three", content: "Three" };
  const { into } = await importHere(wordpressExport([ONE, TWO, three, { id: 4, name: "four" }]));
  writeFileSync(join(into, "2024/two.md"), `${textIn(into, "2024/two.md")}\nMy own words.\n`);
  rmSync(join(into, "2024/three.md"));
  const { report, exitCode } = await importHere(
    wordpressExport([
      { id: 5, name: "five" },
      { ...ONE, content: "One, anew" },
      { ...TWO, content: "Two, anew" },
      three,
      { id: 4, name: "four" },
    ]),
    { into },
  );
  expect(report.files).toEqual({ new: 1, updated: 1, kept: 1, edited: 1, removed: 1, taken: 0 });
  expect(exitCode).toBe(0);
  expect(bodyIn(into, "2024/one.md")).toBe("One, anew");
  expect(bodyIn(into, "2024/two.md")).toContain("My own words.");
  expect(existsSync(join(into, "2024/three.md"))).toBe(false);
  expect(report.problems).toMatchObject([{ file: "2024/two.md", severity: "warning" }]);
});

test("a file that is nobody's import is never overwritten", async () => {
  const into = temporaryFolder();
  writeFileSync(join(into, "site.toml"), 'title = "Mine"\n');
  writeFileSync(join(into, "about.md"), "Mine\n");
  const { report, exitCode } = await importHere(wordpressExport([{ id: 1, name: "about", type: "page" }]), {
    into,
  });
  expect(exitCode).toBe(1);
  expect(report).toMatchObject({ settings: "kept", files: { taken: 1 } });
  expect(report.problems[0]?.message).toContain("is from no import");
  expect(textIn(into, "about.md")).toBe("Mine\n");
  expect(textIn(into, "site.toml")).toBe('title = "Mine"\n');
});

test("an import that was killed is completed: what lies there already counts, what is half does not", async () => {
  const whole = await importHere(wordpressExport([ONE, TWO]));
  const into = temporaryFolder();
  await importHere(wordpressExport([ONE]), { into });
  const journal = join(into, ".feedwright-import.jsonl");
  // Written, but the journal does not say so; and a line of it that was cut off.
  writeFileSync(journal, '{"kind":"article","key":"https://old.exam');
  const { report } = await importHere(wordpressExport([ONE, TWO]), { into });
  expect(report.files).toMatchObject({ new: 1, kept: 1, taken: 0 });
  expect(filesIn(into)).toEqual(filesIn(whole.into));
});

test("--dry-run writes nothing and says what it would", async () => {
  const { into, report } = await importHere(wordpressExport([ONE, TWO]), { flags: ["--dry-run"] });
  expect(report.files.new).toBe(2);
  expect(filesIn(into)).toEqual([]);
  expect(existsSync(join(into, ".feedwright-import.jsonl"))).toBe(false);
});

test("--since leaves out what was neither published nor changed since", async () => {
  const { report } = await importHere(
    wordpressExport([{ ...ONE, date: "2020-01-01 00:00:00", dateGmt: "2020-01-01 00:00:00" }, TWO]),
    { flags: ["--since", "2024-01-01"] },
  );
  expect(report).toMatchObject({ posts: 1, older: 1 });
});

const image = (origin: string, name: string) => `<p><img src="${origin}/${name}" alt=""></p>`;

test("media are fetched beside the article that names them first, once, and only where they are missing", async () => {
  const server = await oldServer((origin) => ({
    "/feed": `<rss version="2.0"><channel><title>Old</title><link>${origin}/</link>${[1, 2]
      .map(
        (at) =>
          `<item><title>Post ${at}</title><guid>${origin}/${at}/</guid><link>${origin}/post-${at}/</link><pubDate>Mon, 01 Jul 2024 09:30:45 GMT</pubDate><description><![CDATA[${image(origin, "a.png")}${image(origin, `own-${at}.png`)}${image(origin, "gone.png")}${image("https://other.example", "x.png")}]]></description></item>`,
      )
      .join("")}</channel></rss>`,
    "/a.png": dot(1),
    "/own-1.png": dot(2),
    "/own-2.png": 410,
    "/gone.png": "<html>sorry</html>",
  }));
  const first = await importHere(`${server.origin}/feed`);
  const { into } = first;
  expect(filesIn(into)).toEqual([
    "2024/post-1/a.png",
    "2024/post-1/index.md",
    "2024/post-1/own-1.png",
    "2024/post-2/index.md",
    "_redirects",
    "site.toml",
  ]);
  expect(first.report.media).toMatchObject({
    fetched: 2,
    kept: 0,
    wanted: 4,
    elsewhere: { "other.example": 2 },
  });
  expect(first.report.media.gone.map(({ why }) => why)).toEqual([
    "it is no picture, sound, film or document",
    "the answer was 410",
  ]);
  expect(bodyIn(into, "2024/post-2/index.md").split("\n\n").slice(0, 2)).toEqual([
    "![](../post-1/a.png)",
    `![](${server.origin}/own-2.png)`,
  ]);
  server.answers["/own-2.png"] = dot(3);
  server.asked.length = 0;
  const second = await importHere(`${server.origin}/feed`, { into });
  expect(server.asked.toSorted()).toEqual(["/feed", "/gone.png", "/own-2.png"]);
  expect(second.report).toMatchObject({ files: { kept: 1, updated: 1 }, media: { fetched: 1, kept: 2 } });
  expect(bodyIn(into, "2024/post-2/index.md")).toContain("![](./own-2.png)");
  expect(readFileSync(join(into, "2024/post-2/own-2.png"))).toEqual(dot(3));
  for (const { problems } of articlesIn(into).values()) expect(problems).toEqual([]);
});

test("a host that nobody named is not asked where its address is private", async () => {
  const server = await oldServer(() => ({ "/a.png": dot(1) }));
  const source = wordpressExport([{ ...ONE, content: image(server.origin, "a.png") }], server.origin);
  const { report } = await importHere(source);
  expect(server.asked).toEqual([]);
  expect(report.media.gone[0]?.why).toContain("private address");
  const named = await importHere(source, { flags: ["--site", server.origin] });
  expect(named.report.media).toMatchObject({ fetched: 1, gone: [] });
});

test("a folder that cannot be written is told in words", async () => {
  const into = temporaryFolder();
  mkdirSync(join(into, ".feedwright-import.jsonl"));
  await expect(importHere(wordpressExport([ONE]), { into })).rejects.toThrow(
    /^The import stopped: .*; mend that and run it again/,
  );
});
