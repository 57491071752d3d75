// Templates to begin with: of minutes a plain one, and one with a table at its head, as many administrations have; one of
// an agenda.
import type { SampleTemplate } from '../../domain/documents/word-template.ts'
import { paperText } from '../text/head.ts'
import { templateText as text } from '../text/word-template.ts'
import { documentPart, propertyParts, relationships, stylesPart, wordLinks, zipped } from './package.ts'
import { namespaces, paragraphXml, run, XML } from './xml.ts'

const inline = (tag: string) =>
  `<w:sdt><w:sdtPr><w:alias w:val="${tag}"/><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${run(`[${tag}]`)}</w:sdtContent></w:sdt>`
const block = (tag: string) =>
  `<w:sdt><w:sdtPr><w:alias w:val="${tag}"/><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${paragraphXml(null, run(`[${tag}]`))}</w:sdtContent></w:sdt>`

const cell = (inner: string) =>
  `<w:tc><w:tcPr><w:tcW w:w="4750" w:type="dxa"/></w:tcPr>${paragraphXml(null, inner)}</w:tc>`
const framed = (rows: readonly (readonly string[])[]) => {
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
  return `<w:tbl><w:tblPr><w:tblW w:w="9500" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="4750"/><w:gridCol w:w="4750"/></w:tblGrid>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

const bodies = {
  simple: [
    paragraphXml(null, inline('instance')),
    paragraphXml('Title', inline('titre')),
    paragraphXml(null, inline('sous-titre')),
    paragraphXml(null, inline('etat')),
    ...[
      'participants',
      'ordre-du-jour',
      'ouverture',
      'points',
      'prochaine',
      'cloture',
      'releve',
      'approbation',
      'signatures',
    ].map(block),
  ],
  cadre: [
    framed([
      [inline('emetteur'), run(text.reference) + inline('reference')],
      [inline('titre'), inline('date')],
      [run(text.chair) + inline('presidence'), run(text.secretary) + inline('secretariat')],
    ]),
    paragraphXml(null, inline('etat')),
    ...['participants', 'points', 'cloture', 'signatures'].map(block),
  ],
  ordreDuJour: [
    paragraphXml(null, inline('instance')),
    paragraphXml('Title', inline('titre')),
    paragraphXml(null, inline('sous-titre')),
    paragraphXml(null, inline('etat')),
    paragraphXml(null, inline('date')),
    paragraphXml(null, inline('lieu')),
    block('ordre-du-jour'),
  ],
} as const satisfies Record<SampleTemplate, readonly string[]>

/** Bytes of a docx of one's own to change; the same every time. */
export function sampleTemplate(name: SampleTemplate): Uint8Array {
  const styles = `${XML}<w:styles ${namespaces}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:lang w:val="fr-FR"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style></w:styles>`
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
  return zipped([
    relationships('', wordLinks),
    documentPart(
      `${XML}<w:document ${namespaces}><w:body>${bodies[name].join('')}${section}</w:body></w:document>`,
    ),
    relationships('word/document.xml', [{ id: 'rIdStyles', type: 'styles', target: 'styles.xml' }]),
    stylesPart(styles),
    ...propertyParts({
      title: (name === 'ordreDuJour' ? paperText.agenda : paperText.minutes).title,
      author: '',
      description: '',
      keywords: [],
      date: null,
    }),
  ])
}
