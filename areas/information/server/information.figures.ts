import type { Figure, Matter } from '#kernel/figures/figure.ts'
import { share } from '#kernel/figures/server/builders.ts'
import { late } from '#kernel/figures/server/matters.ts'
import { informationAsset } from '../information-asset.register.ts'

export const informationFigures: Figure[] = [
  share({
    key: 'management-system.information-classified-share',
    label: { sv: 'Klassade informationsmängder', en: 'Classified information assets' },
    definition: {
      sv: 'Andelen av informationsmängderna i registret denna dag som har klassats, det vill säga värderats i fråga om konfidentialitet, riktighet och tillgänglighet.',
      en: 'The share of the information assets in the register on this day that have been classified, that is, valued for confidentiality, integrity and availability.',
    },
    of: 'informationAssets',
    that: { classifiedOn: 'filled' },
  }),
  share({
    key: 'management-system.classifications-reviewed-share',
    label: { sv: 'Klassningar som är omprövade i tid', en: 'Classifications reviewed in time' },
    definition: {
      sv: 'Andelen av de klassade informationsmängderna vars dag för omprövning inte har passerat. En klassning utan dag för omprövning räknas som inte omprövad.',
      en: 'The share of the classified information assets whose day of review has not passed. A classification without a day of review counts as not reviewed.',
    },
    of: 'informationAssets',
    among: { classifiedOn: 'filled' },
    that: { reviewBy: 'gte:today' },
  }),
]

export const informationMatters: Matter[] = [
  late(informationAsset, {
    key: 'classification-reviews',
    day: 'reviewBy',
    conditions: { reviewBy: 'lt:today' },
    by: 'update',
    one: {
      sv: '{count} informationsklassning skulle ha omprövats för {days} sedan',
      en: '{count} information classification was due for review {days} ago',
    },
    many: {
      sv: '{count} informationsklassningar skulle ha omprövats, den äldsta för {days} sedan',
      en: '{count} information classifications are overdue for review, the oldest by {days}',
    },
  }),
]
