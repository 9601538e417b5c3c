import type { ProposedSetting } from "../evidence/proposed-setting.ts";
import { authorsSetting, firstFound, textSetting, urlSetting } from "../evidence/proposed-setting.ts";
import { gatsbyAddresses } from "./gatsby-addresses.ts";
import type { View } from "./rule.ts";

/** Gatsby: https://www.gatsbyjs.com/docs/reference/config-files/gatsby-config/. */
export function gatsby(view: View): readonly ProposedSetting[] {
  const { config, others } = view;
  // What its configuration brings in as data says as much.
  const data = others.filter(({ file }) => file.name.endsWith(".json") && file.name !== "package.json");
  const said = (...keys: readonly string[]) =>
    firstFound(
      ...keys.map((key) => config.find("siteMetadata", key)),
      ...data.flatMap((one) => keys.map((key) => one.find(key))),
    );
  return [
    ...textSetting("title", said("title")),
    ...urlSetting(said("siteUrl", "url")),
    ...textSetting("description", said("description")),
    ...gatsbyAddresses(view),
    { key: "slugs", value: "verbatim", because: "Gatsby keeps names of files as they are" },
    ...authorsSetting(firstFound(config.find("siteMetadata", "author", "name"), said("author"))),
  ];
}
