import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asWritten,
  isKnown,
  isLeftAlone,
  isWellSpelt,
  plainWord,
  withoutElision,
  wordsOf,
} from '../../electron/domain/text/spelling.ts'
import { misspeltWords, suggestionsFor } from '../../electron/spelling/dictionary.ts'

const list = (words: string) => words.trim().split(/\s+/)

const right: Readonly<Record<string, string[]>> = {
  verbs: list(`
    examine examinons examinèrent examiné convoquer convoquera convoquerions convient conviendrait proposait proposassent
    approuve approuvée reporter reporterons reçoit recevront dû dus pourvoir pourvoirait adjoint soumettent soumis peut
    puissent aient eussent fût fut faille siègent siégeait rappelle rappellera rappelait jette achètera préside présidât
    est était sera soient doit dussent sait sachent veut veuillez acquiert acquérir résout résolue`),
  plurals: list(`
    travaux régionaux généraux nationaux locaux baux journaux avals bijoux genoux pneus bleus eaux lieux vœux aveux œuvres
    nœuds yeux cieux préfectoraux départementaux tribunaux principaux budgets délais choix prix voix`),
  feminine: list(`
    présidente vice-présidente directrice adjointe cheffe rapporteure autrice sénatrice députée préfète sous-préfète
    conseillère ingénieure maire administratrice suppléante intervenante référente ambassadrice défenseure active brève
    publique grecque favorite gentille inquiète européenne`),
  elisions: list(`
    l'association l’association d’œuvre d’État qu’il qu’elles qu’aucune jusqu’à lorsqu’on puisqu’ils quoiqu’elle presqu’île
    quelqu’un aujourd’hui aujourd'hui s’agit n’étaient j’ai m’oppose t’adresse c’est l’ADF d’INSEE l’ordre L’élue entr’ouvert
    l’hôpital d’habitants l’usagère d’ici`),
  joined: list(`
    peut-être rendez-vous c’est-à-dire celui-ci là-dessus porte-parole procès-verbal compte-rendu vis-à-vis avant-hier
    socio-économique sous-direction quelques-uns dix-sept a-t-il Saint-Étienne`),
  inclusive: list(
    'agent·e·s élu·e élu·e·s directeur·rice·s conseiller·ère administré·e·s agent.e.s sénateur·rice',
  ),
  capitals: list('Association ÉTAT État CÔTE Bretagne Étienne DGCL INSEE PLUi SCoT RGPD Île-de-France'),
  numbers: list('2026 1er 2e 12e XXe 14h30 n°12 50 3,5 L2121-1'),
}

const wrong = list(`
  asociation associassion assosiation l’asociation presidente présidante president prezident reglement réglementere
  colectivité collectivitée colectivités departement départemant régionnal regional travails chevals journals nationals
  acceuil aceuil apeler appeller language ortographe orthografe parmis malgrés comission commision reunion réunnion
  decision descision developpement dévelopement necessaire nécéssaire dilemne connection ammener abbréger addresse
  aggrandir apercevoire atterir bibliotèque carrosserrie enmener rappeller ralonger interressant interressants
  exeptionnel exellent ennemmi occasionel proffesseur professionel traditionel personel additionel rationel
  hazard hémoragie hypotèse rytme simpathique téoreme sinthèse analise étimologie mistère phisique
  aujourdhui aujourd’huit quelquun presquile jusqua lorsquil puisquelle d’acord l’ordres’ qu’ill qu’aucunne n’etait
  preffet préfete sous-prefet conseillier conseilliere senateur sénnateur deputé députè maîre mairre adjoin
  convoqation convocassion aprouvé approuvver ajurné ajournnement délibérassion deliberation quorom quorrum
  ordre-du-jourr compte-rendus- visioconferrence courrielle-s dématerialisation numerique numèrique
  fonctionement financment finanssement budjet bugdet dépence dépenssé recète subvension subbvention dotassion
  péréquassion perequation subsidiaritée décentralization deconcentration expérimentassion mutualisassion
  étaitent alaient voulai pouvont faisont disez prennez sachont pourait pourrions-nouss devrat sauffs
  concerrnant concernnant tousjours toujour plusieur beaucoups surtoût quelle-que-soitt certaint chaqun chacunne
  élu·ee asociation·e·s agennt·e·s
`)

