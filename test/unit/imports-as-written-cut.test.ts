import { describe, expect, it } from 'vitest'
import { names, text, titles } from './said.ts'

// Pages that lost their lines, their columns or their order on the way, and lists that go on behind what does not belong.

const HEAD = ['Compte rendu du conseil du 3 mars 2026', '']
const TEXT = [
  '',
  '1. Le four',
  '',
  'Le four chauffe mal. Il sera revu.',
  '',
  '2. Le bief',
  '',
  'Le bief est plein.',
]
const minutes = (...lines: string[]) => text([...HEAD, ...lines, ...TEXT])
const who = async (...lines: string[]) =>
  (await minutes(...lines)).participants.map(
    ({ givenName, familyName, organisation, attendance }) =>
      [givenName, familyName].filter(Boolean).join(' ') +
      (organisation === null ? '' : ` (${organisation})`) +
      ` ${attendance}`,
  )

describe('who was there', () => {
  it('is parted where the next group begins in the same line', async () => {
    expect(
      await who('Présents : Odile Vasseur, Basile Oriol - Excusés : Yvon Delmas - Invitée : Rose Caron'),
    ).toEqual(['Odile Vasseur present', 'Basile Oriol present', 'Yvon Delmas excuse', 'Rose Caron present'])
    expect(await who('Présents : Odile Vasseur, Basile Oriol / Excusé : Yvon Delmas')).toEqual([
      'Odile Vasseur present',
      'Basile Oriol present',
      'Yvon Delmas excuse',
    ])
    expect(
      await who(
        'Étaient présents les amis du moulin : Mme Odile Vasseur (), M. Basile Oriol. Ainsi que : Mme Rose Caron, Étaient Excusés : M. Yvon Delmas.',
      ),
    ).toEqual(['Odile Vasseur present', 'Basile Oriol present', 'Rose Caron present', 'Yvon Delmas excuse'])
  })

  it('is parted where such words end a line of names', async () => {
    expect(
      await who(
        'présents :',
        'Odile VASSEUR, Basile ORIOL, Rose CARON excusés :',
        'Yvon DELMAS, Luc BASTIDE',
      ),
    ).toEqual([
      'Odile VASSEUR present',
      'Basile ORIOL present',
      'Rose CARON present',
      'Yvon DELMAS excuse',
      'Luc BASTIDE excuse',
    ])
  })

  it('goes on below the day that stands between its title and its names', async () => {
    expect(
      await who(
        'Étaient présents :',
        'Rencontre du 3 mars 2026',
        '- Odile Vasseur, meunière,',
        '- Basile Oriol, potier,',
      ),
    ).toEqual(['Odile Vasseur present', 'Basile Oriol present'])
  })

  it('is named behind the body that sent them, where columns were lost', async () => {
    const draft = await minutes(
      'Liste des participants',
      'Commune de Castelroc M. Basile ORIOL',
      'Maire',
      'Excusé',
      'Agence du Torvan Mme Odile VASSEUR Directrice Syndicat du Lys M. Yvon DELMAS',
      'Président',
    )
    expect(names(draft)).toEqual(['Basile ORIOL present', 'Odile VASSEUR present', 'Yvon DELMAS present'])
    expect(draft.participants.map(({ organisation }) => organisation)).toEqual([
      'Commune de Castelroc',
      'Agence du Torvan',
      null,
    ])
    expect(
      await who(
        'Nom Prénom Organisme',
        'VASSEUR Odile DGX',
        'ORIOL Basile Agence du Torvan',
        'Yvon DELMAS ROUVIER',
      ),
    ).toEqual([
      'Odile VASSEUR (DGX) null',
      'Basile ORIOL (Agence du Torvan) null',
      'Yvon DELMAS ROUVIER null',
    ])
  })

  it('is said by a word behind each name', async () => {
    expect(
      await who(
        'Membres titulaires :',
        '1 Odile Vasseur présente',
        '2 Basile Oriol présent',
        '3 Yvon Delmas excusé',
      ),
    ).toEqual(['Odile Vasseur present', 'Basile Oriol present', 'Yvon Delmas excuse'])
    expect(
      await who('Membres du moulin présents', 'Mme Odile Vasseur (DGX)', 'M. Basile Oriol (DGX)'),
    ).toEqual(['Odile Vasseur (DGX) present', 'Basile Oriol (DGX) present'])
    expect(await who('Présents : Odile Vasseur, Basile Oriol.', 'M. Yvon Delmas est excusé.')).toEqual([
      'Odile Vasseur present',
      'Basile Oriol present',
      'Yvon Delmas excuse',
    ])
  })

  it('is not said again by a given name, nor by who shares out the work', async () => {
    const present = ['Présents : Odile Vasseur, Basile Oriol', '']
    const shared = ['3. La fête', '', 'Stand du pain', 'Membres : Odile, Basile O., Ferréol']
    expect(names(await text([...HEAD, ...present, '1. Le four', '', 'Il chauffe.', '', ...shared]))).toEqual([
      'Odile Vasseur present',
      'Basile Oriol present',
    ])
    // Where nobody is named in full, given names are all there is.
    expect(await who('Présents : Odile, Basile, Ferréol')).toEqual([
      'Odile present',
      'Basile present',
      'Ferréol present',
    ])
  })

  it('is somebody of a family name that is the given name of another', async () => {
    expect(await who('Présents :', 'M. Martin (DGX)', 'Mme Vasseur (DGX)', 'Martin Lefort')).toEqual([
      'Martin (DGX) present',
      'Vasseur (DGX) present',
      'Martin Lefort present',
    ])
    expect(await who('Présents : Mme Vasseur, M. Martin', 'Excusé : Martin Lefort')).toEqual([
      'Vasseur present',
      'Martin present',
      'Martin Lefort excuse',
    ])
    // Nor is called so who came for another body.
    expect(await who('Présents :', 'Martin (DGX)', 'Vasseur (DGX)', 'Martin Lefort (CTX)')).toEqual([
      'Martin (DGX) present',
      'Vasseur (DGX) present',
      'Martin Lefort (CTX) present',
    ])
  })

  it('is not who is elected at the meeting', async () => {
    const draft = await text([
      'Compte rendu de l’assemblée du 3 mars 2026',
      '',
      'Rapport du four',
      'Le rapport est approuvé à l’unanimité.',
      'Bief et roue',
      'La roue tourne à nouveau depuis février.',
      'Élection du bureau',
      'Présidente : Odile Vasseur',
      'Secrétaire : Basile Oriol',
    ])
    expect(names(draft)).toEqual([])
  })

  it('is said of nobody below the powers that others gave', async () => {
    expect(
      await who(
        'Présents : Odile Vasseur, Basile Oriol',
        'Pouvoirs :',
        'Yvon Delmas, Rose Caron',
        'Membres amis',
        'Luc Bastide',
        'Nadia Ferrand',
      ),
    ).toEqual([
      'Odile Vasseur present',
      'Basile Oriol present',
      'Yvon Delmas represente',
      'Rose Caron represente',
      'Luc Bastide null',
      'Nadia Ferrand null',
    ])
  })

  it('is to be looked at where the body beside a name names somebody', async () => {
    const [first] = (await minutes('Présents :', 'Odile Vasseur, voisine du lac puis M. Basile Oriol'))
      .participants
    expect(first?.source.confidence ?? 0).toBeLessThan(0.75)
  })
})

