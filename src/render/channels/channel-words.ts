import type { ChannelKind } from "../../article/named-channel.ts";
import type { Site } from "../../article/site.ts";
import { wordsFor } from "../words/words-for.ts";
import { sectionHeading, sectionStandfirst } from "./section-words.ts";

/** What a channel is called, and what is said of it. */
export interface ChannelWords {
  /** What sets it apart from the site's other channels. */
  readonly name: string;
  /** As pages show it: the name, or of a section that is named like a folder its words. */
  readonly heading: string;
  /** As a reader's list of feeds shows it. */
  readonly title: string;
  readonly description: string;
  /** The same on pages, which say the heading where feeds say the name. */
  readonly standfirst: string;
}

/** The words of a section, a tag, an author or a language. */
export function channelWords(kind: ChannelKind, name: string, site: Site): ChannelWords {
  const words = WORDS[kind](name, site);
  return {
    heading: words.name,
    standfirst: words.description,
    ...words,
    title: `${words.name} · ${site.title}`,
  };
}

type OwnWords = Pick<ChannelWords, "name" | "description"> &
  Partial<Pick<ChannelWords, "heading" | "standfirst">>;

const WORDS: Readonly<Record<ChannelKind, (name: string, site: Site) => OwnWords>> = {
  section: (name, site) => {
    const described = site.sections.find((section) => section.name === name);
    const title = described?.title ?? name;
    return {
      name: title,
      heading: sectionHeading(name, site),
      description: described?.description ?? wordsFor(site.language).articlesOf(title, site.title),
      standfirst: sectionStandfirst(name, site),
    };
  },
  tag: (name, site) => ({ name, description: wordsFor(site.language).articlesAbout(name, site.title) }),
  author: (name, site) => ({ name, description: wordsFor(site.language).articlesBy(name, site.title) }),
  language: (tag, site) => {
    const name = languageName(tag);
    return { name, description: wordsFor(tag).articlesOf(name, site.title) };
  },
};

/** A language in its own words: "français". */
function languageName(tag: string): string {
  // Names are of languages, not of extensions such as `-u-nu-latn` (ECMA-402 §12.5.1).
  const { baseName } = new Intl.Locale(tag);
  return new Intl.DisplayNames([tag], { type: "language", fallback: "code" }).of(baseName) ?? tag;
}
