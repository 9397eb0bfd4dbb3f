import { counted, fill, type Language, type Text } from '#kernel/language/text.ts'
import { formatNumber } from '#web/language/format.ts'
import type { Layer, PlacedMap } from './layout.ts'

const kinds: Readonly<Record<Layer, readonly [Text, Text]>> = {
  activity: [
    { sv: '{n} process', en: '{n} process' },
    { sv: '{n} processer', en: '{n} processes' },
  ],
  informationAsset: [
    { sv: '{n} informationsmängd', en: '{n} information asset' },
    { sv: '{n} informationsmängder', en: '{n} information assets' },
  ],
  system: [
    { sv: '{n} system', en: '{n} system' },
    { sv: '{n} system', en: '{n} systems' },
  ],
  supplier: [
    { sv: '{n} leverantör', en: '{n} supplier' },
    { sv: '{n} leverantörer', en: '{n} suppliers' },
  ],
}

/** What the map shows, in one sentence: how many of each kind, and how many have the greatest need. */
export function mapSentence(map: PlacedMap, language: Language): string {
  const parts = (Object.keys(kinds) as Layer[]).flatMap((layer) => {
    const count = map.nodes.filter((one) => one.layer === layer).length
    const [one, many] = kinds[layer]
    return count ? [fill(counted(count, one, many), { n: formatNumber(count, language) })[language]] : []
  })
  const listed = new Intl.ListFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { type: 'conjunction' }).format(parts)
  const valued = map.nodes.flatMap(({ node }) => node.level ?? [])
  const top = valued.length ? Math.max(...valued) : null
  const many = valued.filter((level) => level === top).length
  const unvalued = map.nodes.filter(({ node, layer }) => layer === 'informationAsset' && node.level === null).length
  const shown = language === 'sv' ? `Kartan visar ${listed}.` : `The map shows ${listed}.`
  const highest =
    top === null
      ? ''
      : language === 'sv'
        ? ` Högst skyddsnivå är ${top}, som ${formatNumber(many, 'sv')} av dem har.`
        : ` The highest protection level is ${top}, which ${formatNumber(many, 'en')} of them ${many === 1 ? 'has' : 'have'}.`
  const missing =
    unvalued === 0
      ? ''
      : language === 'sv'
        ? ` ${formatNumber(unvalued, 'sv')} ${unvalued === 1 ? 'informationsmängd är inte klassad' : 'informationsmängder är inte klassade'} och ger ännu inget behov vidare.`
        : ` ${formatNumber(unvalued, 'en')} information ${unvalued === 1 ? 'asset is not classified and passes' : 'assets are not classified and pass'} on no need yet.`
  return shown + highest + missing
}
