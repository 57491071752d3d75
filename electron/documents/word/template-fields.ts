// What a document says in each field of a template.
import { blockFields, lineFields } from '../../domain/documents/word-template.ts'
import type { DocumentModel } from '../model.ts'
import { agendaItems } from '../paper/agenda.ts'
import { joinedWords } from '../paper/joined-words.ts'
import { minutesParts } from '../paper/minutes.ts'
import { heading, type PaperBlock } from '../paper/paper.ts'
import { wellFormed } from '../paper/well-formed.ts'
import { meetingText } from '../text/meeting.ts'

type LineField = (typeof lineFields)[number]
type BlockField = (typeof blockFields)[number]
export const isLine = (name: string): name is LineField => (lineFields as readonly string[]).includes(name)
export const isBlocks = (name: string): name is BlockField =>
  (blockFields as readonly string[]).includes(name)

/** Whether it is a draft, an example, another version; empty when it is none. */
export const stateOf = ({ head }: DocumentModel) =>
  [head.mention, head.sampleMark].filter((part) => part !== '').join(' · ')

export function wordsOf(model: DocumentModel): Record<LineField, string> {
  const { head } = model
  const facts = 'facts' in model ? model.facts : []
  const said = (label: string) => facts.find((row) => row.label === label)?.value ?? ''
  return joinedWords(
    wellFormed({
      instance: head.bodyName,
      emetteur: head.issuer,
      titre: head.title,
      'sous-titre': head.subtitle,
      reference: head.reference,
      etat: stateOf(model),
      objet: said(meetingText.subject),
      date: said(meetingText.date),
      lieu: said(meetingText.place),
      modalite: said(meetingText.mode),
      presidence: said(meetingText.chair),
      secretariat: said(meetingText.secretary),
    }),
    model,
  )
}

export function blocksOf(
  model: DocumentModel,
  all: readonly PaperBlock[],
): Record<BlockField, readonly PaperBlock[]> {
  const parts = model.kind === 'minutes' ? minutesParts(model) : []
  const items = model.kind === 'agenda' ? agendaItems(model) : []
  const closing = parts.findLastIndex(({ part }) => part === 'passage')
  const of = (...names: string[]) => parts.flatMap(({ part, blocks }) => (names.includes(part) ? blocks : []))
  return joinedWords(
    wellFormed({
      participants: of('attendance'),
      'ordre-du-jour': model.kind === 'agenda' ? [heading(1, model.heading), ...items] : of('agenda'),
      ouverture: parts.flatMap(({ part, blocks }, at) =>
        part === 'passage' && at !== closing ? blocks : [],
      ),
      points: [...of('section', 'note'), ...items],
      prochaine: of('next'),
      cloture: parts[closing]?.blocks ?? [],
      releve: of('record'),
      suivi: of('followUp'),
      approbation: of('approval'),
      signatures: of('signatures'),
      tout: all,
    }),
    model,
  )
}

/** The model without what a template of minutes does not print: nothing is carried that its pages do not say. */
export function asFilled(model: DocumentModel, known: readonly string[]): DocumentModel {
  const has = (field: BlockField) => known.includes(field) || known.includes('tout')
  if (model.kind !== 'minutes' || model.carries === null) return model
  const { carries } = model
  return {
    ...model,
    attendance: has('participants') ? model.attendance : null,
    agenda: has('ordre-du-jour') ? model.agenda : null,
    opening: has('ouverture') ? model.opening : null,
    record: has('releve') ? model.record : null,
    next: has('prochaine') ? model.next : null,
    followUp: has('suivi') ? model.followUp : null,
    approval: has('approbation') ? model.approval : null,
    signatures: has('signatures') ? model.signatures : null,
    carries: {
      ...carries,
      people: has('participants') ? carries.people : [],
      next: has('prochaine') ? carries.next : null,
    },
  }
}
