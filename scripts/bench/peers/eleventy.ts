import { join } from "node:path";
import { fromNpm } from "./from-npm.ts";
import type { Peer } from "./peer.ts";
import { copyArticles, HEAD, writeFiles } from "./peer.ts";

/** Eleventy, installed below `packages`. */
export function eleventy(packages: string): Peer {
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
      writeFiles(project, {
        "package.json": '{"private":true,"type":"module"}',
        "eleventy.config.js": `export default (config) => {
  config.addGlobalData("layout", "article.njk");
  config.addCollection("newest", (api) => api.getFilteredByGlob("content/**/*.md").sort((a, b) => b.date - a.date).slice(0, 20));
  return { dir: { input: "content", includes: "../includes", output: "public" }, markdownTemplateEngine: false };
};
`,
        "includes/article.njk": `<!doctype html><html lang="en"><head>${HEAD}<title>{{ title }}</title><link rel="canonical" href="https://bench.example{{ page.url }}"></head><body><main><article><h1>{{ title }}</h1><p>{{ author }} <time>{{ page.date }}</time></p>{{ content | safe }}</article></main></body></html>`,
      });
      copyArticles(corpus, project);
      writeFiles(join(project, "content"), {
        "index.njk": `---\nlayout: false\ntags: []\n---\n<!doctype html><html lang="en"><head>${HEAD}<title>Bench</title></head><body><main>{% for one in collections.newest %}<h2><a href="https://bench.example{{ one.url }}">{{ one.data.title }}</a></h2>{% endfor %}</main></body></html>`,
        "rss.njk": `---\nlayout: false\npermalink: /rss.xml\ntags: []\n---\n<rss version="2.0"><channel><title>Bench</title><link>https://bench.example/</link><description>Bench</description>{% for one in collections.newest %}<item><title>{{ one.data.title }}</title><link>https://bench.example{{ one.url }}</link><guid>https://bench.example{{ one.url }}</guid><pubDate>{{ one.date.toUTCString() }}</pubDate><description>{{ one.content }}</description></item>{% endfor %}</channel></rss>`,
      });
    },
    command: () => [process.execPath, npm.bin, "--quiet"],
  };
}
