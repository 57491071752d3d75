import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentFileName } from '../../electron/documents/file-name.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { type RunningOrderParts, runningOrderModel } from '../../electron/documents/running-order/model.ts'
import type { AskedPerson, ReplyAnswer } from '../../electron/domain/attendance/reply.ts'
import type { Attachment, AwaitedDocument } from '../../electron/domain/documents/attachment.ts'
import { drawnLines } from '../documents-check/drawn-lines.ts'
import { drawnPages } from '../documents-check/drawn-pages.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { meetingFiles } from './documents-arbitrary.ts'
import { emptyFile, id, item } from './documents-builders.ts'
import { longMeeting } from './documents-samples.ts'

const nothing: RunningOrderParts = { asked: [], asks: [], positions: [], awaited: [] }
const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const bare = (words: string) => words.replace(/[\s\u200b\u00ad-]+/gu, '')

function person(rank: number, answer: ReplyAnswer | null, fields: Partial<AskedPerson> = {}): AskedPerson {
  const personId = id(7000 + rank)
  return {
    personId,
    familyName: `Exemple-${rank}`,
    givenName: 'Camille',
    civility: '',
    jobTitle: '',
    organisation: 'Agence d’exemple',
    acronym: 'ANX',
    college: '',
    email: 'camille@exemple.invalid',
    role: 'titulaire',
    items: [],
    beforeMove: false,
    isReached: true,
    ...fields,
    reply:
      answer === null
        ? null
        : {
            id: personId,
            version: 1,
            meetingId: id(1),
            personId,
            answer,
            representedBy: answer === 'represented' ? 'Paul Exemple' : '',
            comment: '',
            answeredAt: '2026-11-01T08:00:00.000Z',
          },
  }
}

function attachment(rank: number, fields: Partial<Attachment>): Attachment {
  return {
    id: id(8000 + rank),
    version: 1,
    meetingId: id(1),
    itemId: null,
    projectId: null,
    fileName: `fichier-${rank}.pptx`,
    mediaType: '',
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
    addedAt: '2026-11-01T08:00:00.000Z',
    title: '',
    tabled: false,
    circulation: 'members',
    replacedBy: null,
    ...fields,
  }
}

