// The year of yearly-report-world.ts, counted by hand before anything counted it.
/*
 * Looked at on 20 January 2027; the day of reference of the year 2026 is its last one, 31 December 2026.
 *
 *         state       items and what is linked                             outcome            decisions  actions
 * 15 Jan  held        a Annuaire, text T1                                  avis favorable     D1 D2      A1 A2 A3
 *                     b Guichet                                            reporté            .          .
 * 12 Mar  held, moved a Annuaire, text T2; ACD against                     renvoyé            D3         A4 to A8
 *                     b Annuaire again                                     .                  .          .
 *                     c Archives                                           .                  D4         .
 * 11 Jun  cancelled   a Guichet                                            .                  .          .
 *  8 Oct  held        a Guichet, text T2                                   absence de cons.   D5         A9 A10
 *                     b Archives, text T4                                  retiré             .          .
 * 10 Dec  convened    a Annuaire, text T6                                  .                  .          .
 * 17 Dec  in the bin  a Guichet
 * 13 Nov 2025, held   a Guichet                                            pris acte          D6         A11
 *
 * Meetings: held 15 Jan, 12 Mar, 8 Oct = 3; cancelled 1; moved 12 Mar = 1. In 2025: 1, 0, 0.
 *
 * Hearings: 15 Jan Annuaire (b is put off: none); 12 Mar Annuaire (twice, once counted), Archives; 8 Oct Guichet (b is
 * withdrawn: none) = 4, of 3 projects. With a regulatory side: Annuaire twice (it is
 * described), Guichet once (an authority is to be asked) = 3; that of Archives is blank. By owner:
 * Annuaire says « Fédération », Guichet « Union », which is one organisation: 3, of 2 projects; without one 1, of 1. By axis:
 * the first one Annuaire 2, of 1 project, the third Archives 1, of 1, none Guichet 1, of 1. In 2025: Guichet = 1, regulatory.
 *
 * Texts                          published    deadlines in 2026                             presented in 2026
 * T1 décret                      1 Feb 2026   applies and in force 2 Feb: one day, one      15 Jan
 * T2 arrêté, a draft             .            .                                             12 Mar and 8 Oct: once
 * T3 loi                         1 May 2025   1 Jul 2026 (1 Jan 2027 is outside, and        .
 *                                             one without a date)
 * T4 arrêté                      1 Sep 2026   (in force 1 Jan 2027: outside)                (withdrawn)
 * T5 décret, repealed 1 Mar 2026 1 Jan 2020   (applies 1 Jun 2026: repealed before)         .
 * T6 circulaire                  .            .                                             (not held)
 * Published T1 T4 = 2; presented T1 T2 = 2; deadlines 2; touched T1 T2 T3 T4 = 4. In 2025: T3 published = 1, touched 1.
 *
 * Attendance (members sit in a college; a guest does not)
 * 15 Jan  État: A on site, B excused = 1 of 2. Associations: ACD remote, ACD represented, UD by telephone = 3 of 3.
 * 12 Mar  État: A present (printed as one of its services, by whom sits for it), B absent = 1 of 2. Associations: ACD excused,
 *         UD nothing said = 0 of 2; the directory says that UD (union) is called FD (federation) from 1 March on.
 *  8 Oct  nothing was noted of two members: left out.
 * The college of the State is called « État » in January, « Administrations de l’État » from 20 February on, « Services de
 * l’État » since 20 January 2027: one college, under its name of 31 December.
 * État 2 of 4, Associations 3 of 5, together 5 of 9. A 2/2, B 0/2, ACD 2/3, UD and FD 1/2, under its name of 31 December.
 * In 2025 nobody sits in a college: everybody is a member, 1 of 2.
 *
 * Decisions: D1 to D5 = 5. Outcome noted, without « absence de consensus » nor an organisation against: D1 D2 = 2. Without
 * consensus: D3 (ACD is against), D5 = 2. Nothing noted: D4 = 1. In 2025: D6 = 1, by consensus.
 *
 * Actions due          became                      on 31 December 2026
 * A1  15 Feb           done 10 Feb                 done before
 * A2  15 Feb           done 2 Mar, 15 days after   done within 15 days
 * A3  15 Feb           done 3 Mar, 16 days after   done later
 * A4  without a date   done 1 Apr                  done, delay unknown
 * A5  1 May            dropped 10 May              dropped
 * A6  1 May, moved in  .                           open, late: 1 May was in force that day
 *     2027 to 1 Sep 2027
 * A7  31 Dec           .                           open, due that very day: not late
 * A8  1 May, moved in  done 20 Oct                 done before
 *     April to 1 Nov
 * A9  30 Nov           done 10 Jan 2027            open, late
 * A10 1 Mar 2027,      .                           open
 *     moved in 2027
 * Engaged 10 = done 5 + dropped 1 + open 4, of which late 2. Done: before 2, within 15 days 1, later 1, unknown 1.
 * In 2025: A11, due on 1 December 2025, moved in 2026 and in 2027: open, late on 31 December 2025.
 */
