/** Source: Kubernetes API reference, core/v1 ConfigMap and Secret. Only what is read here. */
export interface RawData {
  /** Text in config maps, base64 in secrets. */
  readonly data?: Readonly<Record<string, string>> | null;
  /** Base64; config maps only. */
  readonly binaryData?: Readonly<Record<string, string>> | null;
}

/** A key and how much stands under it. */
export interface DataKey {
  readonly key: string;
  readonly bytes: number;
}

const encoder = new TextEncoder();

/** Bytes of UTF-8 text. */
export const textBytes = (text: string): number => encoder.encode(text).length;

/** Bytes that base64 text stands for. */
export function base64Bytes(text: string): number {
  const padding = text.endsWith("==") ? 2 : Number(text.endsWith("="));
  return Math.max(0, Math.floor((text.length * 3) / 4) - padding);
}

/** The keys of a config map, by name. */
export const configMapKeys = ({ data, binaryData }: RawData): readonly DataKey[] =>
  sorted([...sizes(data, textBytes), ...sizes(binaryData, base64Bytes)]);

/** The keys of a secret, by name. Never a value. */
export const secretKeys = ({ data }: RawData): readonly DataKey[] =>
  sorted(sizes(data, base64Bytes));

const sizes = (values: RawData["data"], bytesOf: (text: string) => number): DataKey[] =>
  Object.entries(values ?? {}).map(([key, value]) => ({ key, bytes: bytesOf(value) }));

const sorted = (keys: DataKey[]) =>
  keys.sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key));

/** Bytes of all of them. */
export const totalBytes = (keys: readonly DataKey[]): number =>
  keys.reduce((sum, { bytes }) => sum + bytes, 0);