describe('the agenda', () => {
  it('counts its parts by letters behind the number', async () => {
    const draft = await text([
      'Conseil du 3 mars 2026',
      'ORDRE DU JOUR',
      '1. LE FOUR',
      '2. LE BIEF :',
      '2-A : CURAGE',
      '2.B : BERGES',
      '3. LA ROUE',
    ])
    expect(titles(draft)).toEqual(['LE FOUR', 'LE BIEF', 'LA ROUE'])
    expect(draft.items[1]?.children.map(({ title }) => title)).toEqual(['CURAGE', 'BERGES'])
  })

  it('has dashes that go on to the left of their parts', async () => {
    const draft = await text([
      'Conseil du 3 mars 2026',
      'Ordre du jour',
      '- Le four',
      '- Le bief',
      '    o Curage du fond',
      '    o Berges',
      '- La roue',
    ])
    expect(titles(draft)).toEqual(['Le four', 'Le bief', 'La roue'])
    expect(draft.items[1]?.children.map(({ title }) => title)).toEqual(['Curage du fond', 'Berges'])
  })

  it('ends a title at who speaks, before what they will say', async () => {
    const [first] = (
      await text([
        'Journée du 3 mars 2026',
        'Programme',
        '9:00-9:30 : Les fours à pain du plateau (Odile Vasseur, DGX) On les croyait perdus, et pourtant il en reste plus de quarante que chaque village rallume au printemps.',
        '9:30-10:00 : Le bief',
        '10:00-10:30 : La roue',
      ])
    ).items
    expect(first).toMatchObject({
      title: 'Les fours à pain du plateau',
      presenter: 'Odile Vasseur',
      organisation: 'DGX',
    })
    expect(first?.note).toContain('quarante')
  })

  it('is announced by what a letter wants to speak of', async () => {
    const draft = await text([
      'Bonjour,',
      'Retrouvons-nous mardi 3 mars 2026 à 14h au moulin pour parler de :',
      '- le four',
      '- le bief',
      '- la roue',
      'À bientôt,',
    ])
    expect(titles(draft)).toEqual(['le four', 'le bief', 'la roue'])
  })

  it('is not what a sentence of the text lists, nor a heading that comes back', async () => {
    const draft = await text([
      ...HEAD,
      'Présents : Odile Vasseur, Basile Oriol',
      '',
      'Ordre du jour',
      'Odile Vasseur ouvre la soirée et présente le plan du moulin.',
      'Plan du moulin',
      'Le plan est un papier de trente pages que le conseil lit depuis l’hiver, et que la commune suivra.',
      'Les buts de ce plan sont :',
      '• garder l’eau dans le bief en été',
      '• rouvrir le four',
      '• montrer la roue',
      'Le plan est lu par la commune jusqu’au printemps.',
      'Paroles de voisins',
      'Les voisins du moulin demandent que la roue tourne aussi le dimanche, et que le four reste ouvert.',
    ])
    expect(titles(draft)).toEqual(['Plan du moulin', 'Paroles de voisins'])
  })
})

