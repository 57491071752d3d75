import ArrowLeft from 'lucide-react/icons/arrow-left'
import { type ReactNode, useMemo, useState } from 'react'
import type { ReadFile } from '../../../../electron/domain/agenda/draft.ts'
import { useQuery } from '../../../api/use-query.ts'
import { oldFilesText as text } from '../../../text/old-files.ts'
import { understoodText } from '../../../text/old-files-understood.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { SourcePage } from '../SourcePage.tsx'
import { UnderstoodPane } from './UnderstoodPane.tsx'
import { type Part, type UnderstoodRow, understoodRows } from './understood-rows.ts'

const isToCheck = ({ isSure }: UnderstoodRow) => !isSure

export function SourcePane({ id, onClose }: { id: string; onClose: () => void }) {
  const file = useQuery('oldFiles.file', { id })
  const back = (
    <Button small look="ghost" icon={ArrowLeft} onPress={onClose}>
      {understoodText.back}
    </Button>
  )
  if (file.data !== undefined) return <ReadPanes file={file.data} back={back} />
  return (
    <section className="pane grow" aria-label={text.source}>
      <div className="pane-head">
        {back}
        <h2 className="grow cut">{text.source}</h2>
      </div>
      {file.error === null ? <Skeleton lines={8} /> : <ErrorBanner error={file.error} />}
    </section>
  )
}

function ReadPanes({ file, back }: { file: ReadFile; back: ReactNode }) {
  const { blocks, draft, fileName } = file
  const rows = useMemo(() => understoodRows(draft), [draft])
  const [part, setPart] = useState<Part>('items')
  const [chosen, setChosen] = useState<number | null>(null)
  return (
    <>
      <section className="pane grow old-files-source" aria-label={text.source}>
        <div className="pane-head">
          {back}
          <h2 className="grow cut" title={fileName}>
            {fileName}
          </h2>
        </div>
        <SourcePage
          blocks={blocks}
          lines={rows[part]}
          isToCheck={isToCheck}
          chosen={chosen}
          onChoose={setChosen}
        />
      </section>
      <UnderstoodPane
        draft={draft}
        rows={rows}
        part={part}
        onPart={(next) => {
          setPart(next)
          setChosen(null)
        }}
        chosen={chosen}
        onChoose={setChosen}
      />
    </>
  )
}
