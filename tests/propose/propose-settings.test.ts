import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { NearbyText, Surroundings } from "../../src/propose/evidence/surroundings.ts";
import { proposeSettings } from "../../src/propose/propose-settings.ts";
import { siteToml } from "../../src/propose/site-toml.ts";

/** A content folder `posts` in `site`, with these files of generators by name; `../` leads up. */
function around(
  texts: Readonly<Record<string, string>>,
  but: Partial<Surroundings> & { readonly sources?: readonly string[] } = {},
): Surroundings {
  const nearby = Object.entries(texts).map(([name, text]): NearbyText => {
    const plain = name.replace(/^(?:\.\.\/)+/, "");
    return { name: plain, above: (name.length - plain.length) / 3, text };
  });
  const sources = but.sources ?? ["first.md"];
  return { folders: ["content", "site", "home"], files: sources, routes: [], texts: nearby, ...but, sources };
}

/** The proposed settings, each as `key: value`. */
function told(surroundings: Surroundings): Record<string, unknown> {
  return Object.fromEntries(proposeSettings(surroundings).map(({ key, value }) => [key, value]));
}

describe("a generator is known by", () => {
  test.for([
    { texts: { "../_config.yml": "title: A" }, generator: "jekyll", because: "../_config.yml" },
    { texts: { "../hugo.toml": "" }, generator: "hugo", because: "../hugo.toml" },
    {
      texts: { "../config.yaml": "baseURL: https://a.example/" },
      generator: "hugo",
      because: "../config.yaml",
    },
    {
      texts: { "../config/_default/config.toml": "x = 1" },
      generator: "hugo",
      because: "../config/_default/config.toml",
    },
    {
      texts: { "../config.toml": 'base_url = "https://a.example"' },
      generator: "zola",
      because: "../config.toml",
    },
    { texts: { "../.eleventy.js": "" }, generator: "eleventy", because: "../.eleventy.js" },
    { texts: { "../eleventy.config.mjs": "" }, generator: "eleventy", because: "../eleventy.config.mjs" },
    { texts: { "../../astro.config.mjs": "" }, generator: "astro", because: "../../astro.config.mjs" },
    { texts: { "../gatsby-config.ts": "" }, generator: "gatsby", because: "../gatsby-config.ts" },
    { texts: { "../docusaurus.config.js": "" }, generator: "docusaurus", because: "../docusaurus.config.js" },
    {
      texts: { "../package.json": '{\n"devDependencies": { "@11ty/eleventy": "3" } }' },
      generator: "eleventy",
      because: "../package.json names @11ty/eleventy",
    },
  ])("$because", ({ texts, generator, because }) => {
    const [found] = proposeSettings(around(texts)).filter(({ key }) => key === "generator");
    expect(found).toMatchObject({ value: generator, because });
  });

  test("its folders, where it needs no configuration", () => {
    expect(told(around({}, { sources: ["_posts/2025-07-01-lock.md"] }))).toMatchObject({
      generator: "jekyll",
    });
    expect(told(around({}, { folders: ["_posts", "site"], sources: ["2025-07-01-lock.md"] }))).toMatchObject({
      generator: "jekyll",
      static: [".."],
    });
  });

  test("the configuration that lies nearest", () => {
    expect(told(around({ "../../_config.yml": "", "../hugo.toml": "" }))).toMatchObject({
      generator: "hugo",
    });
  });

  test.for([
    { name: "nothing", texts: {} },
    { name: "a configuration of another program", texts: { "../config.toml": "x = 1" } },
    { name: "Hexo's, which has Jekyll's name", texts: { "../_config.yml": "new_post_name: :title.md" } },
    { name: "a package.json without one", texts: { "../package.json": '{"dependencies": {"next": "1"}}' } },
    { name: "a package.json that cannot be read", texts: { "../package.json": "{" } },
  ])("nothing, where there is $name", ({ texts }) => {
    expect(proposeSettings(around(texts))).toEqual([]);
  });
});

