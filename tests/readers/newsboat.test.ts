import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "../command/run-here.ts";
import { contentFolder, newswireText, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { hasProgram } from "../programs.ts";
import type { ServedSite } from "../served-site.ts";
import { serveSite } from "../served-site.ts";
import { Newsboat } from "./feed-readers.ts";

const ARTICLE = {
  "site.toml": SITE_TOML,
  "lock.txt": `---\ndate: 2025-07-01T10:00:00Z\n---${newswireText({ headline: "Tea & rain: 2 < 3 cups" })}`,
};

describe.skipIf(!hasProgram("newsboat"))("newsboat", () => {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
  let site: ServedSite;

  beforeAll(async () => {
    const content = contentFolder(ARTICLE, join(folder, "content"));
    const persistTo = join(folder, "state");
    await runHere("bake", ["--content", content, "--persist-to", persistTo, "--now", "2025-07-01T18:00:00Z"]);
    site = await serveSite(persistTo);
  });
  afterAll(async () => {
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.for(["rss.xml", "atom.xml"])("subscribes to %s and reads the article whole", async (name) => {
    const newsboat = new Newsboat(join(temporaryFolder(), "newsboat"), [`${site.origin}/${name}`]);
    await newsboat.reload();
    await newsboat.reload();
    const articles = newsboat.articles();
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: "Tea & rain: 2 < 3 cups",
      author: "A. Marsh",
      guid: "tag:quay.example,2025:lock",
      url: "https://quay.example/articles/tea-and-rain-2-3-cups",
      published: Date.UTC(2025, 6, 1, 10) / 1000,
    });
    for (let paragraph = 1; paragraph <= 28; paragraph += 1) {
      expect(articles[0]?.content).toContain(`Paragraph ${paragraph} says`);
    }
    expect(articles[0]?.content).not.toContain("QN");
  });
});
