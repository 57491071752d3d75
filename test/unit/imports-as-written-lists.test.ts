import { describe, expect, it } from 'vitest'
import { blocksOfLines } from '../../electron/imports/readers/text-lines.ts'
import { markdown, names, read, text, titles } from './said.ts'

// How those who were there are listed or told of, with the structure of real files and invented names.

const present = (...lines: string[]) => text(['Compte rendu du conseil du 3 mars 2026', '', ...lines])

describe('who was there', () => {
  it('is parted by dashes, called so once for all, and counted at the end', async () => {
    const family = await present(
      'Présents : Mmes et Ms Vasseur - Oriol - Delmas – Caron formant la majorité des membres en exercice.',
      'Absents excusés : Mme Lenoir, procuration à M. Oriol – M. Bastide, procuration à Mme Caron.',
      'Absents : M. Tressan, procuration à M. Delmas -Mme Nesle, procuration à Mme Vasseur. M. Lormont',
      'Secrétaire de séance : M. Oriol',
    )
    expect(names(family)).toEqual([
      'Vasseur present',
      'Oriol present',
      'Delmas present',
      'Caron present',
      'Lenoir represente',
      'Bastide represente',
      'Tressan represente',
      'Nesle represente',
      'Lormont absent',
    ])
    const full = await present(
      'Présents : Mmes et MM. Odile Vasseur –Basile Oriol – Yvon Delmas– Rose Caron.',
    )
    expect(names(full)).toEqual([
      'Odile Vasseur present',
      'Basile Oriol present',
      'Yvon Delmas present',
      'Rose Caron present',
    ])
    expect(
      names(await present('Présents : Odile Vasseur, Basile Oriol, Yvon Delmas, soit 3 membres sur 5')),
    ).toEqual(['Odile Vasseur present', 'Basile Oriol present', 'Yvon Delmas present'])
  })

  it('stands behind or below words that lead to it, whatever their order', async () => {
    const draft = await present(
      'Les membres présents à cette réunion étaient les suivants :',
      '- Vasseur Odile, ORIOL Basile, DELMAS Yvon',
      'Avec les pouvoirs suivants :',
      '- Vasseur Odile avait le pouvoir de Caron Rose, Luc Bastide, TRESSAN YVON',
      '- ORIOL Basile a le pouvoir de LENOIR Inès',
      'Soit, 3 personnes + 4 pouvoirs, ce qui suffit.',
    )
    expect(names(draft)).toEqual([
      'Vasseur Odile present',
      'Basile ORIOL present',
      'Yvon DELMAS present',
      'Caron Rose represente',
      'Luc Bastide represente',
      'TRESSAN YVON represente',
      'Inès LENOIR represente',
    ])
    expect(
      names(
        await present(
          'Noms des participants : Odile Vasseur, Basile Oriol',
          'En présence de : Yvon Delmas, Rose Caron',
        ),
      ),
    ).toEqual(['Odile Vasseur present', 'Basile Oriol present', 'Yvon Delmas present', 'Rose Caron present'])
  })

  it('is told in a sentence that says nothing else', async () => {
    expect(
      names(
        await present(
          'Odile Vasseur, Basile Oriol et Yvon Delmas ont participé à la réunion.',
          'Rose Caron et Luc Bastide étaient excusés.',
          'Odile Vasseur et Inès Lenoir ont participé à la foire de printemps avec le club.',
        ),
      ),
    ).toEqual([
      'Odile Vasseur present',
      'Basile Oriol present',
      'Yvon Delmas present',
      'Rose Caron excuse',
      'Luc Bastide excuse',
    ])
    expect(
      names(await present('Notre groupe est formé de Odile Vasseur, Basile Oriol et Yvon Delmas.')),
    ).toEqual(['Odile Vasseur null', 'Basile Oriol null', 'Yvon Delmas null'])
    expect(names(await present('Les membres présents demandent que :', '- Le jardin', '- Le four'))).toEqual(
      [],
    )
  })

  it('sits for the body that meets, and works nowhere by that', async () => {
    const draft = await present('Présents :', 'Odile Vasseur, membre du CA', 'Basile Oriol, membre du bureau')
    expect(draft.participants.map(({ organisation, role }) => [organisation, role])).toEqual([
      [null, 'membre du CA'],
      [null, 'membre du bureau'],
    ])
  })
})

describe('the hours', () => {
  it('are those at which it began and ended, however that is said', async () => {
    const hours = async (...lines: string[]) => {
      const { meeting } = await text(['Compte rendu du 3 mars 2026', '', ...lines])
      return [meeting.startTime, meeting.endTime]
    }
    expect(
      await hours(
        'L’assemblée générale a débuté le 3 mars 2026 à 15h00.',
        'La fermeture de l’assemblée a eu lieu vers 18 h 00',
      ),
    ).toEqual(['15:00', '18:00'])
    expect(await hours('La séance est ouverte à 19h30.', 'L’assemblée est cloturée à 21h45.')).toEqual([
      '19:30',
      '21:45',
    ])
    expect((await hours('La réunion parle du four. Il ferme à 18h, la semaine.'))[1]).toBe(null)
  })

  it('stand behind their labels, one letter short', async () => {
    const { meeting } = await text([
      'Compte rendu',
      'Date réunion : 28/02/2026',
      'Heur de début : 09 H 00',
      'Heur de fin : 09 H 30',
    ])
    expect(meeting).toMatchObject({ date: '2026-02-28', startTime: '09:00', endTime: '09:30' })
  })

  it('are none that a program wrote without its zeros', async () => {
    const { meeting } = await markdown(
      '---\ntitle: Assemblée\ndate: 2026-3-4T22:59:3Z\n---\n\n## Bilan\n\nBon.\n',
    )
    expect(meeting).toMatchObject({ date: '2026-03-04', startTime: null })
  })
})

