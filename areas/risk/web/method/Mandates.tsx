import { fill } from '#kernel/language/text.ts'
import { Button } from '#web/design/Button.tsx'
import { Checkbox } from '#web/design/Checkbox.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { Select } from '#web/design/Select.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { mandateRoles, type RiskMethodContent, toldRoles } from '../../risk-method.content.ts'
import { Ladder } from './Ladder.tsx'
import { daysOf, type numbers, type PartProps, type Step, stepsOf } from './parts.ts'
import { capital, rangeWords, whoever, withinWords } from './words.ts'

const words = {
  title: { sv: 'Vem som beslutar', en: 'Who decides' },
  lead: {
    sv: 'Riskvärdet avgör vem som får besluta. Ingen beslutar över sitt mandat, och ingen risk blir liggande: den som inte hinner får den lyft till nästa nivå.',
    en: 'The risk value decides who may decide. Nobody decides beyond the mandate, and no risk is left lying: from one who does not decide in time it is raised to the next level.',
  },
  accepting: { sv: 'Vem som får acceptera', en: 'Who may accept' },
  acceptLead: {
    sv: 'Att låta en risk stå kvar utan åtgärd kan kräva ett högre mandat än att besluta om åtgärder.',
    en: 'To let a risk stand without action may take a higher mandate than to decide on actions.',
  },
  told: { sv: 'Vem som får veta', en: 'Who is told' },
  times: { sv: 'Tider', en: 'Times' },
  decides: { sv: 'Beslutar under', en: 'Decides below' },
  accepts: { sv: 'Accepterar under', en: 'Accepts below' },
  empty: { sv: 'Tomt betyder utan gräns', en: 'Empty means without limit' },
  top: {
    sv: 'Beslutar och accepterar utan gräns. Så finns det alltid någon som får besluta.',
    en: 'Decides and accepts without limit. So there is always somebody who may decide.',
  },
  has: { sv: '{role} har mandat', en: '{role} has a mandate' },
  mandate: { sv: 'Mandat för {role}', en: 'Mandate of {role}' },
  from: { sv: 'Från värdet', en: 'From the value' },
  role: { sv: 'Befattning', en: 'Position' },
  removeTold: { sv: 'Ta bort {role}', en: 'Remove {role}' },
  addTold: { sv: 'Lägg till någon som ska få veta', en: 'Add somebody who is to be told' },
  materialFrom: { sv: 'Väsentlig från värdet', en: 'Material from the value' },
  materialHelp: {
    sv: 'Rapporteras till generaldirektören, vem som än beslutar. Tomt: avgörs alltid för hand.',
    en: 'Reported to the director-general, whoever decides. Empty: always judged by hand.',
  },
  ownRiskFrom: { sv: 'Ingen beslutar ensam om sin egen risk från värdet', en: 'Nobody decides alone on a risk of his own from the value' },
  ownHelp: {
    sv: 'Tomt: var och en får besluta om sin egen risk inom sitt mandat.',
    en: 'Empty: anyone may decide on a risk of his own within the mandate.',
  },
  days: { sv: 'arbetsdagar', en: 'working days' },
  calendar: { sv: 'dagar', en: 'days' },
  analyseWithin: { sv: 'En ny risk ska vara analyserad inom', en: 'A new risk is to be analysed within' },
  acknowledgeWithin: { sv: 'Den som får en risk ska bekräfta inom', en: 'The one who is handed a risk is to confirm within' },
  answerWithin: { sv: 'Ett ifrågasättande ska besvaras inom', en: 'A challenge is to be answered within' },
  climbAfter: { sv: 'Ett uteblivet beslut klättrar efter', en: 'A decision not taken climbs after' },
  warnBefore: { sv: 'Varning innan en acceptans går ut', en: 'Warning before an acceptance ends' },
} as const

type Mandate = RiskMethodContent['mandates'][number]

/** Who decides, who may accept, who is told and how fast: read as sentences beside a picture, written as a form. */
export function Mandates({ content, onChange }: PartProps) {
  const say = useSay()
  return (
    <section aria-labelledby="mandates-title" className="v-part">
      <h2 id="mandates-title">{say(words.title)}</h2>
      <p className="v-measure v-muted">{say(words.lead)}</p>
      <Ladder content={content} />
      {onChange ? (
        <>
          <MandateForm content={content} onChange={onChange} />
          <ToldForm content={content} onChange={onChange} />
          <TimesForm content={content} onChange={onChange} />
        </>
      ) : (
        <Sentences content={content} />
      )}
    </section>
  )
}

