import * as v from "valibot";
import { singleLine } from "../../article/plain-text.ts";
import {
  ARTICLE_FORMATS,
  GENERATORS,
  HUB_SIGNATURES,
  IMAGE_SIZES,
  MEDIA_PLACES,
} from "../../article/setting-choices.ts";
import { isTimezone } from "../../article/zoned-time.ts";
import { languageFix, languageTag } from "../values/language-tags.ts";
import { text, textFix } from "../values/text-setting.ts";
import { LINK } from "./address-settings.ts";
import { OLD_FEEDS } from "./feed-settings.ts";
import { HABIT_SETTINGS, KINDS_OF_CHANNELS, timeOfDay } from "./habit-settings.ts";
import { AUTHORS } from "./people-settings.ts";
import { PERMALINK_SETTINGS } from "./permalink-settings.ts";
import { PODCAST_SETTINGS } from "./podcast-settings.ts";
import { host, REDIRECT_ENTRIES } from "./redirect-settings.ts";
import { colourFix, timezoneFix } from "./setting-fixes.ts";
import { STYLE } from "./style-settings.ts";
import { TEMPLATES } from "./template-settings.ts";
import { origin, url } from "./url-setting.ts";

/** Where a site is read from until it has an address of its own. */
export const LOCAL_URL = "http://127.0.0.1:8787";

/** Keys of a link in the head of every page. */
export const NAVIGATION_KEYS = {
  title: text,
  href: LINK,
};
const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.number(`write a whole number from ${least} to ${most}`),
    v.integer(`write a whole number from ${least} to ${most}`),
    v.minValue(least, `write a whole number from ${least} to ${most}`),
    v.maxValue(most, `write a whole number from ${least} to ${most}`),
  );

const folder = v.pipe(
  text,
  v.regex(/^[^/\\]/, "write a folder from the content folder on, such as static or ../static"),
  v.regex(
    /^(?:\.\/)*(?:\.\.(?:\/|$)){0,3}(?:(?!\.)[^/\\\p{Cc}]+(?:\/+|$))*$|^\.\/?$/u,
    "write a folder in the content folder or at most three above it, and none whose name begins with a dot",
  ),
  v.transform((name) => name.replace(/^(?:\.\/)+|(?<!\/)\/+$/g, "")),
);

const FORMATS_FIX = 'write a list of "json", "markdown"';

/** Keys of a section. */
export const SECTION_KEYS = {
  title: v.optional(text),
  description: v.optional(text),
  release: v.optional(timeOfDay),
};

/** The settings, each with what fixes it. */
export const SETTINGS = v.strictObject({
  ...HABIT_SETTINGS,
  generator: v.optional(
    v.picklist(GENERATORS, `write one of ${GENERATORS.map((name) => `"${name}"`).join(", ")}`),
  ),
  title: v.optional(text),
  url: v.optional(origin, LOCAL_URL),
  description: v.optional(v.pipe(v.string(textFix), v.trim()), ""),
  language: v.optional(
    v.pipe(
      text,
      v.check(
        (value) => languageTag(value) !== null && !value.includes("_"),
        ({ input }) => languageFix(input),
      ),
    ),
    "en",
  ),
  timezone: v.optional(
    v.pipe(
      text,
      v.check(isTimezone, ({ input }) => timezoneFix(input)),
    ),
    "UTC",
  ),
  authority: v.optional(
    v.pipe(
      text,
      v.regex(
        /^[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?$/,
        "write a host and a year you held it in, such as example.com,2025",
      ),
    ),
  ),
  authors: v.optional(AUTHORS, []),
  copyright: v.optional(text),
  icon: v.optional(text),
  ...PERMALINK_SETTINGS,
  feed_items: v.optional(wholeNumber(1, 500), 20),
  feed_content: v.optional(v.picklist(["full", "summary"], 'write "full" or "summary"'), "full"),
  article_formats: v.optional(v.array(v.picklist(ARTICLE_FORMATS, FORMATS_FIX), FORMATS_FIX), []),
  channel_archives: v.optional(KINDS_OF_CHANNELS(), ["sections", "authors"]),
  poll_minutes: v.optional(wholeNumber(1, 1440), 15),
  hubs: v.optional(v.array(url, "write a list of URLs"), []),
  hub: v.optional(v.boolean("write true or false"), false),
  hub_signature: v.optional(
    v.picklist(HUB_SIGNATURES, `write one of ${HUB_SIGNATURES.map((name) => `"${name}"`).join(", ")}`),
    HUB_SIGNATURES[0],
  ),
  sections: v.optional(
    v.record(
      v.pipe(
        v.string(),
        v.check((name) => singleLine(name) !== "", "write the name of the section"),
      ),
      v.strictObject(SECTION_KEYS, 'write a table such as { title = "At sea" }'),
      "write tables such as [sections.sea]",
    ),
    {},
  ),
  static: v.optional(v.array(folder, "write a list of folders"), ["static", "public"]),
  ...REDIRECT_ENTRIES,
  images: v.optional(v.picklist(IMAGE_SIZES, 'write "resized" or "original"'), "resized"),
  enclosure_hosts: v.optional(v.array(host, 'write a list of hosts, such as ["audio.example"]'), []),
  media: v.optional(v.picklist(MEDIA_PLACES, 'write "kv" or "r2"'), "kv"),
  accent: v.optional(
    v.pipe(
      text,
      v.regex(/^#[0-9a-f]{6}$/i, ({ input }) => colourFix(input)),
      v.toLowerCase(),
    ),
  ),
  style: v.optional(STYLE, {}),
  social_cards: v.optional(v.boolean("write true or false"), false),
  navigation: v.optional(
    v.array(
      v.strictObject(NAVIGATION_KEYS, 'write tables such as { title = "About", href = "/about" }'),
      "write a list of links",
    ),
    [],
  ),
  footer: v.optional(text),
  feeds: v.optional(OLD_FEEDS, {}),
  podcast: v.optional(PODCAST_SETTINGS),
  templates: v.optional(TEMPLATES, {}),
});
