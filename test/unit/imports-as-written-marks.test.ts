import { describe, expect, it } from 'vitest'
import { markdown, names, text, titles } from './said.ts'

// Marks by which people single out what was decided and what is to be done, with invented words.

const HEAD = `# Compte rendu du bureau du 3 mars 2026

**Présents :** Anne Roure, Paul Lidon, Zoé Marval, Luc Aubrac

`
const actions = async (lines: string) =>
  (await markdown(HEAD + lines)).actions.map(({ owner, text: words }) => [owner, words])
const decisions = async (lines: readonly string[]) =>
  (
    await text(['Compte rendu du bureau du 3 mars 2026', 'Présents : Anne Roure, Paul Lidon', ...lines])
  ).decisions.map(({ text: words }) => words)

describe('what is to be done', () => {
  it('is of whoever is the subject of its sentence, by title and name', async () => {
    expect(
      await actions(
        [
          'Action A-2013-09-01 : Mme Fourcroy diffuse le bilan avant le 30 septembre 2026.',
          'Action : M. Aubrac et Mme Marval relisent la charte.',
          'Action : M. Lidon est prévenu par le secrétariat.',
        ].join('\n\n'),
      ),
    ).toEqual([
      ['Mme Fourcroy', 'Mme Fourcroy diffuse le bilan'],
      ['M. Aubrac et Mme Marval', 'M. Aubrac et Mme Marval relisent la charte.'],
      [null, 'M. Lidon est prévenu par le secrétariat.'],
    ])
  })

  it('begins its own line behind an arrow, a tag or a name, where Markdown would join it to the line above', async () => {
    expect(
      await actions(`## Budget
Les comptes sont à jour.
-> Paul relance la banque
@zoe range le local
## Fichier
Luc Aubrac : mettre à jour les adresses
`),
    ).toEqual([
      ['Paul', 'Paul relance la banque'],
      ['zoe', 'range le local'],
      ['Luc Aubrac', 'mettre à jour les adresses'],
    ])
  })

  it('is one quoted line that says what to do, and not the words of others', async () => {
    expect(
      await actions(`## Le car
Le prix monte.

> Demander deux devis aux loueurs

> Il faudrait prévenir les familles

## Lettre reçue

> Monsieur, nous vous écrivons au sujet du car.
> Envoyer la réponse à notre siège.
`),
    ).toEqual([
      [null, 'Demander deux devis aux loueurs'],
      [null, 'Il faudrait prévenir les familles'],
    ])
  })

  it('is listed below what comes next, with whose it is before a dash, an arrow or behind "par"', async () => {
    expect(
      await actions(`## Pour la suite

* Luc - réserver la salle
* Zoé et Paul : repeindre la porte
* Anne => le pain
* Poster la lettre => rédigée par le bureau
* Odile Ferrand appelle la mairie

Merci de votre aide !
`),
    ).toEqual([
      ['Luc', 'réserver la salle'],
      ['Zoé et Paul', 'repeindre la porte'],
      ['Anne', 'le pain'],
      ['le bureau', 'Poster la lettre'],
      ['Odile Ferrand', 'Odile Ferrand appelle la mairie'],
    ])
  })

  it('is known by the state in its box', async () => {
    expect(
      await actions(`## Récapitulatif des actions à mener :

[En cours] Demander les clés au gardien

[Fait] Vider le grenier
`),
    ).toEqual([[null, 'Demander les clés au gardien']])
  })

  it('stands below a title without a colon, and in no part that is called "Suite"', async () => {
    const draft = await text([
      'Compte rendu du bureau du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon',
      'Prochaines étapes',
      '• Choix du menu',
      '• Visite de la salle',
    ])
    expect(draft.actions.map(({ text: words }) => words)).toEqual(['Choix du menu', 'Visite de la salle'])
    const parts = await markdown(`${HEAD}## Le car

Le prix monte.

## Suite

- on verra bien
`)
    expect(titles(parts)).toEqual(['Le car', 'Suite'])
    expect(parts.actions).toEqual([])
  })

  it('is told by what somebody has to do, also beside actions that are marked one by one', async () => {
    expect(
      await actions(`## Le local
-> Luc réserve la benne
-> Zoé commande la peinture
-> Paul prépare le café

Mme Roure est chargée de prévenir les voisins. Le devis est de 40 €. Zoé s’occupe de demander les clés.
Paul doit être content.
`),
    ).toEqual([
      ['Luc', 'Luc réserve la benne'],
      ['Zoé', 'Zoé commande la peinture'],
      ['Paul', 'Paul prépare le café'],
      ['Mme Roure', 'Mme Roure est chargée de prévenir les voisins'],
      ['Zoé', 'Zoé s’occupe de demander les clés'],
    ])
  })
})