describe("of Jekyll", () => {
  test("come title, address, language, zone, author, each with its line", () => {
    const config = `# The site
title: The Quay
url: "https://quay.example"
description: News.
locale: en_GB
timezone: Europe/London
author:
  name: Ana Holm
  uri: https://quay.example/ana
  email: ana@quay.example
`;
    expect(proposeSettings(around({ "_config.yml": config }))).toMatchObject([
      { key: "title", value: "The Quay", because: "_config.yml, line 2" },
      { key: "url", value: "https://quay.example", because: "_config.yml, line 3" },
      { key: "description", value: "News.", because: "_config.yml, line 4" },
      { key: "language", value: "en-GB", because: "_config.yml, line 5" },
      { key: "timezone", value: "Europe/London", because: "_config.yml, line 6" },
      {
        key: "authors",
        value: [{ name: "Ana Holm", url: "https://quay.example/ana", email: "ana@quay.example" }],
        because: "_config.yml, line 7",
      },
      { key: "generator", value: "jekyll" },
      { key: "permalink", value: "/{path}.html", because: "Jekyll's rule for pages" },
      { key: "slugs", value: "verbatim" },
    ]);
  });

  test.for([
    { config: "x: 1", permalink: "/{categories}/{year}/{month}/{day}/{slug}.html" },
    { config: "permalink: pretty", permalink: "/{categories}/{year}/{month}/{day}/{slug}/" },
    { config: "permalink: none", permalink: "/{categories}/{slug}.html" },
    { config: "permalink: ordinal", permalink: "/{categories}/{year}/{yearday}/{slug}.html" },
    { config: "permalink: /blog/:title", permalink: "/blog/{slug}" },
    { config: "permalink: /:title\nbaseurl: /b/", permalink: "/b/{slug}" },
    {
      config: "permalink: none\ncollections:\n  posts:\n    permalink: /n/:title/",
      permalink: "/n/{slug}/",
    },
    {
      config: "permalink: none\ndefaults:\n- scope: { type: posts }\n  values: { permalink: /d/:title/ }",
      permalink: "/d/{slug}/",
    },
    {
      config: "defaults:\n- scope: { path: pages, type: pages }\n  values: { permalink: /d/:title/ }",
      permalink: "/{categories}/{year}/{month}/{day}/{slug}.html",
    },
    { config: "permalink: /:short_year/:title/", permalink: "/{shortyear}/{slug}/" },
    { config: "permalink: /:weather/:title/", permalink: undefined },
  ])("comes the pattern of posts: $config", ({ config, permalink }) => {
    expect(
      told(around({ "_config.yml": config }, { sources: ["_posts/2025-07-01-lock.md"] })).permalink,
    ).toBe(permalink);
  });

  test("come patterns by folder where there are pages too, which lie where their files do", () => {
    const sources = ["about.md", "_posts/2025-07-01-lock.md", "ships/_posts/2025-07-02-tug.md"];
    expect(told(around({ "_config.yml": "permalink: /:title/" }, { sources }))).toMatchObject({
      permalink: "/{path}/",
      permalinks: { _posts: "/{slug}/", "ships/_posts": "/{slug}/" },
    });
  });

  test("comes what it leaves out, of what is there", () => {
    const config = "exclude:\n- README.md\n- vendor/\n- Gemfile\n- docs";
    const sources = ["README.md", "docs/a.md", "lock.md"];
    expect(told(around({ "_config.yml": config }, { sources }))).toMatchObject({
      exclude: ["README.md", "docs/**"],
    });
  });
});

