import { withoutRecoding } from "../../representation/entity-tag.ts";
import type { Exchange } from "../visit/exchange.ts";
import { field, httpDateMs } from "../visit/exchange.ts";
import type { MetFeed } from "../visit/visit.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";

/** Whether a reader that has the feed is told so for a few bytes (RFC 9110 §8.8, §13). */
export const VALIDATOR_CHECKS: readonly Check<MetFeed>[] = [
  {
    name: "no-validators",
    severity: "warning",
    fix: "Send ETag and Last-Modified.",
    find: ({ plain }) =>
      when(
        field(plain, "ETag") === null && field(plain, "Last-Modified") === null,
        "it has neither ETag nor Last-Modified, so every poll costs the whole feed",
      ),
  },
  {
    name: "bad-etag",
    severity: "error",
    fix: 'Write the tag in quotes, such as "abc" or W/"abc" (RFC 9110 §8.8.3).',
    find: ({ plain }) => {
      const tag = field(plain, "ETag");
      return when(
        tag !== null && !/^(W\/)?"[\x21\x23-\x7E\x80-\xFF]*"$/.test(tag),
        `its ETag ${tag} is not an entity tag`,
      );
    },
  },
  {
    name: "bad-last-modified",
    severity: "error",
    fix: "Write it as Tue, 01 Jul 2025 18:00:00 GMT, in UTC and not ahead of Date (RFC 9110 §5.6.7, §8.8.2.1).",
    find: ({ plain }) => {
      const text = field(plain, "Last-Modified");
      const at = httpDateMs(text);
      const sentAt = httpDateMs(field(plain, "Date")) ?? plain.atMs;
      return [
        ...when(text !== null && at === null, `its Last-Modified ${text} is not an HTTP-date`),
        ...when(at !== null && at > sentAt, `its Last-Modified ${text} is later than the answer's Date`),
      ];
    },
  },
  {
    name: "changing-etag",
    severity: "warning",
    fix: "Change the tag only when the feed changes.",
    find: ({ plain, head, byDate }) => {
      const tags = [plain, head, byDate].flatMap((one) => (one && field(one, "ETag")) ?? []);
      return when(
        new Set(tags.map(withoutRecoding)).size > 1,
        `its ETag differs from one request to the next (${[...new Set(tags)].join(", ")})`,
      );
    },
  },
  {
    name: "ignores-if-none-match",
    severity: "warning",
    fix: "Answer a request whose If-None-Match holds the tag with 304 and no body (RFC 9110 §13.1.2).",
    find: ({ byTag }) => notModified(byTag, "If-None-Match with its own tag"),
  },
  {
    name: "ignores-recoded-tag",
    severity: "warning",
    fix: "Compare tags without the suffix that servers in front add when they compress.",
    find: ({ byTag, byRecodedTag }) =>
      byTag?.answer?.status === 304 ? notModified(byRecodedTag, 'its tag with the suffix "-gzip"') : [],
  },
  {
    name: "ignores-if-modified-since",
    severity: "warning",
    fix: "Answer a request whose If-Modified-Since is Last-Modified with 304 (RFC 9110 §13.1.3).",
    find: ({ byDate }) => notModified(byDate, "If-Modified-Since with its own date"),
  },
  {
    name: "bare-304",
    severity: "warning",
    fix: "Repeat ETag, Cache-Control and Vary in a 304, and send no body with it (RFC 9110 §15.4.5).",
    find: ({ plain, byTag }) => {
      if (byTag?.answer?.status !== 304) return [];
      const missing = ["ETag", "Cache-Control", "Vary"].filter(
        (name) => field(plain, name) !== null && field(byTag, name) === null,
      );
      return when(missing.length > 0, `its 304 lacks ${missing.join(" and ")}`);
    },
  },
  {
    name: "head-differs",
    severity: "warning",
    fix: "Answer HEAD as GET, without the body (RFC 9110 §9.3.2).",
    find: ({ plain, head }) => {
      if (head.answer === null) return ["HEAD is not answered"];
      if (head.answer.status !== plain.answer?.status) return [`HEAD is answered with ${head.answer.status}`];
      const other = ["Content-Type", "Last-Modified"].filter(
        (name) => field(head, name) !== field(plain, name),
      );
      return when(other.length > 0, `HEAD sends a different ${other.join(" and ")} from GET`);
    },
  },
];

function notModified(exchange: Exchange | null, asked: string): readonly string[] {
  if (exchange === null || exchange.answer?.status === 304) return [];
  const came = exchange.answer === null ? "not" : `with ${exchange.answer.status}`;
  return [`a request that sends ${asked} is answered ${came}, not with 304`];
}
