import { expect, test } from "vitest";
import type { MadeSite } from "../../../src/command/init/next-steps.ts";
import { nextSteps } from "../../../src/command/init/next-steps.ts";
import { contentFolder } from "../../content-folder.ts";
import { installedIn } from "../settings.ts";

const MADE: MadeSite = {
  folder: "/home/ana/quay",
  answers: { title: "The Quay", url: "https://quay.example", language: "en" },
  written: {
    made: ["content/site.toml", "package.json"],
    extended: [],
    kept: [],
    tarball: "vendor/feedwright-0.1.0.tgz",
  },
  locked: { isDone: true, reason: "" },
};

/** What is told of a site that is made otherwise, to somebody in a folder. */
function toldOf(changes: Partial<MadeSite>, setting = installedIn("/home/ana")): string {
  return nextSteps({ ...MADE, ...changes }, setting).join("\n");
}

test("what was made is told, and what to type", () => {
  expect(toldOf({})).toBe(`Created "The Quay" in /home/ana/quay:
  content/site.toml
  package.json
  package-lock.json

Next:
  cd quay
  npm ci
  npm start    # then look at http://127.0.0.1:8787

Write articles in content/; README.md explains how to publish.
`);
});

test.for([
  { name: "in it: nowhere", folder: "/home/ana/quay", says: "Next:\n  npm ci\n" },
  { name: "beside it", folder: "/home/ana/clone", says: "  cd ../quay\n" },
  { name: "far from it", folder: "/srv/www/news/quay/clone", says: "  cd /home/ana/quay\n" },
])("the way there is the one of somebody who stands $name", ({ folder, says }) => {
  expect(toldOf({}, installedIn(folder))).toContain(says);
});

test("the way there is that of the person, whom npm has left", () => {
  const setting = installedIn("/home/ana/clone", {
    npm_lifecycle_event: "init",
    INIT_CWD: "/home/ana/clone/docs",
  });
  expect(toldOf({}, setting)).toContain("  cd ../../quay\n");
});

test("a way with a space in it can be typed as it stands", () => {
  expect(toldOf({ folder: "/home/ana/my site" })).toContain('  cd "my site"\n');
});

test("without a lock file npm install makes one, and the reason is told", () => {
  const told = toldOf({ locked: { isDone: false, reason: "the disk is full" } });
  expect(told).toContain("npm could not write package-lock.json: the disk is full.\n");
  expect(told).toContain("  npm install\n");
  expect(told).not.toContain("npm ci");
});

test("a site without an address is told what to set", () => {
  const told = toldOf({ answers: { ...MADE.answers, url: null } });
  expect(told).toContain("Before you publish, set url and authority in content/site.toml.");
});

test("a .gitignore that stays is told what it lacks", () => {
  const told = (text: string) => {
    const folder = contentFolder({ ".gitignore": text });
    return toldOf({ folder, written: { ...MADE.written, kept: [".gitignore"] } });
  };
  expect(told("*.log\n")).toContain("Kept: .gitignore.\n");
  expect(told("*.log\n")).toContain("Add to .gitignore, a line each: node_modules/ .wrangler/\n");
  expect(told("/node_modules\n")).toContain("Add to .gitignore, a line each: .wrangler/\n");
  expect(told("node_modules/\r\n.wrangler\r\n")).not.toContain("to .gitignore");
  expect(told("/vendor\n")).toContain("Remove vendor from .gitignore: the site runs what is in vendor/.");
});

test("what was there before is told, and where else to read of it", () => {
  const written = { ...MADE.written, extended: ["package.json"], kept: ["README.md"] };
  const told = toldOf({ written: { ...written, made: ["content/site.toml"] } });
  expect(told).not.toContain("package-lock.json");
  expect(told).toContain("Added to package.json.\nKept: README.md.\n");
  expect(told).toContain("node_modules/feedwright/docs/deploy.md explains how to publish.");
});