describe("of Hugo", () => {
  test("come its settings, whatever their spelling", () => {
    const config = `baseURL = "https://quay.example/blog/"
title = "The Quay"
languageCode = "en-gb"
timeZone = "Europe/London"
copyright = "The Quay"
staticDir = ["static", "images"]
disablePathToLower = true
[params]
description = "News."
author = "Ana Holm"
`;
    expect(told(around({ "../hugo.toml": config }))).toEqual({
      title: "The Quay",
      url: "https://quay.example",
      description: "News.",
      language: "en-gb",
      timezone: "Europe/London",
      authors: [{ name: "Ana Holm" }],
      copyright: "The Quay",
      generator: "hugo",
      permalink: "/blog/{path}/",
      slugs: "verbatim",
      static: ["static", "images"],
    });
  });

  test("come patterns of sections in folders of languages, with an ending where they are ugly", () => {
    const config = '[uglyURLs]\npost = true\n[permalinks]\npost = "/:year/:slug/"\nnews = "/n/:slug/"\n';
    const sources = ["en/post/a.md", "en/about.md"];
    expect(told(around({ "../hugo.toml": config }, { sources })).permalinks).toEqual({
      post: "/{year}/{title}.html",
    });
  });

  test("come patterns of sections that are there", () => {
    const config = '[permalinks]\nposts = "/:year/:month/:slugorfilename/"\nnews = "/:title/"\n';
    expect(told(around({ "../hugo.toml": config }, { sources: ["posts/a.md"] }))).toMatchObject({
      permalink: "/{path}/",
      permalinks: { posts: "/{year}/{month}/{slug}/" },
    });
  });

  test("come slugs of the names of files, where dates come from them", () => {
    const config = '[frontmatter]\ndate = [":filename", ":default"]\n[permalinks]\nposts = "/:slug/"\n';
    expect(told(around({ "../hugo.toml": config }, { sources: ["posts/2025-07-01-lock.md"] }))).toMatchObject(
      {
        permalinks: { posts: "/{slug}/" },
      },
    );
  });

  test("comes a section's pattern where the content folder is the section", () => {
    const config = '[permalinks.page]\nposts = "/:section/:slug/"\n';
    const folders = ["posts", "content", "site"];
    expect(told(around({ "../../hugo.toml": config }, { folders }))).toMatchObject({
      permalink: "/posts/{title}/",
    });
    expect(told(around({ "../../hugo.toml": "" }, { folders }))).toMatchObject({
      permalink: "/posts/{path}/",
    });
  });

  test("come languages, endings, and the files of config/_default", () => {
    const texts = {
      "../config/_default/hugo.yaml": "uglyURLs: true\ndefaultContentLanguage: fr\n",
      "../config/_default/languages.yaml": "fr: { title: Le Quai }\nen: {}\n",
      "../config/_default/params.yaml": "description: Nouvelles.\n",
    };
    expect(told(around(texts, { sources: ["lock.md", "lock.en.md", "fr/tide.md"] }))).toMatchObject({
      title: "Le Quai",
      description: "Nouvelles.",
      language: "fr",
      languages: ["fr", "en"],
      permalink: "/{path}.html",
    });
  });
});

test("languages come that files or folders tell, be it of files for each", () => {
  const texts = { "../hugo.toml": "[languages.en]\n[languages.fr]\n[languages.de]\n" };
  expect(told(around(texts, { sources: ["en/lock.md", "tide.fr.md"] })).languages).toEqual(["en", "fr"]);
  expect(told(around(texts)).languages).toBeUndefined();
  const files = {
    "../config/_default/hugo.toml": "",
    "../config/_default/languages.de.toml": 'title = "Kai"',
  };
  expect(told(around(files, { sources: ["de/lock.md"] })).languages).toEqual(["de"]);
});

test.for([
  {
    name: "a folder for each language",
    config: "languages: { en: { contentDir: content/en } }\n",
    folders: ["en", "content", "site"],
    proposed: { permalink: "/{path}/" },
  },
  {
    name: "a folder for each language, all of them",
    config: "languages: { en: { contentDir: content/en } }\n",
    folders: ["content", "site"],
    proposed: { permalink: "/{path}/", languages: ["en"] },
  },
  {
    name: "a folder that is mounted",
    config: "module: { mounts: [{ source: texts/blog, target: content }] }\n",
    folders: ["blog", "texts", "site"],
    proposed: { permalink: "/{path}/" },
  },
])("of Hugo: $name", ({ config, folders, proposed }) => {
  const above = "../".repeat(folders.length - 1);
  expect(told(around({ [`${above}hugo.yaml`]: config }, { folders, sources: ["en/a.md"] }))).toMatchObject(
    proposed,
  );
});

