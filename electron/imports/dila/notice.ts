import { fold, oneLine } from '../understanding/fold.ts'

export type NoticeRubrics = {
  audience: string
  purpose: string
  entryWords: string
  notice: string
  references: string
  application: string
}

const LONGEST = 20_000

/** A label begins a line or a sentence with a capital: "la notice : …" inside a sentence is none. */
const LABEL =
  /(?<=^|\n|[.;!?»]\s)\s*(?<label>Publics?\s+concern[ée]e?s?|Objets?|Entr[ée]e\s+en\s+vigu?eu?r|Notices?|R[ée]f[ée]rences?|Applications?)\s*:\s*/gu

/** The words under each label; empty under those that it does not have. */
export function noticeRubrics(words: string): NoticeRubrics {
  const rubrics: NoticeRubrics = {
    audience: '',
    purpose: '',
    entryWords: '',
    notice: '',
    references: '',
    application: '',
  }
  const labels = [...words.matchAll(LABEL)]
  for (const [rank, found] of labels.entries()) {
    const rubric = rubricOf(found.groups?.label ?? '')
    const content = tidy(words.slice(found.index + found[0].length, labels[rank + 1]?.index))
    // Said twice: what stands in the second belongs to the first.
    rubrics[rubric] = tidy(rubrics[rubric] === '' ? content : `${rubrics[rubric]}\n${content}`)
  }
  return rubrics
}

function rubricOf(label: string): keyof NoticeRubrics {
  const folded = fold(label)
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
    .slice(0, LONGEST)
}
