/** A name longer than this says no more, and metadata have little room. */
const MOST_CHARACTERS = 80;

/**
 * `Content-Disposition` of a file (RFC 6266 §4): shown where it can be, and saved under its own name,
 * which is told in ASCII and, where that loses anything, whole (RFC 8187 §3.2).
 */
export function dispositionOf(path: string): string {
  const name = shortened(path.slice(path.lastIndexOf("/") + 1));
  const ascii = name.replace(/[^\x20-\x7E]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${ascii}"${ascii === name ? "" : `; filename*=UTF-8''${whole}`}`;
}

/** Keeps the extension. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= MOST_CHARACTERS) return name.toWellFormed();
  const [extension = ""] = /\.[^.]{1,8}$/.exec(name) ?? [];
  return (characters.slice(0, MOST_CHARACTERS - extension.length).join("") + extension).toWellFormed();
}
