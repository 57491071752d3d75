import { describe, expect, it } from 'vitest'
import { markdown, said } from './said.ts'

// Invitations that say when and where under their own headings, and several agendas of one evening.

describe('"Quand" and "Où" as headings', () => {
  it('lead to what is said of the meeting, and to no subject of it', async () => {
    const draft = await markdown(
      '# AG et AG extraordinaire du 03 mars 2026\n\n## Programme\n\n### Quand\n\nmardi 03 mars 2026 - 18h (heure de Paris)\n\nentrée calendrier [ics](2026-03-03.ics)\n\n### Où ?\n\n- **Zoom**\n  [https://zoom.us/j/12345678901](https://zoom.us/j/12345678901)\n\n  - ID de réunion : 123 4567 8901\n\n- **ET** sous le préau habituel\n\n### Déroulement\n\n- 18h-18h20 : AG\n\n  - situation à date\n\n- 18h20-18h40 : AG extraordinaire - renouvellement du bureau\n',
    )
    expect(said(draft.items)).toEqual([
      "AG 18:00 20'",
      '> situation à date',
      "AG extraordinaire - renouvellement du bureau 18:20 20'",
    ])
    expect(draft.meeting).toMatchObject({
      date: '2026-03-03',
      startTime: '18:00',
      videoLink: 'https://zoom.us/j/12345678901',
    })
  })
})
