import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../electron/imports/read-file.ts'
import { markdown, names, read, said } from './said.ts'

// What stands beside something else and belongs to it, as many write, with invented words.

describe('an hour, and how long beside it', () => {
  const rows = ["10h00 (5')", "10h05 (20')", "10h25 – 10h55 (30')", '10h55, 15 min']
  const table = (head: string) =>
    markdown(
      `# Ordre du jour du 14 avril 2026\n\n${head}\n|---|---|\n${rows.map((hours, at) => `| ${hours} | Sujet ${'ABCD'.charAt(at)} |`).join('\n')}\n`,
    )
  const items = ["Sujet A 10:00 5'", "Sujet B 10:05 20'", "Sujet C 10:25 30'", "Sujet D 10:55 15'"]

  it.each(['| Horaire | Sujet |', '| | |'])('are both read under %s', async (head) => {
    expect(said((await table(head)).items)).toEqual(items)
  })

  it('are both read where the column is one of durations', async () => {
    const draft = await markdown(
      "# Ordre du jour du 14 avril 2026\n\n| Durée | Sujet |\n|---|---|\n| 5' (10h00) | Accueil |\n| 20' (10h05) | Le point |\n",
    )
    expect(said(draft.items)).toEqual(["Accueil 10:00 5'", "Le point 10:05 20'"])
  })
})

describe('who presents an item, outside any bracket', () => {
  it('is somebody in brackets behind where they work, in a column too', async () => {
    const { items } = await markdown(
      '# Ordre du jour du 14 avril 2026\n\n| Sujet | Rapporteur |\n|---|---|\n| Voirie | DGX (Mme Roux) |\n',
    )
    expect(said(items)).toEqual(['Voirie {Mme Roux|DGX}'])
  })

  const minutes = (titles: readonly string[]) =>
    markdown(
      `# Compte rendu du comité du 12 mars 2026\n\nParticipants :\n- Anne Roy (Agence du Torvan)\n- Paul Bon (Vaux Métropole)\n- Zoé Lac (DDT)\n- Marc Lis (Hydra Conseil)\n\n${titles.map((title, at) => `## ${at + 1}. ${title}\n\nRien à signaler de plus.\n`).join('\n')}`,
    )

  it('is somebody or a body that the minutes name', async () => {
    const draft = await minutes([
      'Avancement du schéma – Paul Bon, Vaux Métropole',
      'Étude hydraulique – Hydra Conseil',
      'Bilan des contrôles : Zoé Lac',
      'Plan d’action, Marc Lis et Anne Roy',
    ])
    expect(said(draft.items)).toEqual([
      '1 Avancement du schéma {Paul Bon|Vaux Métropole}',
      '2 Étude hydraulique {|Hydra Conseil}',
      '3 Bilan des contrôles {Zoé Lac|}',
      '4 Plan d’action {Marc Lis, Anne Roy|}',
    ])
  })

  it('is no body where one title alone ends with it, nor a name that goes with the words before', async () => {
    const draft = await minutes(['Convention – Vaux Métropole', 'Rencontre avec Zoé Lac', 'Divers'])
    expect(said(draft.items)).toEqual([
      '1 Convention – Vaux Métropole',
      '2 Rencontre avec Zoé Lac',
      '3 Divers',
    ])
  })

  it('is nobody whom the title is about, or by whom something was done', async () => {
    const titles = [
      'Départ de M. Paul Bon',
      'Point sur Paul Bon',
      'Indemnité Paul Bon',
      'Rencontre avec Zoé Lac, Paul Bon',
      'Étude menée par Marc Lis',
    ]
    expect(said((await minutes(titles)).items)).toEqual(titles.map((title, at) => `${at + 1} ${title}`))
    expect(said((await minutes(['Bilan, présenté par Zoé Lac', 'Sécurité par Anne Roy'])).items)).toEqual([
      '1 Bilan {Zoé Lac|}',
      '2 Sécurité {Anne Roy|}',
    ])
  })

  it('is two words with capitals where most titles end so', async () => {
    const agenda = (titles: readonly string[]) =>
      markdown(
        `# Ordre du jour du comité du 12 mars 2026\n\n${titles.map((title, at) => `${at + 1}. ${title}`).join('\n')}\n`,
      )
    expect(said((await agenda(['Le schéma – Paul Bon', 'Les nappes – Zoé Lac', 'Divers'])).items)).toEqual([
      '1 Le schéma {Paul Bon|}',
      '2 Les nappes {Zoé Lac|}',
      '3 Divers',
    ])
    expect(said((await agenda(['Le schéma – Basse Vallée', 'Les nappes', 'Divers'])).items)[0]).toBe(
      '1 Le schéma – Basse Vallée',
    )
  })

  it('is a given name beside how long they speak, where somebody is called so or their body follows', async () => {
    const draft = await markdown(
      '# Ordre du jour du 25 juin 2026\n\nInvités : Odile, Mme Lac\n\n- Projet (45 min) – Odile\n- Permanences (15 min) – Luc\n- Portail – 1h15 (Marius, bibliothèque du Lys)\n',
    )
    expect(said(draft.items)).toEqual([
      "Projet 45' {Odile|}",
      "Permanences 15' {Luc|}",
      "Portail 75' {Marius|bibliothèque du Lys}",
    ])
  })
})

