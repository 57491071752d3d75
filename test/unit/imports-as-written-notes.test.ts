import { describe, expect, it } from 'vitest'
import { names, read, said, titles } from './said.ts'

// What people write for themselves: notes, pads and mails, in words of everyday, with invented words.

const text = (words: string) => read(words, 'reunion.txt', '2026-06-01')
const markdown = (words: string) => read(words, 'reunion.md', '2026-06-01')
const about =
  '\n\n## Le jardin\n\nOn parle du jardin. Il a beaucoup plu.\n\n## Le verger\n\nOn parle du verger. Il n’a pas plu.\n'

describe('who was there, in words of everyday', () => {
  const people = async (words: string) =>
    names(await markdown(`# Compte rendu du 3 mars 2026\n\n${words}${about}`))

  it('is asked, and told of those who are missing', async () => {
    expect(
      await people(
        '**Qui est là ?** (mettez votre nom)\n- Anne Roy (prez)\n- Marthe\n- Paul B (paniers)\n\n**Qui n’est pas là ?**\n- Odile → excusée, grippe\n- Luc Val → en retard',
      ),
    ).toEqual(['Anne Roy present', 'Marthe present', 'Paul B present', 'Odile excuse', 'Luc Val absent'])
    expect(await people('**Présent·es :** Anne, Luc, Zoé\n\n**Pas là :** Marthe (congés), Odile 🤒')).toEqual(
      ['Anne present', 'Luc present', 'Zoé present', 'Marthe absent', 'Odile absent'],
    )
    expect(
      await people(
        '| | |\n|---|---|\n| Où | atelier |\n| Autour de la table | Anne, Luc B., Mo |\n| Absents | Zoé (RTT) |',
      ),
    ).toEqual(['Anne present', 'Luc B present', 'Mo present', 'Zoé absent'])
  })

  it('may be handles, of which some have no capital', async () => {
    expect(await people('Étaient là : loutre, Kestrel, b3nj, marmotte (à partir de 21h30)')).toEqual([
      'loutre present',
      'Kestrel present',
      'b3nj present',
      'marmotte present',
    ])
  })

  it('stands in the middle of what a mail says', async () => {
    expect(
      await people(
        'Merci d’être venus malgré la pluie (on était 4 : Anne, Luc B., Zoé et la maman de Rose). Désolés : Marthe, Odile.',
      ),
    ).toEqual(['Anne present', 'Luc B present', 'Zoé present', 'Marthe excuse', 'Odile excuse'])
    expect(
      await people(
        'Le conseil s’est réuni au café, autour d’Anne Roy (présidente), Paul Bon et Zoé Lac, salariée. Luc Val et la déléguée du club, Mme Mur, s’étaient fait excuser ; Luc a donné son pouvoir.',
      ),
    ).toEqual(['Anne Roy present', 'Paul Bon present', 'Zoé Lac present', 'Luc Val excuse', 'Mur excuse'])
  })

  it('goes on with those who have no name, and whose function follows their given name', async () => {
    expect(
      names(
        await text(
          'Réunion du lundi 3 mars 2026\n\nprésents: Marthe, Luc, les 2 frères Lis, Anne (animatrice), Paul stagiaire\nexcusés: Zoé, Odile\n\n1 - le jardin\nIl a beaucoup plu. On parle du jardin.\n\n2 - le verger\nIl a gelé hier. On parle du verger.\n',
        ),
      ),
    ).toEqual(['Marthe present', 'Luc present', 'Anne present', 'Paul present', 'Zoé excuse', 'Odile excuse'])
  })

  it('says what each counts, whom they stand for, and to whom they gave their power', async () => {
    expect(
      await people(
        'Présents :\n\nM. ROY Paul (512) – Mme BON-LAC Zoé (488) – SCI DU LAC représentée par M. VAL Luc (702)\n\nPouvoirs : Anne Mur à Paul Roy – Odile Lis à Luc Val.',
      ),
    ).toEqual([
      'Paul ROY present',
      'Zoé BON-LAC present',
      'Luc VAL present',
      'Anne Mur represente',
      'Odile Lis represente',
    ])
  })

  it('is not said of a team that is named below those who were excused', async () => {
    expect(
      await people(
        'Présents : Anne Roy, Paul Bon.\n\nExcusés : Zoé Lac, Luc Val.\n\nÉquipe technique : Odile Mur (directrice), Karim Lis.',
      ),
    ).toEqual([
      'Anne Roy present',
      'Paul Bon present',
      'Zoé Lac excuse',
      'Luc Val excuse',
      'Odile Mur null',
      'Karim Lis null',
    ])
  })

  it('is marked by letters that a legend explains, by boxes, or between tabs', async () => {
    expect(
      await people(
        '| Nom | Initiales | P / E / Po |\n|---|---|---|\n| Anne Roy | AR | P |\n| Paul Bon | PB | P (à partir du point 3) |\n| Zoé Lac | ZL | E |',
      ),
    ).toEqual(['Anne Roy present', 'Paul Bon present', 'Zoé Lac excuse'])
    expect(
      await people(
        '| Grade | Nom | Affectation | Présence |\n|---|---|---|---|\n| Cne | ROY A. | Vaux | ☒ |\n| Adj | BON P. | Lys | ☐ excusé |\n| Ltn | LAC Z. | Lys | ☒ (visio) |',
      ),
    ).toEqual(['A. ROY present', 'P. BON excuse', 'Z. LAC visio'])
    expect(
      names(
        await text(
          'Compte rendu de la séance du 3 mars 2026\n\nReprésentants de l’administration\n\nAnne Roy\tDirectrice\tprésente\nPaul Bon\tDRH\texcusé\n\nReprésentants du personnel\n\nZoé Lac\tCGT\tprésente\nLuc Val\tSUD\tabsent\n\n1. Le jardin\n\nOn en parle longuement.\n\n2. Le verger\n\nOn en parle aussi.\n',
        ),
      ),
    ).toEqual(['Anne Roy present', 'Paul Bon excuse', 'Zoé Lac present', 'Luc Val absent'])
  })
})