describe('what was decided', () => {
  it('is listed below a line that leads to it, and not below the next one', async () => {
    const draft = await text([
      'Compte rendu du 3 mars 2026',
      'Décisions :',
      'Pour ce mois nous ferons les tâches suivantes :',
      '- Afficher un message',
      '- Changer la page',
      'Les autres seront faites selon les demandes du client. Il en viendra.',
      'Précisions :',
      '- Le site répond vite',
    ])
    expect(draft.decisions.map((one) => one.text)).toEqual(['Afficher un message', 'Changer la page'])
  })
})

describe('an agenda', () => {
  it('is numbered without a title, a semicolon at the end of most of its lines', async () => {
    const draft = await markdown(
      '## COMITÉ DU BIEF\n\n## 6e assemblée ordinaire\n\n## Mercredi 8 avril 2026\n\n1. Mot de bienvenue\n2. Adoption de l’ordre du jour de la 6e assemblée ;\n3. Présentation du moulin (1 heure) ;\n4. Retour sur la rencontre du 30 novembre ;\n5. Varia ;\n6. Levée de l’assemblée.\n\nPaul LIS, coordonnateur\n\nSecrétaire\n',
    )
    expect(draft.kind).toBe('agenda')
    expect(titles(draft)).toEqual([
      'Mot de bienvenue',
      'Adoption de l’ordre du jour de la 6e assemblée',
      'Présentation du moulin',
      'Retour sur la rencontre du 30 novembre',
      'Varia',
      'Levée de l’assemblée',
    ])
  })

  it('has signs for bullets that no font names', () => {
    expect(blocksOfLines('\u0001 Le zonage').map(({ type }) => type)).toEqual(['listItem'])
  })
})

describe('what a page is', () => {
  const SAID =
    'La recherche n’a montré que les usagers du lieu, ce qui oblige à saisir de nouveau ceux des autres lieux, et à les fondre. '
  const PARTS = ['Démonstration', 'Recherche', 'Calendrier', 'Droits', 'Suite']

  it('is minutes where long sentences tell the past, and bullets are what was said', async () => {
    const draft = await markdown(
      `# Réunion des référents du 14 mai 2026\n\n${PARTS.map((part) => `### ${part}\n\n- Choix des mots\n- Erreurs du tri\n\n${SAID.repeat(2)}`).join('\n\n')}\n`,
    )
    expect(draft.kind).toBe('minutes')
    expect(titles(draft)).toEqual(PARTS)
  })

  it('is none where they explain what is proposed', async () => {
    const proposed =
      'Il est proposé au conseil d’approuver la convention avec le bief, dont le coût reste celui de la convention de cette année. '
    const draft = await markdown(
      `# Conseil du 14 mai 2026\n\n${PARTS.map((part) => `### ${part}\n\n${proposed.repeat(2)}`).join('\n\n')}\n`,
    )
    expect(draft.kind).not.toBe('minutes')
  })

  it('has boxes to tick without a bullet before them', async () => {
    const draft = await markdown(
      '# Bureau du 14 mai 2026\n\nOrdre du jour\n\n[ ] Le four\n[ ] La roue\n  [ ] Le bief\n[x] Les sacs\n',
    )
    expect(titles(draft)).toEqual(['Le four', 'La roue', 'Les sacs'])
  })
})

describe('a table of who was there', () => {
  const table = async (...rows: string[][]) => {
    const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
    const draft = await read(
      `<html><body><h1>Compte rendu du 3 mars 2026</h1><table>${cells}</table><h2>Le four</h2><p>Il chauffe.</p></body></html>`,
      'compte-rendu.html',
      '2026-06-01',
    )
    return draft.participants.map(({ givenName, familyName, organisation, role, attendance }) =>
      [givenName, familyName, organisation, role, attendance].map((one) => one ?? '').join('|'),
    )
  }

  it('has a name, its end and what somebody is in lines of one cell', async () => {
    expect(
      await table(
        ['Organisme', 'Nom', 'Prése<br>nt', 'Absent'],
        ['Mairie', 'M. Basile ORIOL<br>Maire', 'X', ''],
        ['', 'Mme Anne-Lise<br>VASSEUR<br>DGX', 'X', ''],
        ['Agence', 'M. Yvon DELMAS', '', 'X'],
      ),
    ).toEqual([
      'Basile|ORIOL|Mairie|Maire|present',
      'Anne-Lise|VASSEUR|DGX||present',
      'Yvon|DELMAS|Agence||absent',
    ])
  })

  it('says who came by a word, and by no telephone number', async () => {
    expect(
      await table(
        ['Nom', 'Prénom', 'Service', 'Téléphone', 'Présence'],
        ['ORIOL', 'Basile', 'DGX', '03 44 00 00 00', 'Oui'],
        ['VASSEUR', 'Odile', 'ANX', '03 44 00 00 01', 'Non'],
        ['DELMAS', 'Yvon', 'ANX', '03 44 00 00 02', ''],
      ),
    ).toEqual(['Basile|ORIOL|DGX||present', 'Odile|VASSEUR|ANX||absent', 'Yvon|DELMAS|ANX||'])
  })
})
