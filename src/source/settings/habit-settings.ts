import * as v from "valibot";
import type { FieldMapping, FolderHabits } from "../../article/folder-habits.ts";
import { CHANNEL_KINDS } from "../../article/folder-habits.ts";
import type { ChannelKind } from "../../article/named-channel.ts";
import { FIELD_NAMES, partsOf } from "../fields/known-fields.ts";
import { text } from "../values/text-setting.ts";

const NAMES = "write the name that the front matter uses, or a list of such names";

const names = v.pipe(
  v.union([text, v.pipe(v.array(text), v.nonEmpty(NAMES))], NAMES),
  v.transform((given) => (typeof given === "string" ? [given] : given)),
);

/** Keys of `[fields]`: each field under its names here, with the names or the parts that a folder uses. */
export const FIELD_KEYS = Object.fromEntries(FIELD_NAMES.map((name) => [name, v.optional(mapping(name))]));

function mapping(target: string) {
  const parts = partsOf(target);
  const ofNames = v.pipe(
    names,
    v.transform((list): FieldMapping => ({ target, names: list })),
  );
  if (parts.length === 0) return ofNames;
  const how = `${NAMES}, or a table with the names of its parts: ${parts.join(", ")}`;
  const ofParts = v.pipe(
    v.strictObject(Object.fromEntries(parts.map((part) => [part, v.optional(text)]))),
    v.transform(
      (table): FieldMapping => ({
        target,
        parts: Object.entries(table).flatMap(([part, name]) => (name === undefined ? [] : [[part, name]])),
      }),
    ),
  );
  return v.union([ofNames, ofParts], how);
}

/** The words of `channels`, in the order of their kinds. */
const CHANNELS = CHANNEL_KINDS.map((kind) => `${kind}s` as const);
/** A list of kinds of channels. */
export const KINDS_OF_CHANNELS = () => v.array(v.picklist(CHANNELS, CHANNEL_FIX), CHANNEL_FIX);

/** The kinds that such a list names, in their order. */
export function kindsOf(names: readonly string[]): ChannelKind[] {
  return CHANNEL_KINDS.filter((_, at) => names.some((name) => name === CHANNELS[at]));
}

const CHANNEL_FIX = `write a list of ${CHANNELS.map((name) => `"${name}"`).join(", ")}`;
const COUNT_FIX = "write a whole number from 1 to 1000";
const GLOB_FIX = 'write a list of paths such as ["docs/**", "*.txt"], from the content folder on';

const glob = v.pipe(text, v.maxLength(1000, GLOB_FIX), v.regex(/^(?!\/)[^\\\p{Cc}]+$/u, GLOB_FIX));

const COLLECTION_FIX = 'write a list of names such as ["docs"], for the folder _docs of the content folder';

const collection = v.pipe(text, v.regex(/^(?!posts$|drafts$)[^_./\\\p{Cc}][^/\\\p{Cc}]*$/u, COLLECTION_FIX));

/** A time of day. */
export const timeOfDay = v.pipe(
  v.string('write a time of day such as "09:00"'),
  v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'write a time of day such as "09:00"'),
);

/** Settings that say how a folder is read. */
export const HABIT_SETTINGS = {
  release: v.optional(timeOfDay),
  exclude: v.optional(v.array(glob, GLOB_FIX), []),
  collections: v.optional(v.array(collection, COLLECTION_FIX), []),
  fields: v.optional(v.strictObject(FIELD_KEYS, "write a table [fields]"), {}),
  dates: v.optional(v.picklist(["git"], 'write "git", or remove the line')),
  channels: v.optional(KINDS_OF_CHANNELS(), [...CHANNELS]),
  tag_min_articles: v.optional(
    v.pipe(v.number(COUNT_FIX), v.integer(COUNT_FIX), v.minValue(1, COUNT_FIX), v.maxValue(1000, COUNT_FIX)),
    1,
  ),
};

type HabitSettings = v.InferOutput<v.StrictObjectSchema<typeof HABIT_SETTINGS, undefined>>;

/** The habits that these settings describe; who is meant by which key is told apart. */
export function habitsOf(
  settings: HabitSettings,
  people: FolderHabits["people"],
  sections: Readonly<Record<string, { readonly release?: string | undefined }>> = {},
): FolderHabits {
  const releases = Object.entries(sections).flatMap(([name, { release }]) =>
    release === undefined ? [] : [[name, release] as const],
  );
  return {
    release: settings.release ?? null,
    sectionReleases: Object.fromEntries(releases),
    exclude: settings.exclude,
    collections: settings.collections,
    fields: Object.values(settings.fields).filter((one) => one !== undefined),
    people,
    dates: settings.dates ?? null,
    channels: kindsOf(settings.channels),
    tagMinArticles: settings.tag_min_articles,
  };
}
