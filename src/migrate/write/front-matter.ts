import { dump } from "js-yaml";
import { isoOf } from "../../article/instant.ts";
import type { EpochSeconds } from "../../article/values.ts";

/** A file that goes with an article, as its front matter names it. */
export type WrittenEnclosure =
  | string
  | { readonly url: string; readonly length: number; readonly type: string; readonly duration?: number };

/** What the front matter of an imported article says; what is empty is left out. */
export interface WrittenFields {
  readonly title: string;
  readonly date: EpochSeconds | null;
  readonly updated: EpochSeconds | null;
  readonly draft: boolean;
  readonly page: boolean;
  readonly slug: string | null;
  readonly permalink: string | null;
  readonly aliases: readonly string[];
  readonly id: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly summary: string | null;
  readonly image: { readonly src: string; readonly alt: string } | null;
  readonly enclosures: readonly WrittenEnclosure[];
  readonly lang: string | null;
  readonly canonical: string | null;
  readonly season: number | null;
  readonly episode: number | null;
  readonly explicit: boolean | null;
}

/** Writes front matter in YAML, with its lines of `---`. */
export function frontMatter({ date, updated, image, draft, page, ...fields }: WrittenFields): string {
  const { title, slug, permalink, aliases, id, ...others } = fields;
  const written = {
    title,
    date: date === null ? null : isoOf(date),
    updated: updated === null ? null : isoOf(updated),
    draft: draft || null,
    page: page || null,
    slug,
    permalink,
    aliases,
    id,
    ...others,
    image: image === null ? null : image.alt === "" ? image.src : image,
  };
  const told = Object.entries(written).filter(
    ([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  const yaml = dump(Object.fromEntries(told), { lineWidth: -1 });
  return `---\n${yaml.replace(/^(date|updated): '(.*)'$/gm, "$1: $2")}---\n`;
}
