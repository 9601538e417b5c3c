import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/folder/read-folder.ts";
import { bakeFolder } from "../bake/baked-folder.ts";
import { contentFolder } from "../content-folder.ts";
import { GENERATOR_FOLDERS } from "./generator-folders.ts";

describe("an existing blog bakes as it is, with a site.toml that only names its url", () => {
  test.for(Object.entries(GENERATOR_FOLDERS))("%s", ([, { content, files, articles }]) => {
    const project = contentFolder({
      ...files,
      [join(content, "site.toml")]: 'url = "https://quay.example"\n',
    });
    const folder = join(project, content);
    const read = readFolder(folder, { drafts: false });
    expect(read.problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
    const baked = bakeFolder(folder);
    expect(baked.problems.filter(({ severity }) => severity !== "notice")).toEqual([]);

    const found = [...baked.articles].map(({ title, address, published, tags, section }) => [
      title,
      { address, day: new Date(published * 1000).toISOString().slice(0, 10), tags, section },
    ]);
    expect(Object.fromEntries(found)).toEqual(articles);
    expect(baked.documents.filter(({ key }) => key.endsWith(".png"))).toHaveLength(1);
    for (const article of baked.articles) {
      for (const [, url] of article.readText().html.matchAll(/(?:src|href)="([^"]*)"/g))
        expect(url).toMatch(/^https:\/\/quay\.example\//);
    }
  });
});
