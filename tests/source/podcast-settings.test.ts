import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

function read(toml: string) {
  const problems = new FileProblems("site.toml");
  const file = { path: "site.toml" as ContentPath, bytes: new TextEncoder().encode(toml) };
  const { podcast } = readSiteSettings(file, "folder", problems);
  return {
    podcast,
    problems: problems.list.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

const GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810";

describe("[podcast] in site.toml", () => {
  test("alone makes a show of which nothing is told", () => {
    expect(read("[podcast]")).toEqual({
      podcast: {
        author: null,
        owner: null,
        explicit: false,
        image: null,
        categories: [],
        guid: null,
        kind: "episodic",
      },
      problems: [],
    });
  });

  test("tells directories of the show", () => {
    const toml = `[podcast]
author = " The Quay "
owner = { name = "Desk", email = "desk@quay.example" }
explicit = true
image = "cover.png"
categories = ["News > Daily News", "Sports", "Arts>Books"]
guid = "${GUID}"
kind = "serial"`;
    expect(read(toml)).toEqual({
      podcast: {
        author: "The Quay",
        owner: { name: "Desk", email: "desk@quay.example" },
        explicit: true,
        image: "cover.png",
        categories: [
          { name: "News", subcategory: "Daily News" },
          { name: "Sports", subcategory: null },
          { name: "Arts", subcategory: "Books" },
        ],
        guid: GUID,
        kind: "serial",
      },
      problems: [],
    });
  });

  test("may say that it is an episodic one", () => {
    expect(read('[podcast]\nkind = "episodic"')).toMatchObject({
      podcast: { kind: "episodic" },
      problems: [],
    });
  });

  test.for([
    { toml: "podcast = 7", problem: '"podcast" is 7; write a table [podcast]' },
    { toml: "podcast.author = 7", problem: '"podcast.author" is 7; put quotation marks round it: "7"' },
    { toml: 'podcast.author = " "', problem: '"podcast.author" is " "; write some text, or remove the line' },
    {
      toml: 'podcast.owner = "Desk"',
      problem:
        '"podcast.owner" is "Desk"; write a table such as { name = "Desk", email = "desk@example.com" }',
    },
    {
      toml: 'podcast.owner = { name = "Desk" }',
      problem: '"podcast.owner.email" is missing; add it',
    },
    {
      toml: 'podcast.owner = { name = "Desk", email = "desk" }',
      problem: '"podcast.owner.email" is "desk"; write an e-mail address',
    },
    {
      toml: 'podcast.owner = { name = "Desk", email = "a@quay.example", mail = "a" }',
      problem: '"mail" is not a setting of podcast.owner; did you mean "email"?',
    },
    { toml: 'podcast.explicit = "yes"', problem: '"podcast.explicit" is "yes"; write true or false' },
    {
      toml: 'podcast.categories = "News"',
      problem: '"podcast.categories" is "News"; write a list such as ["News > Daily News"]',
    },
    {
      toml: "podcast.categories = [7]",
      problem: '"podcast.categories" is 7; put quotation marks round it: "7"',
    },
    {
      toml: 'podcast.guid = "quay"',
      problem: '"podcast.guid" is "quay"; write the UUID that directories know the show by',
    },
    { toml: 'podcast.kind = "daily"', problem: '"podcast.kind" is "daily"; write "episodic" or "serial"' },
    {
      toml: 'podcast.autor = "Desk"',
      problem: '"autor" is not a setting of podcast; did you mean "author"?',
    },
  ])("says how to fix $toml", ({ toml, problem }) => {
    expect(read(`\n${toml}`).problems).toEqual([`error 2: ${problem}`]);
  });
});
