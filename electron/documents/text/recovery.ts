/** @param newest when the newest copy was made that holds more than the data; null when only the log is missing. */
export function olderWords(newest: { at: string; changes: number } | null): string {
  if (newest === null)
    return 'Le journal des derniers enregistrements manquait à l’ouverture : ce qui a été écrit en dernier est peut-être perdu.'
  const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(newest.at),
  )
  const changes = newest.changes === 1 ? 'une modification' : `${newest.changes} modifications`
  return `Les données ouvertes sont plus anciennes que leur sauvegarde du ${day}, qui contient ${changes} de plus. La reprendre, ou garder ces données, dans Réglages › Sauvegardes.`
}

/** @param backup the file that took their place; null when it was something else. */
export function recoveryNote(now: Date, backup: string | null): string {
  const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' }).format(now)
  const source =
    backup === null ? 'ce qui a pu être relu, ou des données neuves' : `la sauvegarde « ${backup} »`
  return `Séances INP – données mises de côté le ${day}

Ces fichiers ne pouvaient plus être ouverts. Ils ont été mis de côté tels quels ; ${source} a pris leur place.
Rien n’a été modifié dans ce dossier. L’assistance informatique peut encore y chercher ce qui manquerait.
Le dossier « relecture », s’il est là, contient le compte de ce qui a été relu et les lignes qui n’ont pas trouvé leur place.
`
}
