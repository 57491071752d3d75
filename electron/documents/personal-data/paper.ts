import type { Output } from '../../contract/index.ts'
import type { DocumentLook } from '../../domain/documents/document-style.ts'
import type { Body } from '../../domain/meetings/body.ts'
import type { KnownPerson, OlderCopy } from '../../domain/people/personal-data.ts'
import { formatDateWithoutWeekday } from '../../domain/text/french.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import { plainLines } from '../blocks.ts'
import { acronymOf, headOf, momentOf, typed } from '../head.ts'
import { heading, type Paper, paragraph, plainTable } from '../paper/paper.ts'
import { type OwnPaper, paperText } from '../text/head.ts'
import { knownText, registerText } from '../text/personal-data.ts'

type Issued = { body: Body; look: DocumentLook; today: string }

export function registerPaper(issued: Issued, { register }: Output<'personalData.get'>): Paper {
  const text = registerText
  return paper(issued, 'processingRegister', {
    title: text.title,
    subtitle: text.subtitle(typed(issued.body.name)),
    notice: text.basis,
    blocks: register.flatMap(({ title, text: words }) => {
      const lines = plainLines(words)
      return [
        heading(1, title),
        ...(lines.length === 0 ? paragraph(text.nothing, 'empty') : lines.flatMap((line) => paragraph(line))),
      ]
    }),
  })
}

/** @param meetingName how a meeting is called; empty for one that is gone. */
export function knownPaper(
  issued: Issued,
  known: KnownPerson,
  meetingName: (meetingId: string | null) => string,
): Paper {
  const text = knownText
  return paper(issued, 'personFile', {
    title: text.title(known.name),
    subtitle: text.subtitle(formatDateWithoutWeekday(issued.today)),
    notice: '',
    blocks: [
      heading(1, text.rows),
      ...(known.traces.length === 0
        ? paragraph(text.none, 'empty')
        : [
            plainTable(
              text.rows,
              text.columns,
              known.traces.map(({ place, meeting, excerpt, by, fate }) => [
                place,
                meetingName(meeting?.id ?? null),
                excerpt,
                text.by[by],
                text.fates[fate],
              ]),
              [3, 3, 6, 3, 3],
            ),
          ]),
      heading(1, text.journal),
      ...paragraph(text.journalEntries(known.journalEntries)),
      ...paragraph(text.searchTexts(known.searchTexts)),
      heading(1, text.copies),
      ...(known.copies.length === 0
        ? paragraph(text.none, 'empty')
        : [
            plainTable(
              text.copies,
              text.copyColumns,
              known.copies.map((copy) => [
                copyName(copy, meetingName),
                copy.at === null ? '' : dayOf(copy.at),
                untilWords(copy),
              ]),
              [5, 2, 3],
            ),
          ]),
    ],
  })
}

function copyName(copy: OlderCopy, meetingName: (meetingId: string | null) => string): string {
  const kind = knownText.copyKinds[copy.kind]
  if (copy.kind === 'sentMessage') return `${kind}\u00a0: ${copy.title}`
  return copy.kind === 'approvedPaper' ? `${kind}, ${meetingName(copy.meetingId)}` : kind
}

function untilWords(copy: OlderCopy): string {
  if (copy.kind === 'found') return knownText.untilReplaced
  if (copy.kind === 'serverBackups') return knownText.byAdministration
  if (copy.kind !== 'backup' && copy.kind !== 'secondCopy') return knownText.forGood
  return copy.until === null ? knownText.untilReplaced : formatDateWithoutWeekday(copy.until)
}

const dayOf = (instant: string) => formatDateWithoutWeekday(civilDate(new Date(instant)))

function paper(
  { body, look, today }: Issued,
  kind: OwnPaper,
  {
    title,
    subtitle,
    notice,
    blocks,
  }: Record<'title' | 'subtitle' | 'notice', string> & Pick<Paper, 'blocks'>,
): Paper {
  const reference = `${acronymOf(body)}/${today}-${paperText[kind].code}`
  const head = headOf({ body, look: { ...look, logos: [] } }, kind, {
    title,
    subtitle,
    runningTitle: title,
    reference,
    mention: '',
    notice,
    metadataTitle: `${title}, ${typed(body.name)}`,
    keywords: [],
    date: momentOf(today, '12:00'),
  })
  return {
    head,
    front: paragraph(head.issuer === '' ? head.bodyName : head.issuer, 'issuer'),
    blocks: [
      { type: 'title', label: '', text: title },
      ...paragraph(subtitle, 'subtitle'),
      ...paragraph(notice, 'notice'),
      ...blocks,
    ],
  }
}
