import { type Action, scopesFor } from '#kernel/access/access.ts'
import { type Role, roles } from '#kernel/access/roles.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordPage } from '#kernel/screens/data/record.ts'
import { useMay } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { useRiskMethod } from './useRiskMethod.ts'

const words = {
  none: { sv: 'Ingen riskmetod gäller ännu', en: 'No risk method is in force yet' },
  past: { sv: 'Ingen riskmetod gällde den här dagen', en: 'No risk method was in force on this day' },
  pastText: {
    sv: 'Risker kunde beskrivas, men det fanns inga nivåer att värdera dem efter.',
    en: 'Risks could be described, but there were no levels to value them by.',
  },
  text: {
    sv: 'Ni kan redan beskriva risker. Tills en metod är beslutad får de inget riskvärde, och ingen får dem för beslut.',
    en: 'You can describe risks already. Until a method is decided they get no risk value, and nobody gets them for decision.',
  },
  draft: {
    sv: 'Det finns ett utkast, {name}. Det beslutas av {deciders}.',
    en: 'There is a draft, {name}. It is decided by the {deciders}.',
  },
  begin: {
    sv: 'Börja från förlagan och anpassa den. Metoden beslutas sedan av {deciders}.',
    en: 'Begin from the proposal and adapt it. The method is then decided by the {deciders}.',
  },
  ask: {
    sv: 'Metoden skrivs av {writers} och beslutas av {deciders}. Be dem göra det.',
    en: 'The method is written by the {writers} and decided by the {deciders}. Ask them to do it.',
  },
  open: { sv: 'Öppna utkastet', en: 'Open the draft' },
  write: { sv: 'Börja på riskmetoden', en: 'Begin the risk method' },
  methods: { sv: 'Visa riskmetoderna', en: 'Show the risk methods' },
} as const

/** Says what it means that no risk method is in force, who can change that, and where. */
export function NoRiskMethod() {
  const say = useSay()
  const language = useLanguage()
  const asOf = useAsOf()
  const register = useCatalogue().register('riskMethod')
  const may = useMay(register.plural)
  const path = `/${pathOf(register)}`
  const drafts = useGet<RecordPage>(asOf === null ? path : null, { state: 'draft', fields: 'name', sort: '-createdAt', limit: 1 })
  if (asOf !== null)
    return (
      <Banner tone="waiting" title={say(words.past)}>
        <p>{say(words.pastText)}</p>
      </Banner>
    )
  if (!drafts.data && !drafts.error) return null
  const draft = drafts.data?.items[0]
  const rolesOf = (action: Action) =>
    new Intl.ListFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { type: 'disjunction' }).format(
      (Object.keys(scopesFor(register.access, action)) as Role[]).map((role) => say(roles[role].label)),
    )
  const who = { name: String(draft?.name ?? ''), deciders: rolesOf('move:decide'), writers: rolesOf('create') }
  const [next, href, label] = draft
    ? [words.draft, `${path}/${draft.id}`, words.open]
    : may.create
      ? [words.begin, `${path}/new`, words.write]
      : [words.ask, path, words.methods]
  return (
    <Banner
      tone="waiting"
      title={say(words.none)}
      actions={
        <LinkButton href={href} variant={may.create || draft ? 'primary' : 'secondary'}>
          {say(label)}
        </LinkButton>
      }
    >
      <p className="v-measure">{say(words.text)}</p>
      <p className="v-measure">{say(fill(next, who))}</p>
    </Banner>
  )
}

/** Above a list of risks: the same, where no method is in force. */
export default function AboveRisks() {
  return useRiskMethod() === null ? <NoRiskMethod /> : null
}
