import type { Reading, ReadTable } from '../../../../electron/domain/data/recovery.ts'
import { count } from '../../../../electron/domain/text/plural.ts'
import { tableText, recoveryText as text } from '../../../text/recovery.ts'

type Line = {
  label: string
  read: number
  fromJournal: number
  fromBackup: number
  lost: number
  unsure: boolean
}

export function ReadingTable({ reading }: { reading: Reading }) {
  const lines = linesOf(reading.tables)
  const number = (value: number) => (value === 0 ? '–' : count(value))
  return (
    <table className="reading-table">
      <caption className="visually-hidden">{text.readCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.columns.table}</th>
          <th scope="col">{text.columns.read}</th>
          <th scope="col">{text.columns.fromJournal}</th>
          <th scope="col">{text.columns.fromBackup}</th>
          <th scope="col">{text.columns.lost}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.label} className={line.lost > 0 || line.unsure ? 'short' : ''}>
            <th scope="row">{line.label}</th>
            <td>{number(line.read)}</td>
            <td>{number(line.fromJournal)}</td>
            <td>{number(line.fromBackup)}</td>
            <td>{line.lost === 0 && line.unsure ? text.unknown : number(line.lost)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** In the order of the words, the others last. */
function linesOf(tables: readonly ReadTable[]): Line[] {
  const byLabel = new Map<string, Line>()
  for (const label of [...Object.values(tableText), text.others])
    byLabel.set(label, { label, read: 0, fromJournal: 0, fromBackup: 0, lost: 0, unsure: false })
  for (const table of tables) {
    const line = byLabel.get(tableText[table.table] ?? text.others)
    if (line === undefined) continue
    line.read += table.read
    line.fromJournal += table.fromJournal
    line.fromBackup += table.fromBackup
    line.lost += table.lost + table.orphans
    line.unsure ||= !table.accounted
  }
  return [...byLabel.values()].filter(
    ({ read, fromJournal, fromBackup, lost, unsure }) => read + fromJournal + fromBackup + lost > 0 || unsure,
  )
}
