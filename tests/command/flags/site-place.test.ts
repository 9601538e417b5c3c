import { describe, expect, test } from "vitest";
import { commandLine } from "../../../src/command/flags/flags.ts";
import type { GivenPlace } from "../../../src/command/flags/site-place.ts";
import { namedPlace, sitePlace } from "../../../src/command/flags/site-place.ts";
import { contentFolder } from "../../content-folder.ts";
import { captured } from "../captured.ts";
import { installedIn, REPOSITORY } from "../settings.ts";

const inSite = () => installedIn(contentFolder({ "content/site.toml": "" }));
const inContent = () => installedIn(contentFolder({ "site.toml": "" }));
const nowhere = () => installedIn(contentFolder({ "notes/site.toml": "" }));

const line = (setting = REPOSITORY) => commandLine("bake", "Bakes.", setting);

describe("without --content a command is about", () => {
  test.for([
    { name: "the site whose content/ lies here", setting: inSite, content: "content" },
    { name: "the site whose site.toml lies here", setting: inContent, content: "." },
  ])("$name", ({ setting, content }) => {
    expect(sitePlace({}, line(setting()))).toEqual({ content, persistTo: ".wrangler/state" });
  });

  test("the sample in the repository, with a store of its own", () => {
    expect(sitePlace({}, line())).toEqual({ content: "seeds", persistTo: ".wrangler/sample" });
  });

  test("nothing elsewhere: it says how to begin", async () => {
    const { result, stderr } = await refused(() => sitePlace({}, line(nowhere())));
    expect(result).toMatchObject({ name: "UsageError", exitCode: 2 });
    expect(stderr).toContain("there is no site here: neither this folder nor content/ has a site.toml; name");
    expect(stderr).toContain("npx --no-install feedwright init");
  });
});

test.for<{ readonly name: string; readonly given: GivenPlace; readonly persistTo: string }>([
  { name: "the store of this folder", given: { content: "mine" }, persistTo: ".wrangler/state" },
  { name: "a store that it names", given: { content: "mine", persistTo: "s" }, persistTo: "s" },
])("a folder that is named is baked into $name, in the repository too", ({ given, persistTo }) => {
  for (const setting of [REPOSITORY, inSite()]) {
    expect(sitePlace(given, line(setting))).toEqual({ content: "mine", persistTo });
    expect(namedPlace(given, line(setting))).toEqual({ content: "mine", persistTo });
  }
});

test.for([
  { name: "the repository", setting: () => REPOSITORY, says: "npm run bake -- --remote --content <dir>" },
  {
    name: "a site",
    setting: inSite,
    says: "npx --no-install feedwright bake --remote --content content",
  },
])(
  "what others read is never written without a name, in $name: the line is told",
  async ({ setting, says }) => {
    const { result, stderr } = await refused(() => namedPlace({}, line(setting()), "--remote "));
    expect(result).toMatchObject({ name: "UsageError", exitCode: 2 });
    expect(stderr).toContain(`so that no other site is overwritten: ${says}\n`);
  },
);

function refused(work: () => unknown) {
  return captured(() => {
    try {
      return work();
    } catch (cause) {
      return cause;
    }
  });
}