describe('what is to be done, in words of everyday', () => {
  const about = 'Présents : Zoé Lac, Luc Bon (trésorier), Mme Anne Roy (DGX), Karim Lis'
  const actions = async (words: string) =>
    (
      await markdown(
        `# Compte rendu du 3 mars 2026\n\n${about}\n\n## Le jardin\n\n${words}\n\n## Le verger\n\nOn en parle.\n`,
      )
    ).actions.map(({ text: said, owner, dueDate }) => [said, owner, dueDate])

  it('is what somebody takes upon them, and not what they say or lead', async () => {
    expect(
      await actions(
        'Luc présente les comptes. Zoé fera le planning et Karim cherchera deux bénévoles. Mme Roy ouvre la séance. Luc fait le point. Karim ne répond plus, Zoé l’appelle. K. Lis remplit le dossier (avant le 30 mai).',
      ),
    ).toEqual([
      ['Zoé fera le planning', 'Zoé', null],
      ['Karim cherchera deux bénévoles', 'Karim', null],
      ['Zoé l’appelle', 'Zoé', null],
      ['K. Lis remplit le dossier', 'K. Lis', '2026-05-30'],
    ])
  })

  it('may stand before who does it, behind a colon or an arrow', async () => {
    expect(
      await actions(
        'Relance des communes : M. Bon s’en charge.\n\n- Affiche : à refaire (services techniques)\n- vitesse de la rue → Karim Lis écrit à la mairie\n\n→ La DDT envoie la note sur le pont.\n\nLe secrétaire enverra le compte rendu. Le maire ouvrira la fête.',
      ),
    ).toEqual([
      ['Relance des communes : M. Bon s’en charge', 'M. Bon', null],
      ['Affiche : à refaire', 'services techniques', null],
      ['Karim Lis écrit à la mairie', 'Karim Lis', null],
      ['La DDT envoie la note sur le pont', 'La DDT', null],
      ['Le secrétaire enverra le compte rendu', 'Le secrétaire', null],
    ])
  })

  it('is no action of a sentence where a list says what is to be done', async () => {
    expect(
      await actions(
        'Zoé fera le planning.\n\n**À faire**\n\n- [ ] planning (Zoé)\n- [ ] affiche (Luc)\n- [ ] courrier (Karim)',
      ),
    ).toEqual([
      ['planning', 'Zoé', null],
      ['affiche', 'Luc', null],
      ['courrier', 'Karim', null],
    ])
  })

  it('is tagged as in chats, and told of decisions by other words', async () => {
    const draft = await markdown(
      `# Compte rendu du 3 mars 2026\n\n${about}\n\n## Le jardin\n\n#AGREED on garde le mot « serre »\n#ACTION Zoé ouvre le compte\n\n## Le verger\n\nAccord : une visite avant l’été\n\nDate retenue : samedi 30 mai\n`,
    )
    expect(draft.decisions.map(({ text: said }) => said)).toEqual([
      'on garde le mot « serre »',
      'une visite avant l’été',
      'Date retenue : samedi 30 mai',
    ])
    expect(draft.actions.map(({ text: said, owner }) => [said, owner])).toEqual([
      ['Zoé ouvre le compte', 'Zoé'],
    ])
  })
})

