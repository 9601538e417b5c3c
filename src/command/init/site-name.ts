import { hash } from "node:crypto";
import slugify from "@sindresorhus/slugify";
import type { Answers } from "./answers.ts";

/** With "-preview" behind it, it is the label of a host name, which has 63 characters (RFC 1035 §2.3.4). */
const MAX_NAME = 54;

/**
 * The name of a site among those of one account: of its host, or of its title where it has none. It is
 * one of a worker and of a package too, so it holds letters, digits and dashes.
 */
export function siteName({ title, url }: Pick<Answers, "title" | "url">): string {
  const text = url === null ? title : new URL(url).hostname;
  const name = slugify(text, { decamelize: false });
  const mark = hash("sha256", text).slice(0, 8);
  if (name === "") return `site-${mark}`;
  return name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - mark.length - 1)}-${mark}`;
}
