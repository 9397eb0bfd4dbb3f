import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { fill } from '#kernel/language/text.ts'
import type { RecordPage } from '#kernel/screens/data/record.ts'
import { InThePast } from '#kernel/screens/record/InThePast.tsx'
import '#kernel/screens/screens.css'
import { useMay } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf, useSetAsOf } from '#web/shell/asOf.tsx'
import { useBegin } from './begin.ts'
import './method.css'

const words = {
  title: { sv: 'Ny riskmetod', en: 'New risk method' },
  none: { sv: 'Ni har ingen riskmetod som gäller ännu', en: 'You have no risk method in force yet' },
  noneText: {
    sv: 'Riskmetoden säger hur ni värderar risker, vem som får besluta om dem och hur fort det ska gå. Tills en metod är beslutad går risker att beskriva, men de får inget riskvärde och läggs inte hos någon för beslut.',
    en: 'The risk method says how you value risks, who may decide on them and how fast it is to be done. Until a method is decided risks can be described, but they get no risk value and go to nobody for decision.',
  },
  steps: {
    sv: 'Så gör ni: börja från förlagan, anpassa den till er arbetsordning, se följderna och låt säkerhetschefen eller generaldirektören besluta.',
    en: 'How to: begin from the proposal, adapt it to your rules of procedure, see what follows and let the head of security or the director-general decide.',
  },
  draft: { sv: 'Det finns ett utkast: {name}', en: 'There is a draft: {name}' },
  inForce: {
    sv: '{name} gäller. Vill ni ändra något i den gör ni en ny version därifrån, så går risknivåerna att översätta.',
    en: '{name} is in force. To change something in it, make a new version from it, so that the risk levels can be translated.',
  },
  open: { sv: 'Öppna {name}', en: 'Open {name}' },
  proposal: { sv: 'Börja från förlagan', en: 'Begin from the proposal' },
  proposalText: {
    sv: 'Fyra nivåer på varje skala, matrisen ur MSB:s metodstöd, konsekvenser som i klassningsmodellen, mandat, tider och mallar för sju slags riskanalyser. Du får ett utkast som går att ändra i allt.',
    en: 'Four levels on each scale, the matrix of MSB’s method support, consequences as in the classification model, mandates, times and templates for seven kinds of risk analysis. You get a draft in which all can be changed.',
  },
  nothing: { sv: 'Börja från början', en: 'Begin from nothing' },
  nothingText: {
    sv: 'Ett tomt utkast, för er som redan har en egen metod att skriva in.',
    en: 'An empty draft, for those who have a method of their own to enter.',
  },
  forbidden: {
    sv: 'Metoden skrivs av informationssäkerhetschefen eller riskfunktionen.',
    en: 'The method is written by the chief information security officer or the risk function.',
  },
  failed: { sv: 'Utkastet blev inte gjort', en: 'The draft was not made' },
} as const

/** Where a risk method begins: what it is for, and from what to start. */
export default function BeginPage({ register }: { readonly register: Register }) {
  const say = useSay()
  const asOf = useAsOf()
  const setAsOf = useSetAsOf()
  const may = useMay(register.plural)
  const { begin, problem, isSending } = useBegin()
  const found = useGet<RecordPage>('/risk-methods', { state: 'inForce,draft', fields: 'name,state', limit: 20 })
  const inForce = found.data?.items.find(({ state }) => state === 'inForce')
  const draft = found.data?.items.find(({ state }) => state === 'draft')
  const path = `/${pathOf(register)}`
  return (
    <article className="v-page v-page-narrow">
      <header className="v-page-head">
        <Breadcrumb steps={[{ href: path, label: say(register.label.many) }]} />
        <h1>{say(words.title)}</h1>
      </header>
      {asOf ? (
        <InThePast onToday={() => setAsOf(null)} />
      ) : (
        <>
          {found.data && !inForce && (
            <section aria-labelledby="none-title">
              <h2 id="none-title">{say(words.none)}</h2>
              <p className="v-measure">{say(words.noneText)}</p>
              <p className="v-measure">{say(words.steps)}</p>
            </section>
          )}
          {inForce && (
            <p className="v-measure">
              {say(fill(words.inForce, { name: String(inForce.name) }))}{' '}
              <Link href={`${path}/${inForce.id}`}>{say(fill(words.open, { name: String(inForce.name) }))}</Link>
            </p>
          )}
          {draft && (
            <p className="v-measure">
              {say(fill(words.draft, { name: String(draft.name) }))}.{' '}
              <Link href={`${path}/${draft.id}`}>{say(fill(words.open, { name: String(draft.name) }))}</Link>
            </p>
          )}
          {problem && (
            <Banner tone="bad" role="alert" title={say(words.failed)}>
              <p>{problem.message}</p>
            </Banner>
          )}
          {may.create ? (
            <ul className="rm-begin">
              <li>
                <Button
                  variant={inForce ? 'secondary' : 'primary'}
                  isPending={isSending}
                  aria-describedby="from-proposal"
                  onPress={() => void begin('proposal')}
                >
                  {say(words.proposal)}
                </Button>
                <p id="from-proposal" className="v-help v-measure">
                  {say(words.proposalText)}
                </p>
              </li>
              <li>
                <Button aria-describedby="from-nothing" onPress={() => void begin('nothing')}>
                  {say(words.nothing)}
                </Button>
                <p id="from-nothing" className="v-help v-measure">
                  {say(words.nothingText)}
                </p>
              </li>
            </ul>
          ) : (
            <p>{say(words.forbidden)}</p>
          )}
        </>
      )}
    </article>
  )
}
