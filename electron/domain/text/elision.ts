/** Words that begin with a silent h: whether one is silent is not to be told from the letters. */
const silentH = new Set(
  'habitat habitant habitants habitation harmonisation hébergement hector hélène héloïse henri henriette herbert hermine hervé heure heures hilaire hippolyte histoire homme hommes homologation honoré honorine hôpital hôpitaux horace horaire horaires hortense hôtel hubert hugo hugues huguette humbert hyacinthe hygiène hypothèse'.split(
    ' ',
  ),
)

/** "de Camille", "d’Ève", "d’Hélène": the vowel goes before a vowel and a silent h. A y is left alone. */
export function withDe(words: string): string {
  const [first = ''] = /^[\p{L}\p{M}]+/u.exec(words) ?? []
  const isElided =
    /^[aeiouœæàâäéèêëîïôöùûü]/iu.test(words) || silentH.has(first.normalize('NFC').toLowerCase())
  return isElided ? `d’${words}` : `de ${words}`
}
