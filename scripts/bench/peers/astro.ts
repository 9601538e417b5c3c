import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fromNpm } from "./from-npm.ts";
import type { Peer } from "./peer.ts";
import { copyArticles, writeFiles } from "./peer.ts";

/** Astro, installed below `packages`. */
export function astro(packages: string): Peer {
  const folder = join(packages, "astro");
  const npm = fromNpm(folder, "astro-bench", ["astro@7"], "astro/bin/astro.mjs");
  return {
    name: "Astro",
    ...npm,
    prepare(project, corpus) {
      writeFiles(project, {
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
      copyArticles(corpus, project);
      rmSync(join(project, "node_modules"), { force: true, recursive: true });
      symlinkSync(join(folder, "node_modules"), join(project, "node_modules"));
    },
    command: () => [process.execPath, npm.bin, "build", "--silent", "--force"],
  };
}
