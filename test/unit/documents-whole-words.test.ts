// What is joined, raised or laid out by what it says: names, ordinals, the columns of an agenda.
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { decisionRecordModel } from '../../electron/documents/decision-record/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { agendaItems } from '../../electron/documents/paper/agenda.ts'
import { joinedWords } from '../../electron/documents/paper/joined-words.ts'
import { raisedParts } from '../../electron/documents/paper/raised.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { asOne, noArticles, ofWhom } from '../../electron/domain/people/organisation-article.ts'
import { drawnLines } from '../documents-check/drawn-lines.ts'
import { drawnPages } from '../documents-check/drawn-pages.ts'
import { action, emptyFile, item, paragraph, rich, section } from './documents-builders.ts'

describe('names on paper', () => {
  const joined = (words: string, carrying: unknown = { words }) => joinedWords(words, carrying)

  it('are whole where nothing but the words tells them', () => {
    const words = 'Corentin Montfaucon, Agence exemple'
    expect(joined(words)).toBe('Corentin\u00a0Montfaucon, Agence exemple')
    expect(joined('Représentation par Zoé Quincy')).toBe('Représentation par Zoé\u00a0Quincy')
    // Not a sentence, nor a title.
    expect(joined('Questions diverses, suite du Conseil')).not.toContain('\u00a0')
  })

  it('of substitutes are whole, and a long one keeps its family name', () => {
    const person = { givenName: 'Ada', familyName: 'Tilleul', representedBy: 'Gaëtan de Latour' }
    const carrying = { carries: { people: [person] } }
    expect(joined('par Gaëtan de Latour, et', carrying)).toBe('par Gaëtan\u00a0de\u00a0Latour, et')
    const long = 'Jean-Baptiste de La Rochebrune-Vallois'
    expect(joined(`${long} présente`, { words: long })).toBe(
      'Jean-Baptiste de\u00a0La\u00a0Rochebrune-Vallois présente',
    )
  })

  it('of three parts are parted behind a hyphen only', async () => {
    const places = 'Saint-Martin-Vésubie, Villers-Saint-Paul et Saint-Jean-Cap-Ferrat '.repeat(3)
    const presentation = rich(
      ...Array.from({ length: 16 }, (_, at) => paragraph(`${'i'.repeat(2 * at + 1)} ${places}`)),
    )
    const sections = [section(1, { presentation })]
    const { bytes } = await renderPdf(minutesModel({ ...emptyFile(), items: [item(1)], sections }))
    const lines = (await drawnLines(bytes)).map(({ words }) => words.trim())
    expect(lines.some((line) => line.endsWith('-'))).toBe(true)
    expect(lines.filter((line) => line.startsWith('-'))).toEqual([])
  })

  it('go with numbers that say which and how many', () => {
    expect(joined('6 absences excusées, phase 2')).toBe('6\u00a0absences excusées, phase\u00a02')
  })
})

describe('ordinals', () => {
  const words = 'Au 1er étage, en 1re lecture, le 3e point du XXIe siècle ; la Vie, un e, 12 et 1999.'

  it('have their letters raised, and no others', () => {
    const parts = raisedParts(words)
    expect(parts.map((part) => part.words).join('')).toBe(words)
    expect(parts.filter(({ isRaised }) => isRaised).map((part) => part.words)).toEqual(['er', 're', 'e', 'e'])
  })

  it.each([
    ['docx', 'word/document.xml', '<w:rStyle w:val="Exposant"/></w:rPr><w:t xml:space="preserve">er</w:t>'],
    ['odt', 'content.xml', '<text:span text:style-name="Exposant">er</text:span>'],
    ['html', null, '1<sup>er</sup> étage'],
  ] as const)('are raised in %s', async (format, part, raised) => {
    const bytes = await renderFlowing(
      agendaModel({ ...emptyFile(), items: [item(0, { title: words })] }),
      format,
    )
    const text = part === null ? strFromU8(bytes) : strFromU8(unzipSync(bytes)[part] ?? new Uint8Array())
    expect(text).toContain(raised)
  })
})

