import { pictureText } from '../../text/picture.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

/** Nothing when all are described. They do not keep a document from being saved. */
export function UndescribedPictures({ count, onDescribe }: { count: number; onDescribe: () => void }) {
  if (count === 0) return null
  return (
    <Banner
      tone="warn"
      acts={
        <Button small onPress={onDescribe}>
          {pictureText.describe}
        </Button>
      }
    >
      {pictureText.undescribed(count)}
    </Banner>
  )
}
