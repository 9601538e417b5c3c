const uri = { type: "string", format: "uri" };
const text = { type: "string" };
const instant = { type: "string", format: "date-time" };
const list = (items: object) => ({ type: "array", items });
const record = (required: readonly string[], properties: object) => ({
  type: "object",
  required,
  properties,
  additionalProperties: false,
});
const author = record(["name"], { name: text, url: uri, avatar: uri });
const channel = record(["name"], { name: text, url: uri });

/** What an article tells that JSON Feed has no field for. */
const EXTENSION = record([], {
  section: record(["name"], { name: text, slug: text, url: uri }),
  tags: list(channel),
  authors: list(channel),
  agency: text,
  corrected: text,
  edition: { type: "integer", description: "seconds since 1970" },
  episode: record([], {
    season: { type: "integer" },
    number: { type: "integer" },
    explicit: { type: "boolean" },
    chapters: uri,
    transcripts: list(record(["url", "mime_type"], { url: uri, mime_type: text, language: text })),
  }),
});

const ITEM = {
  ...record(["id", "title", "date_published", "date_modified"], {
    id: text,
    url: uri,
    external_url: uri,
    title: text,
    summary: text,
    content_html: text,
    content_text: text,
    image: uri,
    date_published: instant,
    date_modified: instant,
    authors: list(author),
    tags: list(text),
    language: text,
    attachments: list(
      record(["url", "mime_type"], {
        url: uri,
        mime_type: text,
        title: text,
        size_in_bytes: { type: "integer" },
        duration_in_seconds: { type: "number" },
      }),
    ),
    _feedwright: EXTENSION,
  }),
  anyOf: [{ required: ["content_html"] }, { required: ["content_text"] }],
};

/**
 * The JSON Feeds of a site as a JSON Schema (2020-12): JSON Feed 1.1 as far as they use it, and what
 * stands under `_feedwright`. The types of `json-feed-types.ts` say the same.
 */
export const FEED_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "JSON Feed 1.1 of a site published with Feedwright",
  ...record(["version", "title", "home_page_url", "feed_url", "items"], {
    version: { const: "https://jsonfeed.org/version/1.1" },
    title: text,
    home_page_url: uri,
    feed_url: uri,
    description: text,
    next_url: uri,
    icon: uri,
    favicon: uri,
    authors: list(author),
    language: text,
    hubs: list(record(["type", "url"], { type: text, url: uri })),
    _feedwright: record([], { about: uri }),
    items: list(ITEM),
  }),
};

/** The schema as the text that a site serves, and that the package holds. */
export function renderFeedSchema(): string {
  return `${JSON.stringify(FEED_SCHEMA, null, 2)}\n`;
}
