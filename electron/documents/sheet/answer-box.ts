import { Paragraph, type ParagraphChild, TextRun, XmlAttributeComponent, XmlComponent } from 'docx'

type Values = { val?: string; display?: string; value?: string }

class Attributes extends XmlAttributeComponent<Values> {
  protected override readonly xmlKeys = { val: 'w:val', display: 'w:displayText', value: 'w:value' }
}

/** An element of WordprocessingML that the library has no class for. */
class Element extends XmlComponent {
  constructor(name: string, children: readonly (XmlComponent | Attributes)[] = []) {
    super(name)
    this.root.push(...children)
  }
}

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

/** Style of a prompt, to be declared by the document. */
export const PROMPT_STYLE = 'Prompt'

/** A paragraph with a box in it, for an answer of one line (`w:sdt`, ECMA-376 part 1, 17.5.2.31). */
export function lineBox(box: Box): Paragraph {
  const kind =
    box.choices === undefined
      ? new Element('w:text')
      : new Element(
          'w:dropDownList',
          box.choices.map((choice) => element('w:listItem', { display: choice, value: choice })),
        )
  const control = new Element('w:sdt', [
    properties(box, [kind]),
    new Element('w:sdtContent', [run(box, box.answer.replaceAll('\n', ' '))]),
  ])
  // Word takes a control where a paragraph takes a run; the library's types list its own runs only.
  return new Paragraph({ children: [control as XmlComponent as ParagraphChild] })
}

/** A box that holds as many paragraphs as one types (17.5.2.29). */
export function paragraphsBox(box: Box): Paragraph {
  const lines = box.answer.split('\n').map((line) => new Paragraph({ children: [run(box, line)] }))
  const control = new Element('w:sdt', [properties(box, []), new Element('w:sdtContent', lines)])
  // As above, where a cell takes a paragraph.
  return control as XmlComponent as Paragraph
}

function properties(box: Box, kind: readonly XmlComponent[]): Element {
  return new Element('w:sdtPr', [
    element('w:alias', { val: box.title }),
    element('w:tag', { val: box.tag }),
    element('w:id', { val: String(box.id) }),
    ...(box.answer === '' ? [new Element('w:showingPlcHdr')] : []),
    ...kind,
  ])
}

function run(box: Box, words: string): TextRun {
  return box.answer === ''
    ? new TextRun({ text: box.prompt, style: PROMPT_STYLE })
    : new TextRun({ text: words })
}

function element(name: string, values: Values): Element {
  return new Element(name, [new Attributes(values)])
}
