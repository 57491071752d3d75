import { escapeMarkup } from '../paper/escape.ts'
import { formStyles } from '../word/form.ts'
import { paragraphXml, run } from '../word/xml.ts'

export type Box = {
  /** Number and name of the box in the document: what another program finds it by. */
  id: number
  tag: string
  /** Said by Word and by screen readers when the box is entered. */
  title: string
  /** Empty: the box shows its prompt, which typing replaces. */
  answer: string
  prompt: string
  /** Answers to choose from; typed in freely without them. */
  choices?: readonly string[]
}

/** A paragraph with a box in it, for an answer of one line (`w:sdt`, ECMA-376 part 1, 17.5.2.31). */
export function lineBox(box: Box): string {
  const kind =
    box.choices === undefined
      ? '<w:text/>'
      : `<w:dropDownList>${box.choices.map((choice) => `<w:listItem w:displayText="${escapeMarkup(choice)}" w:value="${escapeMarkup(choice)}"/>`).join('')}</w:dropDownList>`
  return paragraphXml(null, control(box, kind, words(box, box.answer.replaceAll('\n', ' '))))
}

/** A box that holds as many paragraphs as one types (17.5.2.29). */
export function paragraphsBox(box: Box): string {
  const lines = box.answer.split('\n').map((line) => paragraphXml(null, words(box, line)))
  return control(box, '', lines.join(''))
}

function control({ title, tag, id, answer }: Box, kind: string, content: string): string {
  const empty = answer === '' ? '<w:showingPlcHdr/>' : ''
  return `<w:sdt><w:sdtPr><w:alias w:val="${escapeMarkup(title)}"/><w:tag w:val="${tag}"/><w:id w:val="${id}"/>${empty}${kind}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
}

function words({ answer, prompt }: Box, line: string): string {
  return answer === '' ? run(prompt, formStyles.prompt) : run(line)
}