describe('where somebody works, within what they are there', () => {
  const bodies = async (functions: readonly string[]) =>
    (
      await markdown(
        `# Compte rendu du comité du 12 mars 2026\n\nPrésents :\n${functions.map((one, at) => `- ${'Anne Paul Zoé Marc Jean Luc Eva Hugo'.split(' ')[at]} Roy${'abcdefgh'.charAt(at)}, ${one}`).join('\n')}\n\n## 1. Bilan\n\nLe bilan est présenté.\n`,
      )
    ).participants.map(({ organisation }) => organisation)

  it('is read', async () => {
    expect(
      await bodies([
        'directrice de l’eau au sein de Vaux Métropole',
        'chargé de mission à l’Agence du Torvan',
        'cheffe du service Eau de la DDT du Lys',
        'maire de Castelroc et présidente de la commission locale',
        'adjoint au maire de Vaux',
        'représentante locale Chambre d’agriculture',
        'chargée d’études chez Hydra Conseil',
      ]),
    ).toEqual([
      'Vaux Métropole',
      'Agence du Torvan',
      'DDT du Lys',
      'Castelroc',
      'Vaux',
      'Chambre d’agriculture',
      'Hydra Conseil',
    ])
  })

  it('is not what they answer for', async () => {
    expect(
      await bodies([
        'adjointe à l’Urbanisme',
        'chargé de mission eau',
        'cheffe du service urbanisme',
        'ingénieur à temps partiel',
        'membre du bureau',
      ]),
    ).toEqual([null, null, null, null, null])
  })

  it('is not the body that meets, said alone', async () => {
    expect(
      await bodies([
        'présidente de la Commission',
        'président du Comité',
        'secrétaire au Conseil d’administration',
        'directrice au sein du Bureau',
        'élue de l’Assemblée',
      ]),
    ).toEqual([null, null, null, null, null])
  })
})