describe('what was decided, in words of everyday', () => {
  const decisions = async (words: string) =>
    (
      await markdown(
        `# Compte rendu du 3 mars 2026\n\nPrésents : Zoé Lac, Luc Bon\n\n## Le jardin\n\n${words}\n\n## Le verger\n\nOn en parle.\n`,
      )
    ).decisions.map(({ text: decided }) => decided)

  it('stands behind a sign, and what is asked or told does not', async () => {
    expect(
      await decisions(
        '=> on garde le hangar\n\n=> on y va quand ?\n\n► Invitations plafonnées à 250\n\n► La serre est refusée.\n\n► Consigne à 2 €\n\nOn hésite entre deux jours → on part sur jeudi',
      ),
    ).toEqual([
      'on garde le hangar',
      'Invitations plafonnées à 250',
      'La serre est refusée',
      'Consigne à 2 €',
      'on part sur jeudi',
    ])
  })

  it('is what those who meet do, or what they agree to right behind it', async () => {
    expect(
      await decisions(
        'On achète une bâche. Tout le monde est d’accord. On espère le soleil. Luc propose de garder le tarif. Adopté. Pas de stand, c’est acté. Il avait été décidé de planter.\n\nProposition v2 : fermer le lundi. Objections : aucune ✅ Adopté par consentement',
      ),
    ).toEqual([
      'On achète une bâche',
      'Luc propose de garder le tarif',
      'Pas de stand, c’est acté',
      'Proposition v2 : fermer le lundi',
    ])
  })

  it('and what is to be done, stand in tables that say little of themselves', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\nPrésents : Zoé Lac, Luc Bon\n\n## Décisions\n\n| N° | Décision | Validé par |\n|---|---|---|\n| D1-1 | La bascule est fixée au 3 novembre | ZL |\n\n## Actions\n\n| Commander la platine | Zoé | 22/04 |\n|---|---|---|\n| Relancer le club | Luc | |\n\nLa page est sous licence libre, sauf mention contraire.\n',
    )
    expect(draft.decisions.map(({ text: decided }) => decided)).toEqual([
      'La bascule est fixée au 3 novembre',
    ])
    expect(draft.actions.map(({ text: todo, owner, dueDate }) => [todo, owner, dueDate])).toEqual([
      ['Commander la platine', 'Zoé', '2026-04-22'],
      ['Relancer le club', 'Luc', null],
    ])
  })
})

