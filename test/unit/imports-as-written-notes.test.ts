import { describe, expect, it } from 'vitest'
import { names, read } from './said.ts'

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
