import type { ImageBytes } from '../../contract/wire.ts'
import { escapeMarkup } from '../paper/escape.ts'
import type { Paper } from '../paper/paper.ts'
import { picturesOf } from '../paper/pictures.ts'
import { imageId, WordBlocks } from './blocks.ts'
import {
  documentPart,
  fontPart,
  footerParts,
  headerPart,
  type Link,
  numberingPart,
  type Part,
  picturePart,
  propertyParts,
  relationships,
  settingsPart,
  stylesPart,
  wordLinks,
  zipped,
} from './package.ts'
import { MARGIN, stylesXml } from './styles.ts'
import { namespaces, XML } from './xml.ts'

/** Namespace of the part that carries the data. */
const DATA_NAMESPACE = 'urn:seances-inp:data'
const DATA_ID = '{5B6B0C53-2E0F-4C53-9E8B-0A5A66D20261}'

/**
 * Bytes of a docx; the same paper gives the same bytes.
 * @param images bytes of the pictures that the paper shows.
 * @param data JSON of the document model, carried inside; null to leave it out.
 * @param isTracked whether Word records what is changed in it.
 */
export async function renderWord(
  paper: Paper,
  images: ImageBytes,
  data: string | null,
  isTracked: boolean,
): Promise<Uint8Array> {
  const { head, front, blocks } = paper
  const pictures = await picturesOf(paper, images)
  const writer = new WordBlocks(pictures)
  const body = writer.render([...front, ...blocks])
  const shown = [...pictures.values()]
  const links: Link[] = [
    { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
    { id: 'rIdNumeros', type: 'numbering', target: 'numbering.xml' },
    { id: 'rIdReglages', type: 'settings', target: 'settings.xml' },
    { id: 'rIdPolices', type: 'fontTable', target: 'fontTable.xml' },
    { id: 'rIdEnTete', type: 'header', target: 'header1.xml' },
    { id: 'rIdPied1', type: 'footer', target: 'footer1.xml' },
    { id: 'rIdPied2', type: 'footer', target: 'footer2.xml' },
    ...(data === null ? [] : [{ id: 'rIdModele', type: 'customXml', target: '../customXml/item1.xml' }]),
    ...shown.map(({ fileName }) => ({ id: imageId(fileName), type: 'image', target: `media/${fileName}` })),
    ...writer.links.map((href, index) => ({
      id: `rIdLien${index + 1}`,
      type: 'hyperlink',
      target: href,
      external: true,
    })),
  ]
  return zipped([
    relationships('', wordLinks),
    documentPart(`${XML}<w:document ${namespaces}><w:body>${body}${section}</w:body></w:document>`),
    relationships('word/document.xml', links),
    stylesPart(stylesXml(head)),
    numberingPart(writer.numberings),
    settingsPart(isTracked),
    fontPart,
    headerPart(head),
    ...footerParts(head),
    ...shown.map(picturePart),
    ...propertyParts(head.metadata),
    ...(data === null ? [] : dataParts(data)),
  ])
}

/** A4 pages; the first has a foot and no head. */
const section = `<w:sectPr><w:headerReference w:type="default" r:id="rIdEnTete"/><w:footerReference w:type="default" r:id="rIdPied1"/><w:footerReference w:type="first" r:id="rIdPied2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="600" w:footer="600" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>`

function dataParts(data: string): Part[] {
  return [
    {
      name: 'customXml/item1.xml',
      type: '',
      bytes: `${XML}<document xmlns="${DATA_NAMESPACE}">${escapeMarkup(data)}</document>`,
    },
    {
      name: 'customXml/itemProps1.xml',
      type: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      bytes: `${XML}<ds:datastoreItem ds:itemID="${DATA_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${DATA_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    },
    relationships('customXml/item1.xml', [
      { id: 'rIdProprietes', type: 'customXmlProps', target: 'itemProps1.xml' },
    ]),
  ]
}
