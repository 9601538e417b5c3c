import { describe, expect, test } from "vitest";
import { channelKey, foldName } from "../../src/article/channel-name.ts";

describe("names of tags", () => {
  test.for([
    { rule: "capitals", a: "Linux", b: "linux" },
    { rule: "white space", a: "Office  Hours", b: " office hours" },
    { rule: "a hyphen for a space", a: "Office Hours", b: "office-hours" },
    { rule: "an underscore for a space", a: "office_hours", b: "office hours" },
    { rule: "a hyphen between spaces", a: "Office - Hours", b: "office hours" },
    { rule: "wide letters", a: "ＲＳＳ", b: "rss" },
  ])("are one in spite of $rule", ({ a, b }) => expect(channelKey("tag", a)).toBe(channelKey("tag", b)));

  test.for([
    { a: "C", b: "C++" },
    { a: "C#", b: "C" },
    { a: ".net", b: "net" },
    { a: "été", b: "ete" },
    { a: "-", b: "_" },
    { a: "office hours", b: "officehours" },
  ])("$a and $b are two", ({ a, b }) => expect(channelKey("tag", a)).not.toBe(channelKey("tag", b)));

  test("hyphens part the names of other kinds", () => {
    expect(channelKey("author", "Jean-Paul Roy")).not.toBe(channelKey("author", "Jean Paul Roy"));
    expect(channelKey("author", "JEAN ROY")).toBe(channelKey("author", "Jean Roy"));
  });
});

test("a name counts in small letters, with single spaces and none around it", () => {
  expect(foldName("  Jean-Paul \t\n ROY ")).toBe("jean-paul roy");
  expect(channelKey("author", "  Jean-Paul \t ROY ")).toBe("author jean-paul roy");
});
