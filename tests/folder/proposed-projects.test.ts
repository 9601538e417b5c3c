import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lookAround } from "../../src/command/bake/surroundings.ts";
import { proposeSettings } from "../../src/propose/propose-settings.ts";
import { siteToml } from "../../src/propose/site-toml.ts";
import { bakeFolder } from "../bake/baked-folder.ts";
import { contentFolder } from "../content-folder.ts";
import { PROPOSED_PROJECTS } from "./proposed-projects.ts";

test.for(Object.entries(PROPOSED_PROJECTS))(
  "with the proposed settings articles stay where readers knew them: %s",
  ([, { content, files, addresses }]) => {
    const folder = join(contentFolder({ ...files, ".git/HEAD": "" }), content);
    writeFileSync(join(folder, "site.toml"), siteToml(proposeSettings(lookAround(folder))));
    const { articles } = bakeFolder(folder);
    expect(
      Object.fromEntries([...articles].map(({ title, address }) => [title, decodeURI(address)])),
    ).toEqual(addresses);
  },
);
