import { describe, expect, test } from "vitest";
import { givenPath, typedCommand } from "../../../src/command/flags/setting.ts";
import { installedIn, REPOSITORY } from "../settings.ts";

describe("a command is typed", () => {
  test.for([
    { name: "by npm run in the repository", setting: REPOSITORY, typed: "npm run bake --" },
    {
      name: "by npm run where the script of a site runs it",
      setting: installedIn("/site", { npm_lifecycle_event: "bake" }),
      typed: "npm run bake --",
    },
    {
      name: "by npm run where another script of a site runs",
      setting: installedIn("/site", { npm_lifecycle_event: "start" }),
      typed: "npm run bake --",
    },
    {
      name: "by npx where nothing tells",
      setting: installedIn("/site"),
      typed: "npx --no-install feedwright bake",
    },
    {
      name: "by npx elsewhere, which is told to install nothing",
      setting: installedIn("/site", { npm_lifecycle_event: "npx" }),
      typed: "npx --no-install feedwright bake",
    },
  ])("$name", ({ setting, typed }) => {
    expect(typedCommand("bake", setting)).toBe(typed);
  });
});

describe("a path means the folder one stands in", () => {
  const moved = { npm_lifecycle_event: "bake", INIT_CWD: "/repository/mine" };

  test.for([
    {
      name: "where npm moved to the repository",
      setting: { ...REPOSITORY, environment: moved },
      is: "/repository/mine/news",
    },
    {
      name: "where npm had not to move",
      setting: { ...REPOSITORY, environment: { ...moved, INIT_CWD: "/repository" } },
      is: "news",
    },
    {
      name: "where another script runs the command",
      setting: { ...REPOSITORY, environment: { ...moved, npm_lifecycle_event: "test" } },
      is: "news",
    },
    {
      name: "in the scripts of a site, which name paths themselves",
      setting: installedIn("/site", moved),
      is: "news",
    },
    { name: "without npm", setting: REPOSITORY, is: "news" },
  ])("$name", ({ setting, is }) => {
    expect(givenPath("news", "bake", setting)).toBe(is);
  });
});
