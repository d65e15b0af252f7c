/** "10.0.0.0/8, fd00::/8" as its words. */
export const wordList = (text: string): string[] =>
  text.split(/[\s,;]+/).filter((word) => word !== "");

/** An address alone is the network of just it; anything else stays for the schema to judge. */
export function asNetwork(text: string): string {
  const word = text.trim();
  if (word === "" || word.includes("/")) return word;
  return word.includes(":") ? `${word}/128` : `${word}/32`;
}
