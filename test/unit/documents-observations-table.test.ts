import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { observationsTableModel } from '../../electron/documents/observations-table/model.ts'
import { markedTexts, requestSentences } from '../../electron/documents/observations-table/wording.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { Observation } from '../../electron/domain/minutes/observation.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { emptyFile, id, item } from './documents-builders.ts'
import { longMeeting, shortMeeting } from './documents-samples.ts'

const bare = (words: string) => words.replace(/[\s\u200b\u00ad-]+/gu, '')
let last = 0
function observation(fields: Partial<Observation> = {}): Observation {
  last += 1
  return {
    id: id(9000 + last),
    version: 1,
    meetingId: id(1),
    position: last,
    circle: 'members',
    number: last,
    paper: 'minutes',
    itemId: null,
    anchor: '',
    place: '',
    organisation: '',
    organisationId: null,
    author: '',
    authoredAt: null,
    kind: 'change',
    beforeText: '',
    afterText: '',
    comment: '',
    source: 'typed',
    sourceFileName: '',
    sourceSha256: null,
    state: 'open',
    answer: '',
    minutesVersionId: null,
    settledAt: null,
    ...fields,
  }
}
const asked = (beforeText: string, afterText: string, kind: Observation['kind'] = 'change') =>
  requestSentences({ kind, beforeText, afterText }).map((line) => line.replaceAll('\u00a0', ' '))

describe('what is asked for', () => {
  it('is said in words: replaced, taken out, put in, rewritten, moved, spoken of', () => {
    expect(asked('Le délai est de trois mois.', 'Le délai est de six mois.')).toEqual([
      'Remplacer « trois » par « six ».',
    ])
    expect(asked('Le coût annuel est connu.', 'Le coût est connu.')).toEqual(['Supprimer « annuel ».'])
    expect(asked('Le coût est connu.', 'Le coût annuel est connu.')).toEqual([
      'Ajouter « annuel » après « Le coût ».',
    ])
    expect(asked('Le coût.', 'Enfin, le coût.')).toEqual(['Remplacer « Le » par « Enfin, le ».'])
    expect(asked('Parti.', '')).toEqual(['Supprimer ce passage.'])
    expect(asked('', 'Venu.')).toEqual(['Ajouter ce passage.'])
    expect(asked('un deux', 'trois quatre')).toEqual(['Remplacer tout le passage par la rédaction proposée.'])
    expect(asked('Texte.', 'Texte.', 'move')).toEqual(['Déplacer ce passage.'])
    expect(asked('Texte.', 'Texte.', 'comment')).toEqual(['Commentaire, sans changement du texte.'])
  })

  it('quotes quotations, and cuts long ones', () => {
    expect(asked('Il dit « oui » à tous.', 'Il dit « non » à tous.')).toEqual([
      'Remplacer « oui » par « non ».',
    ])
    expect(asked('Il parle peu.', 'Il parle « très » peu.')).toEqual([
      'Ajouter « “très” » après « Il parle ».',
    ])
    const [sentence = ''] = asked('Début. Fin.', `Début. ${'mot '.repeat(400)}Fin.`)
    expect(sentence).toContain('[…]')
    expect(sentence.length).toBeLessThan(400)
  })

  it('keeps the neighbourhood of a change in a long passage, and cuts the rest on both sides alike', () => {
    const long = 'Une phrase qui reste. '.repeat(80)
    const { before, after } = markedTexts({
      kind: 'change',
      beforeText: `${long}ancien ${long}`,
      afterText: `${long}nouveau ${long}`,
    })
    expect(before.map(({ mark }) => mark)).toContain('elided')
    expect(before.find(({ mark }) => mark === 'removed')?.text).toContain('ancien')
    expect(after.find(({ mark }) => mark === 'added')?.text).toContain('nouveau')
    const kept = (spans: typeof before) => spans.filter(({ mark }) => mark === 'same')
    expect(kept(before)).toEqual(kept(after))
  })
})

