import { useWrite } from '../../../api/use-write.ts'
import { handOverText as text } from '../../../text/hand-over.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { TextField } from '../../../ui/TextField.tsx'

export function MachineSection({ name }: { name: string }) {
  const rename = useWrite('handOver.nameMachine')
  return (
    <section className="stack" aria-label={text.machine}>
      {rename.error === null ? null : <ErrorBanner error={rename.error} />}
      <div className="form-grid">
        <TextField
          label={text.machine}
          help={text.machineHelp}
          value={name}
          maxLength={80}
          onCommit={(next) => (next.trim() === '' ? undefined : rename.mutate({ name: next.trim() }))}
        />
      </div>
    </section>
  )
}