test("of Zola come its settings", () => {
  const config = `base_url = "https://quay.example"
title = "The Quay"
default_language = "en"
author = "Ana Holm"
[slugify]
paths = "safe"
[languages.fr]
`;
  expect(told(around({ "../config.toml": config }, { sources: ["lock.fr.md", "en/a.md"] }))).toEqual({
    title: "The Quay",
    url: "https://quay.example",
    language: "en",
    languages: ["en", "fr"],
    authors: [{ name: "Ana Holm" }],
    generator: "zola",
    permalink: "/{path}/",
    slugs: "verbatim",
  });
});

describe("of Eleventy", () => {
  test("come its data, and where its input lies", () => {
    const texts = {
      "../../eleventy.config.js": `
// dir: { input: "other" }
eleventyConfig.addPassthroughCopy({ "./assets/": "/" });
return { glob: "src/**/*.md", dir: { output: "dist", input: 'src' } };
`,
      "../_data/site.json":
        '{ "title": "The Quay", "url": "https://quay.example", "author": { "name": "Ana Holm" } }',
    };
    expect(told(around(texts, { folders: ["posts", "src", "site"] }))).toEqual({
      title: "The Quay",
      url: "https://quay.example",
      authors: [{ name: "Ana Holm" }],
      generator: "eleventy",
      permalink: "/posts/{path}/",
      slugs: "verbatim",
      static: ["assets"],
    });
  });

  test.for([
    { text: "permalink: function({ page }) { return `/web/$" + "{ page.fileSlug }/` }", is: "/web/{slug}/" },
    { text: "permalink: ({ page }) => '/notes' + page.filePathStem + '/'", is: "/notes/{path}/" },
    { text: "permalink: ({ page }) => `/notes/$" + "{page.filePathStem}/`", is: "/notes/{path}/" },
    {
      text:
        "permalink: (data: Data) => {\n if (data.isDraft) return false;\n if (data.isNote) return `/notes/$" +
        "{data?.page?.fileSlug}/`;\n return `/blog/$" +
        "{data?.page?.fileSlug}/`;\n}",
      is: "/blog/{slug}/",
    },
    { text: "permalink: (data) => addressOf(data)", is: undefined },
  ])("come permalinks of functions that write them out: $text", ({ text, is }) => {
    const texts = { "../.eleventy.js": "return { dir: { input: dirs.in } };", "a/a.11tydata.ts": text };
    const found = told(around(texts, { sources: ["a/b.md"] }));
    expect(found.permalinks).toEqual(is === undefined ? undefined : { a: is });
  });

  test.for(["config.toml", "hugo.toml"])(
    "comes the static folder beside one that holds articles: %s",
    (name) => {
      const texts = {
        [`../${name}`]: 'base_url = "https://quay.example"\n[markdown]\nsmart_punctuation = true\n',
      };
      const found = told(around(texts, { files: ["static/about.md"], sources: ["a.md"] }));
      expect(found.static).toEqual(["../static"]);
      expect(told(around(texts, { files: ["static/a.png"], sources: ["a.md"] })).static).toBeUndefined();
    },
  );

  test.for([
    { config: "collections:\n  docs:\n    output: true", is: { _docs: "/{path}.html" } },
    { config: "permalink: pretty\ncollections:\n  docs:\n    output: true", is: { _docs: "/{path}/" } },
    {
      config: "baseurl: /b\ncollections:\n  docs: { output: true, permalink: /:collection/:path/ }",
      is: { _docs: "/b/{path}/" },
    },
    { config: "collections:\n  docs: { output: true, permalink: /d/:title/ }", is: { _docs: "/d/{slug}/" } },
    { config: "collections:\n  docs: { output: true, permalink: /d/:path/ }", is: {} },
    { config: "collections:\n  docs: { output: false }\n  posts: { output: true }", is: null },
    { config: "collections: [docs]", is: null },
  ])("come collections of Jekyll that have pages: $config", ({ config, is }) => {
    const found = told(
      around({ "_config.yml": `${config}\n` }, { sources: ["_posts/2025-07-01-a.md", "b.md"] }),
    );
    expect(found.collections).toEqual(is === null ? undefined : ["docs"]);
    const { _posts, ...others } = Object(found.permalinks);
    expect(_posts).toContain("{slug}");
    expect(others).toEqual(is ?? {});
  });

  const NOTES = { "category:note": "/notes/{slug}/", a: "/blog/{slug}/" };
  const DOUBTED = "which has others too: compare some addresses";

  test.for([
    { when: 'if (data?.categories?.includes("note")) return NOTE;\n return BLOG;', is: NOTES },
    {
      when: "if (data.categories && data.categories.includes('note')) {\n return NOTE;\n }\n return BLOG;",
      is: NOTES,
    },
    { when: "return (data.categories || []).includes(`note`) ? NOTE : BLOG;", is: NOTES },
    { when: 'return data.category === "note" ? NOTE : BLOG;', is: NOTES },
    {
      when: 'return data.tags.includes("a") ? A : data.section == "b" ? NOTE : BLOG;',
      is: { "tag:a": "/a/{slug}/", "section:b": "/notes/{slug}/", a: "/blog/{slug}/" },
    },
    {
      when: 'if (data.tags.includes("a")) return A; if (data.tags.includes("a")) return NOTE; return BLOG;',
      is: { "tag:a": "/a/{slug}/", a: "/blog/{slug}/" },
    },
    { when: 'if (!data.categories.includes("note")) return BLOG;\n return NOTE;', doubt: "/notes/{slug}/" },
    { when: 'if (data.isOld && data.tags.includes("a")) return A;\n return BLOG;', doubt: "/blog/{slug}/" },
    { when: 'if (data.tags.includes("a") || data.isOld) return A;\n return BLOG;', doubt: "/blog/{slug}/" },
    { when: 'if (data.layout === "note") return NOTE;\n return BLOG;', doubt: "/blog/{slug}/" },
    { when: "if (data.tags.includes(data.tag)) return NOTE;\n return BLOG;", doubt: "/blog/{slug}/" },
    {
      when: 'if (data.tags.includes("a")) return A;\n if (data.tags.includes("b")) return BLOG;',
      doubt: "/blog/{slug}/",
    },
  ])(
    "come permalinks by category, tag and section of a function's branches: $when",
    ({ when, is, doubt }) => {
      const text = when.replace(/\b(?:NOTE|BLOG|A)\b/g, (name) => {
        const folder = { NOTE: "notes", BLOG: "blog" }[name] ?? "a";
        return `\`/${folder}/$\{data?.page.fileSlug}/\``;
      });
      const texts = {
        "../.eleventy.js": "return {};",
        "a/a.11tydata.js": `permalink: (data) => {\n ${text}\n}`,
      };
      const found = proposeSettings(around(texts, { sources: ["a/b.md"] })).find(
        ({ key }) => key === "permalinks",
      );
      expect(found?.value).toEqual(is ?? { a: doubt });
      expect(found?.because).toBe(
        `a function in a/a.11tydata.js${doubt === undefined ? "" : `, ${DOUBTED}`}`,
      );
      if (is !== undefined) expect(Object.keys(found?.value ?? {})).toEqual(Object.keys(is));
    },
  );

  test("docs/moving/eleventy.md shows what a function means", () => {
    const docs = readFileSync("docs/moving/eleventy.md", "utf8");
    const [, name = "", program = "", toml] =
      /`([\w/]+\.11tydata\.js)`\n\n```js\n(.*?)```.*?```toml\n(.*?)```/s.exec(docs) ?? [];
    const texts = { "../.eleventy.js": "return {};", [name]: program };
    const found = proposeSettings(around(texts, { sources: ["posts/lock.md"] }));
    expect(siteToml(found.filter(({ key }) => key === "permalinks"))).toBe(toml);
  });

  test("is the content folder the input, where a program works out which it is", () => {
    const texts = { "../.eleventy.js": "return { dir: { output: '_site', input: config.dir.src } };" };
    expect(told(around(texts)).permalink).toBe("/{path}/");
    expect(told(around({ "../.eleventy.js": "return { dir: { output: '_site' } };" })).permalink).toBe(
      "/content/{path}/",
    );
  });

  test("come permalinks of folders, in the words of templates", () => {
    const texts = {
      ".eleventy.js": "",
      "blog/blog.json":
        '{ "permalink": "blog/{{ page.date | date: \'%Y/%m\' }}/{{ page.fileSlug }}/index.html" }',
      "notes/notes.11tydata.js": "module.exports = { permalink: '/n/{{ title | slugify }}/' };",
      "old/old.json": '{ "permalink": "{{ page.filePathStem }}.html" }',
      "odd/odd.json": '{ "permalink": "{{ page.inputPath }}" }',
    };
    expect(told(around(texts))).toMatchObject({
      permalink: "/{path}/",
      permalinks: { blog: "/blog/{year}/{month}/{slug}/", notes: "/n/{title}/", old: "/{path}.html" },
    });
  });

  test("comes no pattern where a program makes it", () => {
    const texts = {
      "../.eleventy.js": "",
      "content.11tydata.js": "module.exports = { permalink: (data) => x };",
    };
    expect(told(around(texts)).permalink).toBeUndefined();
  });
});

