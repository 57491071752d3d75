import type { ReadFile } from '../../../electron/domain/agenda/draft.ts'
import { importsText } from '../../text/imports.ts'
import { SelectBox } from '../../ui/Select.tsx'

/** The file as if only that sheet were in it. */
export function readOfSheet(file: ReadFile, at: number): ReadFile {
  const sheet = file.otherSheets?.find((one) => one.at === at)
  return sheet === undefined ? file : { ...file, blocks: sheet.blocks, draft: sheet.draft }
}

/** Nothing where there is no choice. */
export function SheetChoice(props: { file: ReadFile; at: number; onChoose: (at: number) => void }) {
  const { sheet, otherSheets = [] } = props.file
  if (sheet === undefined || otherSheets.length === 0) return null
  const sheets = [sheet, ...otherSheets].sort((a, b) => a.at - b.at)
  return (
    <label className="im-sheet">
      <span className="mute">{importsText.sheet}</span>
      <SelectBox>
        <select
          className="input"
          value={props.at}
          onChange={(event) => props.onChoose(Number(event.target.value))}
        >
          {sheets.map(({ at, name }) => (
            <option key={at} value={at}>
              {name}
            </option>
          ))}
        </select>
      </SelectBox>
    </label>
  )
}
