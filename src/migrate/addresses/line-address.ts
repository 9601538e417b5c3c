/** A line of a server's log in the common or combined format, perhaps with the host in front. */
const LOGGED =
  /^(?:([\w.-]+\.[a-z]{2,})(?::\d+)? )?\S+ \S+ [^[]{0,200}\[[^\]]{1,40}\] "(GET|HEAD|[A-Z]+) (\S+) HTTP\/[\d.]+" (\d{3}) /;

/**
 * The address in a line of a list or of an access log; null where there is none. Of a log only what the
 * old site answered counts: what it did not know is nobody's link.
 */
export function lineAddress(line: string): string | null {
  const text = line.trim();
  const [logged, host, method, target = "", status = ""] = LOGGED.exec(text.slice(0, 5000)) ?? [];
  if (logged !== undefined) {
    const isPage = /^(?:GET|HEAD)$/.test(method ?? "") && /^(?:2|30[12478])/.test(status);
    if (!isPage) return null;
    return host === undefined || !target.startsWith("/") ? target : `https://${host}${target}`;
  }
  const [word = ""] = text.split(/[\s,;]/, 1);
  return /^(?:https?:\/\/|\/(?!\/))/i.test(word) ? word : null;
}
