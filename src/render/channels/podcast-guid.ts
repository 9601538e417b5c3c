import { hash } from "node:crypto";

/** The namespace of `podcast:guid` (https://podcasting2.org/docs/podcast-namespace/tags/guid). */
const NAMESPACE = Buffer.from("ead4c236bf5858c6a2c6a6b28d128cb6", "hex");

/**
 * The UUID of a show (version 5, RFC 9562 §5.5), made from the address of its feed without scheme. The
 * host is the one that ids begin with, so that the show stays the same one when it moves.
 */
export function podcastGuid(authority: string): string {
  const [host = ""] = authority.split(",");
  const digest = Buffer.from(
    hash("sha1", Buffer.concat([NAMESPACE, Buffer.from(`${host}/rss.xml`)]), "hex"),
    "hex",
  );
  const bytes = digest.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
