// The sentences of the history hold French, whatever a column holds.
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { tableShapes } from '../../electron/db/merge/shape.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import { Subject } from '../../electron/domain/agenda/subject.ts'
import { AgendaTemplateLine } from '../../electron/domain/agenda/version.ts'
import { Attendee } from '../../electron/domain/attendance/attendance.ts'
import { Reply } from '../../electron/domain/attendance/reply.ts'
import { Dispatch, DispatchDocument, Recipient } from '../../electron/domain/dispatch/dispatch.ts'
import { Attachment } from '../../electron/domain/documents/attachment.ts'
import { BackPlanLine, MeetingTask } from '../../electron/domain/meetings/back-planning.ts'
import { Meeting } from '../../electron/domain/meetings/meeting.ts'
import { Action } from '../../electron/domain/minutes/action.ts'
import { DecisionFollowUp } from '../../electron/domain/minutes/decision.ts'
import { Minutes, MinutesSection } from '../../electron/domain/minutes/minutes.ts'
import { Observation } from '../../electron/domain/minutes/observation.ts'
import { MinutesVersion } from '../../electron/domain/minutes/version.ts'
import { Project } from '../../electron/domain/projects/project.ts'
import { ItemPosition, SessionLine } from '../../electron/domain/session/session.ts'
import { TextConsultation, TextDeadline, TextLink } from '../../electron/domain/watch/text-life.ts'
import { WatchItem } from '../../electron/domain/watch/watch.ts'
import { fieldWords } from '../../renderer/text/field-words.ts'
import { changedField, historySentence, theField } from '../../renderer/text/history-words.ts'

const db = new Database(':memory:', nativeOptions())
migrate(db)
const shapes = tableShapes(db)
afterAll(() => db.close())

const isSaid = (column: string) => fieldWords(column) !== fieldWords('')

/** What the line of a change of one field says of its new value. */
function said(table: string, field: string, after: string): string {
  return changedField(table, { field, before: '', after }).split(' → ')[1] ?? ''
}

/** Those whose codes no constraint of the database lists. */
const domain: Readonly<Record<string, z.ZodObject>> = {
  action: Action,
  agenda_item: AgendaItem,
  agenda_template_line: AgendaTemplateLine,
  attachment: Attachment,
  attendee: Attendee,
  back_plan_line: BackPlanLine,
  decision_follow_up: DecisionFollowUp,
  dispatch: Dispatch,
  dispatch_document: DispatchDocument,
  dispatch_recipient: Recipient,
  item_position: ItemPosition,
  meeting: Meeting,
  meeting_task: MeetingTask,
  minutes: Minutes,
  minutes_section: MinutesSection,
  minutes_version: MinutesVersion,
  observation: Observation,
  project: Project,
  reply: Reply,
  session_line: SessionLine,
  subject: Subject,
  text_consultation: TextConsultation,
  text_deadline: TextDeadline,
  text_link: TextLink,
  watch_item: WatchItem,
}

const innermost = (type: unknown): unknown =>
  type instanceof z.ZodNullable || type instanceof z.ZodOptional || type instanceof z.ZodDefault
    ? innermost(type.unwrap())
    : type

function codes(): [string, string, string][] {
  const found = new Map<string, [string, string, string]>()
  const add = (table: string, column: string, code: string) => {
    if (isSaid(column) && code !== '') found.set(`${table} ${column} ${code}`, [table, column, code])
  }
  const sql = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck()
  for (const { name } of shapes)
    for (const [, column = '', list = ''] of String(sql.get(name)).matchAll(/CHECK \((\w+) IN \(([^)]*)\)/gu))
      for (const code of list.split(',')) add(name, column, code.trim().replaceAll("'", ''))
  for (const [table, shape] of Object.entries(domain))
    for (const [field, type] of Object.entries(shape.shape)) {
      const column = field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
      const of = innermost(type)
      if (of instanceof z.ZodEnum) for (const code of of.options) add(table, column, String(code))
      if (of instanceof z.ZodBoolean) for (const code of ['0', '1']) add(table, column, code)
    }
  return [...found.values()]
}

