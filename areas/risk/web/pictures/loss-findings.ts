import type { Text } from '#kernel/language/text.ts'
import { formatMoney, formatShare } from '#web/language/format.ts'
import type { Reduction } from '../../quantify/reduction.ts'
import type { Simulated } from '../../quantify/simulate.ts'

/** An amount with as many figures as a simulation can carry: two. */
export const roughly = (amount: number): number => (amount === 0 ? 0 : Number(amount.toPrecision(2)))

/** A probability with a decimal only where it is small. */
export const shareDecimals = (share: number): number => (share < 0.1 ? 1 : 0)

const kronor = (amount: number): Text => ({ sv: formatMoney(roughly(amount), 'sv'), en: formatMoney(roughly(amount), 'en') })
const share = (value: number): Text => ({
  sv: formatShare(value, 'sv', shareDecimals(value)),
  en: formatShare(value, 'en', shareDecimals(value)),
})

/** What the loss curve says against what the authority is ready to bear. */
export function lossFinding({ against, p95, mean }: Simulated, partial: boolean): Text {
  const of: Text = partial ? { sv: ' av dem du får se', en: ' of those you may see' } : { sv: '', en: '' }
  const [worst] = against
    .filter(({ probability, allowed }) => probability > allowed)
    .toSorted((one, other) => other.probability / (other.allowed || 1e-9) - one.probability / (one.allowed || 1e-9))
  const [limit, now, allowed] = [kronor(worst?.loss ?? 0), share(worst?.probability ?? 0), share(worst?.allowed ?? 0)]
  if (worst)
    return {
      sv: `Mer än ni är beredda att bära: sannolikheten att riskerna${of.sv} kostar över ${limit.sv} på ett år är ${now.sv}, mot högst ${allowed.sv}`,
      en: `More than you are ready to bear: the probability that the risks${of.en} cost over ${limit.en} in a year is ${now.en}, against ${allowed.en} at most`,
    }
  const bad = kronor(p95)
  const usual = kronor(mean)
  const within: Text = against.length
    ? { sv: 'Inom det ni är beredda att bära: ', en: 'Within what you are ready to bear: ' }
    : { sv: '', en: '' }
  const once = against.length ? { sv: 'ett år av tjugo', en: 'one year in twenty' } : { sv: 'Ett år av tjugo', en: 'One year in twenty' }
  return {
    sv: `${within.sv}${once.sv} kostar riskerna${of.sv} mer än ${bad.sv}, i snitt ${usual.sv} om året`,
    en: `${within.en}${once.en} the risks${of.en} cost more than ${bad.en}, on average ${usual.en} a year`,
  }
}

/** What the decided actions take away, and for how much. */
export function reductionFinding(reduced: readonly Reduction[], asIs: Simulated): Text {
  const sum = reduced.reduce((all, one) => all + one.reduced, 0)
  const cost = reduced.reduce((all, one) => all + (one.cost ?? 0), 0)
  if (sum <= 0) {
    const mean = kronor(asIs.mean)
    return { sv: `Riskerna väntas kosta ${mean.sv} om året`, en: `The risks are expected to cost ${mean.en} a year` }
  }
  const less = kronor(sum)
  const paid = kronor(cost)
  return cost > 0
    ? {
        sv: `Åtgärder för ${paid.sv} sänker den väntade kostnaden med ${less.sv} om året`,
        en: `Actions for ${paid.en} lower the expected cost by ${less.en} a year`,
      }
    : {
        sv: `Det beslutade sänker den väntade kostnaden med ${less.sv} om året`,
        en: `What is decided lowers the expected cost by ${less.en} a year`,
      }
}
