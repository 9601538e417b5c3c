/** A text without its percent-encoding (RFC 3986 §2.1); one that is not rightly encoded stays as it is. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
