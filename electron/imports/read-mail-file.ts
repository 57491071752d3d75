import { AppError } from '../contract/errors.ts'
import type { Draft, DraftItem, DraftSource } from '../domain/agenda/draft.ts'
import { NOTHING_SAID, type Said } from '../domain/agenda/said-lines.ts'
import type { SourceBlock } from '../domain/agenda/source-block.ts'
import { civilDate } from '../domain/time/civil-date.ts'
import { readMailWithHtml } from './mail/read-mail.ts'
import { readHtmlText } from './readers/html.ts'
import { readIcs } from './readers/ics.ts'
import { emptyReading, MAX_BLOCKS, type Reading } from './readers/reading.ts'
import { blocksOfLines } from './readers/text-lines.ts'
import { understand } from './understanding/understand.ts'

/** Documents of one mail that are read: a mail with more is no convocation. */
const MAX_DOCUMENTS = 12

type Part = { reading: Reading; draft: Draft; offset: number }

/**
 * Blocks of the mail then of each document in it, and one draft: that of the part with the most items, completed by the
 * others where it is silent.
 * @param readDocument reads one document of the mail, in parts that are titled; it may refuse
 */
export async function readMailFile(
  bytes: Uint8Array,
  today: string,
  readDocument: (file: {
    fileName: string
    bytes: Uint8Array
  }) => Promise<{ title: string; reading: Reading }[]>,
  said: Said = NOTHING_SAID,
): Promise<{ blocks: SourceBlock[]; draft: Draft }> {
  const { mail, html } = await readMailWithHtml(bytes)
  const blocks: SourceBlock[] = []
  const parts: Part[] = []
  const sentOn = mail.sentAt === null ? null : civilDate(new Date(mail.sentAt))
  const add = (title: string | null, reading: Reading) => {
    if (title !== null && blocks.length < MAX_BLOCKS) blocks.push({ type: 'paragraph', text: title })
    const offset = blocks.length
    const kept = { ...reading, sentOn, blocks: reading.blocks.slice(0, MAX_BLOCKS - offset) }
    blocks.push(...kept.blocks)
    parts.push({
      reading: kept,
      draft: understand(kept, today, false, ofPart(said, offset, kept.blocks.length)),
      offset,
    })
  }
  add(null, bodyOf(mail.subject, mail.text, html))
  if (mail.calendar !== null) {
    const calendar = await readable(() =>
      Promise.resolve(readIcs(new TextEncoder().encode(mail.calendar ?? ''))),
    )
    if (calendar !== null) add('Invitation jointe', calendar)
  }
  for (const { fileName, bytes: document, isInline } of mail.attachments.slice(0, MAX_DOCUMENTS)) {
    if (isInline) continue
    const read = await readable(() => readDocument({ fileName, bytes: document }))
    for (const { title, reading } of read ?? []) add(`Pièce jointe : ${title}`, reading)
  }
  return { blocks, draft: merged(parts) }
}

/** What was said of the lines of one part, counted as its own. */
function ofPart({ lines, agenda }: Said, offset: number, length: number): Said {
  return {
    agenda,
    lines: lines.flatMap((one) =>
      one.block >= offset && one.block < offset + length ? [{ ...one, block: one.block - offset }] : [],
    ),
  }
}

/** The subject says what the mail is about as a title would. */
function bodyOf(subject: string, text: string, html: string): Reading {
  const reading = html === '' ? { ...emptyReading(), blocks: blocksOfLines(text) } : readHtmlText(html)
  if (subject === '') return reading
  const repeated = new Map([...reading.repeated].map(([block, columns]) => [block + 1, columns]))
  return {
    ...reading,
    repeated,
    blocks: [{ type: 'paragraph', text: `Objet : ${subject}` }, ...reading.blocks],
  }
}

/** A document that cannot be read is a document all the same: it stays with the mail, and says nothing here. */
async function readable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function merged(parts: readonly Part[]): Draft {
  const weight = ({ draft }: Part) => countOf(draft.items) * 2 + (draft.kind === 'minutes' ? 1 : 0)
  const [first, ...others] = [...parts].sort((a, b) => weight(b) - weight(a)).map(shifted)
  if (first === undefined) throw new AppError('file-empty')
  const meeting: Record<string, unknown> = { ...first.meeting }
  const meetingSources: Draft['meetingSources'] = { ...first.meetingSources }
  for (const other of others) {
    for (const key of Object.keys(other.meetingSources) as (keyof Draft['meetingSources'])[]) {
      const source = other.meetingSources[key]
      if (meeting[key] !== null || source === undefined) continue
      meeting[key] = other.meeting[key]
      meetingSources[key] = source
    }
  }
  return { ...first, meeting: { ...first.meeting, ...meeting }, meetingSources }
}

function countOf(items: readonly DraftItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countOf(item.children), 0)
}

/** A draft whose sources point into the blocks of the whole mail. */
function shifted({ draft, offset }: Part): Draft {
  const move = (source: DraftSource): DraftSource => ({ ...source, block: source.block + offset })
  const moveItem = (item: DraftItem): DraftItem => ({
    ...item,
    source: move(item.source),
    children: item.children.map(moveItem),
  })
  const meetingSources: Draft['meetingSources'] = {}
  for (const key of Object.keys(draft.meetingSources) as (keyof Draft['meetingSources'])[]) {
    const source = draft.meetingSources[key]
    if (source !== undefined) meetingSources[key] = move(source)
  }
  const moved = <T extends { source: DraftSource }>(facts: readonly T[]) =>
    facts.map((one) => ({ ...one, source: move(one.source) }))
  const { otherItems, nextMeeting } = draft
  return {
    ...draft,
    items: draft.items.map(moveItem),
    ...(otherItems === undefined ? {} : { otherItems: otherItems.map(moveItem) }),
    participants: moved(draft.participants),
    decisions: moved(draft.decisions),
    actions: moved(draft.actions),
    followUp: moved(draft.followUp),
    nextMeeting:
      nextMeeting?.source === undefined ? nextMeeting : { ...nextMeeting, source: move(nextMeeting.source) },
    meetingSources,
  }
}
