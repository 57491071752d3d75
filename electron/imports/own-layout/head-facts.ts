// What our papers say of the meeting under their title: a label and a value in each row, or their lines after each other.

import type { Draft } from '../../domain/agenda/draft.ts'
import { readAt } from '../../domain/agenda/draft.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import type { LayoutLine } from './items.ts'

const LABEL =
  /^(?:Objet|Date|Modalité|Lieu|Visioconférence|Présidence|Secrétariat|Contact|Durée des points|Prochaine (?:séance|réunion))(?= |$)/u
const HOUR = String.raw`\d{1,2} h(?: \d{2})?`
const WHEN = new RegExp(
  String.raw`(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d{1,2}(?:er)? \p{L}+ \d{4}(?:, (?:de ${HOUR} à|à) ${HOUR})?`,
  'u',
)
const MODE = /^ ?(?:En visioconférence|Sur place(?: et en visioconférence)?)(?= |$)/u
const VIDEO = /(?:^| )(?:https?:\/\/|Rejoindre la visioconférence)/u

type Fact = { value: string; line: LayoutLine }

/** The draft with the subject and the place that the paper says, or none where it says none. */
export function withHeadFacts(lines: readonly LayoutLine[], visible: Draft): Draft {
  const facts = factsOf(lines)
  // Not a head of ours.
  if (!facts.has('Date')) return visible
  const meeting = { ...visible.meeting }
  const meetingSources = { ...visible.meetingSources }
  for (const [field, label] of [
    ['title', 'Objet'],
    ['place', 'Lieu'],
  ] as const) {
    const fact = facts.get(label)
    meeting[field] = fact === undefined ? null : fact.value.slice(0, LINE_LENGTH)
    if (fact === undefined) delete meetingSources[field]
    else meetingSources[field] = readAt(fact.line, fact.line.text, 0.9)
  }
  return { ...visible, meeting, meetingSources }
}

function factsOf(lines: readonly LayoutLine[]): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  let last: Fact | null = null
  for (const line of lines) {
    const labels = labelsIn(line.text)
    const [first] = labels
    if (first === undefined) {
      if (last !== null && line.isHeading) break
      // A page cuts a long value into lines.
      if (last !== null) last.value = `${last.value} ${line.text}`
      continue
    }
    const values = line.text.slice(labels.join(' ').length).trim()
    if (labels.length === 1) {
      last = { value: values, line }
      facts.set(first, last)
    } else for (const [label, value] of parted(labels, values)) facts.set(label, { value, line })
  }
  return facts
}

/** The labels that a line begins with: a page without structure gives those of a table before all values. */
function labelsIn(text: string): string[] {
  const labels: string[] = []
  let rest = text
  for (let found = LABEL.exec(rest); found !== null; found = LABEL.exec(rest)) {
    labels.push(found[0])
    rest = rest.slice(found[0].length).trimStart()
  }
  return labels
}

/** Values one behind the other, told by the two that have a form of their own. */
function parted(labels: readonly string[], values: string): [string, string][] {
  const when = WHEN.exec(values)
  if (!labels.includes('Date') || when === null) return []
  const after = values.slice(when.index + when[0].length)
  const rest = after.slice(MODE.exec(after)?.[0].length ?? 0).trim()
  const place = rest.slice(0, VIDEO.exec(rest)?.index ?? rest.length).trim()
  const said: [string, string][] = [['Date', when[0]]]
  if (labels.includes('Objet')) said.push(['Objet', values.slice(0, when.index).trim()])
  if (labels.includes('Lieu')) said.push(['Lieu', place])
  return said
}
