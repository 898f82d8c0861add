// Sealing: what must not be readable in a store is kept only as AES-256-GCM under a key derived for its purpose from FIELD_KEY.
import { createCipheriv, createDecipheriv, hkdfSync, randomFillSync } from "node:crypto";

/** `context` binds a sealed value to its place: one opened in another row or column is refused. */
export type Seal = {
  seal(text: string, context: string): Buffer;
  /** Throws when the value is not whole, not ours, or from another place. */
  open(sealed: Uint8Array, context: string): string;
};

const version = 1;
const ivBytes = 12;
const tagBytes = 16;
/** Random bytes come in one call for so many values: each call costs as much as sealing one. */
const ivsAtOnce = 256;

/** A seal for one purpose; purposes share no key. @param fieldKey 32 bytes */
export function createSeal(fieldKey: Uint8Array, purpose: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", fieldKey, "tajdeed", `seal:${purpose}`, 32));
  const newIv = createIvs();
  return {
    seal(text, context) {
      const iv = newIv();
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.of(version), iv, body, cipher.getAuthTag()]);
    },
    open(sealed, context) {
      if (sealed[0] !== version || sealed.length < 1 + ivBytes + tagBytes) throw new Error("not a sealed value");
      const iv = sealed.subarray(1, 1 + ivBytes);
      const body = sealed.subarray(1 + ivBytes, sealed.length - tagBytes);
      const decipher = createDecipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(context));
      decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
  };
}

/** Each is given out once. */
function createIvs(): () => Buffer {
  let ivs = Buffer.alloc(0);
  let next = 0;
  return () => {
    if (next === ivs.length) {
      ivs = randomFillSync(Buffer.alloc(ivBytes * ivsAtOnce));
      next = 0;
    }
    next += ivBytes;
    return ivs.subarray(next - ivBytes, next);
  };
}
