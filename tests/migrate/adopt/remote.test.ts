import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { remoteSite } from "../../command/remote-site.ts";
import { contentFolder, SITE_TOML } from "../../content-folder.ts";
import { fileOf } from "./adopt-here.ts";

const FEED =
  '<rss version="2.0"><channel><title>Q</title><link>https://quay.example/</link><item><title>Tide</title><link>https://quay.example/2019/tide/</link><guid>urn:1</guid><pubDate>Wed, 11 Jun 2025 09:30:11 GMT</pubDate></item></channel></rss>';

test("--remote leaves out what the site on Cloudflare has published under other ids", async () => {
  const article = { "tide.md": "---\ntitle: Tide\ndate: 2025-06-11\n---\nWater.\n" };
  const { run, here } = await remoteSite(article);
  expect(await run("deploy")).toMatchObject({ exitCode: 0 });
  const content = contentFolder({ "site.toml": SITE_TOML, ...article });
  const args = [fileOf(FEED), "--content", content];
  const { exitCode, says } = await here("adopt", [...args, "--remote"]);
  expect(says).toContain("1 item not taken: this site has published the article under another id");
  expect(says).toContain("There is nothing to adopt");
  expect([exitCode, existsSync(join(content, "adopted.toml"))]).toEqual([0, false]);
});