describe("of Astro", () => {
  const texts = {
    "../../astro.config.mjs":
      'export default defineConfig({ site: "https://quay.example", trailingSlash: "never" });',
    "../../src/consts.ts": "export const SITE_TITLE = 'The Quay';\nexport const SITE_DESCRIPTION = 'News.';",
  };
  const routes = ["blog/[...slug].astro", "notes/[page].astro", "tags/[tag].astro"];

  test("come its constants, and patterns of collections that pages show", () => {
    const sources = ["blog/a.md", "notes/b.md"];
    expect(told(around(texts, { folders: ["content", "src", "site"], routes, sources }))).toEqual({
      title: "The Quay",
      url: "https://quay.example",
      description: "News.",
      generator: "astro",
      slugs: "lower",
      permalinks: { blog: "/{path}" },
    });
  });

  test("is its base what the site is told, and not what a plugin is", () => {
    const config =
      'import starlight from "@astrojs/starlight";\nexport default { plugins: [log({ base: "log", prefix: "x" })], site: "https://quay.example", base: "/quay" };';
    expect(
      told(around({ "../../../astro.config.mjs": config }, { folders: ["docs", "content", "src", "site"] })),
    ).toMatchObject({ permalink: "/quay/{path}/" });
  });

  test("is no base what a plugin alone is told", () => {
    const config =
      'import starlight from "@astrojs/starlight";\nexport default { plugins: [log({ base: "log" })] };';
    expect(
      told(around({ "../../../astro.config.mjs": config }, { folders: ["docs", "content", "src", "site"] })),
    ).toMatchObject({ permalink: "/{path}/" });
  });

  test.for([
    { folders: ["blog", "docs", "content", "src", "site"], permalink: "/blog/{path}/" },
    { folders: ["docs", "content", "src", "site"], permalink: "/{path}/" },
  ])("comes Starlight's own pattern: $permalink", ({ folders, permalink }) => {
    const config = 'import starlight from "@astrojs/starlight";';
    const name = `${"../".repeat(folders.length - 1)}astro.config.mjs`;
    expect(told(around({ [name]: config }, { folders, routes }))).toMatchObject({ permalink });
  });

  test("comes the pattern of the collection that the content folder is", () => {
    const up = Object.fromEntries(Object.entries(texts).map(([name, text]) => [`../${name}`, text]));
    const folders = ["blogs", "content", "src", "site"];
    expect(told(around(up, { folders, routes }))).toMatchObject({ permalink: "/blog/{path}" });
  });
});

