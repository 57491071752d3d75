import BadgeCheck from 'lucide-react/icons/badge-check'
import GripVertical from 'lucide-react/icons/grip-vertical'
import UserPlus from 'lucide-react/icons/user-plus'
import UserRound from 'lucide-react/icons/user-round'
import type { ReactNode } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { fold, foldedName, foldedWords } from '../../../electron/domain/text/fold.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { commonText } from '../../text/common.ts'
import { directoryText as text } from '../../text/directory.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Icon, type IconShape } from '../../ui/Icon.tsx'
import { type DirectoryKind, type Section, sectionsOf } from './directory-order.ts'
import { listName, organisationById } from './names.ts'
import { type Quality, qualitiesOn } from './quality.ts'

const looks: Readonly<Record<Quality, { icon: IconShape; tone: Tone }>> = {
  titulaire: { icon: BadgeCheck, tone: 'acc' },
  suppleant: { icon: UserPlus, tone: 'info' },
  guest: { icon: UserRound, tone: 'line' },
}

function QualityBadge({ quality }: { quality: Quality }) {
  return <Badge {...looks[quality]}>{text.quality[quality]}</Badge>
}

const { columns } = text

/** A person, an organisation or a college, as its list says it. */
export type EntryRow = {
  readonly id: string
  /** Folded, to be searched. */
  readonly words: string
  readonly name: string
  /** What it is put in order by: of a person the family name. */
  readonly sortName: string
  readonly acronym: string
  readonly jobTitle: string
  readonly email: string
  readonly quality: Quality
  /** Persons of an organisation, organisations of a college. */
  readonly many: number
}

type Column = GridColumn<EntryRow>

const name: Column = {
  id: 'name',
  label: columns.name,
  rowHeader: true,
  text: (row) => row.name,
  rank: (row) => row.sortName,
  cell: (row) => (
    <span className="directory-name">
      <span className="directory-grip" draggable data-grip={row.id} title={text.order.drag}>
        <Icon of={GripVertical} size={16} />
      </span>
      <span className="cut-two-lines" title={row.name}>
        {row.name}
      </span>
    </span>
  ),
}
const many = (label: string): Column => ({
  id: 'many',
  label,
  numeric: true,
  className: 'directory-many',
  text: (row) => String(row.many),
  rank: (row) => row.many,
})

export const columnsOf: Readonly<Record<DirectoryKind, readonly Column[]>> = {
  persons: [
    name,
    {
      id: 'jobTitle',
      label: columns.jobTitle,
      className: 'directory-job',
      text: ({ jobTitle }) => jobTitle,
      cell: ({ jobTitle }) => (
        <span className="cut-two-lines" title={jobTitle}>
          {jobTitle || commonText.none}
        </span>
      ),
    },
    {
      id: 'email',
      label: columns.email,
      className: 'directory-email',
      text: ({ email }) => email,
      cell: ({ email }) => (
        <span className={email === '' ? 'mute' : 'cut'} title={email}>
          {email || text.noEmail}
        </span>
      ),
    },
    {
      id: 'quality',
      label: columns.quality,
      className: 'directory-quality',
      text: ({ quality }) => text.quality[quality],
      cell: ({ quality }) => <QualityBadge quality={quality} />,
    },
  ],
  organisations: [
    name,
    {
      id: 'acronym',
      label: columns.acronym,
      className: 'directory-acronym',
      text: ({ acronym }) => acronym,
      cell: ({ acronym }) => acronym || commonText.none,
    },
    many(columns.persons),
  ],
  colleges: [name, many(columns.organisations)],
}

export type GridSection = {
  readonly id: string
  /** Said once above the sections that share it. */
  readonly over: string | null
  readonly heading: ReactNode | null
  readonly rows: readonly EntryRow[]
}

/** @param day `YYYY-MM-DD`: whose mandates count */
export function gridSections(
  view: DirectoryView,
  kind: DirectoryKind,
  day: string,
  words: string,
): GridSection[] {
  const rows = new Map(rowsOf(view, kind, day).map((row) => [row.id, row]))
  const wanted = foldedWords(words)
  return sectionsOf(view, kind).flatMap((section) => {
    const title = headingWords(view, kind, section)
    // The words may be of the organisation that the person stands under.
    const over = fold(`${title.over ?? ''} ${title.heading ?? ''} ${title.acronym}`)
    const shown = section.ids.flatMap((id) => {
      const row = rows.get(id)
      if (row === undefined) return []
      return wanted.every((word) => over.includes(word) || row.words.includes(word)) ? [row] : []
    })
    if (shown.length === 0) return []
    return [{ id: section.id, over: title.over, heading: headingOf(title, shown.length), rows: shown }]
  })
}

type Heading = { over: string | null; heading: string | null; acronym: string }

function headingWords(view: DirectoryView, kind: DirectoryKind, section: Section): Heading {
  const college = view.colleges.find(({ id }) => id === section.collegeId)?.name
  if (kind === 'colleges') return { over: null, heading: null, acronym: '' }
  if (kind === 'organisations') return { over: college ?? text.noCollege, heading: null, acronym: '' }
  const organisation = organisationById(view, section.organisationId)
  if (organisation === undefined) return { over: text.noOrganisation, heading: null, acronym: '' }
  return { over: college ?? text.noCollege, heading: organisation.name, acronym: organisation.acronym }
}

function headingOf({ heading, acronym }: Heading, many: number) {
  if (heading === null) return null
  return (
    <>
      {heading}
      <span className="count">{[acronym, text.counted(many)].filter((part) => part !== '').join(' · ')}</span>
    </>
  )
}

const bare: Omit<EntryRow, 'id' | 'words' | 'name' | 'sortName'> = {
  ...{ acronym: '', jobTitle: '', email: '', quality: 'guest', many: 0 },
}

function rowsOf(view: DirectoryView, kind: DirectoryKind, day: string): EntryRow[] {
  if (kind === 'persons') return personRows(view, day)
  if (kind === 'organisations') {
    const persons = countBy(view.persons.map(({ organisationId }) => organisationId))
    return view.organisations.map((one) => ({
      ...{ ...bare, id: one.id, name: one.name, sortName: one.name, acronym: one.acronym },
      words: fold(`${one.name} ${one.acronym}`),
      many: persons.get(one.id) ?? 0,
    }))
  }
  const organisations = countBy(view.organisations.map(({ collegeId }) => collegeId))
  return view.colleges.map((one) => ({
    ...{ ...bare, id: one.id, name: one.name, sortName: one.name },
    words: fold(one.name),
    many: organisations.get(one.id) ?? 0,
  }))
}

/** Rows of persons who did not change are the same objects, so that a save redraws one row and not three hundred. */
const drawn = new WeakMap<object, EntryRow>()

function personRows(view: DirectoryView, day: string): EntryRow[] {
  const qualities = qualitiesOn(view, day)
  return view.persons.map((person) => {
    const quality: Quality = qualities.get(person.id) ?? 'guest'
    const known = drawn.get(person)
    if (known?.quality === quality) return known
    const { id, jobTitle, email, otherNames } = person
    const row: EntryRow = {
      ...{ ...bare, id, name: fullName(person), sortName: listName(person), jobTitle, email, quality },
      words: foldedName([listName(person), jobTitle, email, otherNames, text.quality[quality]].join(' ')),
    }
    drawn.set(person, row)
    return row
  })
}

function countBy(keys: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
