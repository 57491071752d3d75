import type { DispatchKind } from '../dispatch/dispatch.ts'

const everywhere = [
  'civilité',
  'instance',
  'séance',
  'titre',
  'date',
  'heure',
  'horaire',
  'lieu',
  'lien',
  'signature',
] as const

export type TemplateField =
  | (typeof everywhere)[number]
  | 'nom'
  | 'ordre du jour'
  | 'point'
  | 'heure du point'
  | 'échéance'
  | 'accord tacite'
  | 'ancienne date'
  | 'motif'
  | 'changements'
  | 'supports attendus'
  | 'actions'

const own: Readonly<Record<DispatchKind, readonly TemplateField[]>> = {
  callForSubjects: ['échéance'],
  slidesReminder: ['nom', 'supports attendus', 'échéance'],
  convocation: ['ordre du jour', 'échéance'],
  replyReminder: ['ancienne date', 'échéance'],
  agendaChanged: ['ordre du jour', 'changements'],
  guestInvitation: ['nom', 'point', 'heure du point', 'supports attendus', 'échéance'],
  dateChange: ['nom', 'ancienne date', 'motif', 'point', 'heure du point'],
  cancellation: ['nom', 'motif', 'point'],
  agendaDraft: ['nom', 'ordre du jour', 'échéance'],
  internalMinutes: ['nom', 'ordre du jour', 'échéance'],
  draftMinutes: ['ordre du jour', 'échéance', 'accord tacite'],
  reviewReminder: ['échéance', 'accord tacite'],
  writtenApproval: ['ordre du jour', 'échéance', 'accord tacite'],
  approvedMinutes: ['ordre du jour'],
  actionsReminder: ['nom', 'actions'],
}

/** The fields that a template of a kind may hold, without braces, in the order in which they are offered. */
export function fieldsOf(kind: DispatchKind): readonly TemplateField[] {
  return [...everywhere, ...own[kind]]
}

const field = /\{([^{}\n]*)\}/g

const nameIn = (inside: string) => inside.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')

/** Fields of a text that a kind does not have, as they were typed, braces included. */
export function unknownFields(kind: DispatchKind, text: string): string[] {
  return unknownAmong(fieldsOf(kind), text)
}

/** The same against any list of names. */
export function unknownAmong(known: readonly string[], text: string): string[] {
  return [...text.matchAll(field)]
    .filter(([, inside]) => !known.includes(nameIn(inside ?? '')))
    .map(([whole]) => whole)
}

export type FieldValues = { readonly [F in TemplateField]?: string }

/**
 * A text with its fields filled. A line whose fields are all without value is left out ("Lien : {lien}" without a
 * link), and so is a heading that announces nothing any more; blank lines never come in pairs.
 */
export function fillTemplate(text: string, values: FieldValues): string {
  const paragraphs: string[][] = []
  for (const paragraph of text.replace(/\r\n?/g, '\n').split(/\n(?:[^\S\n]*\n)+/)) {
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '')
    const filled = lines.map((line) => fillLine(line, values)).filter((line) => line !== null)
    const shortened = filled.length < lines.length
    if (shortened && announces(filled.at(-1))) filled.pop()
    // The heading may stand alone in the paragraph before.
    if (shortened && filled.length === 0 && announces(paragraphs.at(-1)?.at(-1))) paragraphs.at(-1)?.pop()
    if (paragraphs.at(-1)?.length === 0) paragraphs.pop()
    if (filled.length > 0) paragraphs.push(filled)
  }
  return paragraphs.map((lines) => lines.join('\n')).join('\n\n')
}

const announces = (line: string | undefined) => /:\s*$/.test(line ?? '')

/** The same for the object of a message: one line, whatever the values hold. */
export function fillSubject(text: string, values: FieldValues): string {
  return fillTemplate(text, values).replace(/(?<!\s)\s*\n\s*/g, ' ')
}

/** Null when the line has fields and none of them a value. */
function fillLine(line: string, values: FieldValues): string | null {
  const byName: Readonly<Record<string, string | undefined>> = values
  let fields = 0
  let filled = 0
  const text = line.replace(field, (_, inside: string) => {
    const value = (byName[nameIn(inside)] ?? '').trim()
    fields += 1
    if (value !== '') filled += 1
    return value
  })
  if (fields === 0) return line.trimEnd()
  if (filled === 0) return null
  if (filled === fields) return text.trimEnd()
  // A word that is missing leaves no double space, no empty brackets, no space before a full stop.
  return text
    .replace(/\(\s*\)/g, '')
    .replace(/(?<=\S) {2,}/g, ' ')
    .replace(/(?<! ) +(?=[.,)])/g, '')
    .trimEnd()
}