describe('who does what', () => {
  it('is told of what will be done by somebody, and in brackets behind a bullet that says what to do', async () => {
    const draft = await text([
      'Compte rendu du bureau du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon, Zoé Marval',
      '1. Budget',
      'La lettre sera rédigée par Zoé. Le vote sera fait par correspondance.',
      '- Prendre rendez-vous avec la mairie, pour la salle (PL)',
      '- Étendre le réseau (fibre)',
    ])
    expect(draft.actions.map(({ owner, text: words }) => [owner, words])).toEqual([
      ['Zoé', 'La lettre sera rédigée'],
      ['PL', 'Prendre rendez-vous avec la mairie, pour la salle'],
    ])
  })

  it('is told by the lines of a paragraph beside one that is marked', async () => {
    const page = `${HEAD}## Concert

Anne s’occupe de l’affiche.
**Validé** : entrée à 5 €
[ACTION] Paul : réserver la salle
À faire : le bureau relance la mairie

## Buvette

La caisse est pleine.

## Les personnes présentes

Deux voisins sont venus.
`
    expect(await actions(page.slice(HEAD.length))).toEqual([
      ['Paul', 'réserver la salle'],
      ['le bureau', 'le bureau relance la mairie'],
      ['Anne', 'Anne s’occupe de l’affiche'],
    ])
    const draft = await markdown(page)
    expect(draft.decisions.map(({ text: words }) => words)).toEqual(['entrée à 5 €'])
    expect(titles(draft)).toEqual(['Concert', 'Buvette'])
  })
})

describe('what was decided', () => {
  it('is what stands above the counts of a vote, a line for each', async () => {
    expect(
      await decisions([
        '1. Tarif de la buvette',
        'On en parle longtemps.',
        '',
        '- 10 pour',
        '- 2 abstentions',
        '- 1 contre',
        '2. Journal',
        'Vote : pour 12, contre 0, abstention 1',
      ]),
    ).toEqual(['Tarif de la buvette', 'Journal'])
  })

  it('is said of the past of this meeting, and not of one before', async () => {
    expect(
      await decisions([
        '1. Tarif',
        'Le bureau a validé le devis du peintre.',
        'Le conseil a adopté le budget lors de la séance de mai.',
        'Il a finalement été décidé de garder le tarif.',
      ]),
    ).toEqual(['Le bureau a validé le devis du peintre', 'Il a finalement été décidé de garder le tarif'])
  })

  it('is what a vote says behind its label, or beside how many were for it', async () => {
    expect(
      await decisions([
        '1. Image',
        '- Vote : logo bleu adopté (5 pour, 1 contre)',
        '- Accord pour le principe (vote = 6)',
        '- Consensus pour garder le nom',
        '- Motion 2 : achat d’une tente – adoptée',
      ]),
    ).toEqual([
      'logo bleu adopté (5 pour, 1 contre)',
      'achat d’une tente – adoptée',
      'Accord pour le principe (vote = 6)',
      'Consensus pour garder le nom',
    ])
  })

  it('is not who presides over the meeting itself', async () => {
    expect(await decisions(['1. Ouverture', 'L’assemblée désigne Mme Roure présidente de séance.'])).toEqual(
      [],
    )
  })
})

describe('a list of those who were there', () => {
  it('ends at the title of another list, also where that stands as a paragraph', async () => {
    const draft = await text([
      'Compte rendu du bureau du 3 mars 2026',
      'Personnes présentes',
      '• Anne Roure',
      '• Paul Lidon',
      'Décisions prises',
      '• Nous gardons le nom du journal.',
      'Objectifs de la réunion',
      '• Menu',
      '• Salle',
    ])
    expect(names(draft)).toEqual(['Anne Roure present', 'Paul Lidon present'])
    expect(draft.decisions.map(({ text: words }) => words)).toEqual(['Nous gardons le nom du journal.'])
  })
})
