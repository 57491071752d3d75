/** A typed text on one line: line breaks and other control characters become spaces; no-break spaces stay. */
export function withoutBreaks(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
