import { z } from 'zod'
import type { Attachment } from '../../domain/documents/attachment.ts'
import type { DocumentLook } from '../../domain/documents/document-style.ts'
import { createdOn } from '../../domain/ids.ts'
import type { Body } from '../../domain/meetings/body.ts'
import { isAhead, isOpened } from '../../domain/meetings/opened.ts'
import type { Project, ProjectAudience, ProjectStep } from '../../domain/projects/project.ts'
import type { ReferenceKind } from '../../domain/projects/project-reference.ts'
import { projectStageWords } from '../../domain/projects/project-words.ts'
import { formatNarrowDate, withCapital } from '../../domain/text/french.ts'
import type { WatchItem } from '../../domain/watch/watch.ts'
import {
  acronymOf,
  DocumentHead,
  fact,
  headOf,
  momentOf,
  PlainTable,
  Row,
  shortened,
  typed,
} from '../head.ts'
import { paperText } from '../text/head.ts'
import { minutesText } from '../text/minutes.ts'
import { projectSheetText as text } from '../text/project-sheet.ts'
import { sourceOf, watchName } from '../watch-name.ts'
import { type HeardItem, HearingModel, hearingName, hearingOf } from './hearing.ts'
import { partsOf } from './parts.ts'

export const ProjectSheetModel = z.strictObject({
  kind: z.literal('projectSheet'),
  head: DocumentHead,
  facts: z.array(Row).min(1),
  /** Only those that somebody wrote. */
  parts: z.array(z.strictObject({ heading: z.string(), lines: z.array(z.string()).min(1) })),
  /** Said under its heading when no part was written; null otherwise. */
  nothing: z.strictObject({ heading: z.string(), sentence: z.string() }).nullable(),
  hearings: z.strictObject({
    heading: z.string(),
    /** Said when there is none; empty otherwise. */
    empty: z.string(),
    /** Newest first. */
    list: z.array(HearingModel),
  }),
  watch: z
    .strictObject({
      heading: z.string(),
      columns: z.array(z.string()).length(4),
      rows: z.array(
        z.strictObject({
          name: z.string(),
          href: z.string().nullable(),
          dates: z.array(z.string()).length(3),
        }),
      ),
    })
    .nullable(),
  documents: z.strictObject({ heading: z.string(), table: PlainTable }).nullable(),
})
export type ProjectSheetModel = z.infer<typeof ProjectSheetModel>

/** Everything a fiche is made of. */
export type ProjectFile = {
  body: Body
  /** How documents of the fiche's day look (`projectDay`). */
  look: DocumentLook
  project: Project
  /** Programme, axis and recommendation as people name them; empty ones are left out. */
  sortedBy: Readonly<Record<ReferenceKind, string>>
  steps: readonly ProjectStep[]
  audiences: readonly ProjectAudience[]
  heard: readonly HeardItem[]
  /** Texts of the same items, each once. */
  watchItems: readonly WatchItem[]
  /** Current documents of its own and of the same items, those that members may have. */
  attachments: readonly Attachment[]
}

/** The day a fiche is dated of: the last meeting that heard of it, else its creation; never that of making it. */
export function projectDay(
  project: Pick<Project, 'id'>,
  heard: readonly { meeting: Pick<HeardItem['meeting'], 'date' | 'state'> }[],
): string {
  const days = heard.filter(tookPlace).map(({ meeting }) => meeting.date)
  return days.sort().at(-1) ?? createdOn(project.id)
}

function tookPlace({ meeting: { state } }: { meeting: Pick<HeardItem['meeting'], 'state'> }): boolean {
  return isOpened(state)
}

export function projectSheetModel(file: ProjectFile): ProjectSheetModel {
  const { body, project } = file
  const word = body.meetingWord
  const heard = [...file.heard].sort(
    (a, b) => b.meeting.date.localeCompare(a.meeting.date) || a.item.id.localeCompare(b.item.id),
  )
  const last = heard.find(({ isHeard }) => isHeard)
  const next = heard.findLast(({ meeting }) => isAhead(meeting))
  const parts = partsOf(file)
  return {
    kind: 'projectSheet',
    head: sheetHead(file),
    facts: [
      ...fact(text.owner, typed(project.projectOwner)),
      ...fact(text.organisation, typed(project.organisation)),
      ...fact(text.stage, projectStageWords[project.stage]),
      ...fact(text.sortedBy.programme, typed(file.sortedBy.programme)),
      ...fact(text.sortedBy.axis, typed(file.sortedBy.axis)),
      ...fact(text.sortedBy.recommendation, typed(file.sortedBy.recommendation)),
      ...fact(text.last, last === undefined ? '' : withCapital(hearingName(last, word))),
      ...fact(text.next, next === undefined ? '' : withCapital(hearingName(next, word))),
    ],
    parts,
    nothing: parts.length === 0 ? { heading: text.emptyHeading, sentence: text.empty } : null,
    hearings: {
      heading: text.hearings,
      empty: heard.length === 0 ? text.neverHeard : '',
      list: heard.map((one) => hearingOf(one, word, file.look.sentences)),
    },
    watch: watchOf(file.watchItems),
    documents: documentsOf(heard, file.attachments, word),
  }
}

function sheetHead({ body, look, project, heard }: ProjectFile): DocumentHead {
  const { title, code } = paperText.projectSheet
  const name = typed(project.title)
  const day = projectDay(project, heard)
  return headOf({ body, look }, 'projectSheet', {
    title: name,
    subtitle: title,
    runningTitle: `${title}\u00a0: ${shortened(name, 60)}`,
    // Several projects are heard on one day.
    reference: `${acronymOf(body)}/${day}-${code}-${project.id.slice(-4).toUpperCase()}`,
    mention: '',
    notice: '',
    metadataTitle: `${title}\u00a0: ${name}, ${typed(body.name)}`,
    keywords: [name],
    date: momentOf(day, '12:00'),
  })
}

function watchOf(items: readonly WatchItem[]): ProjectSheetModel['watch'] {
  if (items.length === 0) return null
  const date = (value: string | null) => (value === null ? text.nothing : formatNarrowDate(value))
  return {
    heading: text.watch,
    columns: [...text.watchColumns],
    rows: [...items].sort(byPublication).map((item) => ({
      name: watchName(item),
      href: sourceOf(item.sourceUrl).href,
      dates: [
        item.publishedOn === null ? minutesText.watchStatuses[item.status] : date(item.publishedOn),
        date(item.inForceOn),
        date(item.appliesOn),
      ],
    })),
  }
}

/** Texts that are not out come last. */
function byPublication(a: WatchItem, b: WatchItem): number {
  return (a.publishedOn ?? '9999').localeCompare(b.publishedOn ?? '9999') || a.id.localeCompare(b.id)
}

function documentsOf(
  heard: readonly HeardItem[],
  attachments: readonly Attachment[],
  word: string,
): ProjectSheetModel['documents'] {
  const named = ({ title, fileName }: Attachment) => typed(title) || fileName
  const own = attachments.filter(({ projectId }) => projectId !== null)
  const rows = [
    ...own.map((one) => [named(one), text.ownDocument]),
    ...heard.flatMap((one) =>
      attachments
        .filter(({ itemId }) => itemId === one.item.id)
        .map((attachment) => [named(attachment), withCapital(hearingName(one, word))]),
    ),
  ]
  return rows.length === 0
    ? null
    : { heading: text.documents, table: { columns: [...text.documentColumns], rows } }
}
