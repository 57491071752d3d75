/**
 * Who stands together in one written name: "Hélène Marchetti et Paul Okonjo", "MM. Okonjo et Sarlat", "Mme Marchetti, ACD",
 * "ACD / DGX".
 */
export const namesTogether = (written: string): string[] =>
  written
    .split(/[,;/]|\s(?:et|ou|puis|avec|&|\+|[–—-])\s/u)
    .map((name) => name.replace(/^\s*(?:MM\.?|Mmes|Messieurs|Mesdames)\s/u, '').trim())
    .filter((name) => name !== '')