describe("of Gatsby", () => {
  const config = `module.exports = {
  siteMetadata: {
    title: "The Quay", siteUrl: 'https://quay.example',
    author: { name: "Ana Holm", summary: "x" },
  },
  plugins: [{ resolve: "gatsby-source-filesystem", options: { path: \`\${__dirname}/content/blog\`, name: "blog" } }],
};`;
  const node = "const value = createFilePath({ node }); createNodeField({ value: `/b$" + "{value}` });";

  test("come its metadata, and the pattern that its program makes", () => {
    const texts = { "../../gatsby-config.js": config, "../../gatsby-node.js": node };
    expect(told(around(texts, { folders: ["blog", "content", "site"] }))).toEqual({
      title: "The Quay",
      url: "https://quay.example",
      authors: [{ name: "Ana Holm" }],
      generator: "gatsby",
      permalink: "/b/{path}/",
      slugs: "verbatim",
    });
  });

  test.for([
    { sources: ["blog/a/index.md", "blog/b.md"], permalinks: { blog: "/b/{filename}/" } },
    { sources: ["blog/a/b/index.md"], permalinks: undefined },
  ])("come names alone for a folder inside: $sources", ({ sources, permalinks }) => {
    const texts = { "../gatsby-config.js": config, "../gatsby-node.js": node };
    expect(told(around(texts, { sources })).permalinks).toEqual(permalinks);
  });

  test.for([
    {
      name: "of the date in a file's name, for a folder, beside one for the rest",
      program:
        "if (relativePath.includes('blog')) slug = `/blog/$" +
        "{year}/$" +
        "{month}/$" +
        "{day}/$" +
        "{filename}.html`;\n else slug = `/$" +
        "{relativePath.replace('.md', '.html')}`;",
      sources: ["blog/2025-07-01-lock.md", "docs/pumps.md"],
      is: {
        permalink: "/{path}.html",
        permalinks: { blog: "/blog/{year}/{month}/{day}/{slug}.html" },
        date_from: "name",
      },
    },
    {
      name: "joined with plus signs",
      program: "slug = '/posts/' + _.kebabCase(node.frontmatter.title) + '/';",
      is: { permalink: "/posts/{title}/" },
    },
    {
      name: "of what front matter says",
      program: "slug = `/$" + "{node.frontmatter.slug}/`;",
      is: { permalink: "/{slug}/" },
    },
    {
      name: "of parts of the path, for want of a slug",
      program:
        "if (hasSlug) slug = `/$" +
        "{frontmatter.slug}/`; else slug = `/$" +
        "{parsedFilePath.dir}/$" +
        "{parsedFilePath.name}/`;",
      is: { permalink: "/{path}/" },
    },
    {
      name: "of tags: none of an article's",
      program: "createPage({ path: `/tags/$" + "{slug}/` }); createPage({ path: post.frontmatter.path });",
      is: { permalink: undefined },
    },
    {
      name: "that front matter says whole",
      program: "createPage({ path: post.frontmatter.permalink });",
      is: { permalink: undefined },
    },
  ])("come paths that a program puts together: $name", ({ program, sources = ["lock.md"], is }) => {
    const texts = {
      "../gatsby-config.js": "module.exports = {}",
      "../gatsby-node.js": "exports.onCreateNode = require('./gatsby/on-create-node');",
      "../gatsby/on-create-node.js": `${program}\ncreateNodeField({ node, name: "slug", value: slug });`,
    };
    const { permalink, permalinks, date_from } = told(around(texts, { sources }));
    expect({ permalink, permalinks, date_from }).toEqual({
      permalinks: undefined,
      date_from: undefined,
      ...is,
    });
  });

  test.for([
    { program: {}, because: "a guess: a theme works it out; compare some addresses" },
    {
      program: { "../gatsby-node.js": "createPage({ path: addressOf(node) });" },
      because: "a guess: ../gatsby-node.js works it out; compare some addresses",
    },
    {
      program: {
        "../gatsby-node.js": "createPage({ path: `/$" + "{slug}/` }); slug = slug.replace(/x/, '');",
      },
      because: "../gatsby-node.js, line 1, which changes it further: compare some addresses",
    },
  ])("comes a guess that says so: $because", ({ program, because }) => {
    const texts = { "../gatsby-config.js": "module.exports = {}", ...program };
    const found = proposeSettings(around(texts)).find(({ key }) => key === "permalink");
    expect(found).toMatchObject({ because });
  });

  test("come title and url from data that its configuration brings in", () => {
    const texts = {
      "../gatsby-config.js": "module.exports = { siteMetadata: require('./site-meta.json') }",
      "../site-meta.json": '{ "title": "The Quay", "siteUrl": "https://quay.example" }',
    };
    expect(told(around(texts))).toMatchObject({ title: "The Quay", url: "https://quay.example" });
  });

  test("comes no pattern where no program makes it of files", () => {
    expect(told(around({ "../gatsby-config.js": config })).permalink).toBeUndefined();
  });
});

