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

  it('may be handles, half of which show that they are some', async () => {
    expect(await people('Étaient là : loutre_5, Kestrel, b3nj, marmotte (à partir de 21h30)')).toEqual([
      'loutre_5 present',
      'Kestrel present',
      'b3nj present',
      'marmotte present',
    ])
  })

  it.each([
    'Manque : pain, lait, beurre, Nutella',
    'Manquait : le quorum',
    'Désolés de ce retard : la salle était fermée',
    'Présents : plan, devis, facture, Annexe2',
    'Absents : juin, juillet, août, Toussaint',
    'Ont pris part au vote (12) : Anne, Luc, Zoé',
  ])('is nobody: %s', async (words) => {
    expect(await people(words)).toEqual([])
  })

  it('is told of the meeting before its subjects, and keeps the bodies that sound like a leave', async () => {
    const draft = await markdown(
      `# Compte rendu du 3 mars 2026\n\nPrésents : Paul Bon (Garde républicaine), Anne Roy (Congés Spectacles), Luc Val (Vacances pour tous)${about}\n## La fête\n\nOn était 3 : Marthe, Odile, Karim.\n`,
    )
    expect(draft.participants.map(({ familyName, organisation }) => [familyName, organisation])).toEqual([
      ['Bon', 'Garde républicaine'],
      ['Roy', 'Congés Spectacles'],
      ['Val', 'Vacances pour tous'],
    ])
    const round = await markdown(
      'Réunion du 12 juin 2026\n\nQui est là ? (mettez votre nom)\n\n1. Le four\n2. La serre\n3. Le verger\n',
    )
    expect(round.kind).toBe('agenda')
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

  it('is what somebody will do, and behind an arrow or before a name what is to be done', async () => {
    expect(
      await actions(
        'Zoé fera le planning et Karim Lis cherchera deux bénévoles. Le secrétaire enverra le compte rendu (avant le 30 mai).\n\nRelance des communes : M. Bon s’en charge.\n\n- Affiche : à refaire (services techniques)\n- vitesse de la rue → Karim Lis écrit à la mairie\n\n→ La DDT envoie la note sur le pont.',
      ),
    ).toEqual([
      ['Zoé fera le planning', 'Zoé', null],
      ['Karim Lis cherchera deux bénévoles', 'Karim Lis', null],
      ['Le secrétaire enverra le compte rendu', 'Le secrétaire', '2026-05-30'],
      ['Relance des communes : M. Bon s’en charge', 'M. Bon', null],
      ['Affiche : à refaire', 'services techniques', null],
      ['Karim Lis écrit à la mairie', 'Karim Lis', null],
      ['La DDT envoie la note sur le pont', 'La DDT', null],
    ])
  })

  it('is nothing that minutes tell of what was said', async () => {
    expect(
      await actions(
        'Luc partage les inquiétudes de Zoé. Anne Roy reprend la parole et pose une question sur le bail. Zoé votera contre. DGX publie un rapport chaque année. Luc obtient la majorité. Luc tient à remercier les bénévoles. Anne Roy fera remarquer que le bail court. Anne Roy ajoutera que le bail court. Zoé anime les débats. Luc gère le budget. DGX dira son avis. Anne Roy deviendra présidente. Anne Roy doit rester prudente. DGX augmentera ses tarifs au 1er mai. Luc enverra-t-il la note ?\n\nQuestion à poser (Luc)\n\nC’est un sujet à traiter avec prudence (Roy)\n\nLe président donnera la parole aux habitants. La mairie fera un recours si le permis est refusé. Le président enverra-t-il la note ?',
      ),
    ).toEqual([])
  })

  it('keeps a day that is past without its year, and gives the next one to what is near', async () => {
    expect(
      await actions(
        'Action : relancer la mairie avant le 3 février\n\nAction : relancer le club avant le 3 mai',
      ),
    ).toEqual([
      ['relancer la mairie', null, '--02-03'],
      ['relancer le club', null, '2026-05-03'],
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
      `# Compte rendu du 3 mars 2026\n\n${about}\n\n## Le jardin\n\n#AGREED on garde le mot « serre »\n#ACTION Zoé ouvre le compte\n\n## Le verger\n\nAccord : une visite avant l’été\n\nDécidé : on garde la serre.\n\nAccord : DGX, CNX\n\nConclusion : merci à tous.\n\nDate retenue : samedi 30 mai\n`,
    )
    expect(draft.decisions.map(({ text: said }) => said)).toEqual([
      'on garde le mot « serre »',
      'une visite avant l’été',
      'on garde la serre.',
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

  it('is what came out behind a sign, and what those who meet say they decide or agree to', async () => {
    expect(
      await decisions(
        '=> le tarif est maintenu\n\n=> on y va quand ?\n\n► Invitations plafonnées à 250\n\nOn hésite entre deux jours → on part sur jeudi\n\nOn décide d’acheter une bâche. On espère le soleil. Luc propose de garder le tarif. Adopté. Pas de stand, c’est acté. Il avait été décidé de planter.\n\nProposition v2 : fermer le lundi. Objections : aucune ✅ Adopté par consentement',
      ),
    ).toEqual([
      'le tarif est maintenu',
      'Invitations plafonnées à 250',
      'on part sur jeudi',
      'On décide d’acheter une bâche',
      'Luc propose de garder le tarif',
      'Pas de stand, c’est acté',
      'Proposition v2 : fermer le lundi',
    ])
  })

  it.each([
    'On prend du retard. On garde le moral. On garde une minute de silence. On reste sur notre faim.',
    'On achète trop de pain. On annule trop de sorties, regrette Zoé. On ne fait plus rien depuis mai.',
    'On retient surtout que le four chauffe mal. Le maire a dit que c’est voté à Paris.',
    '-> pas de réponse de la mairie\n\n-> confirmé par mail la veille\n\n► Prochaine réunion le 5 mai',
    '=> rejeté par la mairie\n\n=> refusé en 2019 par le préfet\n\n► Retour sur la fête : 80 personnes',
    '=> on manque de bras\n\n=> plus de pain',
    'Le devis arrive. Validé. Le permis est demandé depuis mai. Accordé.',
  ])('is nothing that only happens: %s', async (words) => {
    expect(await decisions(words)).toEqual([])
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
  it('may be a given name among how long it lasts, and no other word', async () => {
    const about = [
      'La serre (Zoé, 5 min)',
      'Le budget (information, 10 min)',
      'La serre (suite, 10 min)',
      'Le four (vote, 10 min)',
      'Le parc (pause, 10 min)',
      'Le club (reporté, 10 min)',
      'Le pont (atelier, 30 min)',
      'Le verger (20 min) – Historique',
      'Point finances (10 min) – Trésorerie',
      'Fêtes (10 min) – Noël',
      'Le lac (10 min) (Torvan)',
    ]
    const draft = await markdown(
      `# Ordre du jour du 3 mars 2026\n\n${about.map((words, at) => `${at + 1}. ${words}`).join('\n')}\n`,
    )
    expect(said(draft.items)).toEqual([
      "1 La serre 5' {Zoé|}",
      ...about.slice(1).map((words, at) => `${at + 2} ${words}`),
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
