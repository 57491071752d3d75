import type { ItemKind, ItemNature } from '../../electron/domain/agenda/agenda.ts'
import { itemKindWords, itemNatureWords } from '../../electron/domain/agenda/agenda-words.ts'
import { meetingNumbered } from '../../electron/domain/meetings/meeting-name.ts'
import { formatDuration } from '../../electron/domain/text/french.ts'

const named = (number: string, title: string) => (number === '' ? title : `${number}, ${title}`)

export const presenterText = {
  title: 'Écran partagé',
  fullScreen: 'Plein écran',
  leave: 'Quitter le plein écran',
  meeting: (body: string, number: number | null) =>
    number === null ? body : `${body}, ${meetingNumbered(number)}`,
  ref: (number: string, kind: ItemKind, nature: ItemNature | null) =>
    kind === 'item'
      ? [number, nature === null ? '' : itemNatureWords[nature].toLowerCase()]
          .filter((part) => part !== '')
          .join(', ')
      : itemKindWords[kind],
  before: 'La séance va commencer',
  startsAt: (time: string) => `Début prévu à ${time}`,
  suspended: 'Séance suspendue',
  suspendedSince: (time: string) => `depuis ${time}`,
  closed: 'La séance est levée',
  closedAt: (time: string) => `à ${time}`,
  nothingOn: 'Aucun point en cours',
  first: (number: string, title: string) => `Premier point : ${named(number, title)}`,
  next: (number: string, title: string, time: string | null) =>
    time === null ? `Ensuite : ${named(number, title)}` : `Ensuite : ${named(number, title)}, à ${time}`,
  left: (minutes: number) => `restent sur ${formatDuration(minutes)}`,
  over: (minutes: number) =>
    minutes === 1 ? 'de plus que la minute prévue' : `de plus que les ${formatDuration(minutes)} prévues`,
  elapsed: 'écoulées, sans durée prévue',
} as const
