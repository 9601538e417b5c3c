import { expect, test } from "vitest";
import { SETTINGS_FILE } from "../../src/article/site.ts";

test("the settings of a site lie in site.toml, beside its articles", () => {
  expect(SETTINGS_FILE).toBe("site.toml");
});
