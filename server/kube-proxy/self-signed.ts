import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { bits, der, integer, objectIdentifier, octets, sequence, utcTime, utf8 } from "./der";

/** Source: RFC 5280 and RFC 5758. */
const OID = {
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  commonName: "2.5.4.3",
  keyUsage: "2.5.29.15",
  alternativeName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  serverAuth: "1.3.6.1.5.5.7.3.1",
} as const;

const TRUE = der(0x01, Buffer.of(0xff));
/** digitalSignature and keyCertSign: bits 0 and 5. */
const KEY_USAGE = bits(Buffer.of(0b1000_0100), 2);

const extension = (oid: string, value: Uint8Array, critical = false) =>
  sequence(objectIdentifier(oid), ...(critical ? [TRUE] : []), octets(value));

const extensionsFor = (name: string) =>
  sequence(
    extension(OID.basicConstraints, sequence(TRUE), true),
    extension(OID.keyUsage, KEY_USAGE, true),
    extension(OID.extendedKeyUsage, sequence(objectIdentifier(OID.serverAuth))),
    extension(OID.alternativeName, sequence(der(0x82, Buffer.from(name)))),
  );

/** A key and the certificate that it signed itself, as PEM. */
export interface SelfSigned {
  readonly keyPem: string;
  readonly certificatePem: string;
}

interface Wanted {
  /** The DNS name it is for. */
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
}

/** Makes a P-256 key and an X.509 v3 certificate. Source: RFC 5280 section 4.1. */
export function selfSigned({ name, from, until }: Wanted): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(objectIdentifier(OID.ecdsaWithSha256));
  const subject = sequence(der(0x31, sequence(objectIdentifier(OID.commonName), utf8(name))));
  const content = sequence(
    der(0xa0, integer(Buffer.of(2))),
    integer(Buffer.of(1, ...randomBytes(15))),
    algorithm,
    subject,
    sequence(utcTime(from), utcTime(until)),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensionsFor(name)),
  );
  const signature = sign("sha256", content, { key: privateKey, dsaEncoding: "der" });
  const base64 = sequence(content, algorithm, bits(signature)).toString("base64");
  const lines = base64.match(/.{1,64}/g) ?? [];
  return {
    keyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
  };
}