describe("of Docusaurus", () => {
  const config = `const config = {
  title: 'The Quay', tagline: 'News.', url: 'https://quay.example', baseUrl: '/q/',
  i18n: { defaultLocale: 'en', locales: ['en', 'fr'] },
  presets: [['classic', { docs: { path: '../docs' }, blog: { routeBasePath: 'news' } }]],
};`;

  test.for([
    { clean: "", end: ".html" },
    { clean: "cleanUrl: true,", end: "" },
  ])("of its first version come patterns with its ending: $end", ({ clean, end }) => {
    const config = `module.exports = { title: 'Quay', url: 'https://quay.example', baseUrl: '/', ${clean} };`;
    const sources = ["docs/intro.md", "website/blog/2025-07-01-lock.md"];
    expect(told(around({ "website/siteConfig.js": config }, { sources }))).toMatchObject({
      title: "Quay",
      generator: "docusaurus",
      permalinks: {
        "website/blog": `/blog/{year}/{month}/{day}/{slug}${end}`,
        docs: `/{path}${end}`,
      },
    });
    expect(
      told(
        around(
          { "../siteConfig.js": config },
          { folders: ["blog", "website"], sources: ["2025-07-01-a.md"] },
        ),
      ),
    ).toMatchObject({
      permalink: `/blog/{year}/{month}/{day}/{slug}${end}`,
    });
  });

  test("come its settings, and patterns of blog and documentation", () => {
    const sources = ["blog/2025-07-01-lock.md", "docs/intro.md", "i18n/fr/x.md", "i18n/en/x.md"];
    expect(told(around({ "docusaurus.config.js": config }, { sources }))).toEqual({
      title: "The Quay",
      url: "https://quay.example",
      description: "News.",
      language: "en",
      languages: ["en", "fr"],
      generator: "docusaurus",
      slugs: "verbatim",
      date_from: "name",
      permalinks: { blog: "/q/news/{year}/{month}/{day}/{slug}", docs: "/q/{path}" },
    });
  });

  test.for([
    { folder: "blog", sources: ["2025-07-01-lock.md"], permalink: "/q/news/{year}/{month}/{day}/{slug}" },
    { folder: "blog", sources: ["lock.md"], permalink: "/q/news/{slug}" },
    { folder: "docs", sources: ["intro.md"], permalink: "/q/docs/{path}" },
  ])("comes the pattern of $folder: $sources", ({ folder, sources, permalink }) => {
    const texts = { "../docusaurus.config.js": config };
    expect(told(around(texts, { folders: [folder, "site"], sources }))).toMatchObject({ permalink });
  });
});
