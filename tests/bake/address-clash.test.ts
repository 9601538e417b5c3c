import { expect, test } from "vitest";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { bakeFolder } from "./baked-folder.ts";

test.for([
  { name: "a permalink where a tag's page stands", matter: "permalink: /tags/sea", severity: "error" },
  {
    name: "a permalink where a tag's feed stands",
    matter: "permalink: /tags/sea/rss.xml",
    severity: "error",
  },
  { name: "an alias where a tag's page stands", matter: "aliases: [/tags/sea]", severity: "warning" },
] as const)("$name is told, and no address is written twice", ({ matter, severity }) => {
  const site = bakeFolder(
    contentFolder({ "site.toml": SITE_TOML, "a.md": `---\n${matter}\ntags: [sea]\n---\n# A\n\nText.\n` }),
  );
  expect(site.problems).toEqual([
    expect.objectContaining({ file: "a.md", severity, message: expect.stringContaining("/tags/sea") }),
  ]);
  const keys = site.documents.map(({ key }) => key);
  expect(keys.length).toBe(new Set(keys).size);
});

test("a redirect in site.toml where a tag's page stands is told, and the page stays", () => {
  const redirects = '[redirects]\n"/tags/sea" = "/elsewhere"\n';
  const site = bakeFolder(
    contentFolder({
      "site.toml": `${SITE_TOML}${redirects}`,
      "a.md": "---\ntags: [sea]\n---\n# A\n\nText.\n",
    }),
  );
  expect(site.problems).toEqual([expect.objectContaining({ file: "site.toml", severity: "warning" })]);
  expect(site.documents.find(({ key }) => key === "/tags/sea")?.representation?.metadata.status).toBe(200);
});