const federation = {
  name: 'Fédération de démonstration',
  formerly: ['Union de démonstration'],
  since: 'Confédération de démonstration',
}
const state = { name: 'Administrations de l’État', formerly: ['État'], since: 'Services de l’État' }

export const expected2026 = {
  held: 3,
  cancelled: 1,
  moved: 1,
  hearings: 4,
  regulatory: 3,
  projects: 3,
  axes: [
    { name: 'Relations entre administrations', count: 2, projects: 1 },
    { name: 'Relation aux usagers', count: 0, projects: 0 },
    { name: 'Preuve et patrimoine', count: 1, projects: 1 },
    { name: 'Écosystème des territoires', count: 0, projects: 0 },
    { name: '', count: 1, projects: 1 },
  ],
  owners: [
    { ...federation, count: 3, projects: 2 },
    { name: '', formerly: [], since: null, count: 1, projects: 1 },
  ],
  texts: { followed: 4, presented: 2, published: 2, deadlines: 2 },
  natures: [
    { nature: 'loi', followed: 1, presented: 0, published: 0, deadlines: 1 },
    { nature: 'decret', followed: 1, presented: 1, published: 1, deadlines: 1 },
    { nature: 'arrete', followed: 2, presented: 1, published: 1, deadlines: 0 },
  ],
  participation: { present: 5, members: 9 },
  unrecorded: 1,
  colleges: [
    { name: 'Associations', formerly: [], since: null, present: 3, members: 5 },
    { ...state, present: 2, members: 4 },
  ],
  organisations: [
    // Those of the directory in protocol order, then the others.
    { ...federation, college: 'Associations', present: 1, members: 2 },
    {
      name: 'Association des communes de démonstration',
      formerly: [],
      since: null,
      college: 'Associations',
      present: 2,
      members: 3,
    },
    { name: 'Direction A', formerly: [], since: null, college: state.name, present: 2, members: 2 },
    { name: 'Direction B', formerly: [], since: null, college: state.name, present: 0, members: 2 },
  ],
  decisions: { total: 5, consensus: 2, opposed: 2, unsaid: 1 },
  outcomes: [
    { outcome: 'avisFavorable', count: 2 },
    { outcome: 'absenceDeConsensus', count: 1 },
    { outcome: 'renvoye', count: 1 },
    { outcome: null, count: 1 },
  ],
  actions: { total: 10, done: 5, dropped: 1, open: 4, late: 2 },
  delays: { before: 2, within: 1, after: 1, unknown: 1 },
  /** By meeting: decisions, actions, and who was there of each college. */
  meetings: [
    ['2026-01-15', 2, 3, [3, 3], [1, 2]],
    ['2026-03-12', 2, 5, [0, 2], [1, 2]],
    ['2026-06-11', null, null, null, null],
    ['2026-10-08', 1, 2, null, null],
  ],
} as const

export const expected2025 = {
  held: 1,
  cancelled: 0,
  moved: 0,
  hearings: 1,
  regulatory: 1,
  projects: 1,
  texts: { followed: 1, presented: 0, published: 1, deadlines: 0 },
  participation: { present: 1, members: 2 },
  decisions: { total: 1, consensus: 1, opposed: 0, unsaid: 0 },
  actions: { total: 1, done: 0, dropped: 0, open: 1, late: 1 },
} as const
