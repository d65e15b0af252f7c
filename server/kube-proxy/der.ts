/** Source: ITU-T X.690, Distinguished Encoding Rules: tag, length, content. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag, ...lengthOf(content.length)), content]);
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);

/** A positive integer from its bytes. */
export const integer = (bytes: Uint8Array): Buffer =>
  der(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.of(0, ...bytes) : bytes);

/** "2.5.29.17". The first two numbers share a byte, the others are base 128. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = rest.flatMap((number) => {
    const digits = [number % 128];
    for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift(0x80 | (left % 128));
    return digits;
  });
  return der(0x06, Buffer.of(first * 40 + second, ...bytes));
}

/** Seconds resolution, UTC, until 2049. Source: RFC 5280 section 4.1.2.5.1. */
export const utcTime = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`));

export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));

export const octets = (...parts: readonly Uint8Array[]): Buffer => der(0x04, ...parts);

/** Whole bytes, or `unused` bits less in the last one. */
export const bits = (content: Uint8Array, unused = 0): Buffer =>
  der(0x03, Buffer.of(unused), content);
