import { useId } from 'react'
import type { OldFileRole, OldFilesGroup } from '../../../../electron/domain/old-files/old-files.ts'
import { useQuery } from '../../../api/use-query.ts'
import { oldFilesText as text } from '../../../text/old-files.ts'
import { fileName } from './group-words.ts'

type Sort = 'agenda' | 'minutes'
/** Which file of each sort somebody said to stand. */
export type Standing = { readonly [K in Sort]?: string }

/** The files that contradict each other, by sort. */
export function contestedOf({ files }: OldFilesGroup): [Sort, OldFileRole[]][] {
  const contested = files.filter(({ isContested }) => isContested)
  const sorts: [Sort, OldFileRole[]][] = [
    ['agenda', contested.filter(({ kind }) => kind !== 'minutes')],
    ['minutes', contested.filter(({ kind }) => kind === 'minutes')],
  ]
  return sorts.filter(([, those]) => those.length > 0)
}

export function StandingChoice(props: {
  sort: Sort
  files: readonly OldFileRole[]
  chosen: string | null
  onChoose: (id: string) => void
}) {
  const name = useId()
  return (
    <fieldset className="old-files-standing">
      <legend className="label">{text.stands(props.sort)}</legend>
      {props.files.map((file) => (
        <div key={file.id}>
          <label className="row">
            <input
              type="radio"
              name={name}
              checked={props.chosen === file.id}
              onChange={() => props.onChoose(file.id)}
            />
            <span>{fileName(file.path)}</span>
          </label>
          <WhatItSays file={file} />
        </div>
      ))}
    </fieldset>
  )
}

const MOST_SHOWN = 6

/** What it decides, which is what two minutes differ in; the file itself opens beside. */
function WhatItSays({ file }: { file: OldFileRole }) {
  const { items, participants, decisions, actions } = file.counts
  const read = useQuery('oldFiles.file', { id: file.id }, { isFixed: true })
  const said = read.data?.draft.decisions ?? []
  return (
    <>
      <p className="mute text-15">{text.counts(items, participants, decisions, actions)}</p>
      {said.length === 0 ? null : (
        <ul className="old-files-told">
          {said.slice(0, MOST_SHOWN).map(({ text: words, source }) => (
            <li key={`${source.block} ${words}`}>{words}</li>
          ))}
        </ul>
      )}
    </>
  )
}
