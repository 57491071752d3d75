import type { ImageBytes } from '../../contract/wire.ts'
import type { Paper } from '../paper/paper.ts'
import { picturesOf } from '../paper/pictures.ts'
import { imageId, WordBlocks } from './blocks.ts'
import {
  dataParts,
  documentPart,
  fontPart,
  footerParts,
  headerPart,
  type Link,
  numberingPart,
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
  const writer = new WordBlocks(pictures, 0, section)
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
    documentPart(
      `${XML}<w:document ${namespaces}><w:body>${body}${writer.lastSection}</w:body></w:document>`,
    ),
    relationships('word/document.xml', links),
    stylesPart(stylesXml(head)),
    numberingPart(writer.numberings, head),
    settingsPart(isTracked),
    fontPart,
    headerPart(head),
    ...footerParts(head),
    ...shown.map(picturePart),
    ...propertyParts(head.metadata),
    ...(data === null ? [] : dataParts(data, 1)),
  ])
}

/** A4 pages; the first has a foot and no head. */
function section(isFirst: boolean, lies: boolean): string {
  const paper = lies ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"'
  return `<w:sectPr><w:headerReference w:type="default" r:id="rIdEnTete"/><w:footerReference w:type="default" r:id="rIdPied1"/><w:footerReference w:type="first" r:id="rIdPied2"/><w:pgSz ${paper}/><w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="600" w:footer="600" w:gutter="0"/><w:cols w:space="708"/>${isFirst ? '<w:titlePg/>' : ''}</w:sectPr>`
}
