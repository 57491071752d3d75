const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Markup signs become references; what is no character at all is the business of `wellFormed`. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign: string) => signs[sign] ?? sign)
}
