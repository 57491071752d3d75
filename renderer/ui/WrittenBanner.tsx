import type { ReactNode } from 'react'
import { useAct } from '../api/use-write.ts'
import { documentText } from '../text/documents.ts'
import { Banner, ErrorBanner } from './Banner.tsx'
import { Button } from './Button.tsx'

/** `token` is the one of a document saved in this run. Its acts stand below: beside them nothing is left of the words in a pane. */
export function WrittenBanner({ token, children }: { token: string; children: ReactNode }) {
  const open = useAct('documents.open')
  const reveal = useAct('documents.reveal')
  const error = open.error ?? reveal.error
  return (
    <>
      <Banner tone="ok">{children}</Banner>
      <div className="row wrap">
        <Button small onPress={() => open.mutate({ token })}>
          {documentText.open}
        </Button>
        <Button small onPress={() => reveal.mutate({ token })}>
          {documentText.reveal}
        </Button>
      </div>
      {error === null ? null : <ErrorBanner error={error} />}
    </>
  )
}
