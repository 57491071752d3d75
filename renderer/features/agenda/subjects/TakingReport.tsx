import X from 'lucide-react/icons/x'
import { errorSentences } from '../../../../electron/contract/error-sentences.ts'
import type { TakenMail } from '../../../../electron/contract/subjects.ts'
import { mailFailureText, takingText as text } from '../../../text/subjects.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { closeOutcome, stopTaking, useTaking } from './taking.ts'

export function TakingReport() {
  const { progress, outcome } = useTaking()
  const notes = (outcome ?? []).flatMap(notesOf)
  return (
    <>
      {progress === null ? null : (
        <div className="sub-progress" role="status">
          <span>{text.progress}</span>
          <progress aria-label={text.progress} max={progress.total} value={progress.done} />
          <span className="nowrap">{text.reading(progress.done, progress.total)}</span>
          <Button small onPress={stopTaking}>
            {text.stop}
          </Button>
        </div>
      )}
      {notes.length === 0 ? null : (
        <div className="sub-report">
          <Banner
            tone="warn"
            acts={<Button small look="ghost" icon={X} label={text.close} onPress={closeOutcome} />}
          >
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
    </>
  )
}

function notesOf({ fileName, failure, refusedFiles }: TakenMail): string[] {
  if (failure !== null)
    return [mailFailureText[failure]?.(fileName) ?? `${fileName}\u00a0: ${errorSentences[failure]}`]
  return refusedFiles.length === 0 ? [] : [text.leftOut(fileName, refusedFiles)]
}
