import type { Config } from "../evidence/config.ts";
import type { ProposedSetting } from "../evidence/proposed-setting.ts";
import type { Surroundings } from "../evidence/surroundings.ts";

/** What a generator's rule may look at. */
export interface View extends Surroundings {
  readonly config: Config;
  /** Other files that say something of the site: data, programs that make pages. */
  readonly others: readonly Config[];
  /** From the folder of the configuration down to the content folder: `src/posts`; empty where they are one. */
  readonly inside: string;
}

/** What a generator's configuration and its habits mean for site.toml. */
export type Rule = (view: View) => readonly ProposedSetting[];

/** Joins the parts of a pattern with one slash between them. */
export function joined(...parts: readonly string[]): string {
  return `/${parts.join("/")}`.replace(/\/{2,}/g, "/");
}

/** Of a path, what lies below a folder; null where it lies elsewhere. */
export function below(path: string, folder: string): string | null {
  const clean = folder.replace(/^(?:\.?\/)+|\/+$/g, "");
  if (clean === "" || clean === "." || path === clean) return clean === "" || clean === "." ? path : "";
  return path.startsWith(`${clean}/`) ? path.slice(clean.length + 1) : null;
}

/** The static folder beside the content folder, where one of its name in there holds articles and is none. */
export function staticBeside({ files, inside }: View): ProposedSetting[] {
  const isHidden = inside !== "" && files.some((path) => /^static\/.*\.(?:md|html?)$/.test(path));
  const up = "../".repeat(inside.split("/").length);
  const because = "a folder static of the content folder holds articles";
  return isHidden ? [{ key: "static", value: [`${up}static`], because }] : [];
}
