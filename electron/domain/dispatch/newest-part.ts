/** Lines after which everything is an older mail. */
const quoteStarts: readonly RegExp[] = [
  /^\s*>/,
  /^\s*-{2,}\s*(message (d['’]origine|original|transféré|transfere)|original message|forwarded message)/i,
  /^\s*début du message (réexprimé|transféré)/i,
  /^\s*_{10,}\s*$/,
  // "Le 3 nov. 2026 à 10:12, Hélène Marchetti a écrit :", on one line or two.
  /^\s*le\s.{4,120}\sa\s+[eé]crit\s*(?::\s*)?$/i,
  /^\s*on\s.{4,120}\swrote:\s*$/i,
]

/** The heads of a quoted mail, one per line: "De : … / Envoyé : … / À : …". */
const heads = /^\s*\*?(de|from|envoyé|envoye|sent|date|à|to|objet|subject|cc)\*?\s*:/i

const closing =
  /^\s*(bien )?(cordialement|cdlt|respectueusement|sincèrement|amicalement)\b|^\s*bien (à|a) (vous|toi)\b|^\s*(mes |avec mes |nos )?(meilleures|sincères|respectueuses) salutations\b|^\s*salutations\b|^\s*bonne (journée|soirée|réception)\b|^\s*--\s*$/i

/** The lines of whoever writes now, as they stand: quoted mails and signature left out. */
export function ownLines(text: string): string[] {
  const lines = text.split(/\r\n?|\n/)
  const plain = lines.map((line) => line.replace(/[\u00a0\u202f]/g, ' '))
  const kept: string[] = []
  let signed = false
  for (const [index, line] of plain.entries()) {
    if (isQuoteStart(plain, index)) break
    if (closing.test(line)) signed = true
    // Words added after the signature are part of the message again.
    else if (/^\s*p\.?\s?-?s\.?\s*[:,]?\s/i.test(line)) signed = false
    if (!signed) kept.push(lines[index] ?? '')
  }
  return kept
}

/** The same on one line per sentence group, hard-wrapped lines joined. */
export function newestPart(text: string): string[] {
  return unwrapped(ownLines(text).map((line) => line.replace(/[\u00a0\u202f]/g, ' ').trim()))
}

function isQuoteStart(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  if (quoteStarts.some((start) => start.test(line))) return true
  const both = `${line} ${lines[index + 1] ?? ''}`
  if (/^\s*le\s/i.test(line) && /^\s*le\s.{4,160}\sa\s+[eé]crit\s*(?::\s*)?$/i.test(both)) return true
  const next = [line, lines[index + 1], lines[index + 2]].filter((one) => heads.test(one ?? ''))
  return /^\s*\*?(de|from)\*?\s*:/i.test(line) && next.length >= 2
}

/** A line that goes on in lower case goes on with the sentence of the one before. */
function unwrapped(lines: readonly string[]): string[] {
  const joined: string[] = []
  let open = false
  for (const line of lines) {
    if (line === '') open = false
    else if (open && /^[\p{Ll}(]/u.test(line)) joined.push(`${joined.pop() ?? ''} ${line}`)
    else {
      joined.push(line)
      open = true
    }
  }
  return joined
}
