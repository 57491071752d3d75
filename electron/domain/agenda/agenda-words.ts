import type { ItemKind, ItemNature } from './agenda.ts'
import type { SubjectState } from './subject.ts'
import type { AgendaChange } from './version.ts'

export const itemNatureWords: Readonly<Record<ItemNature, string>> = {
  approbation: 'Approbation',
  information: 'Information',
  echange: 'Échange',
  avis: 'Avis',
  concertation: 'Concertation',
  decision: 'Décision',
}

export const itemKindWords: Readonly<Record<ItemKind, string>> = {
  item: 'Point',
  welcome: 'Accueil',
  break: 'Pause',
}

export const agendaChangeWords: Readonly<Record<AgendaChange['type'], string>> = {
  added: 'Ajouté',
  removed: 'Retiré',
  moved: 'Déplacé',
  edited: 'Modifié',
}

export const subjectStateWords: Readonly<Record<SubjectState, string>> = {
  received: 'Reçu',
  retained: 'Retenu',
  waiting: 'En attente',
  dismissed: 'Écarté',
}
