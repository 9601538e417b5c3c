import { describe, expect, test } from "vitest";
import { languageFix, languagesByName, languageTag } from "../../src/source/values/language-tags.ts";

describe("the name of a language", () => {
  test.for([
    { name: "French", tag: "fr" },
    { name: " french ", tag: "fr" },
    { name: "français", tag: "fr" },
    { name: "German", tag: "de" },
    { name: "Deutsch", tag: "de" },
    { name: "Hebrew", tag: "he" },
    { name: "Zulu", tag: "zu" },
  ])("is told its tag: $name", ({ name, tag }) => {
    expect(languageFix(name)).toBe(`write its tag, "${tag}"`);
  });

  test.for(["Tidal", "qz", ""])("that nobody knows is told what a tag is: “%s”", (name) => {
    expect(languageFix(name)).toBe("write a language tag such as en or pt-BR");
  });
});

test("a tag has 100 characters at most", () => {
  const tag = `en-x${"-abcdefgh".repeat(10)}-abcde`;
  expect(tag).toHaveLength(100);
  expect(languageTag(tag)).toBe(tag);
  expect(languageTag(`${tag}f`)).toBeNull();
});

test("languages go by their English names and their own, in small letters, and each has the tag that counts", () => {
  const tags = languagesByName();
  expect([...tags]).toEqual(
    expect.arrayContaining([
      ["french", "fr"],
      ["français", "fr"],
      ["hebrew", "he"],
      ["zulu", "zu"],
    ]),
  );
  for (const [name, tag] of tags) {
    expect(name).toBe(name.toLowerCase());
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(tag).toMatch(/^[a-z]{2}$/);
    expect(name).not.toBe(tag);
  }
});

test.for(["", "e", "engl", "x-quay", "english"])("“%s” is no tag", (text) => {
  expect(languageTag(text)).toBeNull();
});
