import { BodyPart } from '../../parts/BodyPart.tsx'
import { settingsText as text } from '../../text/settings.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'

export function BodySection() {
  return (
    <BodyPart title={text.body} lead={text.bodyLead}>
      {(body, patch) => (
        <>
          <TextField
            label={text.fields.name}
            value={body.name}
            maxLength={500}
            onCommit={(name) => {
              if (name.trim() !== '') patch({ name: name.trim() })
            }}
          />
          <TextField
            label={text.fields.acronym}
            value={body.acronym}
            maxLength={40}
            onCommit={(acronym) => patch({ acronym })}
          />
          <TextField
            label={text.fields.contact}
            value={body.contact}
            maxLength={500}
            onCommit={(contact) => patch({ contact })}
          />
          <Select
            label={text.fields.meetingWord}
            value={body.meetingWord}
            choices={[
              { value: 'séance', label: 'séance' },
              { value: 'réunion', label: 'réunion' },
            ]}
            onCommit={(meetingWord) => patch({ meetingWord })}
          />
        </>
      )}
    </BodyPart>
  )
}
