import type { Author } from "../../article/article.ts";
import type { AuthorProfile } from "../../article/author-profile.ts";
import type { Site } from "../../article/site.ts";
import type { FilledChannel } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { cleanHtml, lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import type { PageContext } from "./page-context.ts";
import { responsiveImages } from "./responsive-images.ts";

/** Whom a page is about: face, name, words, and where they are elsewhere. */
export function authorHeader(channel: FilledChannel, { site }: PageContext): Markup {
  const { name, description } = channel;
  const profile = profileOf(name, site);
  const about = profile?.about ?? description;
  return lines(
    markup`<header class="author">`,
    face(profile),
    markup`<h1><bdi>${name}</bdi></h1>`,
    about ? markup`<p class="standfirst">${about}</p>` : null,
    elsewhere(channel, profile, site),
    markup`</header>`,
  );
}

/** What site.toml tells of an author; null where that is nothing. */
export function profileOf(name: string, { profiles }: Site): AuthorProfile | null {
  return profiles.find((one) => one.name === name) ?? null;
}

/** The face of an author, beside the name, and so without words of its own; null where nobody has one. */
export function face(profile: AuthorProfile | null, when: "now" | "late" = "now"): Markup | null {
  if (!profile?.image) return null;
  const { picture = null } = profile.face ?? {};
  const late = when === "late" ? markup` loading="lazy"` : null;
  const img = markup`<img class="face" src="${profile.image}" alt="" width="96" height="96"${late}>`;
  return cleanHtml(responsiveImages(img.source, picture ? [picture] : undefined, "face"));
}

function elsewhere(channel: FilledChannel, profile: AuthorProfile | null, site: Site): Markup | null {
  const home = homeOf(channel, site);
  const { authorsSite } = wordsFor(channel.language);
  const links = [
    ...(home === null ? [] : [markup`${authorsSite}: <a rel="external" href="${home}">${home}</a>`]),
    ...(profile?.links ?? []).map(({ title, href }) => markup`<a rel="me" href="${href}">${title}</a>`),
  ];
  if (links.length === 0) return null;
  return markup`<p class="byline">${links.map((link, at) => (at === 0 ? link : markup` · ${link}`))}</p>`;
}

function homeOf({ articles, name }: FilledChannel, site: Site): Author["url"] {
  const known = [...site.authors, ...articles.flatMap(({ authors }) => authors)];
  return known.find((author) => author.name === name)?.url ?? null;
}
