import { TEXT_LENGTH } from '../../domain/limits.ts'
import { blankNotice, type NoticeRubrics } from '../../domain/watch/notice.ts'
import { oneLine, plainLine } from '../understanding/plain-line.ts'

/** A label begins a line or a sentence with a capital: "la notice : …" inside a sentence is none. */
const LABEL =
  /(?<=^|\n|[.;!?»]\s)[^\S\n]*(?<label>Publics?\s+concern[ée]e?s?|Objets?|Entr[ée]e\s+en\s+vigu?eu?r|Notices?|R[ée]f[ée]rences?|Applications?)[^\S\n]*:[^\S\n]*/gu

/** The words under each label; empty under those that it does not have. */
export function noticeRubrics(words: string): NoticeRubrics {
  const rubrics = { ...blankNotice }
  const labels = [...words.matchAll(LABEL)]
  for (const [rank, found] of labels.entries()) {
    const rubric = rubricOf(found.groups?.label ?? '')
    const content = tidy(words.slice(found.index + found[0].length, labels[rank + 1]?.index))
    // Said twice: what stands in the second belongs to the first.
    rubrics[rubric] = tidy(rubrics[rubric] === '' ? content : `${rubrics[rubric]}\n${content}`)
  }
  return rubrics
}

/** What stands below the notice of a text that was copied whole: who signs it, its visas, its articles. */
const BELOW =
  /\n[ \t]*(?:\n|(?:Le|La)\s+(?:Premi[eè]re?|Président|ministre)|Sur (?:le rapport|proposition)|Vu(?![\p{L}])|(?:Décrète|Arrêtent?|Ordonne|Décide)\s*:|Article\s|Titre\s|Chapitre\s|Fait le\s)/u
/** One rubric alone may be the "Objet :" of a mail. */
const LEAST_LABELS = 2

/** A notice among other words, with its place; null where there is none. A blank line between two rubrics does not end it. */
export function noticeIn(words: string): { at: number; end: number; rubrics: NoticeRubrics } | null {
  const labels = [...words.matchAll(LABEL)]
  const [first] = labels
  const last = labels.at(-1)
  if (first === undefined || last === undefined) return null
  const kinds = new Set(labels.map(({ groups }) => rubricOf(groups?.label ?? '')))
  if (kinds.size < LEAST_LABELS) return null
  const after = last.index + last[0].length
  const below = BELOW.exec(words.slice(after))
  const end = below === null ? words.length : after + below.index
  return { at: first.index, end, rubrics: noticeRubrics(words.slice(first.index, end)) }
}

function rubricOf(label: string): keyof NoticeRubrics {
  const folded = plainLine(label)
  if (folded.startsWith('public')) return 'audience'
  if (folded.startsWith('objet')) return 'purpose'
  if (folded.startsWith('entree')) return 'entryWords'
  if (folded.startsWith('reference')) return 'references'
  return folded.startsWith('application') ? 'application' : 'notice'
}

/** Lines without the blanks of the file's own layout. */
function tidy(words: string): string {
  return words
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, TEXT_LENGTH)
}
