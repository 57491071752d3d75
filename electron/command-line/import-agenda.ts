// A file into a new meeting, or beside the agenda of one: what differs and nobody wrote by hand, nothing withdrawn,
// nothing twice.

import { AppError } from '../contract/errors.ts'
import type { JoinedItem } from '../contract/imports.ts'
import type { Output } from '../contract/index.ts'
import type { Draft } from '../domain/agenda/draft.ts'
import {
  changesOf,
  goneItems,
  isAsked,
  linesOf,
  movedLines,
  type ReimportField,
} from '../domain/agenda/reimport.ts'
import { quoted } from '../domain/text/french.ts'
import { plural } from '../domain/text/plural.ts'
import type { Command } from './arguments.ts'
import { readDraft } from './read-draft.ts'
import { withSession } from './session.ts'

/** Under this confidence a line needs a yes. */
const SURE = 0.9

const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

export async function importAgenda(command: Command): Promise<number> {
  const { words, data, meeting: meetingId, acceptUncertain, replaceEdits, json } = command
  const { draft, fileName } = await readDraft(words[0] ?? '')
  for (const warning of draft.warnings) say(warning.message)
  const tell = (answer: Record<string, unknown>, sentence: string) => {
    if (json) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
    else say(sentence)
  }
  const uncertain = draft.items.filter((item) => item.source.confidence < SURE).map(({ title }) => title)
  return withSession(data, async ({ call }) => {
    if (meetingId === '') {
      if (uncertain.length > 0 && !acceptUncertain) return refused(uncertain)
      const view = await call('imports.apply', { fileName, items: draft.items, target: newMeeting(draft) })
      const many = view.items.length
      tell(
        { meetingId: view.meetingId, items: many },
        `${plural(many, 'point importé', 'points importés')} dans la séance ${view.meetingId}.`,
      )
      return 0
    }
    const compared = await call('imports.compare', { meetingId, items: draft.items })
    const found = differences(draft, compared, replaceEdits)
    const { kept } = found
    if (!acceptUncertain && (found.asked.length > 0 || (found.many > 0 && uncertain.length > 0)))
      return refused([...new Set([...found.asked, ...uncertain])])
    for (const title of found.gone) say(`Absent du fichier, gardé : ${title}`)
    for (const one of kept) say(keptSentence(one))
    if (kept.length > 0)
      say('Ce qui a été modifié à la main est gardé. Ajouter --replace-edits pour suivre le fichier.')
    // Left as they were: the file is not taken in whole.
    const status = kept.length > 0 ? 1 : 0
    if (found.many === 0) {
      const answer = { meetingId, items: compared.agenda.length, changed: 0, kept }
      tell(answer, kept.length > 0 ? 'Rien d’autre dans ce fichier.' : 'Rien de nouveau dans ce fichier.')
      return status
    }
    const view = await call('imports.apply', {
      fileName,
      items: draft.items,
      target: { type: 'existing', meetingId, joined: found.joined },
    })
    tell(
      { meetingId, items: view.items.length, changed: found.many, kept },
      `${plural(found.many, 'différence reprise', 'différences reprises')} dans la séance ${meetingId}.`,
    )
    return status
  })
}

/** A field of an item that the file says otherwise, and that stays as somebody wrote it. */
type Kept = { title: string; field: ReimportField; present: Value; file: Value }
type Value = string | number | null

const fieldNames: Readonly<Record<ReimportField, string>> = {
  title: 'intitulé',
  kind: 'sorte',
  nature: 'nature',
  durationMinutes: 'durée',
  fixedStart: 'heure fixe',
  presenter: 'présenté par',
  organisation: 'organisme',
  requester: 'demandé par',
  note: 'note interne',
  place: 'place dans l’ordre du jour',
}

function keptSentence({ title, field, present, file }: Kept): string {
  const values = field === 'place' ? '' : ` : ${present ?? 'rien'} (fichier : ${file ?? 'rien'})`
  return `Modifié à la main, gardé : ${quoted(title)}, ${fieldNames[field]}${values}`
}

function refused(titles: readonly string[]): number {
  for (const title of titles) say(`À vérifier : ${title}`)
  say('Rien n’a été importé. Ajouter --accept-uncertain pour importer ces points tels quels.')
  return 1
}

/** The differences of the file; for an item told by its place only, the line is a new one. */
function differences(draft: Draft, compared: Output<'imports.compare'>, replacesEdits: boolean) {
  const lines = linesOf(draft.items)
  const matches = new Map(
    compared.matches.filter(({ likeness }) => likeness !== 'faint').map((match) => [match.at, match]),
  )
  const itemOf = new Map([...matches].map(([at, { itemId }]) => [at, itemId]))
  const byId = new Map(compared.agenda.map((item) => [item.id, item]))
  const names = new Map(compared.names.map((name) => [`${name.presenter}|${name.organisation}`, name]))
  // A file that lists some of the items says nothing of where they stand.
  const isPlaced = draft.isPartial !== true
  const moved = isPlaced ? movedLines(lines, itemOf, compared.agenda) : new Set<number>()
  const joined: JoinedItem[] = []
  const kept: Kept[] = []
  let many = lines.length - matches.size
  for (const { key: at, said } of lines) {
    const item = byId.get(itemOf.get(at) ?? '')
    if (item === undefined) continue
    const name = names.get(`${said.presenter ?? ''}|${said.organisation ?? ''}`)
    const known = {
      presenterId: name?.person?.id ?? null,
      organisationId: name?.organisationEntry?.id ?? null,
    }
    const byHand = new Set(replacesEdits ? [] : matches.get(at)?.byHand)
    const { id, version, title } = item
    const fields: ReimportField[] = []
    for (const { field, before, after } of changesOf(said, item, known))
      if (byHand.has(field)) kept.push({ title, field, present: before, file: after })
      else fields.push(field)
    const staysHere = moved.has(at) && byHand.has('place')
    if (staysHere) kept.push({ title, field: 'place', present: null, file: null })
    if (fields.length > 0 || (moved.has(at) && !staysHere)) many += 1
    joined.push({ at, item: { id, version }, fields: staysHere || !isPlaced ? fields : [...fields, 'place'] })
  }
  return {
    joined,
    kept,
    many,
    asked: compared.matches
      .filter(({ likeness }) => isAsked(likeness))
      .map(({ at }) => lines[at]?.said.title ?? ''),
    gone: isPlaced ? goneItems(itemOf.values(), compared.agenda).map(({ title }) => title) : [],
  }
}

/** The meeting a draft speaks of; without a whole date nothing is invented. */
function newMeeting({ meeting }: Draft) {
  const { date, title, startTime, endTime, place, videoLink } = meeting
  if (date === null || date.startsWith('-')) throw new AppError('invalid-input', { field: 'date' })
  return {
    type: 'new' as const,
    fields: {
      date,
      title: title ?? '',
      ...(startTime === null ? {} : { startTime, endTime }),
      place: place ?? '',
      videoLink: videoLink ?? '',
    },
  }
}
