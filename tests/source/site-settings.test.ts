import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { SETTINGS } from "../../src/source/settings/settings-schema.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

function read(toml: string) {
  const problems = new FileProblems("site.toml");
  const file = { path: "site.toml" as ContentPath, bytes: new TextEncoder().encode(toml) };
  return { site: readSiteSettings(file, "folder", problems), problems: problems.list };
}

describe("readSiteSettings", () => {
  test("reads settings and fills in the rest", () => {
    const { site, problems } = read(
      'title = "The Quay"\nurl = "https://quay.example/"\nauthors = ["Desk"]\n[sections.sea]\ntitle = "At sea"\n',
    );
    expect(problems).toEqual([]);
    expect(site).toMatchObject({
      title: "The Quay",
      url: "https://quay.example",
      homeHost: "quay.example",
      permalink: "/articles/{slug}",
      feedItems: 20,
      pollMinutes: 15,
      authors: [{ name: "Desk", url: null, email: null }],
      sections: [{ name: "sea", title: "At sea", description: null }],
    });
  });

  test.for([
    {
      name: "an unknown key",
      toml: 'title = "A"\ntitel = "B"',
      line: 2,
      message: '"titel" is not a setting; did you mean "title"?',
    },
    {
      name: "a wrong type",
      toml: "title = 3",
      line: 1,
      message: '"title" is 3; put quotation marks round it: "3"',
    },
    { name: "a number out of bounds", toml: "\nfeed_items = 0", line: 2, message: "from 1 to 500" },
    {
      name: "an unknown zone",
      toml: 'timezone = "Mars/Olympus"',
      line: 1,
      message: "write the zone of a large city, such as Europe/Paris",
    },
    {
      name: "a url with a path",
      toml: 'url = "https://quay.example/blog"',
      line: 1,
      message: 'a site has no path; write "https://quay.example"',
    },
    {
      name: "a field that there is not",
      toml: '[fields]\ntitel = "headline"',
      line: 2,
      message: '"titel" is not a setting of fields; did you mean "title"?',
    },
    {
      name: "a part that a field has not",
      toml: '[fields]\nenclosure = { url = "file", bites = "size" }',
      line: 2,
      message:
        '"fields.enclosure" is a table; write the name that the front matter uses, or a list of such names, or a table with the names of its parts: url, length, type, duration',
    },
    {
      name: "a field under no name",
      toml: "[fields]\ntitle = []",
      line: 2,
      message: '"fields.title" is a list; write the name that the front matter uses, or a list of such names',
    },
    {
      name: "an author without a name",
      toml: '[authors.jane]\nurl = "https://jane.example"',
      line: 1,
      message: '"authors.jane.name" is missing; add it',
    },
    {
      name: "an unknown key of an author",
      toml: '[authors.jane]\nname = "Jane"\nemial = "jane@jane.example"',
      line: 3,
      message: '"emial" is not a setting of authors.jane; did you mean "email"?',
    },
    {
      name: "a kind of channel that there is not",
      toml: 'channels = ["sections", "months"]',
      line: 1,
      message: '"channels" is "months"; write a list of "sections", "authors", "tags", "languages"',
    },
    { name: "a count of nothing", toml: "tag_min_articles = 0", line: 1, message: "from 1 to 1000" },
    {
      name: "dates from elsewhere",
      toml: 'dates = "svn"',
      line: 1,
      message: '"dates" is "svn"; write "git", or remove the line',
    },
    {
      name: "a glob from the root",
      toml: 'exclude = ["/docs"]',
      line: 1,
      message: "from the content folder on",
    },
    {
      name: "a key inside a table",
      toml: '[sections.sea]\ntitle = "Sea"\ncolour = "blue"',
      line: 3,
      message: '"colour" is not a setting of sections.sea; remove it, or use one of title, description',
    },
    {
      name: "a key of an author",
      toml: 'authors = [{ name = "Desk", mail = "d@quay.example" }]',
      line: 1,
      message: "write names, or tables such as",
    },
    {
      name: "a token that is none",
      toml: 'permalink = "/{weather}/{slug}"',
      line: 1,
      message: "the tokens {slug}, {title}",
    },
    {
      name: "an absolute static folder",
      toml: 'static = ["/srv"]',
      line: 1,
      message: "such as static or ../static",
    },
    {
      name: "a redirect from no path",
      toml: '[redirects]\nold = "/new"',
      line: 2,
      message: "with a leading slash",
    },
    {
      name: "a redirect to no path",
      toml: '[redirects]\n"/a" = "/b"\n"/old" = "new"',
      line: 3,
      message: "write a path such as /new",
    },
    {
      name: "broken TOML",
      toml: 'title = "A"\nurl = = 3',
      line: 2,
      column: 7,
      message: "one equals sign is enough; write url = 3",
    },
  ])("reports $name with its line", ({ toml, line, column, message }) => {
    expect(read(toml).problems).toEqual([
      {
        file: "site.toml",
        line,
        ...(column && { column }),
        severity: "error",
        message: expect.stringContaining(message),
      },
    ]);
  });

  test.for([
    { url: "http://127.0.0.1:8787", host: null },
    { url: "http://127.8.9.10", host: null },
    { url: "http://localhost:8787", host: null },
    { url: "http://quay.localhost", host: null },
    { url: "http://[::1]:8787", host: null },
    { url: "https://quay.example:8443", host: "quay.example" },
    { url: "https://localhost.example", host: "localhost.example" },
    { url: "https://notlocalhost", host: "notlocalhost" },
    { url: "https://127.0.0.1.quay.example", host: "127.0.0.1.quay.example" },
  ])("a loopback address is no home, for ids must not begin with it: $url", ({ url, host }) => {
    expect(read(`url = "${url}"`).site.homeHost).toBe(host);
  });

  test("a site without a title has that of its folder", () => {
    expect(read("").site.title).toBe("folder");
  });

  test.for([
    {
      rule: "at the top",
      toml: "Feed-items = 7",
      is: '"Feed-items" is not a setting; did you mean "feed_items"?',
    },
    {
      rule: "as a table",
      toml: "[titles.a]",
      is: '"titles" is not a setting; did you mean "title"?',
    },
    {
      rule: "of a section",
      toml: '[sections.sea]\nname = "Sea"',
      is: '"name" is not a setting of sections.sea; remove it, or use one of title, description',
    },
    {
      rule: "of a link",
      toml: 'navigation = [{ title = "A", href = "/a", link = "/a" }]',
      is: '"link" is not a setting of navigation; remove it, or use one of title, href',
    },
  ])("knows the keys that may stand where an unknown one does: $rule", ({ toml, is }) => {
    expect(read(toml).problems).toMatchObject([{ severity: "error", message: expect.stringContaining(is) }]);
  });

  test("TOML that is nested too deeply is a problem, not a fault", () => {
    const toml = `a = ${"[".repeat(40_000)}${"]".repeat(40_000)}`;
    expect(read(toml).problems).toEqual([
      {
        file: "site.toml",
        line: null,
        severity: "error",
        message: "is nested too deeply to be read; write it flatter",
      },
    ]);
  });

  test("without a file defaults apply, with a notice", () => {
    const problems = new FileProblems("site.toml");
    expect(readSiteSettings(null, "folder", problems)).toEqual(read("").site);
    expect(problems.list).toEqual([
      {
        file: "site.toml",
        line: null,
        severity: "notice",
        message:
          'is missing, so defaults apply (title "folder", url http://127.0.0.1:8787); write one with title and url to publish under your own address',
      },
    ]);
  });

  test("docs/site.md tells of every setting, and its example is without a problem", () => {
    const docs = readFileSync(new URL("../../docs/site.md", import.meta.url), "utf8");
    for (const key of Object.keys(SETTINGS.entries)) expect(docs).toContain(`| \`${key}\` |`);
    const example = /```toml\n([\s\S]*?)```/.exec(docs)?.[1] ?? "";
    expect(read(example).problems).toEqual([]);
  });
});
