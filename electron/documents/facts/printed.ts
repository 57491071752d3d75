// Of what a model carries, no more than its paper prints: what no reader could have seen is nobody's to take in.
import { type ItemFacts, listedAlone, type MeetingFacts } from '../../domain/documents/meeting-facts.ts'
import { formatTime } from '../../domain/text/french.ts'
import type { AgendaModel } from '../agenda/model.ts'
import type { DecisionRecordModel } from '../decision-record/model.ts'
import { typed } from '../head.ts'
import type { MinutesModel } from '../minutes/model.ts'
import { decisionRecordText } from '../text/decision-record.ts'
import { expect } from './faulty.ts'

export const nextLabels: ReadonlySet<string> = new Set([
  decisionRecordText.next('séance'),
  decisionRecordText.next('réunion'),
])

export function asPrinted(
  model: AgendaModel | MinutesModel | DecisionRecordModel,
  facts: MeetingFacts,
): MeetingFacts {
  switch (model.kind) {
    case 'agenda':
      return { ...facts, isWhole: true, people: [], decisions: [], actions: [], next: null }
    case 'minutes':
      return { ...facts, isWhole: isWhole(model, facts), next: nextSaid(facts, model.next?.sentence) }
    case 'decisionRecord': {
      const next = model.facts.find(({ label }) => nextLabels.has(label))
      const items = facts.items.map((item) => listed(item, facts.items))
      return { ...facts, items, isWhole: false, people: [], next: nextSaid(facts, next?.value) }
    }
  }
}

/** Whether each item that the agenda of the minutes lists has its section. */
function isWhole({ agenda }: MinutesModel, { isWhole: said, items }: MeetingFacts): boolean {
  const own = new Set(items.map(({ number, title }) => `${number} ${typed(title)}`))
  return said && agenda?.items.every(({ number, title }) => own.has(`${number} ${title}`)) === true
}

/** An hour that the sentence of the secretariat leaves out was not said. */
function nextSaid({ next }: MeetingFacts, words = ''): MeetingFacts['next'] {
  if (next === null || words === '') return null
  const { startTime } = next
  const isSaid =
    startTime !== null && new RegExp(`(?<!\\d)${formatTime(startTime)}(?!\\s?\\d)`, 'u').test(words)
  return { ...next, startTime: isSaid ? startTime : null }
}

/** Number and title alone; the number says under which others it stands. */
function listed({ number, kind, title, depth }: ItemFacts, all: readonly ItemFacts[]): ItemFacts {
  expect((number !== '') === (kind === 'item'))
  const above = all.filter((other) => other.number !== '' && number.startsWith(`${other.number}.`))
  expect(number === '' || depth === above.length + 1)
  return { number, kind, title, depth, ...listedAlone }
}
