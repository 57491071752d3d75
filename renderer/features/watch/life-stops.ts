import type { Output } from '../../../electron/contract/index.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import type { TextConsultation } from '../../../electron/domain/watch/text-life.ts'
import { type Stage, stagesOf } from '../../../electron/domain/watch/text-stages.ts'
import { authorityWords } from '../../../electron/domain/watch/watch-words.ts'
import { lifeText, opinionText, stageText } from '../../text/text-life.ts'
import { hearingWords } from '../projects/index.ts'

type Life = Output<'watch.life'>

export type LifeStop =
  | { readonly kind: 'today'; readonly date: string }
  | {
      readonly kind: 'stage'
      readonly key: string
      readonly date: string
      readonly isAhead: boolean
      readonly title: string
      readonly detail: string
    }

const text = lifeText.stages

/** In order; today stands before what is ahead, and at the end of what is all over. */
export function lifeStops(life: Life, today: string): LifeStop[] {
  const stages = stagesOf({
    item: life.item,
    deadlines: life.deadlines,
    consultations: life.consultations,
    hearings: life.passages.filter(({ state }) => state !== 'left'),
    changedBy: life.linkedFrom.map(({ kind, text: { title, publishedOn } }) => ({
      kind,
      title,
      publishedOn,
    })),
  })
  const stops = stages.map((stage, rank): LifeStop => {
    const words = wordsOf(stage, life)
    return { kind: 'stage', key: String(rank), date: stage.date, isAhead: stage.date > today, ...words }
  })
  if (stops.length === 0) return []
  const ahead = stages.findIndex(({ date }) => date > today)
  stops.splice(ahead === -1 ? stops.length : ahead, 0, { kind: 'today', date: today })
  return stops
}

function wordsOf(stage: Stage, life: Life): { title: string; detail: string } {
  const title = stageText[stage.kind]
  switch (stage.kind) {
    case 'heard': {
      const passage = life.passages.find(({ meetingId }) => meetingId === stage.of)
      return { title, detail: passage === undefined ? '' : hearingWords(passage) }
    }
    case 'asked':
    case 'answered': {
      const consultation = life.consultations.find(({ id }) => id === stage.of)
      const words = consultation === undefined ? title : consultationStep(consultation, stage.kind)
      return { title: words, detail: consultation?.reference ?? '' }
    }
    case 'published':
      return {
        title,
        detail: life.item.joNumber === '' ? '' : text.issue(life.item.joNumber, life.item.joTextNumber),
      }
    case 'deadline': {
      const deadline = life.deadlines.find(({ id }) => id === stage.of)
      return deadline === undefined
        ? { title, detail: '' }
        : { title: deadline.label || title, detail: publicWords(deadline) }
    }
    default:
      return { title, detail: stage.of }
  }
}

function consultationStep(consultation: TextConsultation, kind: 'asked' | 'answered'): string {
  const { authority, name, opinion } = consultation
  if (authority === 'public') return kind === 'asked' ? text.opened : text.closed
  if (authority === 'europeanUnion') return kind === 'asked' ? text.notified : text.notificationEnd
  const who = authorityName(authority, name)
  if (kind === 'asked') return text.asked(who)
  return opinion === '' || opinion === 'none' ? text.rendered(who) : text.answered(who, opinionText[opinion])
}

/** "Conseil d’État (section des finances)"; of another authority, its own name. */
export function authorityName(authority: TextConsultation['authority'], name: string): string {
  if (authority === 'other' && name !== '') return name
  return name === '' ? authorityWords[authority] : `${authorityWords[authority]} (${name})`
}

/** "Communes, plus de 3 500 habitants". */
export function publicWords({ audience, threshold }: { audience: string; threshold: string }): string {
  return [audience, threshold].filter((words) => words !== '').join(', ')
}

/** "3 mars 2027". */
export function dayWords(date: string): string {
  return formatShortDate(date, true).replace(/^\S+\s/, '')
}
