import { count } from '../../electron/domain/text/plural.ts'

/** The pane at right of the live meeting. */
export const sessionPaneText = {
  names: { item: 'Point', attendance: 'Présences', floor: 'Parole' },
  labels: { item: 'Contexte du point', floor: 'Demandes de parole' },
}

export const itemFaceText = {
  title: 'Contexte du point',
  note: 'Note du secrétariat',
  documents: 'Documents',
  noDocument: 'Aucun document joint à ce point.',
  asked: 'Demandent la parole',
  nobody: 'Personne n’a demandé la parole.',
}

export const openActionsText = {
  list: 'Actions ouvertes',
  groups: {
    late: 'En retard',
    beforeNext: 'Échues avant la prochaine séance',
    later: 'Plus tard',
    undated: 'Sans échéance',
  },
  none: 'Aucune action n’est ouverte.',
  help: 'Espace : réalisée. R : reportée à la prochaine séance. C : commenter.',
  keys: {
    done: 'Réalisée',
    putOff: 'Reporter à la prochaine séance',
    comment: 'Commenter',
    move: 'Ligne',
    leave: 'Revenir à la note',
  },
  commentOn: (number: string) => `Commenter ${number}`,
  /** As it is noted under the item. */
  comment: (number: string, words: string) => `${number} : ${words}`,
  all: (actions: number) =>
    actions === 1 ? 'Voir l’action ouverte' : `Voir les ${count(actions)}\u00a0actions ouvertes`,
  done: (number: string) => `Noter ${number} réalisée`,
  putOffTo: (number: string) => `Reporter ${number}`,
  newDate: 'Nouvelle échéance',
  putOff: 'Reporter',
  reason: 'Reportée en séance',
  saidDone: (number: string) => `${number} réalisée`,
  saidPutOff: (number: string, day: string) => `${number} reportée au ${day}`,
}

export const floorText = {
  title: 'Demandes de parole',
  add: 'Qui demande la parole',
  nobody: 'Personne n’a demandé la parole.',
  give: (name: string) => `Donner la parole à ${name}`,
  leave: (name: string) => `Retirer la demande\u00a0: ${name}`,
}
