import { describe, expect, it } from 'vitest'
import type { TranscriptLine } from '../../electron/domain/session/notebook.ts'
import { passagesOf } from '../../electron/domain/session/transcript.ts'
import { newId } from '../../electron/features/new-id.ts'
import { recogniseFile } from '../../electron/imports/recognise-file.ts'
import { growth } from '../growth.ts'
import { spoken, utf8 } from './transcript-told.ts'

describe('what is none', () => {
  it.each([
    ['une note', 'point ouvert à 14:30\n@ADX : demande un délai\nD : reporté\nAna : oui'],
    ['un carnet', '## 1 Transcription de la directive\nADX : demande un délai\nune note'],
    ['un ordre du jour', '# Ordre du jour\n\n1. Annuaire (20 min)\n2. Pause   10:30\n'],
    ['des heures', '14:05 · ouverture\n14:10 · premier point'],
    [
      'des flèches',
      'La DGX présente le budget\n--> envoyer le tableau à Mme Ozanne\n3 options --> la 2e\n14:05 --> 14:20 pause',
    ],
    ['une page', '<style>\n<!-- p { margin: 0 }\n-->\n</style>\n<p>1. Budget</p>'],
    ['un exemple dans une page', '<pre>\n00:00:01,000 --> 00:00:02,000\nun\n</pre>'],
    ['un ordre du jour avec ses heures', 'Accueil\t9:00\nBudget\t9:10\nDivers\t9:45'],
    ['des heures et qui présente', 'Accueil  9:00\nMme Ozanne\nBudget  9:10\nM. Trévise'],
    ['une présence', 'Nom\tService\tArrivée\nOzanne\tDGX\t0:01\nTrévise\tADX\t0:02\nVasseur\tADX\t0:02'],
    ['un compte rendu', '**Date :** 12 mai 2026\n**Lieu :** salle Cassini\nLa séance est ouverte.'],
    ['des libellés', '**Décision**: un\n**Décision**: deux\n**Action**: trois\n**Action**: quatre'],
  ])('%s stays what it is', (_, text) => {
    expect(spoken(text, 'a.md')).toBeNull()
  })

  it('a notebook that bears our reference, whatever was typed in it', () => {
    const text = `Carnet de notes\nSéance : une (référence du carnet : CN-0000-0000)\nAna a démarré la transcription\nAna   0:03\nBob   0:04\noui`
    expect(spoken(text)).toBeNull()
  })

  it('any other JSON is no text to read', () => {
    expect(() => spoken('{"a":1}', 'a.json')).toThrow('file-format-unknown')
    expect(() => spoken('[{"segments":[]}]', 'a.json')).toThrow('file-format-unknown')
  })
})

describe('an empty one', () => {
  it.each([
    ['a.vtt', 'WEBVTT\n\nNOTE rien\n'],
    ['a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n...\n'],
    ['a.json', '{"text":" ...","segments":[{"start":0.08,"end":1.5,"text":" ..."}],"language":"fr"}'],
    ['a.srt', '1\n00:00:01,000 --> 00:00:02,000\nSous-titres réalisés par la communauté d’Amara.org\n'],
    [
      'a.md',
      '\n**Aucun contenu audio n’a été détecté dans votre transcription.**\n\n- Un micro était-il activé ?\n',
    ],
  ])('%s says so', async (fileName, text) => {
    expect(() => spoken(text, fileName)).toThrow('transcript-empty')
    const { signs, failure } = await recogniseFile({ fileName, bytes: utf8(text), today: '2026-12-10' })
    expect([failure, signs.draft.items]).toEqual(['transcript-empty', 0])
  })
})

describe('hostile ones', () => {
  const cue = (at: number) =>
    `${at}\n${new Date(at * 1000).toISOString().slice(11, 23)} --> 23:59:59.999\n<v Voix ${at % 7}>${'mot '.repeat(45)}</v>\n\n`
  it('of twenty megabytes and a hundred thousand cues are read in a time that grows with them', async () => {
    const text = (cues: number) =>
      `WEBVTT\n\n${Array.from({ length: cues }, (_, at) => cue(at % 80_000)).join('')}`
    const bytes = utf8(text(100_000))
    expect(bytes.length).toBeGreaterThan(20_000_000)
    expect(spoken(bytes)).toHaveLength(100_000)
    expect(await growth((cues) => spoken(text(cues)), { size: 3_000, times: 8 })).toBeLessThan(4)
  })

  it.each([
    ['spaces after a voice', (size: number) => `WEBVTT\n\n00:01.000 --> 00:02.000\nun <v${' '.repeat(size)}`],
    ['open tags', (size: number) => `WEBVTT\n\n00:01.000 --> 00:02.000\nun ${'<a '.repeat(size)}`],
    [
      'blanks in a row',
      (size: number) => `Ana   0:03\nun\nBob   0:04\n${'a '.repeat(size)}${' '.repeat(size)}x`,
    ],
    ['stars', (size: number) => `**Ana Un**: oui\n**Bob Deux**: non\n${'**'.repeat(size)}`],
    [
      'brackets of JSON',
      (size: number) => `{"segments":[{"text":"un"}],"a":"${'ObjectId('.repeat(size)}`.concat('"}'),
    ],
    ['numbers', (size: number) => `1\n00:00:01,000 --> 00:00:02,000\nun\n${'1\n'.repeat(size)}`],
    ['arrows', (size: number) => `00:00:01,000 --> 00:00:02,000\nun ${'--> '.repeat(size)}`],
    ['digits', (size: number) => `**00:03 · Participant 1** un\n${'1:'.repeat(size)}${'1'.repeat(size)}`],
  ])('with nothing but %s too', async (_, text) => {
    expect(spoken(text(20_000))?.length).toBeGreaterThan(0)
    expect(await growth((size) => spoken(text(size)), { size: 5_000, times: 8 })).toBeLessThan(4)
  })
})

