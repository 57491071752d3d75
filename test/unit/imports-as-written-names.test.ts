import { describe, expect, it } from 'vitest'
import { markdown, names, text, titles } from './said.ts'

// How those who were there are written, with the structure of real files and invented names.

describe('a list of names', () => {
  it('goes on where the margin parted one, whatever few semicolons part', async () => {
    const draft = await text([
      'Compte rendu du 3 mars 2026',
      '',
      'Personnes présentes :',
      '',
      'M.Parrelle ; Anne Roure ; Antonin',
      'Rochet ; Paul Lidon ; Zoé Marval.',
      '',
      'Le four est froid. Nous le réparons.',
    ])
    expect(names(draft)).toEqual([
      'Parrelle present',
      'Anne Roure present',
      'Antonin Rochet present',
      'Paul Lidon present',
      'Zoé Marval present',
    ])
  })

  it('has second given names without a capital, and none before what is no given name', async () => {
    const draft = await text([
      'Rapport réunion 16 mars 2026',
      '',
      'Membres présents :',
      '',
      'Paul ROURE',
      'Luc VALMER',
      'Jean noël CALVIN',
      'Jean grille LIDON',
      '',
      'Regard sur la grille',
      'On se rend compte que la grille est tournée vers les essais plus que sur le contenu.',
    ])
    expect(names(draft)).toEqual(['Paul ROURE present', 'Luc VALMER present', 'Jean noël CALVIN present'])
  })

  it('has initials where an office stands beside them, and a body beside a slash', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\nPrésents :\n\n- Zoé Marval (responsable du laboratoire du sol / FVRM)\n- Luc Valmer (botaniste / FVRM)\n\nAbsents :\n\n- Odile Bornet (secrétaire)\n- SF (trésorier)\n- DG (inscription faite)\n\n## Le four\n\nLe four est froid.\n',
    )
    expect(names(draft)).toEqual([
      'Zoé Marval present',
      'Luc Valmer present',
      'Odile Bornet absent',
      'SF absent',
    ])
    expect(draft.participants.map(({ organisation, role }) => [organisation, role])).toEqual([
      ['FVRM', 'responsable du laboratoire du sol'],
      ['FVRM', 'botaniste'],
      [null, 'secrétaire'],
      [null, 'trésorier'],
    ])
  })
})

describe('a word for who presents', () => {
  it('leads to nobody where a question stands behind it', async () => {
    const draft = await markdown(
      '# AG du 3 mars 2026\n\n## Ordre du jour\n\n- Départ de la trésorière\n- Émargement des paniers\n- Référents : quelques mots ?\n- Divers\n',
    )
    expect(titles(draft)).toEqual([
      'Départ de la trésorière',
      'Émargement des paniers',
      'Référents : quelques mots ?',
      'Divers',
    ])
    expect(draft.items.map(({ presenter }) => presenter)).toEqual([null, null, null, null])
  })
})

describe('the end of a sitting', () => {
  it('may be said as noon or midnight', async () => {
    const end = async (hour: string) =>
      (
        await text([
          'Compte rendu du bureau du 3 mars 2026',
          '',
          '1. Le four',
          'Le four est froid.',
          `La séance est levée ${hour}.`,
        ])
      ).meeting.endTime
    expect(await end('à midi')).toBe('12:00')
    expect(await end('à midi et demi')).toBe('12:30')
    expect(await end('vers minuit')).toBe('00:00')
    expect(await end('avant midi')).toBe(null)
  })
})