describe('the running order', () => {
  it('says the hours, computed and fixed, the margins between them and the end against what was planned', () => {
    const file = {
      ...emptyFile(),
      items: [
        item(1, { title: 'Accueil', kind: 'welcome', durationMinutes: 10 }),
        item(2, { title: 'Premier', nature: 'decision', durationMinutes: 90 }),
        item(3, { title: 'Second', fixedStart: '16:30', durationMinutes: 60 }),
      ],
    }
    const model = runningOrderModel(file, nothing)
    expect(model.rows.map(({ kind, time, timing }) => [kind, plain(time), timing.map(plain)])).toEqual([
      ['welcome', '14 h 30', ['10 min', 'jusqu’à 14 h 40']],
      ['item', '14 h 40', ['1 h 30', 'jusqu’à 16 h 10']],
      ['gap', '16 h 10', ['20 min']],
      ['item', '16 h 30', ['heure fixe', '1 h', 'jusqu’à 17 h 30']],
    ])
    expect(model.facts.map(({ value }) => plain(value))).toContain(
      '17 h 30, soit 30 min après la fin prévue à 17 h',
    )
    expect(model.warnings.lines.map(plain)).toEqual([
      'Dépassement de 30 min : l’ordre du jour ne tient pas avant 17 h.',
    ])
    expect(model.rows.map(({ cues }) => cues.map(plain))).toEqual([
      ['Ouvrir, saluer, vérifier les présences.'],
      ['Formuler la décision, la faire relire à voix haute.'],
      [],
      ['Ne pas ouvrir avant 16 h 30.'],
    ])
  })

  it('says who is away or far, whom to welcome, what is asked, what is shown and what is missing', () => {
    const file = {
      ...emptyFile(),
      items: [
        item(1, {
          title: 'Premier',
          presenterId: id(7001),
          presenter: 'Camille Exemple-1',
          note: 'Ne pas parler du coût.\nRester bref.',
          disagreementBy: 'Départements exemple',
          disagreement: 'demande le report',
        }),
        item(2, { title: 'Second', presenterId: id(7002) }),
        item(3, { title: 'Troisième', presenterId: id(7003) }),
      ],
      attachments: [
        attachment(1, { itemId: id(101), title: 'Diaporama' }),
        attachment(2, { itemId: id(101), circulation: 'secretariat' }),
        attachment(3, { itemId: id(101), title: 'Ancien', replacedBy: id(8001) }),
        attachment(4, { title: 'Livret', tabled: true }),
      ],
    }
    const model = runningOrderModel(file, {
      asked: [
        person(1, 'remote'),
        person(2, 'excused'),
        person(3, 'represented'),
        person(4, null, {
          role: 'guest',
          items: [{ itemId: id(101), number: '1', title: 'Premier', startsAt: null }],
        }),
      ],
      asks: [{ itemId: id(101), title: 'Passerelle', askedOfBody: 'un avis' }],
      positions: [],
      awaited: [
        {
          id: id(8100),
          version: 1,
          itemId: id(102),
          attachmentId: null,
          title: 'Note de cadrage',
          fromName: 'ANX',
          fromId: null,
          dueOn: '2026-11-09',
        },
      ],
    })
    const [first, second, third] = model.rows
    expect(first?.cues.map(plain)).toEqual([
      'Accueillir Camille Exemple-4, ANX.',
      'Camille Exemple-1 intervient à distance : vérifier le son avant.',
      'Demandé à l’instance (Passerelle) : un avis',
    ])
    expect(first?.notes).toEqual(['Ne pas parler du coût.', 'Rester bref.'])
    expect(first?.disagreement).toEqual({
      label: 'Désaccord des Départements exemple',
      lines: ['demande le report'],
    })
    expect(first?.documents).toEqual(['Diaporama', 'fichier-2.pptx (secrétariat, ne pas projeter)'])
    expect(first?.about.map(plain)).toContain('Pour ce point : Camille Exemple-4, ANX (sans réponse)')
    expect(second?.documents).toEqual(['Note de cadrage (attendu)'])
    expect(third?.cues).toEqual(['Paul Exemple présente pour Camille Exemple-3.'])
    expect(model.meetingDocuments.lines).toEqual(['Livret (remis en séance)'])
    expect(model.warnings.lines.map(plain)).toEqual([
      'Absence excusée de Camille Exemple-2, qui présente le point 2.',
      'Document non reçu, point 2 : Note de cadrage, ANX, attendu le 9 nov. 2026.',
    ])
  })

  it('bears its mark on every page, in its name and in its data', async () => {
    const model = runningOrderModel(longMeeting(), nothing)
    expect(model.circulation).toBe('secretariat')
    expect(documentFileName('runningOrder', emptyFile())).toBe(
      '2026-11-12_DEROULE-SECRETARIAT_INP_seance-10.pdf',
    )
    const { bytes, pageCount } = await renderPdf(model)
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    expect(pageCount).toBeGreaterThan(1)
    for (let page = 1; page <= pageCount; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent()
      const words = items.map((one) => ('str' in one ? one.str : '')).join('')
      expect(bare(words)).toContain(bare('Secrétariat – ne pas diffuser'))
    }
    await document.loadingTask.destroy()
  })

  it('has hours on its first page, and room for notes where nothing is shown on the screen', async () => {
    const items = Array.from({ length: 22 }, (_, rank) =>
      item(rank + 1, {
        title: `Facturation des régies locales : interopérabilité et gouvernance, volet ${rank + 1}`,
        nature: 'echange',
        presenter: 'Flore Exemple',
        organisation: 'Régions en exemple',
        durationMinutes: 8,
        note: 'La mission responsable rappelle que le guide et l’évolution de la réglementation sont présentés aux associations, avec les réserves exprimées.',
      }),
    )
    const awaited = items.slice(0, 4).map(
      (one, rank): AwaitedDocument => ({
        id: id(8100 + rank),
        version: 1,
        itemId: one.id,
        fromId: null,
        title: 'Support de présentation',
        fromName: 'Flore Exemple',
        dueOn: '2026-11-05',
        attachmentId: null,
      }),
    )
    const pages = await drawnPages(
      (await renderPdf(runningOrderModel({ ...emptyFile(), items }, { ...nothing, awaited }))).bytes,
    )
    expect(pages).toHaveLength(4)
    expect(pages[0]?.text.match(/volet \d+/gu)?.length).toBeGreaterThan(1)
  })

  it('cuts no name of whom a document is awaited from', async () => {
    const items = [item(1, { title: 'Annuaire' })]
    const names = ['Corentin Montferrand', 'Sacha Estaing-Roux', 'Joséphine Roquemaure', 'Zélie Sarrazin']
    const awaited = names.flatMap((fromName, at) =>
      ['Support', 'Note de présentation', 'Support de présentation', 'Compte rendu de la consultation'].map(
        (title, rank): AwaitedDocument => ({
          id: id(8100 + 10 * at + rank),
          version: 1,
          itemId: id(101),
          fromId: null,
          title,
          fromName,
          dueOn: '2026-11-05',
          attachmentId: null,
        }),
      ),
    )
    const model = runningOrderModel({ ...emptyFile(), items }, { ...nothing, awaited })
    const lines = (await drawnLines((await renderPdf(model)).bytes)).map(({ words }) => plain(words))
    for (const name of names)
      expect(lines.filter((words) => words.includes(name)).length, name).toBeGreaterThanOrEqual(4)
  })

  it('never prints an address or a telephone of the directory', () => {
    const asked = [
      person(1, 'onSite', { items: [{ itemId: id(110), number: '1', title: '', startsAt: null }] }),
    ]
    expect(JSON.stringify(runningOrderModel(longMeeting(), { ...nothing, asked }))).not.toContain('@')
  })

  it('is printed sound for any agenda, none, notes of pages, long titles and markup', async () => {
    const hostile = '#let x *gras* <b>é</b> ] $x$ @a \\ 😀\u0007\ud800 \u202eabc'
    const heavy = {
      ...emptyFile(),
      items: Array.from({ length: 120 }, (_, rank) =>
        item(rank, {
          title: rank === 3 ? `${'titre long '.repeat(54)}fin` : hostile,
          durationMinutes: 5,
          note: rank === 4 ? 'Une note qui dure. '.repeat(900) : hostile,
          disagreement: hostile,
          presenter: 'x'.repeat(300),
        }),
      ),
    }
    // Guillemets join three pieces, of which two fit beside each other.
    const title = `aeiouaeiouaeiouŸaeiou€È€λ>)?;_😀»0«${'aeiou'.repeat(4)}È@aeiou!%${'aeiou'.repeat(30)}`
    const joined = { ...emptyFile(), items: [item(1, { title })] }
    for (const file of [emptyFile(), heavy, joined])
      expect(await pdfFaults((await renderPdf(runningOrderModel(file, nothing))).bytes)).toEqual([])
    await fc.assert(
      fc.asyncProperty(meetingFiles, async (file) => {
        const { bytes } = await renderPdf(runningOrderModel(file, nothing))
        expect(await pdfFaults(bytes)).toEqual([])
        expect((await structuredText(bytes)).length).toBeGreaterThan(0)
      }),
      { numRuns: 12 },
    )
  }, 90_000)
})
