import { expect, test } from "vitest";
import type { LatestText } from "../../src/bake/places/article-text.ts";
import { textReader } from "../../src/bake/places/article-text.ts";
import { urlOf } from "./values.ts";

const SEA = { target: "https://sea.example/x", line: 1 };

/** A reader of a text with one link, and how often that was read from its source. */
function reading(latest: LatestText, words: string, led: Parameters<typeof textReader>[1] = [SEA]) {
  const times = { read: 0 };
  const read = textReader(
    () => {
      times.read += 1;
      return { pieces: ['<a href="', `">${words}</a>`], text: words };
    },
    led,
    { media: new Map(), latest },
  );
  return { read, times };
}

const none = (): LatestText => ({ readText: null, text: null });

test("a text that was read last is not read again, and gives the same words", () => {
  const { read, times } = reading(none(), "Sea");
  const first = read();
  expect(read()).toBe(first);
  expect([first, times.read]).toEqual([{ html: '<a href="https://sea.example/x">Sea</a>', text: "Sea" }, 1]);
});

test("a text is read again once another one was", () => {
  const latest = none();
  const [sea, town] = [reading(latest, "Sea"), reading(latest, "Town")];
  expect([sea.read().text, town.read().text, sea.read().text]).toEqual(["Sea", "Town", "Sea"]);
  expect([sea.times.read, town.times.read]).toEqual([2, 1]);
});

test("references lead where they were found to lead, and to other sites as they are written", () => {
  const led = { urls: [urlOf("https://quay.example/a")], broken: new Set<never>() };
  expect(reading(none(), "A", led).read().html).toBe('<a href="https://quay.example/a">A</a>');
  const other = reading(none(), "A", [{ target: "https://SEA.example", line: 1 }]);
  expect(other.read().html).toBe('<a href="https://sea.example/">A</a>');
});
