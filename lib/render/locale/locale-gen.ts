/** /etc/locale.gen with the locale switched on: its own line uncommented, or added. Source: locale.gen(5). */
export function localeGenWith(text: string, locale: string): string {
  const line = `${locale} UTF-8`;
  const lines = text.split("\n");
  if (lines.some((candidate) => candidate.trim() === line)) return text;
  const at = lines.findIndex((candidate) => candidate.replace(/^[#\s]+/, "").trim() === line);
  if (at >= 0) return lines.with(at, line).join("\n");
  return `${text === "" || text.endsWith("\n") ? text : `${text}\n`}${line}\n`;
}
