import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { directoryText } from '../../text/directory.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

const text = directoryText.former

/** Where a name that was corrected still stands as it was, and the one act that corrects it there too. */
export function FormerSpellings({ id, name }: { id: string; name: string }) {
  const { data } = useQuery('directory.formerSpellings', { id })
  const write = useWrite('directory.correctSpellings', {
    onSuccess: () => void showUndoToast(text.corrected(name)),
  })
  if (data === undefined || data.places.length === 0) return null
  const many = data.places.reduce((sum, place) => sum + place.many, 0)
  return (
    <>
      {write.error === null ? null : <ErrorBanner error={write.error} />}
      <Banner
        acts={
          <Button small onPress={() => write.mutate({ id })}>
            {text.correct(many)}
          </Button>
        }
      >
        {text.still(
          data.names,
          data.places.map(({ place, many: here }) => text.places[place](here)),
        )}
      </Banner>
    </>
  )
}
