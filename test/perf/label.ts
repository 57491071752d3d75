// What a file outside the project says, as people wrote it down: DIR/expected/*.json of `npm run bench -- files DIR`.
import { z } from 'zod'

/** What is right here: one value or any of several. `null`: that the file says none; `*`: whatever is read, uncounted. */
const Value = z.union([z.string(), z.number(), z.null()])
const Accepted = z.union([z.array(Value), Value.transform((value) => [value])])
export type Accepted = z.infer<typeof Accepted>
/** Words that must stand in what was read, in one wording or another. */
const Wordings = z.union([z.array(z.string()), z.string().transform((text) => [text])])
const said = Accepted.default([null])
const uncounted = Accepted.default(['*'])
/** Words of what may be read or not; `*`: anything. */
const Optional = z.array(z.string()).default([])

const LabelItem = z.object({
  title: z.string(),
  /** Other wordings of the file. */
  alt: z.array(z.string()).default([]),
  /** The beginning of the title is enough. */
  prefix: z.boolean().default(false),
  optional: z.boolean().default(false),
  depth: uncounted,
  start: said,
  durationMinutes: said,
  presenter: uncounted,
})
export type LabelItem = z.infer<typeof LabelItem>

export const Label = z.object({
  file: z.string(),
  organisation: z.string(),
  kind: uncounted,
  date: said,
  start: said,
  end: said,
  place: said,
  link: said,
  phone: said,
  items: z.array(LabelItem).default([]),
  people: z
    .array(
      z.object({
        name: z.string(),
        org: z.string().nullable().default(null),
        status: z.string().nullable().default(null),
      }),
    )
    .default([]),
  decisions: z.array(Wordings).default([]),
  actions: z.array(z.object({ text: Wordings, owner: uncounted, due: uncounted })).default([]),
  /** Reasonable people differ on which of the statements are decisions and which are actions. */
  eitherList: z.boolean().default(false),
  next: said,
  nextStart: uncounted,
  optionalItems: Optional,
  optionalPeople: Optional,
  optionalDecisions: Optional,
  optionalActions: Optional,
})
export type Label = z.infer<typeof Label>