describe('the day', () => {
  it('is not the one on which the minutes were approved', async () => {
    const draft = await text([
      'Approuvé par le bureau du 12 octobre 2026',
      'COMPTE RENDU DU CONSEIL',
      'Réunion du 3 mars 2026',
      '',
      'Le four chauffe mal.',
    ])
    expect(draft.meeting.date).toBe('2026-03-03')
  })

  it('is to be looked at without its year', async () => {
    const draft = await text([
      'Conseil',
      'Date : mardi 3 mars, 9h à 11h',
      'Ordre du jour',
      '1. Le four',
      '2. Le bief',
    ])
    expect(draft.meeting.date).toBe('--03-03')
    expect(draft.meetingSources.date?.confidence ?? 1).toBeLessThan(0.75)
  })
})

describe('what came out', () => {
  it('stands under its title at the end, and under a number', async () => {
    const draft = await text([
      ...HEAD,
      '1. Le four',
      'Le four chauffe mal.',
      '2. SUITES À DONNER',
      '- revoir le foyer',
      '- peindre la porte',
      'Relevé de décisions :',
      '- le four ouvre le samedi',
      '- la roue reste à l’arrêt',
    ])
    expect(draft.actions.map((one) => one.text)).toEqual(['revoir le foyer', 'peindre la porte'])
    expect(draft.decisions.map((one) => one.text)).toEqual([
      'le four ouvre le samedi',
      'la roue reste à l’arrêt',
    ])
  })

  it('is not what the meeting before decided', async () => {
    const draft = await text([
      ...HEAD,
      '1. Le four',
      'Rappel des décisions prises :',
      '- le four ouvre le samedi',
      '- la roue reste à l’arrêt',
      '2. Le bief',
      'Le bief est plein.',
    ])
    expect(draft.decisions).toEqual([])
  })

  it('makes minutes of the synthesis of what was said', async () => {
    const draft = await text([
      'Synthèse des échanges',
      'Comité du moulin – 3 mars 2026',
      '',
      'Le four chauffe mal.',
    ])
    expect(draft.kind).toBe('minutes')
  })
})
