/** Where Cloudflare's API is (https://developers.cloudflare.com/api/). */
export const CLOUDFLARE_API = "https://api.cloudflare.com/client/v4";

/** An account, and what lets one into it. */
export interface CloudflareAccount {
  /** `CLOUDFLARE_API` but in tests. */
  readonly apiUrl: string;
  readonly id: string;
  readonly token: string;
  /** R2's S3 API where it is another than that of the account: of a jurisdiction, and in tests. */
  readonly s3Url?: string;
}
