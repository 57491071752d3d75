import { strToU8, zipSync } from 'fflate'

/** Lines of ordinary text on a page. */
const LINES = 40

/** A docx of about `pages` pages: numbered headings with hours, durations and presenters, and paragraphs under them. */
export function longAgenda(pages: number): Uint8Array {
  const body: string[] = [line('Ordre du jour de la séance du 10 décembre 2026, de 9h00 à 17h30')]
  for (let page = 0; page < pages; page += 1) {
    body.push(
      line(`${page + 1}. Point ${page + 1} : suite des travaux (10 min), Hélène Marchetti`, 'Heading1'),
    )
    for (let count = 1; count < LINES / 2; count += 1)
      body.push(
        line(
          `Le projet est présenté aux membres, avec son calendrier et ses effets sur les communes, étape ${count}.`,
        ),
      )
  }
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
    ),
  })
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const line = (text: string, style?: string) =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
