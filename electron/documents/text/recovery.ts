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