describe('who presents a subject', () => {
  it('may be a given name or a handle beside how long it lasts, and is no thing', async () => {
    const draft = await markdown(
      '# Ordre du jour du 3 mars 2026\n\n1. Le jardin (45 min) – Zoé\n2. Le verger : où en est-on ? (Luc) - 20’\n3. La serre _(loutre, 5 min)_\n4. La pompe – 1h15 (Marthe, bibliothèque du Torvan)\n5. Le local – ½ h (Anne et Luc)\n6. Le four (10 min) – Présentation\n',
    )
    expect(said(draft.items)).toEqual([
      "1 Le jardin 45' {Zoé|}",
      "2 Le verger : où en est-on ? 20' {Luc|}",
      "3 La serre 5' {loutre|}",
      "4 La pompe 75' {Marthe|bibliothèque du Torvan}",
      "5 Le local 30' {Anne et Luc|}",
      '6 Le four (10 min) – Présentation',
    ])
  })

  it('is no part of the title, nor is what a wiki offers, nor the letters before the number of an act', async () => {
    const wiki = await read(
      '<h1>CR du 3 mars 2026</h1><p>Présents : Zoé Lac, Luc Bon</p><h2>Le jardin [modifier]</h2><p>Il a plu.</p><h2>Le verger [modifier | modifier le code]</h2><p>Il a gelé.</p>',
      'page.html',
      '2026-06-01',
    )
    expect(titles(wiki)).toEqual(['Le jardin', 'Le verger'])
    const acts = await text(
      'Compte rendu du conseil du 3 mars 2026\n\nPrésents : Mme Anne Roy, M. Paul Bon\n\nDEL2026-11 : Tarifs de l’eau\n\nLe maire présente les tarifs.\n\nDEL2026-12 : Vente du four\n\nLe four est vendu au club.\n\nDEL2026-13 : Travaux du pont\n\nLe pont est refait.\n',
    )
    expect(titles(acts)).toEqual(['Tarifs de l’eau', 'Vente du four', 'Travaux du pont'])
  })
})

describe('when and where, in words of everyday', () => {
  const page = (first: string, last = '') =>
    markdown(
      `# Compte rendu\n\n${first}\n\nPrésents : Zoé Lac, Luc Bon\n\n## Le jardin\n\nIl a plu.\n\n## Le verger\n\nIl a gelé.\n\n${last}\n`,
    )

  it.each([
    ['Bureau du Lac – mardi 3 mars 2026 – Maison du Lac, Vaux', 'Maison du Lac'],
    ['Notes du mardi 3 mars 2026 (cour du prieuré, 10h)', 'cour du prieuré'],
    ['CA de rentrée — 3 mars 2026 — chez les Val — pad', 'chez les Val'],
    ['mardi 3 mars 26, 13h30 chez Luc (le pré)', 'chez Luc'],
    [
      'Mardi 3 mars 2026, de 14 h à 17 h – Maison des collectivités, salle Torvan',
      'Maison des collectivités, salle Torvan',
    ],
  ])('stands beside the day: %s', async (first, place) => {
    const { meeting } = await page(first)
    expect(meeting).toMatchObject({ date: '2026-03-03', place })
  })

  it('takes no subject for a place', async () => {
    const { meeting } = await page('Mardi 3 mars 2026 – atelier – 10h')
    expect(meeting.place).toBeNull()
  })

  it.each([
    ['Prochaine réu : 2 avril, 14h', '2026-04-02', '14:00'],
    ['Prochain cercle le vendredi 3 avril à 9h', '2026-04-03', '09:00'],
    ['On se revoit le jeudi 2 avril, à priori chez Zoé, 20h30.', '2026-04-02', '20:30'],
    ['rdv: jeudi 2 avril 14h chez Zoé', '2026-04-02', '14:00'],
    [
      'On fête Odile (le gâteau est de Luc). Le prochain conseil est fixé au jeudi 2 avril à la même heure.',
      '2026-04-02',
      '18:00',
    ],
  ])('the next one: %s', async (last, date, startTime) => {
    const { nextMeeting } = await page('Mardi 3 mars 2026 à 18h', last)
    expect(nextMeeting).toMatchObject({ date, startTime })
  })
})