/** Codes that are the French word. */
const french = new Set(
  [
    'séance réunion décisions conclusions approbation information avis concertation visio audio absent note action',
    'intervention question favorable consultation commune programme public notes convocation hybride loi ordonnance',
    'circulaire autre',
  ]
    .join(' ')
    .split(' '),
)

describe('a coded value', () => {
  it('is one of very many', () => expect(codes().length).toBeGreaterThan(150))

  it.each(codes())('%s.%s %s is said in words', (table, column, code) => {
    const words = said(table, column, code)
    expect(words).not.toBe('')
    if (!french.has(code)) expect(words).not.toBe(code)
    expect(words.charAt(0) === words.charAt(0).toLowerCase() || /^(?:CNIL|Conseil )/u.test(words)).toBe(true)
  })

  it('keeps the capitals of an acronym and of a name, and says yes and no', () => {
    expect(said('text_consultation', 'authority', 'cnil')).toBe('CNIL')
    expect(said('text_consultation', 'authority', 'conseilEtat')).toBe('Conseil d’État')
    expect(said('attachment', 'tabled', '1')).toBe('oui')
    expect(said('attachment', 'tabled', '0')).toBe('non')
  })

  it('that is an instant is said as a day and an hour', () =>
    expect(said('attendee', 'arrived_at', '2026-01-20T09:00:00.000Z').replace(/\u00a0/gu, ' ')).toMatch(
      /^mardi 20 janvier 2026, \d+ h/u,
    ))
})

const masculine = new Set(
  [
    'nom sigle numéro début lieu lien secrétariat rang point type demandeur texte responsable téléphone prénom',
    'rôle commentaire programme délai passage nombre coût gain motif mode moment document public verrou collège',
    'contact contenu titre décompte sort suivi pied libellé départ mot ministère projet porteur quorum volet',
    'calendrier signataire thème seuil siège service',
  ]
    .join(' ')
    .split(' '),
)

describe('the article of a field', () => {
  const fields = [...new Set(shapes.flatMap(({ columns }) => columns))].filter(isSaid)

  it.each(fields)('of %s is that of its noun', (field) => {
    const words = theField(field)
    const [, article, noun = ''] = /^(le|la) ([^ ]+)/u.exec(words) ?? []
    if (article === undefined) expect(words).toMatch(/^(?:l’[aeiouyéèêh]|les [^ ]+s(?: |$))/u)
    else if (article === 'le') expect([...masculine]).toContain(noun)
    else expect(masculine.has(noun)).toBe(false)
  })

  it.each([
    ['note', 'la note'],
    ['recommendation_id', 'la recommandation'],
    ['raw', 'la ligne notée'],
    ['from_value', 'la valeur d’avant'],
  ])('%s is said as « %s »', (field, words) => expect(theField(field)).toBe(words))
})

it('puts into the bin and takes out of it in words that people use', () => {
  const lead = (before: string, after: string) => {
    const rows = [
      {
        ...{
          table: 'meeting',
          id: 'x',
          name: '2026-12-10',
          isNamed: true,
          within: '',
          change: 'changed' as const,
        },
        fields: [{ field: 'deleted_at', before, after }],
        known: {},
      },
    ]
    return historySentence({
      ...{ seq: 1, at: '2026-11-24T09:00:00.000Z', who: 'Léa', method: 'x', label: 'x', meetingId: null },
      ...{ state: 'done', meeting: null, rowCount: 1, parts: [], rows },
    }).lead
  }
  expect(lead('', '2026-11-24T09:00:00.000Z')).toBe('Léa a mis à la corbeille')
  expect(lead('2026-11-24T09:00:00.000Z', '')).toBe('Léa a sorti de la corbeille')
})
