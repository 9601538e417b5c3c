/** No client follows a longer one. */
export const MAX_LOCATION_BYTES = 8000;

/** Whether text can stand in a `Location`: an absolute path of this site, or an http(s) URL. */
export function isLocation(text: unknown): text is string {
  return (
    typeof text === "string" &&
    text.length <= MAX_LOCATION_BYTES &&
    /^(\/(?![/\\])|https?:\/\/[^/\\])[\x21-\x5B\x5D-\x7E]*$/.test(text)
  );
}
