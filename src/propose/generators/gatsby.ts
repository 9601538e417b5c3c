import type { ProposedSetting } from "../evidence/proposed-setting.ts";
import {
  authorsSetting,
  basePath,
  firstFound,
  textSetting,
  urlSetting,
} from "../evidence/proposed-setting.ts";
import { shownName } from "../evidence/surroundings.ts";
import type { View } from "./rule.ts";
import { below, joined } from "./rule.ts";

/** Gatsby: https://www.gatsbyjs.com/docs/reference/config-files/gatsby-config/. */
export function gatsby(view: View): readonly ProposedSetting[] {
  const { config } = view;
  const said = (...keys: readonly string[]) =>
    firstFound(...keys.map((key) => config.find("siteMetadata", key)));
  return [
    ...textSetting("title", said("title")),
    ...urlSetting(said("siteUrl", "url")),
    ...textSetting("description", said("description")),
    ...addresses(view),
    ...authorsSetting(firstFound(config.find("siteMetadata", "author", "name"), said("author"))),
  ];
}

/** `createFilePath` makes a path of where a file lies below its source; the program may put another before it. */
function addresses({ config, others, inside, sources }: View): ProposedSetting[] {
  const maker = others.find(
    ({ file }) => /gatsby-node\./.test(file.name) && file.text.includes("createFilePath"),
  );
  if (maker === undefined) return [];
  const because = `createFilePath in ${shownName(maker.file)}`;
  const before = joined(basePath(config.find("pathPrefix")), PREFIX.exec(maker.file.text)?.[1] ?? "");
  const slugs = { key: "slugs", value: "verbatim", because: "Gatsby keeps names of files as they are" };
  const roots = [...config.file.text.matchAll(SOURCE)].map(([, root = ""]) => root.replace(/\/+$/, ""));
  const around = roots.flatMap((root) => below(inside, root) ?? [])[0];
  if (around !== undefined || roots.length === 0) {
    return [{ key: "permalink", value: joined(before, around ?? "", "{path}/"), because }, slugs];
  }
  // Of a source inside the content folder the path would begin with its own name: only names are left.
  const inner = roots.flatMap((root) => below(root, inside) ?? []);
  const isFlat = (folder: string) =>
    sources.every(
      (path) =>
        !path.startsWith(`${folder}/`) || /^[^/]+(?:\/index)?\.\w+$/.test(path.slice(folder.length + 1)),
    );
  const flat = inner.filter(
    (folder) => isFlat(folder) && sources.some((path) => path.startsWith(`${folder}/`)),
  );
  if (flat.length === 0) return [];
  const table = Object.fromEntries(flat.map((folder) => [folder, joined(before, "{filename}/")]));
  return [{ key: "permalinks", value: table, because }, slugs];
}

/** What is put before a path: `/blog${value}`. */
const PREFIX =
  /[`"'](\/[\w/-]*?)\/?(?:\$\{(?:\w+\.)*(?:value|slug|relativeFilePath)\}|["']\s*\+\s*(?:value|slug))/;
/** A folder that gatsby-source-filesystem reads. */
const SOURCE = /\bpath:\s*[`"'](?:\$\{__dirname\}\/|\.\/)?([\w-][\w./-]*)[`"']/g;
