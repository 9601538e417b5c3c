import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

/** What is said of a file, with lines. */
function said(text: string): string[] {
  const problems = new FileProblems("site.toml");
  readSiteSettings({ path: "site.toml" as ContentPath, bytes: Buffer.from(text) }, "quay", problems);
  return problems.list.map(({ line, message }) => `${line}: ${message}`);
}

describe("a setting is looked at from end to end", () => {
  test.for([
    {
      toml: 'url = " x.example "',
      says: ['1: "url" is " x.example "; write it with https:// in front: "https://x.example"'],
    },
    {
      toml: 'url = "x.example:1"',
      says: ['1: "url" is "x.example:1"; write it with https:// in front: "https://x.example:1"'],
    },
    {
      toml: 'url = "x.example:65535"',
      says: ['1: "url" is "x.example:65535"; write it with https:// in front: "https://x.example:65535"'],
    },
    {
      toml: 'url = "x.example:65536"',
      says: ['1: "url" is "x.example:65536"; a port is a number from 1 to 65535'],
    },
    {
      toml: 'url = "//x.example"',
      says: ['1: "url" is "//x.example"; write it with https:// in front: "https://x.example"'],
    },
    {
      toml: 'url = "http//x.example"',
      says: ['1: "url" is "http//x.example"; write it with https:// in front: "https://x.example"'],
    },
    {
      toml: 'url = "127.0.0.1:8787"',
      says: ['1: "url" is "127.0.0.1:8787"; write it with http:// in front: "http://127.0.0.1:8787"'],
    },
    {
      toml: 'url = "mylocalhost:1"',
      says: ['1: "url" is "mylocalhost:1"; write a URL with https:// in front, such as https://example.com'],
    },
    {
      toml: 'url = "localhosts:1"',
      says: ['1: "url" is "localhosts:1"; write a URL with https:// in front, such as https://example.com'],
    },
    { toml: 'url = "[::1]"', says: ['1: "url" is "[::1]"; write it with http:// in front: "http://[::1]"'] },
    {
      toml: 'url = "[2001:db8::1]:80"',
      says: [
        '1: "url" is "[2001:db8::1]:80"; write a URL with https:// in front, such as https://example.com',
      ],
    },
    {
      toml: 'url = "LOCALHOST"',
      says: ['1: "url" is "LOCALHOST"; write it with http:// in front: "http://LOCALHOST"'],
    },
    {
      toml: 'timezone = "new  york"',
      says: ['1: "timezone" is "new  york"; write a zone by its full name; did you mean "America/New_York"?'],
    },
    {
      toml: 'timezone = " Los Angeles"',
      says: [
        '1: "timezone" is " Los Angeles"; write a zone by its full name; did you mean "America/Los_Angeles"?',
      ],
    },
    {
      toml: 'timezone = "Europe/Pariss"',
      says: ['1: "timezone" is "Europe/Pariss"; write a zone by its full name; did you mean "Europe/Paris"?'],
    },
    { toml: 'accent = " #fa0 "', says: ['1: "accent" is " #fa0 "; write it as "#ffaa00"'] },
    {
      toml: 'static = ["a/.b"]',
      says: [
        '1: "static" is "a/.b"; write a folder in the content folder or at most three above it, and none whose name begins with a dot',
      ],
    },
    {
      toml: 'static = ["a/../b"]',
      says: [
        '1: "static" is "a/../b"; write a folder in the content folder or at most three above it, and none whose name begins with a dot',
      ],
    },
    {
      toml: 'static = ["a\\u0001"]',
      says: [
        '1: "static" is "a\\u0001"; write a folder in the content folder or at most three above it, and none whose name begins with a dot',
      ],
    },
    {
      toml: 'static = ["./.a"]',
      says: [
        '1: "static" is "./.a"; write a folder in the content folder or at most three above it, and none whose name begins with a dot',
      ],
    },
    {
      toml: 'static = ["..a"]',
      says: [
        '1: "static" is "..a"; write a folder in the content folder or at most three above it, and none whose name begins with a dot',
      ],
    },
    { toml: 'sections = { " " = {} }', says: ['1: "sections. " is " "; write the name of the section'] },
    {
      toml: 'templates = { "x include a" = "x" }',
      says: [
        '1: "templates.x include a" is "x include a"; write the name of the mark, such as youtube, or of a file that is included, such as "include note.html"',
      ],
    },
    {
      toml: 'templates = { "a<b" = "x" }',
      says: [
        '1: "templates.a<b" is "a<b"; write the name of the mark, such as youtube, or of a file that is included, such as "include note.html"',
      ],
    },
    {
      toml: 'templates = { "%a" = "x" }',
      says: [
        '1: "templates.%a" is "%a"; write the name of the mark, such as youtube, or of a file that is included, such as "include note.html"',
      ],
    },
    {
      toml: 'style = { size = "a18px" }',
      says: [
        '1: "style.size" is "a18px"; write a length from "14px" to "24px", or from "0.875rem" to "1.5rem"',
      ],
    },
    {
      toml: 'exclude = ["a\\u0001"]',
      says: [
        '1: "exclude" is "a\\u0001"; write a list of paths such as ["docs/**", "*.txt"], from the content folder on',
      ],
    },
    {
      toml: 'exclude = ["a\\\\b"]',
      says: [
        '1: "exclude" is "a\\\\b"; write a list of paths such as ["docs/**", "*.txt"], from the content folder on',
      ],
    },
    {
      toml: 'collections = ["drafts"]',
      says: [
        '1: "collections" is "drafts"; write a list of names such as ["docs"], for the folder _docs of the content folder',
      ],
    },
    {
      toml: 'collections = ["a/b"]',
      says: [
        '1: "collections" is "a/b"; write a list of names such as ["docs"], for the folder _docs of the content folder',
      ],
    },
    {
      toml: 'collections = ["a\\u0001"]',
      says: [
        '1: "collections" is "a\\u0001"; write a list of names such as ["docs"], for the folder _docs of the content folder',
      ],
    },
    {
      toml: 'hosts = ["a.example x"]',
      says: [
        '1: "hosts" is "a.example x"; write a host without "https://", a port or a path, such as old.example',
      ],
    },
    {
      toml: 'hosts = ["x.example."]',
      says: ['1: "hosts" is "x.example."; write a host such as old.example'],
    },
    { toml: 'hosts = ["%"]', says: ['1: "hosts" is "%"; write a host such as old.example'] },
    {
      toml: 'redirect_queries = ["id=1"]',
      says: ['1: "redirect_queries" is "id=1"; write the name alone, such as "id"'],
    },
    {
      toml: 'redirects = { "/a/../b" = "/d" }',
      says: [
        '1: "redirects./a/../b" is "/a/../b"; write a path that can be asked for, without "//", ".", "..", a backslash or an escape such as %2F',
      ],
    },
    {
      toml: 'navigation = [{ title = "A", href = "xhttps://x" }]',
      says: ['1: "navigation.href" is "xhttps://x"; write a path that begins with /, or a URL'],
    },
    {
      toml: 'permalinks = { "section: " = "/{slug}" }',
      says: ['1: "permalinks.section: " is "section: "; write the name behind it, such as "section:note"'],
    },
    {
      toml: 'permalinks = { " category:" = "/{slug}" }',
      says: ['1: "permalinks. category:" is " category:"; write the name behind it, such as "category:note"'],
    },
    {
      toml: 'permalinks = { "a\\\\b" = "/{slug}" }',
      says: [
        '1: "permalinks.a\\b" is "a\\\\b"; write a folder from the content folder on, such as blog or blog/news',
      ],
    },
    {
      toml: 'ids = "a b:{slug}"',
      says: [
        '1: "ids" is "a b:{slug}"; write a URL, or another text that begins with a scheme such as urn: and has no spaces, of at most 200 characters',
      ],
    },
    {
      toml: 'ids = "1a:{slug}"',
      says: [
        '1: "ids" is "1a:{slug}"; write a URL, or another text that begins with a scheme such as urn: and has no spaces, of at most 200 characters',
      ],
    },
    {
      toml: 'ids = "a1:{slug} x"',
      says: [
        '1: "ids" is "a1:{slug} x"; write a URL, or another text that begins with a scheme such as urn: and has no spaces, of at most 200 characters',
      ],
    },
    {
      toml: 'permalink = "/{slug}/{slug}{title}"',
      says: [
        '1: "permalink" is "/{slug}/{slug}{title}"; write a path of at most 100 bytes that can be served, with {slug} once and without "//", ".", "..", a backslash or an escape such as %2F',
      ],
    },
    { toml: 'languages = ["a"]', says: ['1: "languages" is "a"; write a language tag such as en or pt-BR'] },
    {
      toml: 'languages = ["en-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]',
      says: [
        '1: "languages" is "en-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; write a language tag such as en or pt-BR',
      ],
    },
    {
      toml: 'feeds = { "/x" = 5 }',
      says: [
        '1: "feeds./x" is 5; write "rss", "atom" or "json", or the feed of each channel: "tag.rss", "section.atom", "author.json"',
      ],
    },
    {
      toml: 'feeds = { "/x" = "xrss" }',
      says: [
        '1: "feeds./x" is "xrss"; write "rss", "atom" or "json", or the feed of each channel: "tag.rss", "section.atom", "author.json"',
      ],
    },
    {
      toml: 'feeds = { "/x" = "rss2" }',
      says: [
        '1: "feeds./x" is "rss2"; write "rss", "atom" or "json", or the feed of each channel: "tag.rss", "section.atom", "author.json"',
      ],
    },
    {
      toml: 'feeds = { "/{tag}/{tag}" = "tag.rss" }',
      says: ['1: "feeds./{tag}/{tag}" is "/{tag}/{tag}"; write {tag} once, where its name stood'],
    },
    {
      toml: 'feeds = { "/{tag}/{a}" = "tag.rss" }',
      says: ['1: "feeds./{tag}/{a}" is "/{tag}/{a}"; write {tag} once, where its name stood'],
    },
    {
      toml: 'feeds = { "/{author}" = "tag.rss" }',
      says: ['1: "feeds./{author}" is "/{author}"; write {tag} once, where its name stood'],
    },
    {
      toml: "[feeds]\nslugs = { a = 5 }",
      says: ['2: "feeds.slugs" is a table; write a table such as { "harbour-news" = "harbour" }'],
    },
    { toml: "feeds = []", says: ['1: "feeds" is a list; write a table such as "/index.xml" = "rss"'] },
    {
      toml: "title = 1\nurl = 2",
      says: [
        '1: "title" is 1; put quotation marks round it: "1"',
        '2: "url" is 2; put quotation marks round it: "2"',
      ],
    },
    {
      toml: '[podcast]\nowner = { name = "A", email = "a@b", x = 1 }',
      says: ['2: "x" is not a setting of podcast.owner; remove it, or use one of name, email'],
    },
    {
      toml: "authors = [[]]",
      says: [
        '1: "authors" is a list; write names, or tables such as { name = "Desk", url = "https://example.com/desk" }',
      ],
    },
    {
      toml: "permalinks = { blog = 5 }",
      says: ['1: "permalinks.blog" is 5; put quotation marks round it: "5"'],
    },
    {
      toml: 'permalink = "/:slug"\ngenerator = "zola"',
      says: ['1: "permalink" is "/:slug", in the tokens of a generator; write permalink = "/{slug}"'],
    },
    {
      toml: 'permalink = "/:slug/:x"\ngenerator = "jekyll"',
      says: [
        '1: "permalink" is "/:slug/:x", in the tokens of a generator, and not all of them have a like here; write a pattern such as "/{year}/{slug}/"',
      ],
    },
    { toml: "permalink = 5", says: ['1: "permalink" is 5; put quotation marks round it: "5"'] },
    {
      toml: 'generator = "hugo"\npermalink = "/:slug/"',
      says: ['2: "permalink" is "/:slug/", in the tokens of a generator; write permalink = "/{title}/"'],
    },
    {
      toml: '[permalinks]\n"a.b" = "/:title"',
      says: ['2: "permalinks.a.b" is "/:title", in the tokens of a generator; write "a.b" = "/{slug}"'],
    },
    { toml: "a = 1 2", says: ['1: a text needs quotation marks round it; write a = "1 2"'] },
    {
      toml: 'title = "a"\n\ntitle = "b"',
      says: ['3: "title" appears a second time (the first is 2 lines above); keep one of the two'],
    },
  ])("and told where something of it cannot be meant: $toml", ({ toml, says }) => {
    expect(said(toml)).toEqual(says);
  });

  test.for([
    'url = "http:/x.example"',
    'static = [".."]',
    'static = ["../.."]',
    'static = ["."]',
    'static = ["./"]',
    'static = ["../../.."]',
    'templates = { "include a.html" = "x" }',
    'templates = { "includexa" = "x" }',
    'style = { width = "44.25rem" }',
    'collections = ["postscripts", "draftsman", "a"]',
    'collections = ["docs"]',
    'channels = ["tags"]',
    'redirects = { "/a?b=/c" = "/d" }',
    'redirects = { "/a?b//c" = "/d" }',
    'navigation = [{ title = "A", href = "/a?b//c" }]',
    'navigation = [{ title = "A", href = "/a#b//c" }]',
    'permalinks = { "../a" = "/{slug}" }',
    'ids = "a.b+c-1:{slug}"',
    `permalink = "/{slug}/${"a".repeat(92)}"`,
    `ids = "urn:{slug}${"a".repeat(190)}"`,
  ])("and taken where all of it can: %s", (toml) => {
    expect(said(toml)).toEqual([]);
  });

  test("a pattern has 100 bytes at most, an id 200 characters", () => {
    expect(said(`permalink = "/{slug}/${"a".repeat(93)}"`)).toEqual([
      expect.stringContaining("write a path of at most 100 bytes"),
    ]);
    expect(said(`ids = "urn:{slug}${"a".repeat(191)}"`)).toEqual([
      expect.stringContaining("of at most 200 characters"),
    ]);
  });
});

