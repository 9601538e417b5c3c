import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Another generator that bakes the same corpus into the same documents: a page an article, front page, feed of 20. */
export interface Peer {
  readonly name: string;
  /** What to install where it is missing. */
  readonly install: string;
  available(): boolean;
  /** Lays out a project around a corpus. */
  prepare(project: string, corpus: string): void;
  /** What builds it in full. */
  command(project: string): readonly string[];
}

const HEAD = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const hugo: Peer = {
  name: "Hugo",
  install: "apt-get install hugo",
  available: () => spawnSync("hugo", ["version"]).status === 0,
  prepare(project, corpus) {
    write(project, {
      "config.toml": `baseURL = "https://bench.example/"
title = "Bench"
disableKinds = ["taxonomy", "term", "section", "sitemap", "404", "robotsTXT"]
[services.rss]
limit = 20
[markup.goldmark.renderer]
unsafe = false
`,
      "layouts/_default/single.html": `<!doctype html><html lang="en"><head>${HEAD}<title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}"></head><body><main><article><h1>{{ .Title }}</h1><p>{{ .Params.author }} <time>{{ .Date }}</time></p>{{ .Content }}</article></main></body></html>`,
      "layouts/index.html": `<!doctype html><html lang="en"><head>${HEAD}<title>{{ site.Title }}</title></head><body><main>{{ range first 20 site.RegularPages.ByDate.Reverse }}<h2><a href="{{ .Permalink }}">{{ .Title }}</a></h2><p>{{ .Summary }}</p>{{ end }}</main></body></html>`,
      "layouts/index.rss.xml": `<rss version="2.0"><channel><title>{{ site.Title }}</title><link>{{ site.BaseURL }}</link><description>{{ site.Title }}</description>{{ range first 20 site.RegularPages.ByDate.Reverse }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>`,
    });
    cpSync(corpus, join(project, "content"), {
      recursive: true,
      filter: (file) => !file.endsWith("site.toml"),
    });
  },
  command: (project) => ["hugo", "--quiet", "--source", project, "--destination", join(project, "public")],
};

function fromNpm(
  folder: string,
  name: string,
  packages: readonly string[],
  bin: string,
): Pick<Peer, "install" | "available"> & { bin: string } {
  return {
    install: `npm install --prefix ${folder} ${packages.join(" ")}`,
    bin: join(folder, "node_modules", bin),
    available() {
      if (existsSync(join(folder, "node_modules", bin))) return true;
      write(folder, { "package.json": JSON.stringify({ name, private: true, type: "module" }) });
      return (
        spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", ...packages], { cwd: folder })
          .status === 0
      );
    },
  };
}

function eleventy(packages: string): Peer {
  const npm = fromNpm(
    join(packages, "eleventy"),
    "eleventy-bench",
    ["@11ty/eleventy@3"],
    "@11ty/eleventy/cmd.cjs",
  );
  return {
    name: "Eleventy",
    ...npm,
    prepare(project, corpus) {
      write(project, {
        "package.json": '{"private":true,"type":"module"}',
        "eleventy.config.js": `export default (config) => {
  config.addGlobalData("layout", "article.njk");
  config.addCollection("newest", (api) => api.getFilteredByGlob("content/**/*.md").sort((a, b) => b.date - a.date).slice(0, 20));
  return { dir: { input: "content", includes: "../includes", output: "public" }, markdownTemplateEngine: false };
};
`,
        "includes/article.njk": `<!doctype html><html lang="en"><head>${HEAD}<title>{{ title }}</title><link rel="canonical" href="https://bench.example{{ page.url }}"></head><body><main><article><h1>{{ title }}</h1><p>{{ author }} <time>{{ page.date }}</time></p>{{ content | safe }}</article></main></body></html>`,
      });
      cpSync(corpus, join(project, "content"), {
        recursive: true,
        filter: (file) => !file.endsWith("site.toml"),
      });
      write(join(project, "content"), {
        "index.njk": `---\nlayout: false\ntags: []\n---\n<!doctype html><html lang="en"><head>${HEAD}<title>Bench</title></head><body><main>{% for one in collections.newest %}<h2><a href="https://bench.example{{ one.url }}">{{ one.data.title }}</a></h2>{% endfor %}</main></body></html>`,
        "rss.njk": `---\nlayout: false\npermalink: /rss.xml\ntags: []\n---\n<rss version="2.0"><channel><title>Bench</title><link>https://bench.example/</link><description>Bench</description>{% for one in collections.newest %}<item><title>{{ one.data.title }}</title><link>https://bench.example{{ one.url }}</link><guid>https://bench.example{{ one.url }}</guid><pubDate>{{ one.date.toUTCString() }}</pubDate><description>{{ one.content }}</description></item>{% endfor %}</channel></rss>`,
      });
    },
    command: () => [process.execPath, npm.bin, "--quiet"],
  };
}

function astro(packages: string): Peer {
  const folder = join(packages, "astro");
  const npm = fromNpm(folder, "astro-bench", ["astro@7"], "astro/bin/astro.mjs");
  return {
    name: "Astro",
    ...npm,
    prepare(project, corpus) {
      write(project, {
        "package.json": '{"private":true,"type":"module"}',
        "astro.config.mjs": 'export default { site: "https://bench.example", publicDir: "static" };\n',
        "src/content.config.ts": `import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
export const collections = { articles: defineCollection({ loader: glob({ pattern: "**/*.md", base: "./content" }) }) };
`,
        "src/pages/articles/[...slug].astro": `---
import { getCollection, render } from "astro:content";
export async function getStaticPaths() {
  return (await getCollection("articles")).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>{entry.data.title}</title></head><body><main><article><h1>{entry.data.title}</h1><p>{entry.data.author} <time>{entry.data.date}</time></p><Content /></article></main></body></html>
`,
        "src/pages/index.astro": `---
import { getCollection } from "astro:content";
const newest = (await getCollection("articles")).sort((a, b) => String(b.data.date).localeCompare(String(a.data.date))).slice(0, 20);
---
<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Bench</title></head><body><main>{newest.map(({ id, data }) => <h2><a href={\`https://bench.example/articles/\${id}\`}>{data.title}</a></h2>)}</main></body></html>
`,
        "src/pages/rss.xml.ts": `import { getCollection } from "astro:content";
const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
export async function GET() {
  const newest = (await getCollection("articles")).sort((a, b) => String(b.data.date).localeCompare(String(a.data.date))).slice(0, 20);
  const items = newest.map(({ id, data, rendered }) => \`<item><title>\${escape(data.title)}</title><guid>\${id}</guid><description>\${escape(rendered?.html ?? "")}</description></item>\`);
  return new Response(\`<rss version="2.0"><channel><title>Bench</title>\${items.join("")}</channel></rss>\`);
}
`,
      });
      cpSync(corpus, join(project, "content"), {
        recursive: true,
        filter: (file) => !file.endsWith("site.toml"),
      });
      rmSync(join(project, "node_modules"), { force: true, recursive: true });
      symlinkSync(join(folder, "node_modules"), join(project, "node_modules"));
    },
    command: () => [process.execPath, npm.bin, "build", "--silent", "--force"],
  };
}

/** Every peer; those from npm are installed below `packages`, never as dependencies. */
export function peers(packages: string): readonly Peer[] {
  return [hugo, eleventy(packages), astro(packages)];
}
