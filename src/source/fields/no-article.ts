import type { Generator } from "../../article/setting-choices.ts";
import type { SplitText } from "../formats/front-matter.ts";
import type { ArticleFields } from "./told-fields.ts";

/** Papers that go with a repository wherever they lie, in any case of letters, also in other languages. */
const PAPERS =
  /^(?:readme|licen[cs]e|copying|contributing|contributors|code[-_]of[-_]conduct|changelog)(?:\.[a-z]{2}(?:-[a-z]+)?)?$/i;

/** Papers of a site's root, which programs read. */
const ROOT_PAPERS = /^(?:robots|humans|ads|llms|requirements|security)\.txt$/i;

/** The page of an error, as hosts of static sites want it. */
const ERROR_PAGE = /(?:^|\/)404\.[^/.]+$/;

/** Generators that make that page of a template, so that below the root a text of its name is about something. */
const WITH_ERROR_TEMPLATE: ReadonlySet<Generator> = new Set(["hugo", "zola"]);

/**
 * Whether a file is a paper of its repository, such as a README, and no article. One whose front matter
 * gives it a date, a slug or an address is an article, and so is one in a folder that has a title there,
 * as a page about the licence does: all but a README, which has one for those who look at the folder.
 */
function isRepositoryPaper(path: string, fields: Partial<ArticleFields>): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  if (!PAPERS.test(name) && !ROOT_PAPERS.test(path)) return false;
  const { published, slug, permalink, title } = fields;
  const isPage = path.includes("/") && !/^readme/i.test(name) && title !== undefined;
  return !isPage && published === undefined && slug === undefined && permalink === undefined;
}

/** Whether there is nothing that readers could be shown or led to. */
export function saysNothing(split: SplitText, fields: Partial<ArticleFields>): boolean {
  const { enclosures, image, summary, canonical, redirectTo } = fields;
  return (
    split.format !== null &&
    split.body.trim() === "" &&
    [enclosures, image, summary, canonical, redirectTo].every((one) => one === undefined)
  );
}

/** Why a file that can be read is no article; null where it is one. */
export function noArticle(
  path: string,
  split: SplitText,
  fields: Partial<ArticleFields>,
  generator: Generator | null,
): string | null {
  const isInside = path.includes("/") && generator !== null && WITH_ERROR_TEMPLATE.has(generator);
  if (ERROR_PAGE.test(path) && !isInside)
    return "is the page of an error, which the site makes itself, and no article";
  if (isRepositoryPaper(path, fields))
    return "is a paper of the repository and no article; give it a date: or a slug: to publish it";
  return saysNothing(split, fields)
    ? "has front matter and no text, so it is no article; write a text below to publish it"
    : null;
}