describe('passages', () => {
  const [first, second] = [newId(new Date()), newId(new Date())]
  const items = [
    { id: first, number: '1', title: 'Annuaire partagé' },
    { id: second, number: '2', title: 'Questions diverses' },
  ]
  const span = (itemId: string | null, from: string, to: string | null) => ({
    itemId,
    startedAt: `2026-12-10T13:${from}Z`,
    endedAt: to === null ? null : `2026-12-10T13:${to}Z`,
  })
  const line = (start: number | null, speaker: string | null, words: string): TranscriptLine => ({
    start,
    speaker,
    words,
  })
  const shown = (lines: TranscriptLine[], spans: ReturnType<typeof span>[]) =>
    passagesOf(lines, { items, spans }).map(({ itemId, at, speaker, words }) => [
      items.find(({ id }) => id === itemId)?.number ?? null,
      at?.toISOString().slice(14, 19) ?? null,
      speaker,
      words,
    ])

  it('are cut where the live screen went on, and a voice that goes on with them', () => {
    const spans = [
      span(first, '00:00', '01:00'),
      span(null, '01:00', '02:00'),
      span(second, '02:00', '03:00'),
    ]
    const lines = [
      line(0, 'Ana', 'Bonjour.'),
      line(5, 'Ana', 'Je poursuis.'),
      line(null, 'Zoé', 'Oui.'),
      line(59, 'Ana', 'Pause.'),
      line(60, 'Ana', 'Pendant la pause.'),
      line(120, 'Ana', 'La suite.'),
      line(180, 'Ana', 'Après la fin.'),
    ]
    expect(shown(lines, spans)).toEqual([
      ['1', '00:00', 'Ana', 'Bonjour. Je poursuis.'],
      ['1', '00:05', 'Zoé', 'Oui.'],
      ['1', '00:59', 'Ana', 'Pause.'],
      [null, '01:00', 'Ana', 'Pendant la pause.'],
      ['2', '02:00', 'Ana', 'La suite.'],
      [null, '03:00', 'Ana', 'Après la fin.'],
    ])
  })

  it('are cut by the titles that are announced or stand as headings, where no hours are known', () => {
    const lines = [
      line(0, 'Ana', 'À l’ordre du jour, deux points : annuaire partagé et questions diverses.'),
      line(1, 'Ana', 'Passons au premier point, l’annuaire partagé.'),
      line(2, 'Zoé', 'On en parlera aux questions diverses.'),
      line(null, null, '2 Questions diverses'),
      line(3, 'Zoé', 'Rien.'),
    ]
    expect(shown(lines, [])).toEqual([
      [null, null, 'Ana', lines[0]?.words],
      ['1', null, 'Ana', lines[1]?.words],
      ['1', null, 'Zoé', lines[2]?.words],
      ['2', null, 'Zoé', 'Rien.'],
    ])
  })

  it('of one line as long as the recording are no longer than what somebody may correct', () => {
    const words = `${'une phrase qui finit. '.repeat(900)}${'m'.repeat(9000)} et la fin`
    const passages = passagesOf([line(0, 'Ana', words)], { items, spans: [span(first, '00:00', null)] })
    expect(Math.max(...passages.map((one) => one.words.length))).toBeLessThanOrEqual(4000)
    expect(
      passages
        .map((one) => one.words)
        .join('')
        .replaceAll(' ', ''),
    ).toBe(words.replaceAll(' ', ''))
    expect(passages.slice(0, 4).every((one) => one.words.endsWith('finit.'))).toBe(true)
  })

  it('by the clock of a desk go on after midnight', () => {
    const hour = (at: number, day = 3) => new Date(2026, 2, day, at, 10).toISOString()
    const said = (at: number, speaker: string): TranscriptLine => ({
      start: at * 3600 + 600,
      speaker,
      words: 'Oui.',
      isClock: true,
    })
    const evening = [{ itemId: first, startedAt: hour(20), endedAt: null }]
    const hours = (lines: TranscriptLine[]) =>
      passagesOf(lines, { items, spans: evening }).map(({ at, itemId }) => [at?.toISOString(), itemId])
    expect(hours([said(22, 'Marie'), said(0, 'Paul')])).toEqual([
      [hour(22), first],
      [hour(0, 4), first],
    ])
    expect(hours([said(1, 'Paul')])).toEqual([[hour(1, 4), first]])
  })

  it('of one voice end with a sentence once a minute has gone, and lose no word', () => {
    const lines = Array.from({ length: 40 }, (_, at) =>
      line(at * 7, null, at % 3 === 0 ? `phrase ${at}.` : `mot ${at}`),
    )
    const passages = passagesOf(lines, { items, spans: [span(first, '00:00', null)] })
    expect(passages.map(({ words }) => words).join(' ')).toBe(lines.map(({ words }) => words).join(' '))
    expect(passages.length).toBeGreaterThan(2)
    expect(passages.slice(0, -1).every(({ words }) => words.endsWith('.'))).toBe(true)
  })
})
