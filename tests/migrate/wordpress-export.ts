/** An item of a WordPress export; what is left out is as WordPress writes it for a published post. */
export interface WordpressItem {
  readonly id: number;
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly content?: string;
  readonly excerpt?: string;
  readonly name?: string;
  readonly status?: string;
  readonly type?: string;
  readonly parent?: number;
  readonly date?: string;
  readonly dateGmt?: string;
  readonly password?: string;
  readonly meta?: readonly (readonly [string, string])[];
  readonly categories?: readonly (readonly [domain: string, nicename: string, name: string])[];
  readonly attachment?: string;
  readonly comments?: number;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>`;

/** Writes an export in the form of WXR 1.2. */
export function wordpressExport(items: readonly WordpressItem[], site = "https://old.example"): string {
  return `${HEAD}
<title>The Old Quay</title>
<link>${site}</link>
<description>News &amp; tides</description>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${site}</wp:base_site_url>
<wp:base_blog_url>${site}</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[ana]]></wp:author_login>
<wp:author_email><![CDATA[ana@old.example]]></wp:author_email>
<wp:author_display_name><![CDATA[Ana Holm]]></wp:author_display_name></wp:author>
${items.map((item) => itemXml(item, site)).join("\n")}
</channel>
</rss>
`;
}

function itemXml(item: WordpressItem, site: string): string {
  const { id, name = `post-${id}`, status = "publish", type = "post" } = item;
  const { date = "2024-07-01 12:30:45", dateGmt = "2024-07-01 11:30:45" } = item;
  const {
    link = `${site}/2024/07/${name}/`,
    guid = `${site}/?p=${id}`,
    meta = [],
    categories = [],
    comments = 0,
  } = item;
  return `<item>
<title>${cdata(item.title ?? `Post ${id}`)}</title>
<link>${link}</link>
<dc:creator>${cdata("ana")}</dc:creator>
<guid isPermaLink="false">${guid.replaceAll("&", "&#038;")}</guid>
<description></description>
<content:encoded>${cdata(item.content ?? "")}</content:encoded>
<excerpt:encoded>${cdata(item.excerpt ?? "")}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${cdata(date)}</wp:post_date>
<wp:post_date_gmt>${cdata(dateGmt)}</wp:post_date_gmt>
<wp:post_modified_gmt>${cdata(dateGmt)}</wp:post_modified_gmt>
<wp:post_name>${cdata(name)}</wp:post_name>
<wp:status>${cdata(status)}</wp:status>
<wp:post_parent>${item.parent ?? 0}</wp:post_parent>
<wp:post_type>${cdata(type)}</wp:post_type>
<wp:post_password>${cdata(item.password ?? "")}</wp:post_password>
${item.attachment === undefined ? "" : `<wp:attachment_url>${cdata(item.attachment)}</wp:attachment_url>`}
${categories.map(([domain, nicename, label]) => `<category domain="${domain}" nicename="${nicename}">${cdata(label)}</category>`).join("\n")}
${meta.map(([key, value]) => `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`).join("\n")}
${Array.from({ length: comments }, (_, at) => `<wp:comment><wp:comment_id>${at}</wp:comment_id><wp:comment_content>${cdata("Nice!")}</wp:comment_content></wp:comment>`).join("\n")}
</item>`;
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}
