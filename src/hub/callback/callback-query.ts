/** What is appended to a callback's query. */
export type HubQuery = Readonly<Record<`hub.${string}`, string>>;

/** A callback with parameters at the end of its query, which stays as it is (WebSub §5.1.1). */
export function withHubQuery(callback: string, query: HubQuery): string {
  const added = new URLSearchParams(query).toString();
  const at = callback.indexOf("?");
  if (at === -1) return `${callback}?${added}`;
  return callback.endsWith("?") || callback.endsWith("&") ? callback + added : `${callback}&${added}`;
}