describe('the day of a meeting in a mail', () => {
  const mail = (sent: string, words: string) =>
    read(
      `From: Anne Roy <anne.roy@example.org>\r\nTo: comite@example.org\r\nSubject: Comité\r\nDate: ${sent}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}\n`,
      'courriel.eml',
      '2026-06-01',
    )
  const AGENDA = '\n\nOrdre du jour :\n- Trésorerie\n- Tournoi de mars\n- Divers\n'

  it('takes its year, and its month where that is left out', async () => {
    const day = async (sent: string, words: string) => (await mail(sent, words + AGENDA)).meeting.date
    expect(
      await day('Mon, 28 Dec 2025 10:00:00 +0100', 'La réunion aura lieu le mardi 13 janvier à 20h.'),
    ).toBe('2026-01-13')
    expect(
      await day('Tue, 06 Jan 2026 10:00:00 +0100', 'On part sur le mardi 13. Rendez-vous à 20h15.'),
    ).toBe('2026-01-13')
    expect(
      await day('Tue, 06 Jan 2026 10:00:00 +0100', 'On part sur le mardi 14. Rendez-vous à 20h15.'),
    ).toBeNull()
  })

  it('is before that of the mail where it is told of', async () => {
    const minutes =
      'Présents : Anne Roy, Paul Bon, Zoé Lac\n\n1. Trésorerie\nTout va bien.\n\n2. Tournoi\nIl est décidé de louer la salle.\n'
    const day = async (words: string) =>
      (await mail('Thu, 08 Jan 2026 22:00:00 +0100', `${words}\n\n${minutes}`)).meeting.date
    expect(await day('Voici le compte rendu de la réunion d’hier soir.')).toBe('2026-01-07')
    expect(await day('Voici le compte rendu de la réunion du mardi 6 janvier.')).toBe('2026-01-06')
    expect(await day('Voici le compte rendu de la réunion du 29 décembre.')).toBe('2025-12-29')
  })

  it('is no deadline, no day of something else, and none of the last meeting', async () => {
    const day = async (words: string) =>
      (await mail('Tue, 06 Jan 2026 10:00:00 +0100', words + AGENDA)).meeting.date
    expect(await day('Merci de répondre avant vendredi 9.')).toBeNull()
    expect(await day('Réponses attendues avant demain soir pour la réunion.')).toBeNull()
    expect(await day('Livraison des tables vendredi 9.\n\nRéunion mardi 13 à 20h15.')).toBe('2026-01-13')
    expect(await day('Suite à la réunion d’hier soir, voici l’ordre du jour.')).toBeNull()
    expect(await day('Suite à la réunion de lundi, voici l’ordre du jour.')).toBeNull()
  })

  it('keeps 29 February without its year where that has none', async () => {
    const day = async (sent: string, words: string) => (await mail(sent, words + AGENDA)).meeting.date
    const sent = 'Mon, 10 Feb 2025 10:00:00 +0100'
    expect(await day(sent, 'La réunion aura lieu le 29 février à 20h.')).toBe('--02-29')
    expect(await day(sent, 'La réunion aura lieu le samedi 29 février à 20h.')).toBe('--02-29')
    expect(await day('Wed, 10 Jan 2024 10:00:00 +0100', 'La réunion aura lieu le 29 février à 20h.')).toBe(
      '2024-02-29',
    )
    const draft = await markdown(
      '# Compte rendu du 12 janvier 2026\n\nPrésents : Anne Roy, Paul Bon\n\n## Voirie\n\nAction : envoyer la note avant le 29 février\n\nProchaines réunions : 29 février, 2 avril 2026\n',
    )
    expect([draft.actions[0]?.dueDate, draft.nextMeeting?.date]).toEqual(['--02-29', '--02-29'])
    const other = await markdown('# Réunion du samedi 29 février\n\nÉcrit le 3 janvier 2025.\n\n- Divers\n')
    expect(other.meeting.date).toBe('--02-29')
  })

  it('is none of the mail that is quoted', async () => {
    const draft = await mail(
      'Tue, 06 Jan 2026 10:00:00 +0100',
      `Réunion mardi 13 à 20h15.${AGENDA}\nLe lun. 5 janv. 2026 à 18:02, Paul Bon a écrit :\n\n> Le 15 janvier 2026 à 19h c’est trop tôt.\n`,
    )
    expect(draft.meeting.date).toBe('2026-01-13')
  })
})

describe('what is told of a day, or of nothing', () => {
  it('gives no day until when', async () => {
    const draft = await markdown(
      '# Compte rendu du 20 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\n## Voirie\n\nAction : relancer la mairie, courrier parti le 3 octobre\n\nAction : compléter le dossier reçu le 5 mai\n\nAction : préparer la visite prévue le 5 mai\n\nAction : envoyer la note avant le 12 juin\n\nPosition retenue : aucune\n',
    )
    expect(draft.actions.map(({ dueDate }) => dueDate)).toEqual([null, null, '2026-05-05', '2026-06-12'])
    expect(draft.decisions).toEqual([])
  })

  it('is what somebody whose name ends like a participle has to do by then', async () => {
    const told = [
      'Relancer Zoé le 12 juin',
      'Prévenir les députés le 12 juin',
      'Récupérer la clé le 12 juin',
      'Préparer la remise du 12 juin',
      'Le rapport doit être rendu le 12 juin',
      'Diffuser le compte rendu du 12 juin',
    ]
    const draft = await markdown(
      `# Compte rendu du 20 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\n## Voirie\n\n${told.map((one) => `Action : ${one}`).join('\n\n')}\n`,
    )
    expect(draft.actions.map(({ dueDate }) => dueDate)).toEqual([
      ...told.slice(1).map(() => '2026-06-12'),
      null,
    ])
  })

  it('decides to put something off, and no position that is still to be taken', async () => {
    const draft = await markdown(
      '# Compte rendu du 20 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\n## Voirie\n\nDécision : ajournée à la prochaine séance\n\n## Pont\n\nDécision : à prendre\n\nPosition retenue : en attente\n\n## Halle\n\n| Point | Décision |\n|---|---|\n| Le four | Reportée à la prochaine séance |\n| Le lavoir | Néant |\n',
    )
    expect(draft.decisions.map(({ text, source }) => [text, source.confidence < 0.5])).toEqual([
      ['ajournée à la prochaine séance', false],
      ['Reportée à la prochaine séance', false],
      ['Position retenue : en attente', true],
    ])
  })
})

