import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openFolder } from "../../src/folder/open-folder.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";

function open(files: Readonly<Record<string, string>>, prepare: (folder: string) => void = () => {}) {
  const folder = contentFolder({ "content/site.toml": SITE_TOML, ...files }, temporaryFolder());
  prepare(folder);
  const { site, problems, files: listed } = openFolder(join(folder, "content"), { drafts: false });
  return {
    listed,
    redirects: [...site.redirects].map(([from, { to, file, line }]) => `${file}:${line} ${from} ${to}`),
    problems: problems.map(({ file, line, severity, message }) => `${file}:${line} ${severity}: ${message}`),
  };
}

describe("a file _redirects", () => {
  test("is read beside the articles and in static folders; site.toml counts first, then the first file", () => {
    const { redirects, problems, listed } = open({
      "content/site.toml": `${SITE_TOML}[redirects]\n"/a" = "/settings"\n`,
      "content/_redirects": "/a /content\n/b /content\n",
      "content/static/_redirects": "/b /static\n/c /static\n",
      "public/_redirects": "/c /public\n/d /public\n",
    });
    expect(redirects).toEqual([
      "site.toml:null /a /settings",
      "_redirects:2 /b /content",
      "static/_redirects:2 /c /static",
      "../public/_redirects:2 /d /public",
    ]);
    expect(problems).toEqual([]);
    expect(listed).toEqual(["site.toml"]);
  });

  test("is told of with its line where it is not understood", () => {
    expect(open({ "content/static/_redirects": "\n/* /index.html 200\n" })).toMatchObject({
      redirects: [],
      problems: [
        "static/_redirects:2 warning: is left out: it asks for a rewrite (200), which is not done here; let it redirect with 301",
      ],
    });
  });

  test("that leads out of its folder is not read", () => {
    const { redirects } = open({ secret: "/a /b\n" }, (folder) => {
      symlinkSync(join(folder, "secret"), join(folder, "content/_redirects"));
    });
    expect(redirects).toEqual([]);
  });

  test("elsewhere is nothing", () => {
    expect(open({ "content/sub/_redirects": "/a /b\n" }).redirects).toEqual([]);
  });
});