describe("what site.toml tells of an author", () => {
  const profilesOf = (toml: string) => {
    const problems = new FileProblems("site.toml");
    const file = { path: "site.toml" as ContentPath, bytes: Buffer.from(toml) };
    const { profiles } = readSiteSettings(file, "quay", problems);
    expect(problems.list).toEqual([]);
    return profiles;
  };

  test.for([
    {
      name: "text",
      toml: 'about = "Sails."',
      profile: { about: "Sails.", image: null, links: [] },
    },
    { name: "a picture", toml: 'image = "a.png"', profile: { about: null, image: "a.png", links: [] } },
    {
      name: "links by their hosts, and by their titles",
      toml: 'links = ["https://www.quay.example/@a", { title = "A www.", href = "/a" }, "https://awww.example/"]',
      profile: {
        about: null,
        image: null,
        links: [
          { title: "quay.example", href: "https://www.quay.example/@a" },
          { title: "A www.", href: "/a" },
          { title: "awww.example", href: "https://awww.example/" },
        ],
      },
    },
  ])("is on her page: $name", ({ toml, profile }) => {
    expect(profilesOf(`[authors.ana]\nname = "Ana"\n${toml}\n`)).toEqual([{ name: "Ana", ...profile }]);
    expect(profilesOf(`[[authors]]\nname = "Ana"\n${toml}\n`)).toEqual([{ name: "Ana", ...profile }]);
  });

  test("is nothing where that is her name and how to reach her", () => {
    expect(profilesOf('authors = ["Jo", { name = "Ana", email = "ana@quay.example" }]')).toEqual([]);
  });
});

test("fields of a folder, releases of sections and formats are those that site.toml names", () => {
  const problems = new FileProblems("site.toml");
  const toml =
    'article_formats = ["markdown"]\nfields = { title = "headline", image = { src = "photo" } }\n[sections.sea]\nrelease = "09:00"\n[sections.land]\n';
  const file = { path: "site.toml" as ContentPath, bytes: Buffer.from(toml) };
  const { habits, articleFormats } = readSiteSettings(file, "quay", problems);
  expect(problems.list).toEqual([]);
  expect(articleFormats).toEqual(["markdown"]);
  expect(habits.sectionReleases).toEqual({ sea: "09:00" });
  expect(habits.fields).toEqual([
    { target: "title", names: ["headline"] },
    { target: "image", parts: [["src", "photo"]] },
  ]);
});

test("git may tell dates", () => {
  expect(said('dates = "git"')).toEqual([]);
});
