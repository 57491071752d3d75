import type { KnownDamage } from '../../contract/recovery.ts'
import { formatMoment, quoted } from '../../domain/text/french.ts'

/** Which texts are not what was written, and what leads back. */
export function alteredWords({ count, named, lastGood }: KnownDamage['rows']): string {
  const which = named.map(({ where, name, meetingDate }) =>
    [
      `${where}${name === '' ? '' : ` : ${quoted(name)}`}`,
      meetingDate === null ? '' : `séance du ${meetingDate}`,
    ]
      .filter((words) => words !== '')
      .join(', '),
  )
  const more = count > named.length ? [`et ${count - named.length} de plus`] : []
  const copy =
    lastGood === null
      ? 'Aucune sauvegarde d’avant n’est connue : les relire.'
      : `La sauvegarde du ${formatMoment(new Date(lastGood))} les a encore tels qu’ils étaient : l’ouvrir dans Réglages › Sauvegardes.`
  const head =
    count === 1
      ? 'Un texte n’est plus tel qu’il a été enregistré'
      : `${count} textes ne sont plus tels qu’ils ont été enregistrés`
  return `${head} (${[...which, ...more].join(' ; ')}). ${copy}`
}

/** @param newest when the newest copy was made that holds more than the data; null when only the log is missing. */
export function olderWords(newest: { at: string; changes: number | null } | null): string {
  if (newest === null)
    return 'Le journal des derniers enregistrements manquait à l’ouverture : ce qui a été écrit en dernier est peut-être perdu.'
  const day = formatMoment(new Date(newest.at))
  if (newest.changes === null)
    return `Les données ouvertes sont d’autres données que celles de ce poste, dont la dernière sauvegarde est du ${day}. La reprendre, ou garder ces données, dans Réglages › Sauvegardes.`
  const changes = newest.changes === 1 ? 'une modification' : `${newest.changes} modifications`
  return `Les données ouvertes sont plus anciennes que leur sauvegarde du ${day}, qui contient ${changes} de plus. La reprendre, ou garder ces données, dans Réglages › Sauvegardes.`
}

/** @param backup the file that took their place; null when it was something else. */
export function recoveryNote(now: Date, backup: string | null): string {
  const day = formatMoment(now)
  const source =
    backup === null ? 'ce qui a pu être relu, ou des données neuves' : `la sauvegarde ${quoted(backup)}`
  return `Séances INP – données mises de côté le ${day}

Ces fichiers ne pouvaient plus être ouverts. Ils ont été mis de côté tels quels ; ${source} a pris leur place.
Rien n’a été modifié dans ce dossier. L’assistance informatique peut encore y chercher ce qui manquerait.
Le dossier « relecture », s’il est là, contient le compte de ce qui a été relu et les lignes qui n’ont pas trouvé leur place.
`
}
