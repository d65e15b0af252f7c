import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { reveal, secret, type Secret } from "@/lib/core/secret";
import type { Database, Transaction } from "@/server/db/client";
import { isUniqueViolation } from "@/server/db/unique-violation";
import type { Redactor } from "./redactor";

/** Source: NIST SP 800-38D: AES-256-GCM, 96-bit nonce, 128-bit tag. */
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of a sealed value, so that another cipher can follow one day. */
const VERSION = 1;

/** Secrets at rest, sealed with the key file. Names are "<owner>/<what>", such as "host:<id>/sudo". */
export interface Vault {
  /** Seals and stores, replacing what was there. Give `tx` to make it part of a transaction. */
  put(name: string, value: Secret, tx?: Transaction): Promise<void>;
  /** Null when there is none. Throws when it was tampered with. */
  get(name: string): Promise<Secret | null>;
  /** What is there, or else what `make` makes: of several that come at once, one makes it for all. */
  ensure(name: string, make: () => Secret): Promise<Secret>;
  /** Forgets every secret whose name begins so. */
  remove(prefix: string, tx?: Transaction): Promise<void>;
}

/** Encrypts; the name is bound to it, so that two entries cannot be swapped. */
export function seal(key: Buffer, name: string, value: Secret): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(name));
  const text = Buffer.concat([cipher.update(reveal(value), "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]));
}

/** The reverse of `seal`; null when key, name or content do not fit together. */
export function unseal(key: Buffer, name: string, sealed: Uint8Array): Secret | null {
  const bytes = Buffer.from(sealed);
  const tagAt = 1 + NONCE_BYTES;
  const textAt = tagAt + TAG_BYTES;
  if (bytes[0] !== VERSION || bytes.length < textAt) return null;
  const nonce = bytes.subarray(1, tagAt);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(tagAt, textAt));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(textAt)), decipher.final()]);
    return secret(text.toString("utf8"));
  } catch {
    return null; // node:crypto has one error for every kind of mismatch
  }
}

interface Needs {
  readonly db: Database;
  readonly key: Buffer;
  readonly redactor: Redactor;
}

/** The vault over the database. Every secret that passes is made known to the redactor. */
export function createVault({ db, key, redactor }: Needs): Vault {
  const get = async (name: string): Promise<Secret | null> => {
    const entry = await db.vaultEntry.findUnique({ where: { name } });
    if (entry === null) return null;
    const value = unseal(key, name, entry.sealed);
    if (value === null)
      throw new Error(`the sealed secret "${name}" was changed outside the panel`);
    redactor.register(value);
    return value;
  };
  return {
    get,
    put: async (name, value, tx = db) => {
      redactor.register(value);
      const sealed = seal(key, name, value);
      await tx.vaultEntry.upsert({
        where: { name },
        create: { name, sealed },
        update: { sealed },
      });
    },
    ensure: async (name, make) => {
      const known = await get(name);
      if (known !== null) return known;
      const value = make();
      redactor.register(value);
      try {
        await db.vaultEntry.create({ data: { name, sealed: seal(key, name, value) } });
        return value;
      } catch (error) {
        const first = isUniqueViolation(error) ? await get(name) : null;
        if (first === null) throw error;
        return first;
      }
    },
    remove: async (prefix, tx = db) => {
      // A range, because LIKE ignores case and takes "_" for any letter.
      await tx.vaultEntry.deleteMany({
        where: { name: { gte: prefix, lt: `${prefix}\u{10FFFF}` } },
      });
    },
  };
}
