/** Who stands together in one written name: "Hélène Marchetti et Paul Okonjo", "Mme Marchetti, ACD", "ACD / DGX". */
export const namesTogether = (written: string): string[] =>
  written
    .split(/[,;/]|\s(?:et|&|\+)\s/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
