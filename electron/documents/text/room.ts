import type { ReplyAnswer } from '../../domain/attendance/reply.ts'

export const signInText = {
  columns: { name: 'Nom', job: 'Fonction', organisation: 'Organisme', signature: 'Signature' },
  officers: 'Présidence et secrétariat de séance',
  noCollege: 'Autres membres',
  guests: 'Invités et présentateurs',
  /** Printed where one would sign; who comes after all signs over it. */
  marks: {
    onSite: '',
    remote: 'À distance',
    excused: 'Absence excusée',
    represented: '',
  } satisfies Record<ReplyAnswer, string>,
  deputy: 'Suppléance',
  representedBy: (who: string) => (who === '' ? 'Représentation' : `Représentation par ${who}`),
  proxies: 'Pouvoirs et représentations',
  proxy: (who: string, by: string) => (by === '' ? `${who}, représentation à préciser` : `${who}, par ${by}`),
  proxiesToFill: 'À compléter en séance\u00a0:',
  others: 'Autres personnes présentes',
  empty: 'Personne n’est encore convoqué à cette séance.',
} as const

export const nameCardText = {
  empty: 'Personne n’a encore annoncé sa présence sur place.',
  emptyHeading: 'Chevalets',
} as const

export const welcomeText = {
  mention: 'Usage interne',
  notice: 'Liste nominative, à rendre au secrétariat après la séance.',
  heading: 'Personnes attendues',
  columns: { name: 'Nom', organisation: 'Organisme', detail: 'Venue', arrived: 'Arrivée' },
  box: '☐',
  expected: 'Attendues',
  count: (people: number, guests: number) => {
    const all = people < 2 ? `${people}\u00a0personne` : `${people}\u00a0personnes`
    if (guests === 0) return all
    return `${all}, dont ${guests}\u00a0pour un point`
  },
  onSite: 'Sur place',
  /** Of somebody who may come without having said so for this day. */
  unsure: {
    onSite: 'Sur place, à reconfirmer',
    remote: 'À distance, à reconfirmer',
    excused: 'Absence excusée, à reconfirmer',
    represented: 'Représentation, à reconfirmer',
  } satisfies Record<ReplyAnswer, string>,
  noAnswer: 'Réponse non reçue',
  standsIn: (who: string) => `Pour ${who}`,
  /** Of a guest: their items, each with its hour when the agenda is timed. */
  item: (number: string, time: string) => {
    const point = number === '' ? 'Un point' : `Point ${number}`
    return time === '' ? point : `${point} à ${time}`
  },
  empty: 'Personne n’est attendu sur place.',
} as const
