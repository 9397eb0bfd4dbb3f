import { z } from 'zod'
import { formatError } from '#kernel/exchange/format-error.ts'

/** Marks our own form inside a JSON file, so that it is recognised by content. */
export const requirementForm = 'varna-requirements/1'

/** A key that stays the same for ever: lower case, no spaces, `/` between levels. */
const key = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[a-z0-9åäöéü]+(?:[a-z0-9åäöéü._:()[\]/-]*[a-z0-9åäöéü)\]])?$/)

/** A day, ISO 8601, or null when it is open or unknown. */
const day = z.iso.date().nullable()

/**
 * How sure we are of a text and its validity. `statute`: read in the statute itself; `authority`: on the authority's own page;
 * `secondary`: told by someone else, to be checked before it is shown as law; `unverified`: read from a file nobody has checked;
 * `own`: our own words or analysis.
 */
export const confidences = ['statute', 'authority', 'secondary', 'unverified', 'own'] as const

/** What sort of source a requirement comes from. */
export const sourceKinds = ['statute', 'standard', 'agreement', 'internal', 'guidance'] as const

/**
 * What a row asks. `binding`: must be fulfilled; `advice`: allmänna råd and guidance, never shown as a breach; `definition`: says what
 * a word means; `information`: asks nothing by itself (scope, exemptions, the opening words of a list whose points are rows of their own).
 */
export const bindingnesses = ['binding', 'advice', 'definition', 'information'] as const

/**
 * Whom a requirement concerns. `all-agencies`: every government agency; `preparedness-agencies`: beredskapsmyndigheter (2022:524);
 * `csl-operators`: verksamhetsutövare under cybersäkerhetslagen (2025:1506); `choice`: those who have chosen the source themselves.
 */
export const applicabilities = ['all-agencies', 'preparedness-agencies', 'csl-operators', 'choice'] as const

const validity = { validFrom: day, validTo: day }

/** Where requirements come from: one statute, standard, agreement or rule of one's own. */
export const requirementSourceRow = z.strictObject({
  key,
  name: z.string().min(1).max(500),
  shortName: z.string().min(1).max(120),
  kind: z.enum(sourceKinds),
  publisher: z.string().max(300),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  ...validity,
  confidence: z.enum(confidences),
  /** What a reader should know about the source: doubts, transitional provisions, licence. Swedish. */
  note: z.string().max(10_000).nullable(),
})

/** One requirement, as small as it can be cited. */
export const requirementRow = z.strictObject({
  /** Stable, unique over all sources; begins with the key of its source and a slash: `msbfs-2020-6/5/2`. */
  key,
  /** As one cites it: `5 § andra stycket 2`, `4 kap. 3 § allmänna råd, första stycket 2`, `5.1`. */
  designation: z.string().max(200),
  heading: z.string().min(1).max(1000),
  /** The wording, as Markdown. Empty where the wording is licensed and may not be kept here. */
  text: z.string().max(200_000),
  bindingness: z.enum(bindingnesses),
  /** The duty is to assess a need and handle it: "assessed, not needed, because …" fulfils it (e.g. MSBFS 2020:7 4 kap. 18 §). */
  assessmentOnly: z.boolean(),
  appliesTo: z.enum(applicabilities),
  ...validity,
  confidence: z.enum(confidences),
  /** Place within the source, counted from 1. */
  order: z.int().min(0).max(1_000_000),
  /** Keys of requirements it corresponds to or refers to, in this source or another. */
  related: z.array(key).max(500),
})

export type RequirementSourceRow = z.infer<typeof requirementSourceRow>
export type RequirementRow = z.infer<typeof requirementRow>
export type Bindingness = RequirementRow['bindingness']
export type Applicability = RequirementRow['appliesTo']
export type Confidence = RequirementRow['confidence']
export type SourceKind = RequirementSourceRow['kind']

/** The neutral form every reader ends in: one source with its requirements. */
export interface RequirementFile {
  readonly source: RequirementSourceRow
  readonly requirements: RequirementRow[]
}

/** The neutral form as JSON. `form` is what our own files carry so that they are recognised. */
export const requirementFile = z.strictObject({
  form: z.literal(requirementForm).optional(),
  source: requirementSourceRow,
  requirements: z.array(requirementRow).max(50_000),
})

/** Makes a key part of a title or name: "MSBFS 2020:6" becomes `msbfs-2020-6`. Dots stay, since 5.1 is not 51. */
export function keyPart(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-z0-9åäöéü.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 120)
    .replace(/[-.]+$/, '')
}

/** Every reader's last step: the shape is right, keys are unique and under their source, and no period ends before it begins. */
export function checkRequirementFile(value: unknown, at = ''): RequirementFile {
  const parsed = requirementFile.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const place = [at, issue?.path.join('.')].filter(Boolean).join(': ')
    throw formatError({
      code: 'requirement-shape',
      message: {
        sv: 'En uppgift i filen har fel form eller saknas.',
        en: `A value in the file has the wrong shape or is missing: ${issue?.message ?? ''}`,
      },
      at: place || 'filen',
    })
  }
  const { source, requirements } = parsed.data
  checkPeriod(source, `source ${source.key}`)
  const seen = new Set<string>()
  for (const row of requirements) {
    if (!row.key.startsWith(`${source.key}/`)) {
      throw formatError({
        code: 'requirement-key-outside-source',
        message: {
          sv: `Kravets nyckel ska börja med kravkällans nyckel och ett snedstreck: ${source.key}/`,
          en: `The requirement's key must begin with the key of its source and a slash: ${source.key}/`,
        },
        at: row.key,
      })
    }
    if (seen.has(row.key)) {
      throw formatError({
        code: 'requirement-key-twice',
        message: { sv: 'Två krav har samma nyckel.', en: 'Two requirements have the same key.' },
        at: row.key,
      })
    }
    seen.add(row.key)
    checkPeriod(row, row.key)
  }
  return { source, requirements }
}

function checkPeriod(row: { validFrom: string | null; validTo: string | null }, at: string): void {
  if (row.validFrom !== null && row.validTo !== null && row.validTo < row.validFrom) {
    throw formatError({
      code: 'period-reversed',
      message: {
        sv: `Giltigheten slutar ${row.validTo}, innan den börjar ${row.validFrom}.`,
        en: `Validity ends ${row.validTo}, before it begins ${row.validFrom}.`,
      },
      at,
    })
  }
}

/** Writes the neutral form as JSON text, the same characters every time. */
export const writeRequirementFile = (file: RequirementFile): string =>
  `${JSON.stringify({ form: requirementForm, source: file.source, requirements: file.requirements }, null, 1)}\n`
