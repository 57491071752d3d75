/** Verbs that stand in hardly any title of an item. */
const VERB =
  /(?<!\p{L})(?:est|sont|était|étaient|sera|seront|serait|a|ont|avait|avaient|aura|auront|doit|doivent|devra|devront|peut|peuvent|faut|va|vont|propose|proposent|rappelle|rappellent|précise|précisent|indique|indiquent|souhaite|souhaitent|décide|décident|approuve|adopte|informe|explique|remercie|permet|permettent|existe|reste|restent)(?!\p{L})/iu

/** Whoever does something stands before the verb. */
const SUBJECT =
  /^(?:le|la|les|l[’']|un|une|il|elle|ils|elles|on|nous|vous|je|ce|cet|cette|ces|c[’']|M\.|MM\.|Mmes?|Monsieur|Madame)(?:\s|(?<=[’']))/iu

export function hasVerb(words: string): boolean {
  return VERB.test(words)
}

/** "Achat des tables et de la sono." names a subject; "Le bureau craint que la salle soit petite." says something. */
export function isNominal(words: string): boolean {
  return !SUBJECT.test(words) && !VERB.test(words) && !/[.!?]\s+\p{Lu}/u.test(words)
}