describe('the table of observations', () => {
  it('goes through the draft, says the state of each and what is still open', () => {
    const model = observationsTableModel(shortMeeting(), [
      observation({ itemId: id(103), organisation: 'Un', afterText: 'a', state: 'accepted' }),
      observation({ organisation: 'Deux', comment: 'Merci.', kind: 'comment' }),
      observation({ itemId: id(102), organisation: 'Un', beforeText: 'a', state: 'refused', answer: 'Non.' }),
      observation({ paper: 'agenda', organisation: 'Trois' }),
    ])
    expect(
      model.groups.map(({ title, rows }) => [title, rows.map(({ number, state }) => [number, state])]),
    ).toEqual([
      ['Ensemble du document', [['2', 'En attente de réponse']]],
      ['Passerelle d’échange sécurisée\u00a0: calendrier de déploiement', [['3', 'Non retenue']]],
      ['Questions diverses', [['1', 'Retenue']]],
    ])
    expect(model.head.mention).toBe('En cours d’examen')
    expect(model.head.notice).toBe('Une observation attend encore sa réponse.')
    expect(model.facts.map(({ value }) => value)).toContain(
      '3\u00a0: 1 retenue, 1 non retenue, 1 en attente de réponse',
    )
    expect(observationsTableModel(shortMeeting(), [observation({ state: 'refused' })]).head.mention).toBe('')
  })

  it('prints neither addresses nor the files and notes they came in', () => {
    const secret = 'SECRET-7f3a'
    const base = longMeeting()
    const file = {
      ...base,
      items: base.items.map((one) => ({
        ...one,
        note: secret,
        disagreement: secret,
        disagreementBy: secret,
      })),
    }
    const words = JSON.stringify(
      observationsTableModel(file, [
        observation({
          itemId: id(110),
          anchor: secret,
          author: `Camille Exemple <${secret}@exemple.fr>`,
          organisation: `${secret}@exemple.fr`,
          comment: `Voir avec moi\n${secret}@exemple.fr`,
          sourceFileName: `${secret}.docx`,
          afterText: 'ajout',
        }),
      ]),
    )
    expect(words).not.toContain(secret)
    expect(words).not.toContain('@')
    expect(words).toContain('Camille Exemple')
  })

  it('lets rows break that are higher than its pages have room for', async () => {
    const asked = [400, 700, 1000, 1300, 1600].map((signs, rank) =>
      observation({
        itemId: id(101),
        organisation: `Organisme ${rank}`,
        afterText: 'Une phrase. ',
        answer: 'La réponse tient en quelques mots. '.repeat(signs / 35),
      }),
    )
    const model = observationsTableModel({ ...emptyFile(), items: [item(1)] }, asked)
    expect(await checkPdf((await renderPdf(model)).bytes, model)).toEqual([])
  })

  it('is printed sound and whole: empty, 400 rows, a long title, markup, a passage of pages', async () => {
    const hostile = '#let x *gras* <b>é</b> ] $x$ @a \\ 😀\u0007\ud800 \u202eabc'
    const file = {
      ...emptyFile(),
      items: [item(1, { title: `${'titre long '.repeat(54)}fin` }), item(2, { title: hostile })],
    }
    const many = Array.from({ length: 400 }, (_, rank) =>
      observation({
        itemId: id(101 + (rank % 2)),
        organisation: rank === 5 ? hostile : `Organisme ${rank}`,
        place: hostile,
        beforeText: rank === 9 ? 'Une longue phrase. '.repeat(900) : `Avant ${rank} reste`,
        afterText: rank === 9 ? 'Une autre phrase, tout autre. '.repeat(600) : `Après ${rank} reste`,
        comment: hostile,
        answer: hostile,
      }),
    )
    for (const all of [[], many.slice(0, 1), many]) {
      const { bytes } = await renderPdf(observationsTableModel(file, all))
      expect(await pdfFaults(bytes)).toEqual([])
      const words = bare((await structuredText(bytes)).join(''))
      expect(words.includes(bare('Aucune observation n’a été reçue.'))).toBe(all.length === 0)
      for (const { afterText } of all.slice(0, 5)) expect(words).toContain(bare(afterText))
    }
  }, 60_000)
})
