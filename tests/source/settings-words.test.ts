import { expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

/** What is said of a file, with lines. */
function said(text: string): string[] {
  const problems = new FileProblems("site.toml");
  readSiteSettings({ path: "site.toml" as ContentPath, bytes: Buffer.from(text) }, "quay", problems);
  return problems.list.map(({ line, message }) => `${line}: ${message}`);
}

test.for([
  { toml: "valueOf = 1", says: ['1: "valueOf" cannot be a key; rename it'] },
  { toml: "title = 5", says: ['1: "title" is 5; put quotation marks round it: "5"'] },
  { toml: 'title = " "', says: ['1: "title" is " "; write some text, or remove the line'] },
  { toml: "description = 5", says: ['1: "description" is 5; put quotation marks round it: "5"'] },
  {
    toml: 'generator = "wiki"',
    says: [
      '1: "generator" is "wiki"; write one of "jekyll", "hugo", "eleventy", "astro", "zola", "gatsby", "docusaurus"',
    ],
  },
  {
    toml: 'authority = "quay.example"',
    says: [
      '1: "authority" is "quay.example"; write a host and a year you held it in, such as example.com,2025',
    ],
  },
  { toml: "feed_items = 0", says: ['1: "feed_items" is 0; write a whole number from 1 to 500'] },
  { toml: "feed_items = 1.5", says: ['1: "feed_items" is 1.5; write a whole number from 1 to 500'] },
  { toml: 'feed_items = "x"', says: ['1: "feed_items" is "x"; write a whole number from 1 to 500'] },
  { toml: "feed_items = 501", says: ['1: "feed_items" is 501; write a whole number from 1 to 500'] },
  { toml: "poll_minutes = 0", says: ['1: "poll_minutes" is 0; write a whole number from 1 to 1440'] },
  { toml: "poll_minutes = 1441", says: ['1: "poll_minutes" is 1441; write a whole number from 1 to 1440'] },
  { toml: 'feed_content = "half"', says: ['1: "feed_content" is "half"; write "full" or "summary"'] },
  {
    toml: 'article_formats = ["pdf"]',
    says: ['1: "article_formats" is "pdf"; write a list of "json", "markdown"'],
  },
  {
    toml: 'article_formats = "json"',
    says: ['1: "article_formats" is "json"; write a list of "json", "markdown"'],
  },
  {
    toml: 'channel_archives = ["x"]',
    says: ['1: "channel_archives" is "x"; write a list of "sections", "authors", "tags", "languages"'],
  },
  {
    toml: 'channels = "x"',
    says: ['1: "channels" is "x"; write a list of "sections", "authors", "tags", "languages"'],
  },
  { toml: "tag_min_articles = 0", says: ['1: "tag_min_articles" is 0; write a whole number from 1 to 1000'] },
  {
    toml: "tag_min_articles = 1001",
    says: ['1: "tag_min_articles" is 1001; write a whole number from 1 to 1000'],
  },
  {
    toml: "tag_min_articles = 1.5",
    says: ['1: "tag_min_articles" is 1.5; write a whole number from 1 to 1000'],
  },
  {
    toml: 'tag_min_articles = "x"',
    says: ['1: "tag_min_articles" is "x"; write a whole number from 1 to 1000'],
  },
  {
    toml: 'exclude = "x"',
    says: [
      '1: "exclude" is "x"; write a list of paths such as ["docs/**", "*.txt"], from the content folder on',
    ],
  },
  {
    toml: 'exclude = ["/x"]',
    says: [
      '1: "exclude" is "/x"; write a list of paths such as ["docs/**", "*.txt"], from the content folder on',
    ],
  },
  { toml: "exclude = [5]", says: ['1: "exclude" is 5; put quotation marks round it: "5"'] },
  {
    toml: 'collections = "x"',
    says: [
      '1: "collections" is "x"; write a list of names such as ["docs"], for the folder _docs of the content folder',
    ],
  },
  {
    toml: 'collections = ["posts"]',
    says: [
      '1: "collections" is "posts"; write a list of names such as ["docs"], for the folder _docs of the content folder',
    ],
  },
  {
    toml: 'collections = ["_x"]',
    says: [
      '1: "collections" is "_x"; write a list of names such as ["docs"], for the folder _docs of the content folder',
    ],
  },
  { toml: "fields = 5", says: ['1: "fields" is 5; write a table [fields]'] },
  {
    toml: "fields = { title = [] }",
    says: ['1: "fields.title" is a list; write the name that the front matter uses, or a list of such names'],
  },
  {
    toml: "fields = { title = 5 }",
    says: ['1: "fields.title" is 5; write the name that the front matter uses, or a list of such names'],
  },
  {
    toml: "fields = { image = 5 }",
    says: [
      '1: "fields.image" is 5; write the name that the front matter uses, or a list of such names, or a table with the names of its parts: src, alt',
    ],
  },
  {
    toml: 'fields = { titel = "x" }',
    says: ['1: "titel" is not a setting of fields; did you mean "title"?'],
  },
  { toml: 'dates = "svn"', says: ['1: "dates" is "svn"; write "git", or remove the line'] },
  { toml: "release = 9", says: ['1: "release" is 9; write a time of day such as "09:00"'] },
  { toml: 'hubs = "x"', says: ['1: "hubs" is "x"; write a list of URLs'] },
  { toml: 'hub = "x"', says: ['1: "hub" is "x"; write true or false'] },
  {
    toml: 'hub_signature = "md5"',
    says: ['1: "hub_signature" is "md5"; write one of "sha256", "sha1", "sha384", "sha512"'],
  },
  { toml: "sections = 5", says: ['1: "sections" is 5; write tables such as [sections.sea]'] },
  { toml: 'sections = { "" = {} }', says: ['1: "sections." is ""; write the name of the section'] },
  {
    toml: "sections = { sea = 5 }",
    says: ['1: "sections.sea" is 5; write a table such as { title = "At sea" }'],
  },
  {
    toml: '[sections.sea]\ntitel = "x"',
    says: ['2: "titel" is not a setting of sections.sea; did you mean "title"?'],
  },
  { toml: 'static = "x"', says: ['1: "static" is "x"; write a list of folders'] },
  {
    toml: 'static = ["/x"]',
    says: ['1: "static" is "/x"; write a folder from the content folder on, such as static or ../static'],
  },
  {
    toml: 'static = ["../../../../x"]',
    says: [
      '1: "static" is "../../../../x"; write a folder in the content folder or at most three above it, and none whose name begins with a dot',
    ],
  },
  {
    toml: 'static = [".x"]',
    says: [
      '1: "static" is ".x"; write a folder in the content folder or at most three above it, and none whose name begins with a dot',
    ],
  },
  { toml: 'images = "small"', says: ['1: "images" is "small"; write "resized" or "original"'] },
  {
    toml: 'enclosure_hosts = "x"',
    says: ['1: "enclosure_hosts" is "x"; write a list of hosts, such as ["audio.example"]'],
  },
  { toml: 'media = "disk"', says: ['1: "media" is "disk"; write "kv" or "r2"'] },
  { toml: "social_cards = 1", says: ['1: "social_cards" is 1; write true or false'] },
  { toml: 'navigation = "x"', says: ['1: "navigation" is "x"; write a list of links'] },
  {
    toml: 'navigation = ["x"]',
    says: ['1: "navigation" is "x"; write tables such as { title = "About", href = "/about" }'],
  },
  {
    toml: 'navigation = [{ title = "A", href = "a" }]',
    says: ['1: "navigation.href" is "a"; write a path that begins with /, or a URL'],
  },
  {
    toml: 'navigation = [{ title = "A", href = "/a//b" }]',
    says: [
      '1: "navigation.href" is "/a//b"; write a path that can be served, without "//", ".", "..", a backslash or an escape such as %2F, or a whole URL',
    ],
  },
  {
    toml: 'navigation = [{ title = "A", ref = "/a" }]',
    says: [
      '1: "navigation.href" is missing; add it',
      '1: "ref" is not a setting of navigation; did you mean "href"?',
    ],
  },
  { toml: 'navigation = [{ href = "/a" }]', says: ['1: "navigation.title" is missing; add it'] },
  {
    toml: 'permalink = "a"',
    says: [
      '1: "permalink" is "a"; write a path that begins with / and holds {slug}, or {title}, {filename} or {path} instead',
    ],
  },
  {
    toml: 'permalink = "/{year}"',
    says: [
      '1: "permalink" is "/{year}"; write a path that begins with / and holds {slug}, or {title}, {filename} or {path} instead',
    ],
  },
  {
    toml: 'permalink = "/{slug}/{what}"',
    says: [
      '1: "permalink" is "/{slug}/{what}"; write a path with the tokens {slug}, {title}, {filename}, {path}, {year}, {month}, {day}, {hour}, {minute}, {yearday}, {plainmonth}, {plainday}, {plainyearday}, {shortyear}, {monthname}, {shortmonth}, {weekyear}, {week}, {weekday}, {dayname}, {shortday}, {second}, {section}, {folders}, {categories}, {author} and {lang} and no others',
    ],
  },
  {
    toml: 'permalink = "/a b/{slug}"',
    says: ['1: "permalink" is "/a b/{slug}"; write a path without spaces, ? and #'],
  },
  {
    toml: 'permalink = "/{slug}/{slug}"',
    says: [
      '1: "permalink" is "/{slug}/{slug}"; write a path of at most 100 bytes that can be served, with {slug} once and without "//", ".", "..", a backslash or an escape such as %2F',
    ],
  },
  {
    toml: 'permalink = "/a//{slug}"',
    says: [
      '1: "permalink" is "/a//{slug}"; write a path of at most 100 bytes that can be served, with {slug} once and without "//", ".", "..", a backslash or an escape such as %2F',
    ],
  },
  {
    toml: 'permalink = "/:year/:title"',
    says: [
      '1: "permalink" is "/:year/:title", in the tokens of a generator; write permalink = "/{year}/{slug}"',
    ],
  },
  {
    toml: 'permalink = "/:foo/:bar"',
    says: [
      '1: "permalink" is "/:foo/:bar", in the tokens of a generator, and not all of them have a like here; write a pattern such as "/{year}/{slug}/"',
    ],
  },
  {
    toml: "permalinks = 5",
    says: [
      '1: "permalinks" is 5; write a table of folders, such as "blog" = "/blog/{year}/{slug}/", and of categories, tags and sections, such as "category:note" = "/notes/{slug}/"',
    ],
  },
  {
    toml: 'permalinks = { "tag:" = "/{slug}" }',
    says: ['1: "permalinks.tag:" is "tag:"; write the name behind it, such as "tag:note"'],
  },
  {
    toml: 'permalinks = { "/" = "/{slug}" }',
    says: ['1: "permalinks./" is "/"; write a folder from the content folder on, such as blog or blog/news'],
  },
  {
    toml: '[permalinks]\n"blog" = "/:x"',
    says: [
      '2: "permalinks.blog" is "/:x", in the tokens of a generator, and not all of them have a like here; write a pattern such as "/{year}/{slug}/"',
    ],
  },
  {
    toml: 'ids = "urn:a"',
    says: [
      '1: "ids" is "urn:a"; every article would have this id; add {address}, {slug}, {title}, {filename} or {path}, such as "https://old.example{address}"',
    ],
  },
  {
    toml: 'ids = "urn:{slug}{what}"',
    says: [
      '1: "ids" is "urn:{slug}{what}"; write an id with the tokens {address}, {slug}, {title}, {filename}, {path}, {year}, {month}, {day}, {hour}, {minute}, {yearday}, {plainmonth}, {plainday}, {plainyearday}, {shortyear}, {monthname}, {shortmonth}, {weekyear}, {week}, {weekday}, {dayname}, {shortday}, {second}, {section}, {folders}, {categories}, {author} and {lang} and no others',
    ],
  },
  {
    toml: 'ids = "a b{slug}"',
    says: [
      '1: "ids" is "a b{slug}"; write a URL, or another text that begins with a scheme such as urn: and has no spaces, of at most 200 characters',
    ],
  },
  {
    toml: 'languages = "en"',
    says: [
      '1: "languages" is "en"; write a list of language tags as names of files and folders have them, such as ["en", "fr"]',
    ],
  },
  {
    toml: 'languages = ["klingon"]',
    says: ['1: "languages" is "klingon"; write a language tag such as en or pt-BR'],
  },
  { toml: 'slugs = "x"', says: ['1: "slugs" is "x"; write "slug", "lower" or "verbatim"'] },
  {
    toml: 'date_from = "x"',
    says: [
      '1: "date_from" is "x"; write "timezone", "name" for the day in the name of the file, or "written" for the day as it was written with its offset',
    ],
  },
  {
    toml: "authors = 5",
    says: ['1: "authors" is 5; write a list of authors, or tables such as [authors.jane]'],
  },
  {
    toml: "authors = [5]",
    says: [
      '1: "authors" is 5; write names, or tables such as { name = "Desk", url = "https://example.com/desk" }',
    ],
  },
  {
    toml: "authors = { jane = 5 }",
    says: ['1: "authors.jane" is 5; write a table such as { name = "Desk" }'],
  },
  {
    toml: 'authors = [{ name = "A", links = 5 }]',
    says: [
      '1: "authors" is a table; write names, or tables such as { name = "Desk", url = "https://example.com/desk" }',
    ],
  },
  {
    toml: 'authors = [{ name = "A", links = [5] }]',
    says: [
      '1: "authors" is a table; write names, or tables such as { name = "Desk", url = "https://example.com/desk" }',
    ],
  },
  {
    toml: 'authors = { jane = { nam = "A" } }',
    says: [
      '1: "authors.jane.name" is missing; add it',
      '1: "nam" is not a setting of authors.jane; did you mean "name"?',
    ],
  },
  { toml: "redirects = 5", says: ['1: "redirects" is 5; write a table of paths, such as "/old" = "/new"'] },
  {
    toml: 'redirects = { "old" = "/new" }',
    says: ['1: "redirects.old" is "old"; write the old path with a leading slash, such as /old'],
  },
  {
    toml: 'redirects = { "/a//b" = "/new" }',
    says: [
      '1: "redirects./a//b" is "/a//b"; write a path that can be asked for, without "//", ".", "..", a backslash or an escape such as %2F',
    ],
  },
  {
    toml: 'redirects = { "/a#b" = "/new" }',
    says: ['1: "redirects./a#b" is "/a#b"; leave out what begins with #: no browser sends it'],
  },
  { toml: 'redirects = { "/*/*" = "/new" }', says: ['1: "redirects./*/*" is "/*/*"; write * once'] },
  {
    toml: 'redirects = { "/*?a=b" = "/new" }',
    says: ['1: "redirects./*?a=b" is "/*?a=b"; write a query behind a path without *, such as /?p=12'],
  },
  {
    toml: 'redirects = { "/a" = "new" }',
    says: ['1: "redirects./a" is "new"; write a path such as /new, or a URL that begins with https://'],
  },
  {
    toml: 'redirects = { "/a" = "/new//x" }',
    says: [
      '1: "redirects./a" is "/new//x"; write a path that can be served, without "//", ".", "..", a backslash or an escape such as %2F, or a whole URL',
    ],
  },
  {
    toml: 'redirect_queries = "x"',
    says: ['1: "redirect_queries" is "x"; write a list of names, such as ["id"]'],
  },
  {
    toml: 'redirect_queries = ["a=b"]',
    says: ['1: "redirect_queries" is "a=b"; write the name alone, such as "id"'],
  },
  { toml: 'hosts = "x"', says: ['1: "hosts" is "x"; write a list of hosts, such as ["old.example"]'] },
  {
    toml: 'hosts = ["https://x"]',
    says: [
      '1: "hosts" is "https://x"; write a host without "https://", a port or a path, such as old.example',
    ],
  },
  { toml: 'hosts = ["x"]', says: ['1: "hosts" is "x"; write a host such as old.example'] },
  {
    toml: 'hosts = ["127.0.0.1"]',
    says: ['1: "hosts" is "127.0.0.1"; write a host that others reach, such as old.example'],
  },
  { toml: "style = 5", says: ['1: "style" is 5; write a table such as [style] with size = "18px"'] },
  {
    toml: 'style = { size = "1px" }',
    says: ['1: "style.size" is "1px"; write a length from "14px" to "24px", or from "0.875rem" to "1.5rem"'],
  },
  {
    toml: "style = { size = 5 }",
    says: ['1: "style.size" is 5; write a length from "14px" to "24px", or from "0.875rem" to "1.5rem"'],
  },
  {
    toml: 'style = { size = "99px" }',
    says: ['1: "style.size" is "99px"; write a length from "14px" to "24px", or from "0.875rem" to "1.5rem"'],
  },
  {
    toml: 'style = { size = "18" }',
    says: ['1: "style.size" is "18"; write a length from "14px" to "24px", or from "0.875rem" to "1.5rem"'],
  },
  {
    toml: 'style = { density = "x" }',
    says: ['1: "style.density" is "x"; write one of "compact", "normal", "airy"'],
  },
  { toml: 'style = { sise = "18px" }', says: ['1: "sise" is not a setting of style; did you mean "size"?'] },
  { toml: "feeds = 5", says: ['1: "feeds" is 5; write a table such as "/index.xml" = "rss"'] },
  {
    toml: 'feeds = { "/x" = "x" }',
    says: [
      '1: "feeds./x" is "x"; write "rss", "atom" or "json", or the feed of each channel: "tag.rss", "section.atom", "author.json"',
    ],
  },
  {
    toml: 'feeds = { "x" = "rss" }',
    says: ['1: "feeds.x" is "x"; write a path, such as "/feed/" or "/?feed=rss2"'],
  },
  {
    toml: 'feeds = { "/{tag}" = "rss" }',
    says: ['1: "feeds./{tag}" is "/{tag}"; write the feed of each channel for it, such as "tag.rss"'],
  },
  {
    toml: 'feeds = { "/x" = "tag.rss" }',
    says: ['1: "feeds./x" is "/x"; write {tag} once, where its name stood'],
  },
  {
    toml: "feeds = { slugs = 5 }",
    says: ['1: "feeds.slugs" is 5; write a table such as { "harbour-news" = "harbour" }'],
  },
  { toml: "podcast = 5", says: ['1: "podcast" is 5; write a table [podcast]'] },
  {
    toml: "podcast = { owner = 5 }",
    says: ['1: "podcast.owner" is 5; write a table such as { name = "Desk", email = "desk@example.com" }'],
  },
  {
    toml: 'podcast = { owner = { name = "A", email = "x" } }',
    says: ['1: "podcast.owner.email" is "x"; write an e-mail address'],
  },
  {
    toml: 'podcast = { owner = { nam = "A" } }',
    says: [
      '1: "podcast.owner.name" is missing; add it',
      '1: "podcast.owner.email" is missing; add it',
      '1: "nam" is not a setting of podcast.owner; did you mean "name"?',
    ],
  },
  { toml: "podcast = { explicit = 5 }", says: ['1: "podcast.explicit" is 5; write true or false'] },
  {
    toml: "podcast = { categories = 5 }",
    says: ['1: "podcast.categories" is 5; write a list such as ["News > Daily News"]'],
  },
  {
    toml: 'podcast = { guid = "x" }',
    says: ['1: "podcast.guid" is "x"; write the UUID that directories know the show by'],
  },
  { toml: 'podcast = { kind = "x" }', says: ['1: "podcast.kind" is "x"; write "episodic" or "serial"'] },
  {
    toml: 'podcast = { autor = "x" }',
    says: ['1: "autor" is not a setting of podcast; did you mean "author"?'],
  },
  {
    toml: "templates = 5",
    says: ['1: "templates" is 5; write a table, such as callout = "<aside>{inner}</aside>"'],
  },
  {
    toml: 'templates = { "a b" = "x" }',
    says: [
      '1: "templates.a b" is "a b"; write the name of the mark, such as youtube, or of a file that is included, such as "include note.html"',
    ],
  },
  {
    toml: "templates = { a = 5 }",
    says: ['1: "templates.a" is 5; write HTML, such as "<aside>{inner}</aside>"'],
  },
  {
    toml: 'url = "ftp://x.example"',
    says: ['1: "url" is "ftp://x.example"; write it with https:// in front: "https://x.example"'],
  },
  {
    toml: 'url = "x"',
    says: ['1: "url" is "x"; write a URL with https:// in front, such as https://example.com'],
  },
  {
    toml: 'url = "[::1]:8787"',
    says: ['1: "url" is "[::1]:8787"; write it with http:// in front: "http://[::1]:8787"'],
  },
  { toml: 'url = "x.example:0"', says: ['1: "url" is "x.example:0"; a port is a number from 1 to 65535'] },
  {
    toml: 'accent = "x"',
    says: ['1: "accent" is "x"; write a colour as # and six digits from 0 to f, such as #8a2c12'],
  },
  {
    toml: 'timezone = " paris "',
    says: ['1: "timezone" is " paris "; write a zone by its full name; did you mean "Europe/Paris"?'],
  },
])("a setting that cannot be meant is told with what to write: $toml", ({ toml, says }) => {
  expect(said(toml)).toEqual(says);
});