describe('the dictionary', () => {
  it.each(Object.entries(right))('knows the %s', async (_, words) => {
    // As the handlers do: what is left alone does not reach it.
    expect(await misspeltWords(words.filter((word) => !isLeftAlone(word)))).toEqual([])
  })

  it('knows none of the misspelt words', async () => {
    const found = new Set(await misspeltWords(wrong.filter((word) => !isLeftAlone(word))))
    expect(wrong.filter((word) => !found.has(word))).toEqual([])
  })

  it('is tried with 300 words', () => {
    expect(Object.values(right).flat().length + wrong.length).toBeGreaterThanOrEqual(300)
  })

  it.each([
    ['asociation', 'association'],
    ['l’asociation', 'l’association'],
    ["l'asociation", "l'association"],
    ['aujourdhui', 'aujourd’hui'],
    ['presidente', 'présidente'],
    ['acceuil', 'accueil'],
    ['parmis', 'parmi'],
    ['budjet', 'budget'],
    ['Colectivités', 'Collectivités'],
    ['numerique', 'numérique'],
    ['raporteure', 'rapporteure'],
  ])('proposes for %s: %s', async (typed, meant) => {
    const suggestions = await suggestionsFor(typed, 5)
    expect(suggestions.slice(0, 3)).toContain(meant)
    expect(suggestions.length).toBeLessThanOrEqual(5)
  })

  it('stands any string of letters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 20 }),
        async (words) => {
          for (const word of await misspeltWords(words)) expect(words).toContain(word)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('what is never looked up', () => {
  it.each(['a', '12e', 'n°4', 'ADF', 'l’ADF', 'ÉTAT', 'BigBlueButton', 'mél@exemple', 'x'.repeat(61)])(
    '%s',
    (word) => expect(isLeftAlone(word)).toBe(true),
  )
  it.each(['Association', 'l’Association', 'budget', 'élu·e'])('but not %s', (word) =>
    expect(isLeftAlone(word)).toBe(false),
  )
})

describe('known words', () => {
  const known = new Set([
    ...wordsOf('Aude L’Hénoret-Petit'),
    ...wordsOf('Fédération des pays d’Ouvéa (FPO)'),
    'covoit',
  ])
  it.each(['Hénoret', 'L’Hénoret', "L'Hénoret", 'd’Hénoret', 'Ouvéa', 'd’Ouvéa', 'Covoit', 'covoit'])(
    '%s',
    (word) => expect(isKnown(word, known)).toBe(true),
  )
  it.each(['Henoret', 'ouvéa', 'Covoite'])('not %s', (word) => expect(isKnown(word, known)).toBe(false))
})

describe('an elision', () => {
  it('is taken off once and leaves whole words whole', () => {
    expect(['l’ordre', 'qu’on', 'aujourd’hui', 'd', 'L’’a', 'prud’homme'].map(withoutElision)).toEqual([
      'ordre',
      'on',
      "aujourd'hui",
      'd',
      "L''a",
      "prud'homme",
    ])
  })
  it('does not make a word right before a consonant', () => {
    expect(isWellSpelt('l’copilotage', () => false)).toBe(false)
    expect(isWellSpelt('l’agrivoltaïsme', () => false)).toBe(true)
  })
})

describe('suggestions', () => {
  it('bear the apostrophe of the word, come once, and never as loose letters', () => {
    expect(asWritten(["l'ordre", 'l’ordre', 'd e', 'ordre e', 'ordre'], 'l’odre', 5)).toEqual([
      'l’ordre',
      'ordre',
    ])
    expect(asWritten(["l'ordre", 'b', 'c'], "l'odre", 2)).toEqual(["l'ordre"])
    expect(plainWord('l’e\u0301tat')).toBe("l'état")
  })
})
