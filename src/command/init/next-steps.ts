import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Setting } from "../flags/setting.ts";
import { isNpmRun } from "../flags/setting.ts";
import { localOrigin } from "../serve/ports.ts";
import type { Answers } from "./answers.ts";
import type { NpmOutcome } from "./npm.ts";
import type { Written } from "./write-site.ts";

/** A site that was just made. */
export interface MadeSite {
  readonly folder: string;
  readonly answers: Answers;
  readonly written: Written;
  /** How npm came along with its lock file. */
  readonly locked: NpmOutcome;
}

/** The port that every command serves on where none is named. */
const PORT = 8787;

const DEPLOY_PAGE = "node_modules/feedwright/docs/deploy.md";

/** What was made, and how to go on: commands that can be typed as they stand. */
export function nextSteps({ folder, answers, written, locked }: MadeSite, setting: Setting): string[] {
  const { made, extended, kept } = written;
  const [way = folder] = [relative(standingIn(setting), folder), folder].sort((a, b) => a.length - b.length);
  return [
    `Created "${answers.title}" in ${folder}:`,
    ...made.map((path) => `  ${path}`),
    ...(locked.isDone && made.includes("package.json") ? ["  package-lock.json"] : []),
    ...(extended.length === 0 ? [] : [`Added to ${extended.join(", ")}.`]),
    ...(kept.length === 0 ? [] : [`Kept: ${kept.join(", ")}.`]),
    ...(kept.includes(".gitignore") ? ignoreLines(readFileSync(join(folder, ".gitignore"), "utf8")) : []),
    ...(locked.isDone ? [] : [`npm could not write package-lock.json: ${locked.reason}.`]),
    "",
    "Next:",
    ...(way === "" ? [] : [`  cd ${quoted(way)}`]),
    `  ${locked.isDone ? "npm ci" : "npm install"}`,
    `  npm start    # then look at ${localOrigin(PORT)}`,
    "",
    `Write articles in content/; ${kept.includes("README.md") ? DEPLOY_PAGE : "README.md"} explains how to publish.`,
    ...(answers.url === null ? ["Before you publish, set url and authority in content/site.toml."] : []),
    "",
  ];
}

/** The folder that the person stands in, which npm may have left. */
function standingIn(setting: Setting): string {
  return (isNpmRun("init", setting) ? setting.environment.INIT_CWD : undefined) ?? setting.folder;
}

/** What has to be done to a .gitignore that was there before. */
function ignoreLines(text: string): string[] {
  const ignored = text.split("\n").map((line) => line.trim().replaceAll("/", ""));
  const lacking = ["node_modules", ".wrangler"].filter((name) => !ignored.includes(name));
  const vendor = ["vendor", "*.tgz"].filter((name) => ignored.includes(name));
  return [
    ...(lacking.length > 0
      ? [`Add to .gitignore, a line each: ${lacking.map((name) => `${name}/`).join(" ")}`]
      : []),
    ...vendor.map((name) => `Remove ${name} from .gitignore: the site runs what is in vendor/.`),
  ];
}

/** A path as both Unix and Windows shells take it. */
function quoted(path: string): string {
  return /[^\w./\\:@~+-]/.test(path) ? `"${path}"` : path;
}
