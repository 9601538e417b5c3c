import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { questionsFor } from "../../../src/command/init/answers.ts";
import { ask } from "../../../src/command/init/ask.ts";

/** A terminal in which `keys` are typed; what it shows is kept. */
function terminal(keys: string) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  let shown = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
  });
  input.write(keys);
  return { input, output, shown: () => shown };
}

const QUESTIONS = questionsFor("the-quay");

test("Enter takes what stands in brackets", async () => {
  const at = terminal("\r\r\r");
  expect(await ask(QUESTIONS, {}, at)).toEqual({ title: "The quay", url: null, language: "en" });
  expect(at.shown()).toContain("Title [The quay]: ");
  expect(at.shown()).toContain("Address, such as https://quay.example [not known yet]: ");
  expect(at.shown()).toContain("Language [en]: ");
});

test("what cannot be used is asked again, with the way to write it", async () => {
  const at = terminal("Tea & Rain\rhttps://tea.example/blog\rtea.example\rgerman\rde\r");
  expect(await ask(QUESTIONS, {}, at)).toEqual({
    title: "Tea & Rain",
    url: "https://tea.example",
    language: "de",
  });
  expect(at.shown()).toContain(
    "That does not work: write it without what follows the host: https://tea.example;",
  );
  expect(at.shown()).toContain('That does not work: write its tag, "de".');
});

test("what is known is not asked", async () => {
  const at = terminal("\r");
  const known = { title: "Tea", language: "fr" };
  expect(await ask(QUESTIONS, known, at)).toEqual({ ...known, url: null });
  expect(at.shown()).not.toContain("Title");
  expect(at.shown()).not.toContain("Language");
});

test.for([
  { name: "Ctrl+C", keys: "Tea\r\u0003" },
  { name: "Ctrl+D", keys: "Tea\r\u0004" },
])("$name leaves", async ({ keys }) => {
  await expect(ask(QUESTIONS, {}, terminal(keys))).rejects.toThrow("not all questions were answered");
});

test("the end of the input leaves", async () => {
  const at = terminal("Tea\n");
  at.input.end();
  await expect(ask(QUESTIONS, {}, at)).rejects.toThrow("not all questions were answered");
});

test.for([
  { folder: "my-site", title: "My site" },
  { folder: "quay_news  desk", title: "Quay news desk" },
  { folder: "élan", title: "Élan" },
  { folder: "--", title: "My site" },
])("a folder $folder proposes the title $title", ({ folder, title }) => {
  expect(questionsFor(folder).title).toMatchObject({ fallback: title, shownDefault: title });
});
