/** Seconds of `1:02:03`, `62:03` or a number; null for anything else. */
export function secondsOf(text: string | null): number | null {
  if (text === null || !/^\d{1,6}(?::\d{1,2}){0,2}$/.test(text.trim())) return null;
  return text.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}
