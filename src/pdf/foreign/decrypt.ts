/** Opens files that are encrypted but ask for no password (ISO 32000-1, 7.6; ISO 32000-2, 7.6.4). */

import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { type Dictionary, Name, type PdfValue, UnreadablePdf } from "./objects.ts";

type Method = "none" | "rc4" | "aes128" | "aes256";

/** Decrypts what belongs to an object. */
export interface Decryption {
  readonly string: (bytes: Uint8Array, number: number, generation: number) => Uint8Array;
  readonly stream: (bytes: Uint8Array, number: number, generation: number) => Uint8Array;
}

const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const NO_BYTES = new Uint8Array();

/** Opens the file with the empty password. `encryption` holds no references. */
export function openEncryption(encryption: Dictionary, id: Uint8Array): Decryption {
  const filter = encryption.get("Filter");
  if (!(filter instanceof Name) || filter.name !== "Standard") {
    throw new UnreadablePdf("certificate", "The file is encrypted for certain readers.");
  }
  const revision = integer(encryption, "R", 2);
  const version = integer(encryption, "V", 0);
  const key = revision >= 5 ? newKey(encryption, revision) : oldKey(encryption, id, revision, version);
  const methodOf = (use: string): Method => (version < 4 ? "rc4" : filterMethod(encryption, use));
  const by =
    (method: Method) =>
    (bytes: Uint8Array, number: number, generation: number): Uint8Array =>
      decrypt(bytes, method, key, number, generation);
  return { string: by(methodOf("StrF")), stream: by(methodOf("StmF")) };
}

function filterMethod(encryption: Dictionary, use: string): Method {
  const name = encryption.get(use);
  const filters = encryption.get("CF");
  if (!(name instanceof Name) || name.name === "Identity" || !(filters instanceof Map)) return "none";
  const filter = filters.get(name.name);
  const method = filter instanceof Map ? filter.get("CFM") : undefined;
  switch (method instanceof Name ? method.name : "None") {
    case "V2":
      return "rc4";
    case "AESV2":
      return "aes128";
    case "AESV3":
      return "aes256";
    default:
      return "none";
  }
}

function decrypt(bytes: Uint8Array, method: Method, key: Uint8Array, number: number, generation: number): Uint8Array {
  if (method === "none") return bytes;
  if (method === "aes256") return aes(bytes, key);
  const salt = Buffer.from([number, number >> 8, number >> 16, generation, generation >> 8]);
  const hash = createHash("md5").update(key).update(salt);
  if (method === "aes128") hash.update("sAlT");
  const own = hash.digest().subarray(0, Math.min(16, key.length + 5));
  return method === "aes128" ? aes(bytes, own) : rc4(bytes, own);
}

function aes(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  const length = bytes.length - (bytes.length % 16);
  if (length < 32) return NO_BYTES;
  const decipher = createDecipheriv(`aes-${key.length === 32 ? 256 : 128}-cbc`, key, bytes.subarray(0, 16));
  decipher.setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(bytes.subarray(16, length)), decipher.final()]);
  const padding = plain.at(-1) ?? 0;
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
}

/** Node's own is missing where OpenSSL leaves old methods out. */
function rc4(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    const kept = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = kept;
  };
  let j = 0;
  for (let i = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  j = 0;
  const out = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    const i = (at + 1) & 0xff;
    j = (j + (state[i] ?? 0)) & 0xff;
    swap(i, j);
    out[at] = (bytes[at] ?? 0) ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
  }
  return out;
}

function oldKey(encryption: Dictionary, id: Uint8Array, revision: number, version: number): Uint8Array {
  const length = version === 1 ? 5 : version === 4 ? 16 : Math.min(16, integer(encryption, "Length", 40) / 8);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(integer(encryption, "P", 0) | 0);
  const hash = createHash("md5")
    .update(PADDING)
    .update(bytesOf(encryption, "O").subarray(0, 32))
    .update(permissions)
    .update(id);
  if (revision >= 4 && encryption.get("EncryptMetadata") === false) hash.update(Buffer.alloc(4, 0xff));
  let key: Uint8Array = hash.digest().subarray(0, length);
  if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key).subarray(0, length);
  const user = bytesOf(encryption, "U");
  if (!startsLike(user, revision >= 3 ? userCheck(key, id) : rc4(PADDING, key))) throw needsPassword();
  return key;
}

function userCheck(key: Uint8Array, id: Uint8Array): Uint8Array {
  let check: Uint8Array = createHash("md5").update(PADDING).update(id).digest();
  for (let round = 0; round < 20; round++)
    check = rc4(
      check,
      key.map((byte) => byte ^ round),
    );
  return check;
}

function newKey(encryption: Dictionary, revision: number): Uint8Array {
  const [user, sealed] = [bytesOf(encryption, "U"), bytesOf(encryption, "UE")];
  if (user.length < 48 || sealed.length < 32) throw new UnreadablePdf("damaged", "The encryption is broken.");
  const hash = (salt: Uint8Array): Uint8Array => (revision === 5 ? sha256(salt) : hardened(salt));
  if (!startsLike(user, hash(user.subarray(32, 40)))) throw needsPassword();
  const decipher = createDecipheriv("aes-256-cbc", hash(user.subarray(40, 48)), Buffer.alloc(16));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(sealed.subarray(0, 32)), decipher.final()]);
}

/** ISO 32000-2, algorithm 2.B, for the empty password. */
function hardened(salt: Uint8Array): Uint8Array {
  let key = sha256(salt);
  for (let round = 0; ; round++) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key));
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32));
    cipher.setAutoPadding(false);
    const mixed = cipher.update(repeated);
    const sum = mixed.subarray(0, 16).reduce((total, byte) => total + byte, 0) % 3;
    key = createHash(["sha256", "sha384", "sha512"][sum] ?? "sha256")
      .update(mixed)
      .digest();
    if (round >= 63 && (mixed.at(-1) ?? 0) <= round - 31) return key.subarray(0, 32);
  }
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

function md5(bytes: Uint8Array): Uint8Array {
  return createHash("md5").update(bytes).digest();
}

function startsLike(bytes: Uint8Array, start: Uint8Array): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
}

function needsPassword(): UnreadablePdf {
  return new UnreadablePdf("password", "The file asks for a password.");
}

function integer(dictionary: Dictionary, key: string, standard: number): number {
  const value: PdfValue | undefined = dictionary.get(key);
  return typeof value === "number" ? value : standard;
}

function bytesOf(dictionary: Dictionary, key: string): Uint8Array {
  const value = dictionary.get(key);
  return value instanceof Uint8Array ? value : NO_BYTES;
}
