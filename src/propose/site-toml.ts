import { SETTINGS_FILE } from "../article/site.ts";
import { contentPath } from "../article/values.ts";
import { readSiteSettings } from "../source/settings/site-settings.ts";
import { FileProblems } from "../source/text/source-file.ts";
import type { ProposedSetting, SettingValue } from "./evidence/proposed-setting.ts";

/** From here on comments stand, where lines are not longer. */
const COMMENT_COLUMN = 44;

/** A site.toml with these settings, each with what it rests on. A setting that would be refused becomes a comment. */
export function siteToml(settings: readonly ProposedSetting[]): string {
  const lines = settings.map((setting) => {
    const own = settingLines(setting);
    return { own, isSet: isTaken(own) };
  });
  const text = lines.flatMap(({ own, isSet }) => (isSet ? own : own.map(commented)));
  const hint = lines.every(({ isSet }) => isSet)
    ? []
    : ["", "# What stands behind # cannot be set in this version."];
  return `${[...text, ...hint].join("\n").trim()}\n`;
}

function commented(line: string): string {
  return line === "" ? "" : `# ${line}`;
}

function settingLines({ key, value, because }: ProposedSetting): string[] {
  if (isTableOfTexts(value)) {
    const rows = Object.entries(value).map(([name, text]) => `${quoted(name)} = ${quoted(text)}`);
    return ["", `[${key}] # ${because}`, ...rows];
  }
  return [`${`${key} = ${tomlValue(value)}`.padEnd(COMMENT_COLUMN)} # ${because}`];
}

/** Whether the settings of a site may hold these lines. */
function isTaken(lines: readonly string[]): boolean {
  const problems = new FileProblems(SETTINGS_FILE);
  const path = contentPath(SETTINGS_FILE);
  if (path === null) return false;
  readSiteSettings({ path, bytes: new TextEncoder().encode(lines.join("\n")) }, "", problems);
  return problems.list.every(({ severity }) => severity !== "error");
}

function isTableOfTexts(value: SettingValue): value is Readonly<Record<string, string>> {
  return typeof value !== "string" && !Array.isArray(value);
}

function tomlValue(value: Exclude<SettingValue, Readonly<Record<string, string>>> | string): string {
  if (typeof value === "string") return quoted(value);
  const items = value.map((one) =>
    typeof one === "string"
      ? quoted(one)
      : `{ ${Object.entries(one)
          .map(([key, text]) => `${key} = ${quoted(text)}`)
          .join(", ")} }`,
  );
  return `[${items.join(", ")}]`;
}

/** A basic string (TOML 1.0): what JSON escapes it escapes too, but for DEL. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/\u007f/g, "\\u007f");
}
