import type { Found } from "./config.ts";

/** A value that a setting may have. */
export type SettingValue =
  | string
  | readonly string[]
  | Readonly<Record<string, string>>
  | readonly Readonly<Record<string, string>>[];

/** A setting for site.toml, and what it rests on. */
export interface ProposedSetting {
  readonly key: string;
  readonly value: SettingValue;
  /** `_config.yml, line 4`, or a rule of the generator's. */
  readonly because: string;
}

/** A setting that has the text of a configuration as it is; none where that is no text. */
export function textSetting(key: string, found: Found | null): ProposedSetting[] {
  return typeof found?.value === "string" && found.value.trim() !== ""
    ? [{ key, value: found.value.trim(), because: found.because }]
    : [];
}

/** The first of several that is there. */
export function firstFound(...found: readonly (Found | null)[]): Found | null {
  return found.find((one) => one !== null) ?? null;
}

/** The site's origin, of a URL that may have a path. */
export function urlSetting(found: Found | null): ProposedSetting[] {
  const url = typeof found?.value === "string" ? URL.parse(found.value) : null;
  return url && found && /^https?:$/.test(url.protocol)
    ? [{ key: "url", value: url.origin, because: found.because }]
    : [];
}

/** The path that all addresses begin with: `/blog`, or nothing. */
export function basePath(...found: readonly (Found | null)[]): string {
  const paths = found.map((one) => {
    if (typeof one?.value !== "string") return "";
    return (URL.parse(one.value)?.pathname ?? one.value).replace(/\/+$/, "");
  });
  const path = paths.find((one) => one !== "") ?? "";
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}

/** A language tag, as `en_US` means it. */
export function languageSetting(found: Found | null): ProposedSetting[] {
  return textSetting("language", found).map((one) => ({
    ...one,
    value: String(one.value).replace(/_/g, "-"),
  }));
}

/** Authors by name, with the URL and the address that a table names beside it. */
export function authorsSetting(found: Found | null): ProposedSetting[] {
  const list = found === null ? [] : [found.value].flat();
  const authors = list.flatMap((one) => {
    const table: Readonly<Record<string, unknown>> =
      typeof one === "string" ? { name: one } : typeof one === "object" && one !== null ? { ...one } : {};
    const { name, url, uri, email } = table;
    if (typeof name !== "string" || name.trim() === "") return [];
    const web = [url, uri].find((text) => typeof text === "string" && URL.canParse(text));
    return [
      {
        name: name.trim(),
        ...(typeof web === "string" ? { url: web } : {}),
        ...(typeof email === "string" && email.includes("@") ? { email } : {}),
      },
    ];
  });
  return found && authors.length > 0 ? [{ key: "authors", value: authors, because: found.because }] : [];
}
