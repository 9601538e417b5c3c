import type { Article } from "../../article/article.ts";
import type { AuthorProfile } from "../../article/author-profile.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { face, profileOf } from "./author-header.ts";
import { languageAttributes } from "./direction.ts";
import type { PageContext } from "./page-context.ts";

/** Who wrote an article, at its end: face, name and words of each of whom site.toml tells some; null of nobody. */
export function writers({ authors, language }: Article, context: PageContext): Markup | null {
  const known = authors.flatMap(({ name }) => {
    const profile = profileOf(name, context.site);
    return profile?.about || profile?.image ? [profile] : [];
  });
  return known.length === 0
    ? null
    : lines(
        markup`<footer class="writers"${languageAttributes(context.site.language, language)}>`,
        known.map((profile) => writer(profile, context)),
        markup`</footer>`,
      );
}

function writer(profile: AuthorProfile, { directory }: PageContext): Markup {
  const { name, about } = profile;
  const href = directory.find("author", name)?.addresses.page;
  const shown = markup`<bdi>${name}</bdi>`;
  return lines(
    markup`<div class="writer">`,
    face(profile, "late"),
    markup`<p class="name">${href ? markup`<a href="${href}">${shown}</a>` : shown}</p>`,
    about ? markup`<p>${about}</p>` : null,
    markup`</div>`,
  );
}
