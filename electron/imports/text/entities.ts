const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: String.fromCharCode(34),
  apos: "'",
  nbsp: '\u00a0',
  lrm: '',
  rlm: '',
}

/** Signs that pages write by their names ("&nbsp;", "&#39;"), as they are shown. */
export function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,4}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
