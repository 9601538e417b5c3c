import { describe, expect, test } from "vitest";
import type { ProposedSetting, SettingValue } from "../../src/propose/evidence/proposed-setting.ts";
import { siteToml } from "../../src/propose/site-toml.ts";

const setting = (key: string, value: SettingValue): ProposedSetting => ({
  key,
  value,
  because: "hugo.toml, line 2",
});

describe("a proposed site.toml", () => {
  test("says of each setting what it rests on", () => {
    expect(siteToml([setting("title", "The Quay"), setting("static", ["a", "b"])])).toBe(
      `title = "The Quay"                           # hugo.toml, line 2
static = ["a", "b"]                          # hugo.toml, line 2
`,
    );
  });

  test.for([
    { name: "quotation marks and backslashes", value: 'a "b" \\c', toml: '"a \\"b\\" \\\\c"' },
    { name: "line ends and what terminals obey", value: "a\nb\u001b\u007f", toml: '"a\\nb\\u001b\\u007f"' },
    { name: "other scripts", value: "Набережная", toml: '"Набережная"' },
  ])("takes texts with $name", ({ value, toml }) => {
    expect(siteToml([setting("title", value)])).toContain(`title = ${toml} `);
  });

  test("takes lists of tables", () => {
    expect(siteToml([setting("authors", [{ name: "Ana", email: "a@b.example" }])])).toContain(
      'authors = [{ name = "Ana", email = "a@b.example" }]',
    );
  });

  test.for([
    { name: "an unknown one", key: "x", value: "y" },
    { name: "a wrong value", key: "timezone", value: "Nowhere/Atoll" },
    { name: "a pattern with an unknown token", key: "permalink", value: "/{nothing}/{slug}" },
  ])("has only as a comment what would be refused: $name", ({ key, value }) => {
    expect(siteToml([setting(key, value)])).toMatch(new RegExp(`^# ${key} = `));
  });

  test("has tables behind all else", () => {
    const lines = siteToml([setting("nothing", { "a b": "/{slug}" })]);
    expect(lines).toBe(
      `# [nothing] # hugo.toml, line 2
# "a b" = "/{slug}"

# What stands behind # cannot be set in this version.
`,
    );
  });
});
