import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completions, lackOf, readLine, type Speaker } from '../../electron/domain/session/notation.ts'
import { fold } from '../../electron/domain/text/fold.ts'
import { lineFields } from '../../electron/domain/text/line-fields.ts'

const organisation = (label: string, name: string): Speaker => ({
  label,
  keys: [fold(label), fold(name)],
  organisation: label,
  organisationId: `id-${label}`,
  personId: null,
  answering: label === 'DGX' ? 'Hélène Marchetti' : '',
})
const speakers: Speaker[] = [
  organisation('ADX', 'Association des départements exemple'),
  organisation('DGX', 'Direction générale exemple'),
  {
    label: 'Hélène Marchetti',
    keys: ['helene marchetti', 'marchetti'],
    organisation: 'DGX',
    organisationId: 'id-DGX',
    personId: 'p1',
    answering: '',
  },
]
const context = { saidOn: '2026-12-10', nextMeeting: '2027-01-14', speakers }
const read = (raw: string) => readLine(raw, context)

describe('one line of the meeting', () => {
  it.each([
    ['D : Le calendrier est retenu.', 'decision', 'Le calendrier est retenu.'],
    ['d: retenu', 'decision', 'retenu'],
    ['D\u00a0: retenu', 'decision', 'retenu'],
    ['V : décret sur les registres', 'watch', 'décret sur les registres'],
    ['? : qui désigne le référent', 'question', 'qui désigne le référent'],
    ['?: qui', 'question', 'qui'],
    ['Une phrase avec D : dedans', 'note', 'Une phrase avec D : dedans'],
    ['\\D : ce qui est du texte', 'note', 'D : ce qui est du texte'],
    ['\\@ADX écrit', 'note', '@ADX écrit'],
    ['Rappel : les échéances', 'note', 'Rappel : les échéances'],
    ['ADX : demande un délai', 'intervention', 'demande un délai'],
    ['@ADX demande un délai', 'intervention', 'demande un délai'],
    ['Marchetti : précise', 'intervention', 'précise'],
    ['@hélène marchetti précise', 'intervention', 'précise'],
    ['@Inconnu demande', 'intervention', 'demande'],
    ['', 'note', ''],
    ['   ', 'note', ''],
    ['@', 'note', '@'],
    [
      'Échanges ; @Hélène Marchetti rappelle, puis (@ADX)',
      'note',
      'Échanges ; Hélène Marchetti rappelle, puis (ADX)',
    ],
    ['D : confier la suite à @DGX', 'decision', 'confier la suite à DGX'],
    ['écrire à a@b.example', 'note', 'écrire à a@b.example'],
    ['D :', 'decision', ''],
  ])('%j is a %s', (raw, kind, text) => {
    expect(read(raw)).toMatchObject({ kind, text })
  })

  it.each([
    ['P : ADX favorable', 'ADX', 'favorable', ''],
    [
      'p: ADX est favorable, à condition que le délai soit tenu',
      'ADX',
      'favorable',
      'à condition que le délai soit tenu',
    ],
    ['P : ADX : favorable sous réserve du budget', 'ADX', 'reserves', 'sous réserve du budget'],
    ['P : @ADX favorable avec des réserves sur le coût', 'ADX', 'reserves', 'sur le coût'],
    ['P : ADX avec réserves', 'ADX', 'reserves', ''],
    ['P : DGX défavorable', 'DGX', 'defavorable', ''],
    ['P : DGX s’oppose à la date', 'DGX', 'defavorable', 'à la date'],
    ['P : DGX contre.', 'DGX', 'defavorable', ''],
    ['P : DGX contre le calendrier proposé', 'DGX', 'defavorable', 'contre le calendrier proposé'],
    ['P : DGX est contre cette date', 'DGX', 'defavorable', 'contre cette date'],
    ['P : DGX refuse la date', 'DGX', 'defavorable', 'refuse la date'],
    ['P : DGX contre, la date est trop proche', 'DGX', 'defavorable', 'la date est trop proche'],
    ['P : ADX réserve sur les délais', 'ADX', 'reservee', 'réserve sur les délais'],
    ['P : ADX réserves sur le coût', 'ADX', 'reservee', 'réserves sur le coût'],
    ['P : ADX réserves', 'ADX', 'reservee', 'réserves'],
    ['P : ADX réserve', 'ADX', 'reservee', ''],
    ['P : ADX réserve sa position sur le coût', 'ADX', 'reservee', 'sur le coût'],
    ['P : ADX réservée sur le coût', 'ADX', 'reservee', 'sur le coût'],
    ['P : ADX émet une réserve sur les délais', 'ADX', 'reservee', 'émet une réserve sur les délais'],
    ['P : ADX sans avis', 'ADX', 'sansAvis', ''],
    ['P : ADX ne se prononce pas', 'ADX', 'sansAvis', ''],
    ['P : ADX pour', 'ADX', 'favorable', ''],
    ["P : ADX d'accord sur le principe", 'ADX', 'favorable', 'sur le principe'],
    ['P : Région Lys : favorable', 'Région Lys', 'favorable', ''],
    ['P : Hélène Marchetti favorable', 'Hélène Marchetti', 'favorable', ''],
    ['P : ADX favorable, avec réserves', 'ADX', 'reserves', ''],
    ['P : l’ADX donne un avis favorable', 'ADX', 'favorable', ''],
    [
      'P : ADX défavorable : le texte est contre les usages',
      'ADX',
      'defavorable',
      'le texte est contre les usages',
    ],
    [
      'P : ADX réserve sur deux points : les délais et le coût',
      'ADX',
      'reservee',
      'réserve sur deux points : les délais et le coût',
    ],
    ['P : ADX favorable avec une réserve sur le coût', 'ADX', 'reserves', 'sur le coût'],
    ['P : ADX favorable mais avec réserves', 'ADX', 'reserves', ''],
    ['P : ADX refuse de se prononcer', 'ADX', 'sansAvis', ''],
    ['P : ADX, favorable', 'ADX', 'favorable', ''],
    ['P : la Région Lys défavorable', 'Région Lys', 'defavorable', ''],
    ['P : région Lys : favorable', 'région Lys', 'favorable', ''],
    ['P : Région Lys opposée : délai trop court', 'Région Lys', 'defavorable', 'délai trop court'],
  ])('%j is the position of an organisation', (raw, words, stance, own) => {
    const line = read(raw)
    expect(line).toMatchObject({ kind: 'position', named: { words }, position: { stance, words: own } })
    expect(lackOf(line)).toBeNull()
  })

  it('stays what was said where no position can be noted, a note when nobody known says it', () => {
    const kept = (raw: string) => lineFields(raw, read(raw), null)
    expect(kept('P : ADX réserve sur les délais')).toMatchObject({
      ...{ kind: 'intervention', organisation: 'ADX', text: 'réserve sur les délais' },
    })
    for (const raw of [
      'P : point reporté faute de quorum',
      'P : Mme Roy demande : un délai',
      'P : ADX demande',
    ])
      expect(kept(raw)).toMatchObject({ kind: 'note', text: raw, speaker: '' })
  })

  it('says what a line must still say before it can be noted', () => {
    for (const mark of ['D :', 'A :', 'V :', '? :', '#4', '@ADX', 'A : @ADX', ''])
      expect([mark, lackOf(read(mark))]).toEqual([mark, 'words'])
    for (const unnamed of [
      'P :',
      'P : Région Lys n’est pas d’accord',
      'P : ORX souhaite un avis favorable du ministère',
      'P : ORX demande que le texte soit favorable aux usagers',
      'P : ORX vote contre',
      'P : ORX rappelle : avis favorable du conseil',
      'P : Pas favorable',
      'P : Non, favorable',
      'P : Aucun avis favorable',
      'P : Aucune réserve',
      'P : Plutôt favorable',
    ])
      expect([unnamed, lackOf(read(unnamed))]).toEqual([unnamed, 'organisation'])
    expect(lackOf(read('P : ADX favorable'), false)).toBe('item')
    expect(lackOf(read('D : retenu'), false)).toBeNull()
    for (const unsaid of [
      'P : ADX',
      'P : ADX demande un délai',
      'P : ADX pas favorable',
      'P : ADX ni favorable ni défavorable',
      'P : ADX n’est pas d’accord',
      'P : ADX contre toute attente favorable',
      'P : ADX réserve la salle',
      'P : ADX d’accord sur aucun point',
      'P : ADX pas du tout favorable',
      'P : ADX ne s’oppose pas',
      'P : ADX accord impossible',
      'P : ADX d’accord sur rien',
      'P : ADX demande l’accord du ministère',
      'P : ADX contre-proposition : trois lots',
      'P : ADX aucune réserve',
      'P : ADX n’a pas de réserve',
      'P : ADX réserve son avis',
      'P : ADX souhaite un report et reste défavorable',
    ])
      expect([unsaid, lackOf(read(unsaid))]).toEqual([unsaid, 'stance'])
    for (const whole of ['D : retenu', 'une note', '@ADX demande', 'A : relire'])
      expect([whole, lackOf(read(whole))]).toEqual([whole, null])
  })

  it('gives an action its owner and its deadline, and keeps them out of its words', () => {
    expect(read('A: @DGX transmettre la liste avant le 15/01')).toMatchObject({
      kind: 'action',
      text: 'Transmettre la liste',
      named: { words: 'DGX', speaker: { label: 'DGX' } },
      due: { words: 'avant le 15/01', date: '2027-01-15' },
    })
    expect(read('A : relire avant le 15/01 puis envoyer à @ADX')).toMatchObject({
      text: 'Relire avant le 15/01 puis envoyer à ADX',
      due: { date: '2027-01-15' },
      named: { speaker: { label: 'ADX' } },
    })
  })

  it('leaves a day within the sentence that it belongs to', () => {
    for (const words of [
      'Transmettre le compte rendu du 3 novembre',
      'Reprendre le relevé de la séance du jeudi 14 janvier',
      'Envoyer les listes des 12 mars et 15 avril',
      'Préparer le salon (17 au 19 novembre)',
      'Préparer le salon (17-19 novembre)',
      'Répondre au courrier reçu le 3 novembre',
      'Préparer la réunion prévue le 5 mai',
      'Présenter le bilan de fin d’année',
      'Publier l’arrêté 7 mars 2025',
    ])
      expect(read(`A : @DGX ${words}`)).toMatchObject({ text: words, due: null })
    expect(read('A : @DGX finir avant la séance du 14 janvier')).toMatchObject({
      text: 'Finir',
      due: { date: '2027-01-14' },
    })
    // Bare, it may be either: the deadline is taken and no word is lost.
    expect(read('A : @DGX livrer le bilan 15 janvier')).toMatchObject({
      text: 'Livrer le bilan 15 janvier',
      due: { date: '2027-01-15' },
    })
    expect(read('A : @DGX livrer le bilan, 15 janvier')).toMatchObject({ text: 'Livrer le bilan' })
  })

  it.each([
    ['transmettre le compte rendu le 15 juin', 'Transmettre le compte rendu', '2027-06-15'],
    ['transmettre le compte rendu avant le 15 juin', 'Transmettre le compte rendu', '2027-06-15'],
    ['diffuser les comptes rendus sous huitaine', 'Diffuser les comptes rendus', '2026-12-18'],
    ['publier le compte rendu dans 15 jours', 'Publier le compte rendu', '2026-12-25'],
    ['envoyer le compte rendu pour le 15 juin', 'Envoyer le compte rendu', '2027-06-15'],
    ['le bilan sera transmis avant le 15 juin', 'Le bilan sera transmis', '2027-06-15'],
    ['les fiches sont déposées avant le 15 juin', 'Les fiches sont déposées', '2027-06-15'],
    ['la réponse est envoyée d’ici au 15 juin', 'La réponse est envoyée', '2027-06-15'],
    ['la note doit avoir été transmise avant le 15 juin', 'La note doit avoir été transmise', '2027-06-15'],
  ])('takes until when, whatever stands before it: %s', (words, text, date) => {
    expect(read(`A : @DGX ${words}`)).toMatchObject({ text, due: { date } })
  })

  it.each([
    'Répondre au courrier reçu avant le 15 juin',
    'Vérifier les textes publiés avant le 15 mars',
    'Lister les contrats signés avant le 1er janvier',
    'Comparer les comptes arrêtés avant le 31 décembre',
    'Relire les textes qui sont publiés avant le 15 mars',
    'Lire l’arrêté, il est paru le 15 mars',
  ])('leaves a day that says which ones are meant in its sentence: %s', (words) => {
    expect(read(`A : @DGX ${words}`)).toMatchObject({ text: words, due: null })
  })

  it('gives an action to several together', () => {
    expect(read('A : @DGX et @Marchetti rédiger une note')).toMatchObject({
      text: 'Rédiger une note',
      named: { speaker: { label: 'DGX et Hélène Marchetti', organisation: '', personId: null }, others: [] },
    })
    expect(read('A : @DGX, @Inconnue et @ADX rédiger une note')).toMatchObject({
      text: 'Rédiger une note',
      named: { words: 'DGX, Inconnue et ADX', speaker: null },
    })
    expect(read('A : @DGX @ADX rédiger une note')).toMatchObject({
      text: 'Rédiger une note',
      named: { speaker: { label: 'DGX, ADX' } },
    })
    expect(read('A : @DGX et relire la note')).toMatchObject({ named: { speaker: { label: 'DGX' } } })
  })

  it('sends a line to another item', () => {
    expect(read('#4 D : retenu')).toMatchObject({ itemNumber: '4', kind: 'decision', text: 'retenu' })
    expect(read('#3.2 simple note')).toMatchObject({ itemNumber: '3.2', kind: 'note', text: 'simple note' })
    expect(read('#tag')).toMatchObject({ itemNumber: null, text: '#tag' })
  })

  it('says who else bears the name, those who are there first', () => {
    const twice = {
      label: 'Jeanne Marchetti',
      keys: ['jeanne marchetti', 'marchetti'],
      organisation: 'ADX',
      organisationId: 'id-ADX',
      personId: 'p2',
      answering: '',
    }
    const among = (raw: string) => readLine(raw, { ...context, speakers: [...speakers, twice] }).named
    expect(among('Marchetti : précise')).toMatchObject({
      speaker: { personId: 'p1' },
      others: [{ personId: 'p2' }],
    })
    expect(among('A : @Jeanne Marchetti relire')).toMatchObject({ speaker: { personId: 'p2' }, others: [] })
    expect(among('@Hélène précise')).toMatchObject({
      words: 'Hélène',
      speaker: { label: 'Hélène Marchetti' },
    })
    expect(among('@Personne précise')).toEqual({ words: 'Personne', speaker: null, others: [] })
  })

  it('completes the name that is being typed', () => {
    expect(completions('A : @d', speakers).map(({ label }) => label)).toEqual(['DGX'])
    expect(completions('@hél', speakers).map(({ label }) => label)).toEqual(['Hélène Marchetti'])
    expect(completions('Une phrase', speakers)).toEqual([])
    // Under the whole name of an organisation itself, then its people, who answers for it first.
    const colleague = { ...speakers[2], label: 'Ada Marin', keys: ['ada marin'], personId: 'p2' } as Speaker
    const known = [colleague, ...speakers]
    expect(completions('A : @DGX', known).map(({ label }) => label)).toEqual([
      'DGX',
      'Hélène Marchetti',
      'Ada Marin',
    ])
    expect(completions('A : @ADX', known)).toEqual([])
  })

  it('loses no word of any line, and marks only what is there', () => {
    const bit = fc.constantFrom(
      'D',
      'A',
      '@',
      '#4',
      ':',
      ' : ',
      'ADX',
      'avant le 15/01',
      'é',
      '\\',
      ' ',
      'mot',
      '\u202f',
    )
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 12 }), fc.string(), (bits, tail) => {
        const raw = bits.join('') + tail
        const line = read(raw)
        const said = fold(
          [line.itemNumber ?? '', line.text, line.named?.words ?? '', line.due?.words ?? ''].join(' '),
        )
        const marks = line.parts.filter(({ type }) => type === 'mark')
        const unmarked = marks.reduce(
          (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
          raw,
        )
        for (const word of fold(unmarked).match(/[\p{L}\p{N}]{3,}/gu) ?? []) expect(said).toContain(word)
        for (const { start, end } of line.parts) {
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(raw.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})
