import { escapeAttribute } from "../../../article/escape-attribute.ts";

/** What the attributes of a component say, as far as it is known. */
export type Attributes = (name: string) => string | undefined;

/** What stands in the place of a component: before its inside, and behind it. */
export interface Replacement {
  readonly before: string;
  readonly after: string;
}

const KEEP: Replacement = { before: "", after: "" };
const block = (before: string, after: string): Replacement => ({
  before: `\n\n${before}\n\n`,
  after: `\n\n${after}\n\n`,
});
const single = (html: string): Replacement => ({ before: html, after: "" });

/** Components that themes of every generator have, by what they show. */
const COMPONENTS: readonly (readonly [names: string, replace: (attributes: Attributes) => Replacement])[] = [
  [
    "Figure Image Img Picture Photo ZoomImage ImageZoom Zoom BlogImage StaticImage OptimizedImage GatsbyImage",
    image,
  ],
  ["ThemedImage ThemeImage", image],
  [
    "YouTube Youtube YoutubeEmbed YouTubeEmbed YoutubeVideo YouTubeVideo LiteYouTubeEmbed LiteYouTube",
    (of) => player("https://www.youtube.com/watch?v=", "Watch on YouTube", of),
  ],
  ["Video VideoPlayer", (of) => media("video", of)],
  ["Audio AudioPlayer", (of) => media("audio", of)],
  ["Vimeo VimeoEmbed", (of) => player("https://vimeo.com/", "Watch on Vimeo", of)],
  ["Spotify", (of) => player("https://open.spotify.com/", "Listen on Spotify", of)],
  [
    "Tweet TweetEmbed Twitter TwitterTweetEmbed",
    (of) => player("https://x.com/i/status/", "See the post on X", of),
  ],
  [
    "CodePen Codepen CodeSandbox Codesandbox StackBlitz Gist Embed",
    (of) => player("", "See it on its page", of),
  ],
  ["Link A Button LinkButton LinkCard ButtonLink Card LinkTo", link],
  ["TabItem Tab TabPanel Step", (of) => heading(of("label") ?? of("title") ?? of("value"))],
  ["Details Accordion AccordionItem Collapse Collapsible Expand", details],
  [
    "Admonition Aside Callout Alert Notice",
    (of) => admonition(of("type") ?? of("variant") ?? of("kind") ?? "note", of("title")),
  ],
  ...["Note", "Tip", "Info", "Warning", "Caution", "Danger", "Important"].map(
    (name) => [name, (of: Attributes) => admonition(name.toLowerCase(), of("title"))] as const,
  ),
  [
    "Tabs TabList Fragment React.Fragment Steps CardGrid FileTree Grid Row Col Columns Column Center Container Box Stack Section Wrapper",
    () => KEEP,
  ],
];

const BY_NAME = new Map(
  COMPONENTS.flatMap(([names, replace]) => names.split(" ").map((name) => [name, replace] as const)),
);

/** What a component becomes; null where it is not known. */
export function componentFor(name: string, attributes: Attributes): Replacement | null {
  if (name === "") return KEEP;
  return BY_NAME.get(name)?.(attributes) ?? null;
}

function image(of: Attributes): Replacement {
  const source = of("src") ?? of("image") ?? of("url");
  const caption = of("caption") ?? of("title");
  if (source === undefined) return KEEP;
  const picture = `<img src="${escapeAttribute(source)}" alt="${escapeAttribute(of("alt") ?? caption ?? "")}">`;
  if (caption === undefined) return single(picture);
  return block(`<figure>${picture}<figcaption>${escapeAttribute(caption)}</figcaption></figure>`, "");
}

/** A player shows nothing without its script: its page is one click away. */
function player(page: string, label: string, of: Attributes): Replacement {
  const named = of("url") ?? of("src") ?? of("href") ?? of("link");
  const id =
    of("id") ?? of("videoId") ?? of("youTubeId") ?? of("tweetId") ?? of("tweetLink") ?? of("video") ?? named;
  const href = /^https?:/.test(id ?? "")
    ? id
    : named && /^https?:/.test(named)
      ? named
      : page && id
        ? page + id
        : undefined;
  if (href === undefined) return KEEP;
  return single(`<a href="${escapeAttribute(href)}">${escapeAttribute(of("title") ?? label)}</a>`);
}

function media(element: "video" | "audio", of: Attributes): Replacement {
  const source = of("src") ?? of("url");
  return source === undefined
    ? KEEP
    : single(`<${element} src="${escapeAttribute(source)}" controls></${element}>`);
}

function link(of: Attributes): Replacement {
  const href = of("href") ?? of("to") ?? of("url") ?? of("link");
  const words = of("title") ?? of("label") ?? "";
  if (href === undefined) return heading(words);
  return { before: `<a href="${escapeAttribute(href)}">${escapeAttribute(words)}`, after: "</a>" };
}

function heading(words: string | undefined): Replacement {
  return words ? block(`**${words.replaceAll("*", "")}**`, "") : block("", "");
}

function details(of: Attributes): Replacement {
  const words = of("summary") ?? of("title") ?? of("header");
  return block(words ? `<details><summary>${escapeAttribute(words)}</summary>` : "<details>", "</details>");
}

/** As the containers of Markdown are written: they are read after this. */
function admonition(kind: string, title: string | undefined): Replacement {
  const label = title ? `[${title.replace(/[[\]\n]/g, "")}]` : "";
  return block(`:::${/^[A-Za-z][\w-]*$/.test(kind) ? kind : "note"}${label}`, ":::");
}