type Write = (words: string, x: number, y: number) => void

/** Minutes of one page, their words where they are written. */
async function page(draw: (write: Write) => void) {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const drawn = document.addPage([595, 842])
  const write: Write = (words, x, y) => drawn.drawText(words, { x, y, size: 10, font })
  write('Compte rendu du bureau du 12 mai 2026', 60, 780)
  draw(write)
  write('1. Le budget', 60, 590)
  write('Le budget est présenté par la trésorière, et il est en hausse sur un an.', 60, 575)
  const bytes = await document.save()
  return (await readFile({ fileName: 'compte-rendu.pdf', bytes, today: '2026-06-01' })).draft
}

describe('lists that stand side by side on a page', () => {
  it('are read one after the other', async () => {
    const draft = await page((write) => {
      write('Présents : A. Roy (présidente), P. Bon, Z. Lac,', 60, 740)
      write('N. Lis, J. Val.', 60, 727)
      write('Excusés : L. Mur (pouvoir à P. Bon), E.', 320, 740)
      write('Orme.', 320, 727)
    })
    expect(names(draft)).toEqual([
      'A. Roy present',
      'P. Bon present',
      'Z. Lac present',
      'N. Lis present',
      'J. Val present',
      'L. Mur represente',
      'E. Orme excuse',
    ])
  })

  it('go on at the top of the next column', async () => {
    const left = ['Présents :', 'Anne Roy, Agence du Torvan', 'Paul Bon, DDT', 'Zoé Lac, DREAL']
    const right = ['Marc Lis, mairie de Vaux', 'Excusés :', 'Luc Mur, préfecture', 'Eva Orme, Région']
    const draft = await page((write) => {
      for (const [at, words] of left.entries()) write(words, 60, 740 - 13 * at)
      for (const [at, words] of right.entries()) write(words, 320, 740 - 13 * at)
    })
    expect(names(draft)).toEqual([
      'Anne Roy present',
      'Paul Bon present',
      'Zoé Lac present',
      'Marc Lis present',
      'Luc Mur excuse',
      'Eva Orme excuse',
    ])
  })
})

describe('columns of a page without any lines', () => {
  it('part where one begins, however near the words before it end', async () => {
    const rows = [
      ['Anne Roy', 'Agence du Torvan', 'Présente'],
      ['Paul Bon', 'Direction des territoires de la Haute-Lys', 'Présent'],
      ['Zoé Lac', 'Conseil départemental', 'Excusée'],
    ]
    const draft = await page((write) => {
      write('Participants :', 60, 740)
      for (const [row, cells] of rows.entries())
        for (const [column, words] of cells.entries())
          write(words, [60, 160, 338][column] ?? 0, 715 - 20 * row)
    })
    expect(draft.participants.map(({ organisation }) => organisation)).toEqual(rows.map(([, body]) => body))
  })

  it('are a list where the first holds its numbers', async () => {
    const draft = await page((write) => {
      write('Ordre du jour :', 60, 740)
      for (const [at, words] of ['Le relevé de mai', 'La voirie', 'Les fêtes'].entries()) {
        write(`${['I', 'II', 'III'][at]} –`, 60, 715 - 20 * at)
        write(words, 95, 715 - 20 * at)
      }
    })
    expect(said(draft.items).slice(0, 3)).toEqual(['I Le relevé de mai', 'II La voirie', 'III Les fêtes'])
  })
})

describe('dots that lead to the end of a line', () => {
  it('lead to how long it lasts, or to who presents it', async () => {
    const draft = await markdown(
      '# Ordre du jour du 12 mars 2026\n\n1. Rapport moral.............10 min\n2. Comptes..............Mme ROY\n3. Divers……………5 min\n',
    )
    expect(said(draft.items)).toEqual(["1 Rapport moral 10'", '2 Comptes {Mme ROY|}', "3 Divers 5'"])
  })
})
