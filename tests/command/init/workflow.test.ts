import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { fillTemplate } from "../../../src/command/init/template.ts";

const WORKFLOW = fillTemplate("publish.yml", {});

test("docs/deploy.md shows the workflow that init writes, to the letter", () => {
  const page = readFileSync("docs/deploy.md", "utf8");
  expect(page).toContain(`\`\`\`yaml\n${WORKFLOW}\`\`\``);
});

test("publishes wait for one another, and keep the build cache", () => {
  expect(load(WORKFLOW)).toMatchObject({
    concurrency: { group: "publish", "cancel-in-progress": false },
    jobs: {
      publish: {
        steps: expect.arrayContaining([
          expect.objectContaining({
            with: expect.objectContaining({ path: ".wrangler/state/feedwright-cache" }),
          }),
          { run: "npm ci" },
          { run: "npm run deploy" },
        ]),
      },
    },
  });
});

test("a mark that nothing fills is a fault", () => {
  expect(() => fillTemplate("README.md", { title: "Quay" })).toThrow("there is no value for <<origin>>");
});
