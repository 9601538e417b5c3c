import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

function read(toml: string) {
  const problems = new FileProblems("site.toml");
  const file = { path: "site.toml" as ContentPath, bytes: new TextEncoder().encode(toml) };
  const site = readSiteSettings(file, "folder", problems);
  return {
    site,
    problems: problems.list.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

const redirectTo = (to: string) => ({ to, status: 301, file: "site.toml", line: null });

describe("a setting of site.toml", () => {
  test.for<{ toml: string; site: Record<string, unknown> }>([
    { toml: 'generator = "jekyll"', site: { generator: "jekyll" } },
    { toml: 'title = " The Quay "', site: { title: "The Quay" } },
    {
      toml: 'url = "http://quay.example:8080/"',
      site: { url: "http://quay.example:8080", homeHost: "quay.example" },
    },
    { toml: 'url = "HTTPS://Quay.Example"', site: { url: "https://quay.example" } },
    { toml: 'description = " News "', site: { description: "News" } },
    { toml: 'description = ""', site: { description: "" } },
    { toml: 'language = "pt-BR"', site: { language: "pt-BR" } },
    { toml: 'timezone = "Europe/Paris"', site: { timezone: "Europe/Paris" } },
    { toml: 'authority = "quay.example,2025"', site: { authority: "quay.example,2025" } },
    { toml: 'authority = "quay-9.example,2025-07"', site: { authority: "quay-9.example,2025-07" } },
    { toml: 'authority = "quay.example,2025-07-01"', site: { authority: "quay.example,2025-07-01" } },
    { toml: 'authors = [" Desk "]', site: { authors: [{ name: "Desk", url: null, email: null }] } },
    {
      toml: 'authors = [{ name = "Desk", url = "https://quay.example/desk", email = "desk@quay.example" }]',
      site: { authors: [{ name: "Desk", url: "https://quay.example/desk", email: "desk@quay.example" }] },
    },
    { toml: 'copyright = "© The Quay"', site: { copyright: "© The Quay" } },
    { toml: 'icon = "icon.png"', site: { icon: "icon.png" } },
    {
      toml: 'permalink = "/{year}/{month}/{day}/{slug}/"',
      site: { permalink: "/{year}/{month}/{day}/{slug}/" },
    },
    {
      toml: 'permalink = "/{lang}/{categories}/{hour}{minute}/{author}/{filename}.html"',
      site: { permalink: "/{lang}/{categories}/{hour}{minute}/{author}/{filename}.html" },
    },
    {
      toml: 'permalinks = { "./blog/" = "/blog/{path}", "a/b" = "/{title}" }',
      site: {
        permalinks: [
          { folder: "blog", pattern: "/blog/{path}" },
          { folder: "a/b", pattern: "/{title}" },
        ],
      },
    },
    {
      toml: 'permalinks = { "category: a  note " = "/n/{slug}", "section:news" = "/{slug}", "./tag:a" = "/t/{slug}" }',
      site: {
        permalinks: [
          { kind: "tag", name: "a note", written: "category: a  note", pattern: "/n/{slug}" },
          { kind: "section", name: "news", written: "section:news", pattern: "/{slug}" },
          { folder: "tag:a", pattern: "/t/{slug}" },
        ],
      },
    },
    { toml: 'slugs = "verbatim"', site: { slugs: "verbatim" } },
    { toml: 'date_from = "written"', site: { dateFrom: "written" } },
    { toml: 'languages = ["en", "zh_cn"]', site: { languages: ["en", "zh_cn"] } },
    { toml: 'ids = "https://old.example{address}"', site: { ids: "https://old.example{address}" } },
    { toml: "feed_items = 1", site: { feedItems: 1 } },
    { toml: "feed_items = 500", site: { feedItems: 500 } },
    { toml: 'feed_content = "full"', site: { feedContent: "full" } },
    { toml: 'feed_content = "summary"', site: { feedContent: "summary" } },
    { toml: "poll_minutes = 1", site: { pollMinutes: 1 } },
    { toml: "poll_minutes = 1440", site: { pollMinutes: 1440 } },
    { toml: 'hubs = ["https://hub.example"]', site: { hubs: ["https://hub.example/"] } },
    { toml: "hub = true", site: { hub: true } },
    { toml: 'hub_signature = "sha512"', site: { hubSignature: "sha512" } },
    { toml: "[sections.sea]", site: { sections: [{ name: "sea", title: "sea", description: null }] } },
    {
      toml: '[sections.sea]\ntitle = "At sea"\ndescription = "Ships."',
      site: { sections: [{ name: "sea", title: "At sea", description: "Ships." }] },
    },
    {
      toml: 'static = ["./a/", "././b//", "../c/d", "e./f"]',
      site: { staticFolders: ["a", "b", "../c/d", "e./f"] },
    },
    {
      toml: '[redirects]\n"/old" = "/new"\n"/a" = "http://quay.example"\n"/b" = "https://quay.example/b"',
      site: {
        redirects: new Map([
          ["/old", redirectTo("/new")],
          ["/a", redirectTo("http://quay.example")],
          ["/b", redirectTo("https://quay.example/b")],
        ]),
      },
    },
    {
      toml: '[feeds]\n"/index.xml" = "rss"\n"/?cat={tag}&feed=atom" = "tag.atom"\n"/by/{author}/feed.json" = "author.json"\n[feeds.slugs]\nold = "new"',
      site: {
        feeds: {
          addresses: [
            { address: "/index.xml", format: "rss", kind: null },
            { address: "/?cat={tag}&feed=atom", format: "atom", kind: "tag" },
            { address: "/by/{author}/feed.json", format: "json", kind: "author" },
          ],
          slugs: new Map([["old", "new"]]),
        },
      },
    },
    { toml: 'redirect_queries = ["id"]', site: { redirectQueries: new Set(["id"]) } },
    {
      toml: 'hosts = ["Old.example", "bücher.example"]',
      site: { hosts: new Set(["old.example", "xn--bcher-kva.example"]) },
    },
    { toml: 'images = "original"', site: { images: "original" } },
    { toml: 'enclosure_hosts = ["Audio.Example"]', site: { enclosureHosts: new Set(["audio.example"]) } },
    { toml: 'media = "r2"', site: { media: "r2" } },
    { toml: 'accent = "#8A2c12"', site: { accent: "#8a2c12" } },
    {
      toml: 'navigation = [{ title = "About", href = "/about" }, { title = "A", href = "https://a.example" }, { title = "B", href = "mailto:b@a.example" }, { title = "C", href = "http://a.example" }, { title = "D", href = "/é b/?q=a\\\\b#c" }]',
      site: {
        navigation: [
          { title: "About", href: "/about" },
          { title: "A", href: "https://a.example" },
          { title: "B", href: "mailto:b@a.example" },
          { title: "C", href: "http://a.example" },
          { title: "D", href: "/é b/?q=a\\b#c" },
        ],
      },
    },
    {
      toml: 'style = { size = "20px", width = " 44.5rem ", density = "airy", text = "slab", headlines = "sans" }',
      site: {
        style: { sizeRem: 1.25, widthRem: 44.5, density: "airy", text: "slab", headlines: "sans" },
      },
    },
    { toml: "social_cards = true", site: { socialCards: true } },
    { toml: 'footer = "Printed daily."', site: { footer: "Printed daily." } },
  ])("may be $toml", ({ toml, site }) => {
    const found = read(toml);
    expect(found.problems).toEqual([]);
    expect(found.site).toMatchObject(site);
  });

  test("has a value where site.toml does not name it", () => {
    expect(read("")).toEqual({
      site: {
        generator: null,
        title: "folder",
        url: "http://127.0.0.1:8787",
        homeHost: null,
        description: "",
        language: "en",
        timezone: "UTC",
        authority: null,
        authors: [],
        profiles: [],
        copyright: null,
        icon: null,
        permalink: "/articles/{slug}",
        permalinks: [],
        slugs: "slug",
        dateFrom: "timezone",
        languages: [],
        ids: null,
        feedItems: 20,
        feeds: { addresses: [], slugs: new Map() },
        feedContent: "full",
        pollMinutes: 15,
        hubs: [],
        hub: false,
        hubSignature: "sha256",
        sections: [],
        staticFolders: ["static", "public"],
        redirects: new Map(),
        templates: {},
        generatorData: { config: {}, data: {}, includes: {} },
        redirectQueries: new Set(),
        hosts: new Set(),
        images: "resized",
        media: "kv",
        enclosureHosts: new Set(),
        accent: null,
        style: { sizeRem: null, widthRem: null, density: null, text: null, headlines: null },
        socialCards: false,
        articleFormats: [],
        channelArchives: ["section", "author"],
        navigation: [],
        footer: null,
        podcast: null,
        habits: {
          exclude: [],
          fields: [],
          people: [],
          dates: null,
          release: null,
          sectionReleases: {},
          channels: ["section", "author", "tag", "language"],
          collections: [],
          tagMinArticles: 1,
        },
      },
      problems: [],
    });
  });
});

/** How each kind of value is fixed. */
const FIX = {
  feed: 'write "rss", "atom" or "json", or the feed of each channel: "tag.rss", "section.atom", "author.json"',
  feedAddress: 'write a path, such as "/feed/" or "/?feed=rss2"',
  feedSlugs: 'write a table such as { "harbour-news" = "harbour" }',
  text: "write one text, between quotation marks",
  some: "write some text, or remove the line",
  url: "write a URL with https:// in front, such as https://example.com",
  web: "write a URL that begins with https://",
  origin: 'a site has no path; write "https://quay.example"',
  language: "write a language tag such as en or pt-BR",
  timezone: "write the zone of a large city, such as Europe/Paris",
  authority: "write a host and a year you held it in, such as example.com,2025",
  authors: 'write names, or tables such as { name = "Desk", url = "https://example.com/desk" }',
  pattern: "write a path that begins with / and holds {slug}, or {title}, {filename} or {path} instead",
  tokens:
    "write a path with the tokens {slug}, {title}, {filename}, {path}, {year}, {month}, {day}, {hour}, {minute}, {yearday}, {plainmonth}, {plainday}, {plainyearday}, {shortyear}, {monthname}, {shortmonth}, {weekyear}, {week}, {weekday}, {dayname}, {shortday}, {second}, {section}, {folders}, {categories}, {author} and {lang} and no others",
  signs: "write a path without spaces, ? and #",
  ids: 'every article would have this id; add {address}, {slug}, {title}, {filename} or {path}, such as "https://old.example{address}"',
  items: "write a whole number from 1 to 500",
  minutes: "write a whole number from 1 to 1440",
  folder: "write a folder from the content folder on, such as static or ../static",
  section: 'write a table such as { title = "At sea" }',
  query: "write a query behind a path without *, such as /?p=12",
  host: 'write a host without "https://", a port or a path, such as old.example',
  from: "write the old path with a leading slash, such as /old",
  to: "write a path such as /new, or a URL that begins with https://",
  colour: "write a colour as # and six digits from 0 to f, such as #8a2c12",
  link: 'write tables such as { title = "About", href = "/about" }',
  href: "write a path that begins with /, or a URL",
  size: 'write a length from "14px" to "24px", or from "0.875rem" to "1.5rem"',
  width: 'write a length from "448px" to "960px", or from "28rem" to "60rem"',
  face: 'write one of "serif", "old-style", "slab", "sans", "humanist", "geometric", "mono"',
  target:
    'write a path that can be served, without "//", ".", "..", a backslash or an escape such as %2F, or a whole URL',
} as const;

describe("a wrong setting of site.toml is told with how to fix it", () => {
  test.for([
    { toml: "title = 7", is: '"title" is 7', fix: 'put quotation marks round it: "7"' },
    { toml: 'title = " "', is: '"title" is " "', fix: FIX.some },
    { toml: "title = nan", is: '"title" is NaN', fix: 'put quotation marks round it: "NaN"' },
    {
      toml: 'url = "quay.example"',
      is: '"url" is "quay.example"',
      fix: 'write it with https:// in front: "https://quay.example"',
    },
    { toml: 'url = "mailto:/"', is: '"url" is "mailto:/"', fix: FIX.web },
    { toml: 'url = "https://quay.example/a"', is: '"url" is "https://quay.example/a"', fix: FIX.origin },
    { toml: 'url = "https://quay.example/?a"', is: '"url" is "https://quay.example/?a"', fix: FIX.origin },
    { toml: 'url = "https://quay.example/#a"', is: '"url" is "https://quay.example/#a"', fix: FIX.origin },
    { toml: "description = 7", is: '"description" is 7', fix: 'put quotation marks round it: "7"' },
    { toml: 'language = "klingon language"', is: '"language" is "klingon language"', fix: FIX.language },
    { toml: 'timezone = "Mars/Olympus"', is: '"timezone" is "Mars/Olympus"', fix: FIX.timezone },
    { toml: 'authority = "quay.example"', is: '"authority" is "quay.example"', fix: FIX.authority },
    {
      toml: 'authority = "Quay.example,2025"',
      is: '"authority" is "Quay.example,2025"',
      fix: FIX.authority,
    },
    { toml: 'authority = "quay.example,25"', is: '"authority" is "quay.example,25"', fix: FIX.authority },
    {
      toml: 'authority = "quay.example,2025-7"',
      is: '"authority" is "quay.example,2025-7"',
      fix: FIX.authority,
    },
    {
      toml: 'authority = "quay.example,2025-07-1"',
      is: '"authority" is "quay.example,2025-07-1"',
      fix: FIX.authority,
    },
    { toml: 'authority = ",2025"', is: '"authority" is ",2025"', fix: FIX.authority },
    {
      toml: "authors = 7",
      is: '"authors" is 7',
      fix: "write a list of authors, or tables such as [authors.jane]",
    },
    { toml: "authors = [7]", is: '"authors" is 7', fix: FIX.authors },
    { toml: 'authors = ["Desk", { mail = "a" }]', is: '"authors" is a table', fix: FIX.authors },
    { toml: "icon = 2025-07-01", is: '"icon" is 2025-07-01T00:00:00.000Z', fix: FIX.text },
    { toml: 'permalink = "articles/{slug}"', is: '"permalink" is "articles/{slug}"', fix: FIX.pattern },
    { toml: 'permalink = "/{year}"', is: '"permalink" is "/{year}"', fix: FIX.pattern },
    { toml: 'permalink = "/{weather}/{slug}"', is: '"permalink" is "/{weather}/{slug}"', fix: FIX.tokens },
    { toml: 'permalink = "/{slug}{"', is: '"permalink" is "/{slug}{"', fix: FIX.tokens },
    { toml: 'permalink = "/{slug}?a"', is: '"permalink" is "/{slug}?a"', fix: FIX.signs },
    { toml: 'permalink = "/a b/{slug}"', is: '"permalink" is "/a b/{slug}"', fix: FIX.signs },
    {
      toml: 'permalink = "/:categories/:year/:title/"',
      is: '"permalink" is "/:categories/:year/:title/", in the tokens of a generator',
      fix: 'write permalink = "/{categories}/{year}/{slug}/"',
    },
    {
      toml: 'permalink = "/:weather/:title/"',
      is: '"permalink" is "/:weather/:title/", in the tokens of a generator, and not all of them have a like here',
      fix: 'write a pattern such as "/{year}/{slug}/"',
    },
    {
      toml: 'permalink = "pretty"',
      is: '"permalink" is "pretty", in the tokens of a generator',
      fix: 'write permalink = "/{categories}/{year}/{month}/{day}/{slug}/"',
    },
    {
      toml: 'permalinks = { "blog" = "/:sections/:slug/" }',
      is: '"permalinks.blog" is "/:sections/:slug/", in the tokens of a generator',
      fix: 'write "blog" = "/{folders}/{title}/"',
    },
    {
      toml: 'permalinks = { "blog" = "/{year}/" }',
      is: '"permalinks.blog" is "/{year}/"',
      fix: FIX.pattern,
    },
    {
      toml: 'permalinks = { "/" = "/{slug}" }',
      is: '"permalinks./" is "/"',
      fix: "write a folder from the content folder on, such as blog or blog/news",
    },
    {
      toml: 'collections = ["_docs"]',
      is: '"collections" is "_docs"',
      fix: 'write a list of names such as ["docs"], for the folder _docs of the content folder',
    },
    {
      toml: 'collections = ["posts"]',
      is: '"collections" is "posts"',
      fix: 'write a list of names such as ["docs"], for the folder _docs of the content folder',
    },
    {
      toml: 'permalinks = { "tag: " = "/n/{slug}" }',
      is: '"permalinks.tag: " is "tag: "',
      fix: 'write the name behind it, such as "tag:note"',
    },
    {
      toml: 'permalinks = { "category:note" = "/notes/:title/" }',
      is: '"permalinks.category:note" is "/notes/:title/", in the tokens of a generator',
      fix: 'write "category:note" = "/notes/{slug}/"',
    },
    { toml: 'slugs = "kebab"', is: '"slugs" is "kebab"', fix: 'write "slug", "lower" or "verbatim"' },
    {
      toml: 'date_from = "file"',
      is: '"date_from" is "file"',
      fix: 'write "timezone", "name" for the day in the name of the file, or "written" for the day as it was written with its offset',
    },
    { toml: 'languages = ["French"]', is: '"languages" is "French"', fix: 'write its tag, "fr"' },
    { toml: 'ids = "https://old.example/"', is: '"ids" is "https://old.example/"', fix: FIX.ids },
    { toml: 'ids = "urn:{year}"', is: '"ids" is "urn:{year}"', fix: FIX.ids },
    {
      toml: 'ids = "old {slug}"',
      is: '"ids" is "old {slug}"',
      fix: "write a URL, or another text that begins with a scheme such as urn: and has no spaces, of at most 200 characters",
    },
    { toml: "feed_items = 0", is: '"feed_items" is 0', fix: FIX.items },
    { toml: "feed_items = 501", is: '"feed_items" is 501', fix: FIX.items },
    { toml: "feed_items = 1.5", is: '"feed_items" is 1.5', fix: FIX.items },
    { toml: 'feed_items = "20"', is: '"feed_items" is "20"', fix: FIX.items },
    { toml: "poll_minutes = 0", is: '"poll_minutes" is 0', fix: FIX.minutes },
    { toml: "poll_minutes = 1441", is: '"poll_minutes" is 1441', fix: FIX.minutes },
    { toml: 'feed_content = "all"', is: '"feed_content" is "all"', fix: 'write "full" or "summary"' },
    {
      toml: 'hubs = "https://hub.example"',
      is: '"hubs" is "https://hub.example"',
      fix: "write a list of URLs",
    },
    { toml: 'hubs = ["hub"]', is: '"hubs" is "hub"', fix: FIX.url },
    { toml: "sections = 7", is: '"sections" is 7', fix: "write tables such as [sections.sea]" },
    { toml: 'sections = { sea = "Sea" }', is: '"sections.sea" is "Sea"', fix: FIX.section },
    { toml: "static = 7", is: '"static" is 7', fix: "write a list of folders" },
    { toml: 'static = ["/srv"]', is: '"static" is "/srv"', fix: FIX.folder },
    { toml: String.raw`static = ['\srv']`, is: String.raw`"static" is "\\srv"`, fix: FIX.folder },
    {
      toml: "redirects = 7",
      is: '"redirects" is 7',
      fix: 'write a table of paths, such as "/old" = "/new"',
    },
    { toml: 'redirects = { old = "/new" }', is: '"redirects.old" is "old"', fix: FIX.from },
    { toml: 'redirects = { "//old" = "/new" }', is: '"redirects.//old" is "//old"', fix: FIX.from },
    { toml: 'redirects = { "to/old" = "/new" }', is: '"redirects.to/old" is "to/old"', fix: FIX.from },
    { toml: 'redirects = { "/old" = "new" }', is: '"redirects./old" is "new"', fix: FIX.to },
    { toml: 'redirects = { "/old" = "to/new" }', is: '"redirects./old" is "to/new"', fix: FIX.to },
    { toml: 'redirects = { "/old" = "//new" }', is: '"redirects./old" is "//new"', fix: FIX.to },
    {
      toml: 'redirects = { "/old" = "ftp://a.example" }',
      is: '"redirects./old" is "ftp://a.example"',
      fix: FIX.to,
    },
    {
      toml: 'redirects = { "/a#b" = "/new" }',
      is: '"redirects./a#b" is "/a#b"',
      fix: "leave out what begins with #: no browser sends it",
    },
    { toml: 'redirects = { "/*/*" = "/new" }', is: '"redirects./*/*" is "/*/*"', fix: "write * once" },
    { toml: 'redirects = { "/*?p=1" = "/new" }', is: '"redirects./*?p=1" is "/*?p=1"', fix: FIX.query },
    { toml: 'redirects = { "/?p=*" = "/new" }', is: '"redirects./?p=*" is "/?p=*"', fix: FIX.query },
    { toml: 'redirects = { "/?" = "/new" }', is: '"redirects./?" is "/?"', fix: FIX.query },
    { toml: "feeds = 7", is: '"feeds" is 7', fix: 'write a table such as "/index.xml" = "rss"' },
    { toml: 'feeds = { "/x" = "xml" }', is: '"feeds./x" is "xml"', fix: FIX.feed },
    { toml: 'feeds = { "/x" = 7 }', is: '"feeds./x" is 7', fix: FIX.feed },
    { toml: 'feeds = { "x" = "rss" }', is: '"feeds.x" is "x"', fix: FIX.feedAddress },
    { toml: 'feeds = { "/" = "rss" }', is: '"feeds./" is "/"', fix: FIX.feedAddress },
    { toml: 'feeds = { "/a//b" = "rss" }', is: '"feeds./a//b" is "/a//b"', fix: FIX.feedAddress },
    {
      toml: 'feeds = { "/{tag}/feed/" = "rss" }',
      is: '"feeds./{tag}/feed/" is "/{tag}/feed/"',
      fix: 'write the feed of each channel for it, such as "tag.rss"',
    },
    {
      toml: 'feeds = { "/{tag}/feed/" = "author.rss" }',
      is: '"feeds./{tag}/feed/" is "/{tag}/feed/"',
      fix: "write {author} once, where its name stood",
    },
    {
      toml: 'feeds = { "/x" = "tag.rss" }',
      is: '"feeds./x" is "/x"',
      fix: "write {tag} once, where its name stood",
    },
    { toml: "feeds = { slugs = 7 }", is: '"feeds.slugs" is 7', fix: FIX.feedSlugs },
    { toml: "feeds = { slugs = { a = 7 } }", is: '"feeds.slugs" is a table', fix: FIX.feedSlugs },
    {
      toml: 'redirect_queries = ["?id"]',
      is: '"redirect_queries" is "?id"',
      fix: 'write the name alone, such as "id"',
    },
    {
      toml: 'redirect_queries = "id"',
      is: '"redirect_queries" is "id"',
      fix: 'write a list of names, such as ["id"]',
    },
    {
      toml: 'hosts = "old.example"',
      is: '"hosts" is "old.example"',
      fix: 'write a list of hosts, such as ["old.example"]',
    },
    { toml: 'hosts = ["https://old.example"]', is: '"hosts" is "https://old.example"', fix: FIX.host },
    { toml: 'hosts = ["old.example:80"]', is: '"hosts" is "old.example:80"', fix: FIX.host },
    { toml: 'hosts = ["old"]', is: '"hosts" is "old"', fix: "write a host such as old.example" },
    {
      toml: 'hosts = ["127.0.0.1"]',
      is: '"hosts" is "127.0.0.1"',
      fix: "write a host that others reach, such as old.example",
    },
    { toml: 'media = "s3"', is: '"media" is "s3"', fix: 'write "kv" or "r2"' },
    { toml: 'images = "large"', is: '"images" is "large"', fix: 'write "resized" or "original"' },
    { toml: 'accent = "red"', is: '"accent" is "red"', fix: FIX.colour },
    { toml: 'accent = "#8a2c1"', is: '"accent" is "#8a2c1"', fix: FIX.colour },
    { toml: 'accent = "#8a2c12f"', is: '"accent" is "#8a2c12f"', fix: FIX.colour },
    { toml: 'accent = "a#8a2c12"', is: '"accent" is "a#8a2c12"', fix: FIX.colour },
    {
      toml: 'style = "large"',
      is: '"style" is "large"',
      fix: 'write a table such as [style] with size = "18px"',
    },
    { toml: "style = { size = 18 }", is: '"style.size" is 18', fix: FIX.size },
    { toml: 'style = { size = "13px" }', is: '"style.size" is "13px"', fix: FIX.size },
    { toml: 'style = { size = "2em" }', is: '"style.size" is "2em"', fix: FIX.size },
    { toml: 'style = { width = "100rem" }', is: '"style.width" is "100rem"', fix: FIX.width },
    { toml: 'style = { width = "40rem;}" }', is: '"style.width" is "40rem;}"', fix: FIX.width },
    {
      toml: 'style = { density = "tight" }',
      is: '"style.density" is "tight"',
      fix: 'write one of "compact", "normal", "airy"',
    },
    { toml: 'style = { text = "Comic Sans" }', is: '"style.text" is "Comic Sans"', fix: FIX.face },
    { toml: 'style = { headlines = "" }', is: '"style.headlines" is ""', fix: FIX.some },
    {
      toml: 'style = { headline = "sans" }',
      is: '"headline" is not a setting of style',
      fix: 'did you mean "headlines"?',
    },
    { toml: "social_cards = 1", is: '"social_cards" is 1', fix: "write true or false" },
    { toml: "navigation = 7", is: '"navigation" is 7', fix: "write a list of links" },
    { toml: "navigation = [7]", is: '"navigation" is 7', fix: FIX.link },
    { toml: 'navigation = [{ title = "A" }]', is: '"navigation.href" is missing', fix: "add it" },
    { toml: 'navigation = [{ title = "A", href = "a" }]', is: '"navigation.href" is "a"', fix: FIX.href },
    {
      toml: 'navigation = [{ title = "A", href = "//a" }]',
      is: '"navigation.href" is "//a"',
      fix: FIX.href,
    },
    {
      toml: 'navigation = [{ title = "A", href = "to/a" }]',
      is: '"navigation.href" is "to/a"',
      fix: FIX.href,
    },
    ...[
      "/\\\\evil.example",
      "/a\\tb",
      "/a/../b",
      "/a//b",
      "/%2Fa",
      "/a?\\tb",
      "https:///a",
      "https://\\\\a",
      "https://a b",
      "mailto:a\\nb",
    ].map((href) => ({
      toml: `navigation = [{ title = "A", href = "${href}" }]`,
      is: `"navigation.href" is "${href}"`,
      fix: FIX.target,
    })),
  ])("$toml", ({ toml, is, fix }) => {
    expect(read(`\n${toml}`).problems).toEqual([`error 2: ${is}; ${fix}`]);
  });

  test("a site with a wrong setting has the defaults", () => {
    expect(read('title = "The Quay"\nfeed_items = 0').site).toEqual(read("").site);
  });
});