describe('the list of an agenda', () => {
  const columnsOf = (fields: Parameters<typeof item>[1], hours = false) => {
    const model = agendaModel({ ...emptyFile(), items: [item(0, fields), item(1)] }, { hours })
    const table = agendaItems(model).find((block) => block.type === 'table')
    return table?.type === 'table' ? table.columns.map(({ weight }) => weight) : []
  }

  it('has no column without a word in an office program, and the width of a page', () => {
    expect(columnsOf({})).toHaveLength(1)
    expect(columnsOf({ nature: 'avis' })).toHaveLength(2)
    expect(columnsOf({ presenter: 'Anne Roux' })).toHaveLength(2)
    expect(columnsOf({ nature: 'avis', presenter: 'Anne Roux', durationMinutes: 5 }, true)).toHaveLength(5)
    for (const fields of [{}, { presenter: 'Direction interministérielle du numérique fictif '.repeat(3) }])
      expect(columnsOf(fields).reduce((sum, weight) => sum + weight, 0)).toBe(163)
    const [, short = 0] = columnsOf({
      title: 'Un titre assez long pour deux lignes '.repeat(3),
      presenter: 'Anne Roux',
    })
    const [, long = 0] = columnsOf({ title: 'Bilan', presenter: 'Direction du numérique fictif '.repeat(4) })
    expect(long).toBeGreaterThan(short)
  })

  it('has fifteen items on two pages, who presents below what', async () => {
    const titles = ['Annuaire des services publics locaux : avancement et calendrier', 'Base d’adresses']
    const items = Array.from({ length: 15 }, (_, rank) =>
      item(rank, {
        title: titles[rank % 2] ?? '',
        nature: 'concertation',
        presenter: 'Jean-Baptiste de La Rochebrune-Vallois',
        organisation: 'Direction interministérielle de l’équipement fictif',
      }),
    )
    const pages = await drawnPages(
      (await renderPdf(agendaModel({ ...emptyFile(), items }, { hours: false }))).bytes,
    )
    expect(pages.length).toBeLessThanOrEqual(2)
    expect(pages[0]?.text).toContain('Concertation · Jean-Baptiste')
    expect(pages[0]?.text).not.toContain('Présenté par')
  })
})

describe('sentences', () => {
  it('end with a stop in the record, as decisions do', () => {
    const file = { ...emptyFile(), items: [item(1)], actions: [action(1, 1, { text: 'publier le guide' })] }
    const position = {
      id: item(9).id,
      version: 1,
      meetingId: item(1).meetingId,
      itemId: item(1).id,
      position: 0,
    }
    const said = {
      ...position,
      organisation: 'AMF',
      organisationId: null,
      stance: 'favorable',
      words: 'Rien à ajouter',
    } as const
    const model = decisionRecordModel(file, [said])
    expect(model.actions.table.rows[0]?.[2]).toEqual(['Publier le guide.'])
    expect(model.blocks[0]?.positions[0]?.lines).toEqual(['Rien à ajouter.'])
  })

  it('name two who ask with an article each', () => {
    expect(ofWhom('Conseil départemental de l’Exemple et Association des maires')).toBe(
      'du Conseil départemental de l’Exemple et de l’Association des maires',
    )
    // One name is not two.
    expect(ofWhom('Fédération des maires et Présidents réunis')).toBe(
      'de la Fédération des maires et Présidents réunis',
    )
    const kept = new Map([['fonds des eaux et associations', 'le' as const]])
    expect(ofWhom('Fonds des eaux et Associations', kept)).toBe('du Fonds des eaux et Associations')
    expect(ofWhom('Association des Communes et Collectivités du Littoral')).toBe(
      'de l’Association des Communes et Collectivités du Littoral',
    )
    const both = new Map([
      ['association des communes', 'la' as const],
      ['collectivites du littoral', 'les' as const],
    ])
    expect(ofWhom('Association des Communes et Collectivités du Littoral', both)).toBe(
      'de l’Association des Communes et des Collectivités du Littoral',
    )
    const instance = 'Conseil des Usagers et Comité des Services'
    expect(ofWhom(instance, asOne(instance, noArticles))).toBe(
      'du Conseil des Usagers et Comité des Services',
    )
  })
})
