// Where the words of each kind come from, in SQL that both engines understand: `fold` and `rich_words` are given to each.
import type { SearchedKind } from './kinds.ts'

export type Source = {
  kind: SearchedKind
  table: string
  /** SQL over the alias of a row (`NEW`), each giving text or null. */
  meeting: string
  item: string
  date: string
  title: string
  body: string
  /** What it is found by and that is not shown. */
  also?: string
}

const meetingDate = (row: string) => `(SELECT date FROM meeting WHERE id = ${row}.meeting_id)`
/** A person is found by the organisation too. */
const personBody = (row: string, organisation: string) =>
  `trim(${row}.job_title || ' ' || ${row}.other_names || ' ' || coalesce(${organisation}, ''))`
/** Names that an organisation bore. */
const formerNames = (id: string) =>
  `(SELECT group_concat(name || ' ' || acronym, ' ') FROM organisation_name WHERE organisation_id = ${id})`
/** What was decided or given to do is found as such. */
const spoken = (text: string) =>
  `CASE WHEN NEW.state = 'kept' AND NEW.kind NOT IN ('decision', 'action') THEN ${text} ELSE '' END`
/** What people say of a stance; the migration 0040 holds the same words. */
const stanceWords = `CASE NEW.stance
  WHEN 'favorable' THEN 'favorable accord' WHEN 'reserves' THEN 'réserves réservé'
  WHEN 'defavorable' THEN 'défavorable contre opposé' WHEN 'reservee' THEN 'position réservée'
  ELSE 'sans avis' END`
const sectionMeeting = '(SELECT meeting_id FROM minutes WHERE id = NEW.minutes_id)'

/** What can be found, and where its words come from. */
export const sources: readonly Source[] = [
  {
    kind: 'meeting',
    table: 'meeting',
    meeting: 'NEW.id',
    item: 'NULL',
    date: 'NEW.date',
    title: 'NEW.title',
    body: `NEW.place || ' ' || NEW.chair || ' ' || NEW.secretary`,
  },
  {
    kind: 'item',
    table: 'agenda_item',
    meeting: 'NEW.meeting_id',
    item: 'NEW.id',
    date: meetingDate('NEW'),
    title: 'NEW.title',
    body: `NEW.presenter || ' ' || NEW.organisation || ' ' || NEW.note`,
  },
  {
    kind: 'section',
    table: 'minutes_section',
    meeting: sectionMeeting,
    item: 'NEW.item_id',
    date: `(SELECT date FROM meeting WHERE id = ${sectionMeeting})`,
    title: '(SELECT title FROM agenda_item WHERE id = NEW.item_id)',
    body: `rich_words(NEW.presentation) || '\n' || rich_words(NEW.exchanges) || '\n' || NEW.outcome_sentence`,
  },
  {
    kind: 'decision',
    table: 'decision',
    meeting: 'NEW.meeting_id',
    item: 'NEW.item_id',
    date: meetingDate('NEW'),
    title: 'NEW.text',
    body: `''`,
  },
  {
    kind: 'action',
    table: 'action',
    meeting: 'NEW.meeting_id',
    item: 'NEW.item_id',
    date: meetingDate('NEW'),
    title: 'NEW.text',
    body: `NEW.owner || ' ' || NEW.organisation`,
  },
  {
    kind: 'document',
    table: 'taken_file',
    meeting: 'NEW.meeting_id',
    item: 'NULL',
    date: meetingDate('NEW'),
    title: `(SELECT coalesce(nullif(title, ''), file_name) FROM attachment WHERE id = NEW.id)`,
    body: 'NEW.text',
  },
  {
    kind: 'project',
    table: 'project',
    meeting: 'NULL',
    item: 'NULL',
    date: 'NULL',
    title: 'NEW.title',
    body: `NEW.project_owner || ' ' || NEW.organisation || ' ' || NEW.purpose`,
  },
  {
    kind: 'watch',
    table: 'watch_item',
    meeting: 'NULL',
    item: 'NULL',
    date: 'NEW.published_on',
    title: 'NEW.title',
    body: `NEW.number || ' ' || NEW.nor || ' ' || NEW.ministry || ' ' || NEW.consequences || ' ' || NEW.purpose || ' ' || NEW.notice`,
    // The figures of a NOR are typed without its letters.
    also: `NEW.nature || ' ' || substr(NEW.nor, 5, 7)`,
  },
  {
    kind: 'subject',
    table: 'subject',
    meeting: 'NULL',
    item: 'NULL',
    date: 'NEW.received_on',
    title: 'NEW.title',
    body: `NEW.requester || ' ' || NEW.organisation || ' ' || NEW.text || ' ' || NEW.note`,
  },
  {
    kind: 'person',
    table: 'person',
    meeting: 'NULL',
    item: 'NULL',
    date: 'NULL',
    title: `trim(NEW.given_name || ' ' || NEW.family_name)`,
    body: personBody(
      'NEW',
      `(SELECT acronym || ' ' || name FROM organisation WHERE id = NEW.organisation_id)`,
    ),
    also: `NEW.email || ' ' || NEW.phone`,
  },
  {
    kind: 'organisation',
    table: 'organisation',
    meeting: 'NULL',
    item: 'NULL',
    date: 'NULL',
    title: `NEW.name || CASE WHEN NEW.acronym IN ('', NEW.name) THEN '' ELSE ' (' || NEW.acronym || ')' END`,
    body: `''`,
    also: formerNames('NEW.id'),
  },
  {
    kind: 'position',
    table: 'item_position',
    meeting: 'NEW.meeting_id',
    item: 'NEW.item_id',
    date: meetingDate('NEW'),
    title: 'NEW.organisation',
    body: 'NEW.words',
    also: stanceWords,
  },
  {
    kind: 'line',
    table: 'session_line',
    meeting: 'NEW.meeting_id',
    item: 'NEW.item_id',
    date: meetingDate('NEW'),
    title: spoken(`trim(NEW.speaker || ' ' || NEW.organisation)`),
    body: spoken('NEW.text'),
  },
  {
    kind: 'attachment',
    table: 'attachment',
    meeting: 'NEW.meeting_id',
    item: 'NEW.item_id',
    date: meetingDate('NEW'),
    // What replaced a file is found instead of it.
    title: `CASE WHEN NEW.replaced_by IS NULL THEN coalesce(nullif(NEW.title, ''), NEW.file_name) ELSE '' END`,
    body: `CASE WHEN NEW.replaced_by IS NULL THEN NEW.file_name ELSE '' END`,
  },
]

