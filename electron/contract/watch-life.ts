import { z } from 'zod'
import { CivilDate, Id, Line, Version } from '../domain/ids.ts'
import { Hearing } from '../domain/projects/project.ts'
import { ItemPosition } from '../domain/session/session.ts'
import { MatchProposal } from '../domain/watch/match.ts'
import {
  ConsultationFields,
  DeadlineFields,
  LinkKind,
  TextConsultation,
  TextDeadline,
  TextLink,
} from '../domain/watch/text-life.ts'
import { WatchItem } from '../domain/watch/watch.ts'
import { read, write } from './method.ts'
import { DueSpan, WatchRow } from './watch.ts'

/** Another followed text, as a link names it. */
export const NamedText = WatchItem.pick({
  id: true,
  version: true,
  title: true,
  status: true,
  publishedOn: true,
})
export type NamedText = z.infer<typeof NamedText>

/** One appearance on an agenda, with what each organisation said of the item. */
export const Passage = Hearing.extend({ positions: z.array(ItemPosition) })
export type Passage = z.infer<typeof Passage>

export const TextLife = z.strictObject({
  item: WatchRow,
  /** Soonest first, undated ones last. */
  deadlines: z.array(TextDeadline),
  consultations: z.array(TextConsultation),
  /** Its effects on others; `text` null: outside the watch. */
  links: z.array(z.strictObject({ link: TextLink, text: NamedText.nullable() })),
  /** The effects of others on it. */
  linkedFrom: z.array(z.strictObject({ kind: LinkKind, text: NamedText })),
  /** Oldest first. */
  passages: z.array(Passage),
  /** Other followed texts under one of its identifiers: a reused NOR, one ELI for two, or the same text twice. */
  namesakes: z.array(z.strictObject({ key: z.string(), text: NamedText })),
  /** Of a text that is out, drafts that it may be the publication of; of a draft, texts that may have published it. */
  matches: z.array(MatchProposal),
})
export type TextLife = z.infer<typeof TextLife>

/** Something that is due for somebody. */
export const DueText = z.strictObject({
  watchItemId: Id,
  /** Of a deadline by public; null: a date of the text itself. */
  deadlineId: Id.nullable(),
  title: Line,
  shortTitle: Line,
  date: CivilDate,
  what: z.enum(['inForce', 'applies', 'deadline']),
  audience: Line,
  threshold: Line,
  label: Line,
})
export type DueText = z.infer<typeof DueText>

const target = z.strictObject({ id: Id, version: Version })
const ofText = { id: Id, watchItemId: Id }

const period = { from: CivilDate, to: CivilDate }

export const watchLife = {
  /**
   * Hangs what a bulletin of the period says came out, is to be presented, or is followed and due, on the item of a meeting where the watch is gone
   * through; `itemId` names that item when the agenda has none. `state-refuses` once the meeting is over.
   */
  'watch.fillAgenda': write('textes du bulletin inscrits à la veille d’une séance', () => [
    z.strictObject({ ...period, meetingId: Id, itemId: Id }),
    z.strictObject({ itemId: Id, added: z.int() }),
  ]),
  'watch.life': read(() => [z.strictObject({ id: Id }), TextLife]),
  /** What the words of its notice say of its entry into force: proposed, never filled in. */
  'watch.saidDates': read(() => [
    z.strictObject({ id: Id }),
    z.strictObject({
      inForce: z.strictObject({ date: CivilDate, rule: z.enum(['dayAfter', 'dated']) }).nullable(),
      deadlines: z.array(DeadlineFields),
    }),
  ]),
  /** Soonest first, of texts that are followed and not repealed; `undated`: how many deadlines wait for their date. */
  'watch.due': read(() => [
    z.strictObject({ span: DueSpan }),
    z.strictObject({ rows: z.array(DueText), undated: z.int(), from: CivilDate, to: CivilDate }),
  ]),
  'watch.addDeadline': write('ajout d’une échéance à un texte', () => [
    z.strictObject({ ...ofText, fields: DeadlineFields }),
    TextLife,
  ]),
  'watch.updateDeadline': write('modification d’une échéance d’un texte', () => [
    target.extend({ patch: DeadlineFields.partial() }),
    TextLife,
  ]),
  'watch.removeDeadline': write('retrait d’une échéance d’un texte', () => [target, TextLife]),
  'watch.addConsultation': write('ajout d’une consultation sur un texte', () => [
    z.strictObject({ ...ofText, fields: ConsultationFields }),
    TextLife,
  ]),
  'watch.updateConsultation': write('modification d’une consultation sur un texte', () => [
    target.extend({ patch: ConsultationFields.partial() }),
    TextLife,
  ]),
  'watch.removeConsultation': write('retrait d’une consultation sur un texte', () => [target, TextLife]),
  /** To a followed text, or to one outside by its citation; a citation of a followed text links to it. */
  'watch.addLink': write('lien entre textes', () => [
    z.strictObject({
      ...ofText,
      kind: LinkKind,
      to: z.union([z.strictObject({ targetId: Id }), z.strictObject({ citation: Line.min(1) })]),
    }),
    TextLife,
  ]),
  'watch.removeLink': write('retrait d’un lien entre textes', () => [target, TextLife]),
  /**
   * Two rows are one text: `joined` goes into `kept`, whose id, history and passages stay; what is known of the one that is
   * out goes before what is known of the draft. Undone in one step.
   */
  'watch.match': write('rapprochement de deux textes suivis', () => [
    z.strictObject({ kept: target, joined: target }),
    TextLife,
  ]),
}
