import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { handOverText as text } from '../../../text/hand-over.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'

export function FolderSection({ folderName }: { folderName: string | null }) {
  const choose = useWrite('handOver.chooseFolder')
  const place = useQuery('dataPlace.get', {})
  return (
    <section className="stack" aria-label={text.folder}>
      <h2 className="h2">{text.folder}</h2>
      {choose.error === null ? null : <ErrorBanner error={choose.error} />}
      <p className="mute">{folderName === null ? text.folderNone : text.folderIs(folderName)}</p>
      <p className="mute">{text.folderApart(place.data?.shared?.kind ?? null)}</p>
      <div className="row">
        <Button onPress={() => choose.mutate({})}>
          {folderName === null ? text.chooseFolder : text.changeFolder}
        </Button>
      </div>
    </section>
  )
}
