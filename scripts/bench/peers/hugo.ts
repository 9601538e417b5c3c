import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Peer } from "./peer.ts";
import { copyArticles, HEAD, writeFiles } from "./peer.ts";

export const hugo: Peer = {
  name: "Hugo",
  install: "apt-get install hugo",
  available: () => spawnSync("hugo", ["version"]).status === 0,
  prepare(project, corpus) {
    writeFiles(project, {
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
    copyArticles(corpus, project);
  },
  command: (project) => ["hugo", "--quiet", "--source", project, "--destination", join(project, "public")],
};