function Sentences({ content }: PartProps) {
  const say = useSay()
  const format = useFormat()
  const language = useLanguage()
  const number = format.number
  const decides = ({ role, from, below }: Step) => {
    const days = daysOf(content, { role, from, below })
    const end = days ? `, ${say(withinWords(days))}` : ''
    return `${say(rangeWords(from, below))}: ${say(whoever[role])} ${say({ sv: 'beslutar', en: 'decides' })}${end}.`
  }
  const accepts = ({ role, from, below }: Step) =>
    `${say(rangeWords(from, below))}: ${say(whoever[role])} ${say({ sv: 'får acceptera', en: 'may accept' })}.`
  const { materialFrom, ownRiskFrom, analyseWithin, acknowledgeWithin, answerWithin, climbAfter, warnBefore } = content
  const told = [
    ...(materialFrom === null
      ? []
      : [
          say({
            sv: `Från värdet ${number(materialFrom)} är risken väsentlig. Då rapporteras den till generaldirektören, vem som än beslutar.`,
            en: `From the value ${number(materialFrom)} the risk is material. It is then reported to the director-general, whoever decides.`,
          }),
        ]),
    ...content.tells.map(({ role, from }) =>
      say({
        sv: `${capital(whoever[role].sv)} får veta om risker med värdet ${number(from)} eller mer.`,
        en: `${capital(whoever[role].en)} is told of risks of the value ${number(from)} or more.`,
      }),
    ),
    ...(ownRiskFrom === null
      ? []
      : [
          say({
            sv: `Från värdet ${number(ownRiskFrom)} får ingen ensam besluta om en risk som han eller hon själv äger.`,
            en: `From the value ${number(ownRiskFrom)} nobody may decide alone on a risk that is his or her own.`,
          }),
        ]),
  ]
  const days = (many: number) =>
    language === 'sv' ? (many === 1 ? '1 arbetsdag' : `${many} arbetsdagar`) : many === 1 ? '1 working day' : `${many} working days`
  const times = [
    say({
      sv: `En ny risk ska vara analyserad inom ${days(analyseWithin)}.`,
      en: `A new risk is to be analysed within ${days(analyseWithin)}.`,
    }),
    say({
      sv: `Den som får en risk bekräftar det inom ${days(acknowledgeWithin)}.`,
      en: `The one who is handed a risk confirms it within ${days(acknowledgeWithin)}.`,
    }),
    say({
      sv: `Ett ifrågasättande från riskfunktionen besvaras inom ${days(answerWithin)}.`,
      en: `A challenge from the risk function is answered within ${days(answerWithin)}.`,
    }),
    say({
      sv: `Fattas inget beslut i tid lyfts risken till nästa nivå ${days(climbAfter)} senare.`,
      en: `If no decision is taken in time the risk is raised to the next level ${days(climbAfter)} later.`,
    }),
    say({
      sv: `Riskägaren varnas ${warnBefore} dagar innan en acceptans går ut.`,
      en: `The risk owner is warned ${warnBefore} days before an acceptance ends.`,
    }),
  ]
  const list = (sentences: readonly string[]) => (
    <ul className="rm-sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
  return (
    <>
      {list(stepsOf(content.mandates, 'decidesBelow').map(decides))}
      <section>
        <h3>{say(words.accepting)}</h3>
        <p className="v-measure v-muted">{say(words.acceptLead)}</p>
        {list(stepsOf(content.mandates, 'acceptsBelow').map(accepts))}
      </section>
      {told.length > 0 && (
        <section>
          <h3>{say(words.told)}</h3>
          {list(told)}
        </section>
      )}
      <section>
        <h3>{say(words.times)}</h3>
        {list(times)}
      </section>
    </>
  )
}

function MandateForm({ content, onChange }: Required<PartProps>) {
  const say = useSay()
  const put = (role: Mandate['role'], part: Partial<Mandate>) =>
    onChange?.((method) => ({ ...method, mandates: method.mandates.map((one) => (one.role === role ? { ...one, ...part } : one)) }))
  const toggle = (role: Mandate['role'], has: boolean) =>
    onChange?.((method) => {
      const others = method.mandates.filter((one) => one.role !== role)
      const limit = role === 'director-general' ? null : 0
      const all = has ? [...others, { role, decidesBelow: limit, acceptsBelow: limit }] : others
      return { ...method, mandates: all.toSorted((one, other) => mandateRoles.indexOf(one.role) - mandateRoles.indexOf(other.role)) }
    })
  return (
    <ul className="rm-mandates">
      {mandateRoles.map((role) => {
        const mandate = content.mandates.find((one) => one.role === role)
        const name = say(whoever[role])
        const isTop = role === 'director-general'
        return (
          <li key={role} aria-label={say(fill(words.mandate, { role: name }))}>
            <Checkbox isSelected={mandate !== undefined} onChange={(has) => toggle(role, has)}>
              {capital(say(fill(words.has, { role: name })))}
            </Checkbox>
            {mandate && isTop && <p className="v-help">{say(words.top)}</p>}
            {mandate && (!isTop || mandate.decidesBelow !== null || mandate.acceptsBelow !== null) && (
              <div className="rm-numbers">
                <NumberField
                  size="small"
                  label={say(words.decides)}
                  help={say(words.empty)}
                  min={0}
                  max={10_000}
                  decimals={1}
                  value={mandate.decidesBelow}
                  onChange={(next) => put(role, { decidesBelow: next })}
                />
                <NumberField
                  size="small"
                  label={say(words.accepts)}
                  help={say(words.empty)}
                  min={0}
                  max={10_000}
                  decimals={1}
                  value={mandate.acceptsBelow}
                  onChange={(next) => put(role, { acceptsBelow: next })}
                />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function ToldForm({ content, onChange }: Required<PartProps>) {
  const say = useSay()
  const free = toldRoles.filter((role) => !content.tells.some((one) => one.role === role))
  const set = (by: (tells: RiskMethodContent['tells']) => RiskMethodContent['tells']) =>
    onChange?.((method) => ({ ...method, tells: by(method.tells) }))
  const next = free[0]
  return (
    <section aria-labelledby="told-title">
      <h3 id="told-title">{say(words.told)}</h3>
      <ul className="rm-rows">
        {content.tells.map((one) => (
          <li key={one.role}>
            <Select
              size="small"
              label={say(words.role)}
              options={[one.role, ...free].map((role) => ({ id: role, label: capital(say(whoever[role])) }))}
              value={one.role}
              onChange={(role) => {
                const chosen = toldRoles.find((each) => each === role)
                if (chosen) set((all) => all.map((each) => (each.role === one.role ? { ...each, role: chosen } : each)))
              }}
            />
            <NumberField
              size="small"
              label={say(words.from)}
              min={0}
              max={10_000}
              decimals={1}
              value={one.from}
              onChange={(from) => set((all) => all.map((each) => (each.role === one.role ? { ...each, from: from ?? 0 } : each)))}
            />
            <Button
              variant="quiet"
              size="small"
              icon="trash"
              aria-label={say(fill(words.removeTold, { role: say(whoever[one.role]) }))}
              onPress={() => set((all) => all.filter((each) => each.role !== one.role))}
            />
          </li>
        ))}
      </ul>
      {next && (
        <Button size="small" icon="plus" onPress={() => set((all) => [...all, { role: next, from: content.materialFrom ?? 8 }])}>
          {say(words.addTold)}
        </Button>
      )}
    </section>
  )
}

function TimesForm({ content, onChange }: Required<PartProps>) {
  const say = useSay()
  const put = (name: (typeof numbers)[number], value: number | null) => onChange?.((method) => ({ ...method, [name]: value }))
  const times = ['analyseWithin', 'acknowledgeWithin', 'answerWithin', 'climbAfter'] as const
  return (
    <>
      <div className="rm-numbers">
        <NumberField
          size="small"
          label={say(words.materialFrom)}
          help={say(words.materialHelp)}
          min={0}
          max={10_000}
          decimals={1}
          value={content.materialFrom}
          onChange={(next) => put('materialFrom', next)}
        />
        <NumberField
          size="small"
          label={say(words.ownRiskFrom)}
          help={say(words.ownHelp)}
          min={0}
          max={10_000}
          decimals={1}
          value={content.ownRiskFrom}
          onChange={(next) => put('ownRiskFrom', next)}
        />
      </div>
      <section aria-labelledby="times-title">
        <h3 id="times-title">{say(words.times)}</h3>
        <div className="rm-numbers">
          {times.map((name) => (
            <NumberField
              key={name}
              size="small"
              label={say(words[name])}
              unit={say(words.days)}
              min={0}
              max={250}
              value={content[name]}
              onChange={(next) => put(name, next ?? 0)}
            />
          ))}
          <NumberField
            size="small"
            label={say(words.warnBefore)}
            unit={say(words.calendar)}
            min={0}
            max={365}
            value={content.warnBefore}
            onChange={(next) => put('warnBefore', next ?? 0)}
          />
        </div>
      </section>
    </>
  )
}