const namedPerson = `(SELECT ${personBody('p', `NEW.acronym || ' ' || NEW.name`)} FROM person AS p WHERE p.id = entity_id)`

/** Values that texts take from rows of another table. */
export type Followed = {
  table: string
  columns: readonly string[]
  /** Its rows change those texts by coming and going too. */
  comesAndGoes?: boolean
  kinds: readonly SearchedKind[]
  where: string
  values: Readonly<Record<string, string>>
}

export const followed: readonly Followed[] = [
  {
    table: 'meeting',
    columns: ['date'],
    kinds: ['item', 'section', 'decision', 'action', 'document', 'position', 'line', 'attachment'],
    where: 'meeting_id = NEW.id',
    values: { date: 'NEW.date' },
  },
  {
    table: 'agenda_item',
    columns: ['title'],
    kinds: ['section'],
    where: 'meeting_id = NEW.meeting_id AND item_id = NEW.id',
    values: { title: 'NEW.title', folded_title: 'fold(NEW.title)' },
  },
  {
    table: 'organisation',
    columns: ['name', 'acronym'],
    kinds: ['person'],
    where: 'entity_id IN (SELECT id FROM person WHERE organisation_id = NEW.id)',
    values: {
      body: namedPerson,
      folded_body: `fold(${namedPerson} || ' ' || (SELECT email || ' ' || phone FROM person WHERE id = entity_id))`,
    },
  },
  {
    table: 'organisation_name',
    columns: ['name', 'acronym'],
    comesAndGoes: true,
    kinds: ['organisation'],
    where: 'entity_id = NEW.organisation_id',
    values: { folded_body: `fold(coalesce(${formerNames('entity_id')}, ''))` },
  },
]

/** By column of the search, the SQL of its value. */
export function valuesOf({
  meeting,
  item,
  date,
  title,
  body,
  also,
}: Source): Readonly<Record<string, string>> {
  const shown = `coalesce(${title}, '')`
  return {
    meeting_id: meeting,
    item_id: item,
    date,
    title: shown,
    body,
    folded_title: `fold(${shown})`,
    folded_body: `fold(${also === undefined ? body : `${body} || ' ' || coalesce(${also}, '')`})`,
  }
}

/** Columns of the row itself that some SQL takes. */
export function columnsIn(expression: string): string[] {
  return [...new Set([...expression.matchAll(/\bNEW\.(\w+)/g)].flatMap(([, column]) => column ?? []))]
}

export function assigned(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([column, value]) => `${column} = ${value}`)
    .join(', ')
}
