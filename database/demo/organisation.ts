import type { Role } from '#kernel/access/roles.ts'
import { create, type Moment, swedish, update } from './script.ts'

interface UnitFacts {
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly kind: 'authority' | 'department' | 'unit'
  readonly parent?: string
  readonly site: string
  readonly head: string
  /** Share of the employees who work here, as parts of the whole. */
  readonly weight?: number
}

/** Trygghetsverket: one authority, six departments, three sites. */
export const units: readonly UnitFacts[] = [
  { key: 'tv', name: 'Trygghetsverket', shortName: 'TV', kind: 'authority', site: 'Sundsvall', head: 'director-general' },
  {
    key: 'ers',
    name: 'Ersättningsavdelningen',
    shortName: 'ERS',
    kind: 'department',
    parent: 'tv',
    site: 'Sundsvall',
    head: 'department-head',
  },
  { key: 'kun', name: 'Kundmötesavdelningen', shortName: 'KUN', kind: 'department', parent: 'tv', site: 'Örebro', head: 'head-kun' },
  { key: 'it', name: 'It-avdelningen', shortName: 'IT', kind: 'department', parent: 'tv', site: 'Sundsvall', head: 'head-it' },
  { key: 'ana', name: 'Analysavdelningen', shortName: 'ANA', kind: 'department', parent: 'tv', site: 'Örebro', head: 'head-ana' },
  { key: 'rat', name: 'Rättsavdelningen', shortName: 'RÄT', kind: 'department', parent: 'tv', site: 'Sundsvall', head: 'head-rat' },
  {
    key: 'vst',
    name: 'Verksamhetsstödsavdelningen',
    shortName: 'VST',
    kind: 'department',
    parent: 'tv',
    site: 'Sundsvall',
    head: 'head-vst',
  },
  {
    key: 'sak',
    name: 'Säkerhetsenheten',
    shortName: 'SÄK',
    kind: 'unit',
    parent: 'tv',
    site: 'Sundsvall',
    head: 'head-of-security',
    weight: 10,
  },
  {
    key: 'stab',
    name: 'Generaldirektörens stab',
    shortName: 'STAB',
    kind: 'unit',
    parent: 'tv',
    site: 'Sundsvall',
    head: 'chef-stab',
    weight: 12,
  },
  {
    key: 'ir',
    name: 'Internrevisionen',
    shortName: 'IR',
    kind: 'unit',
    parent: 'tv',
    site: 'Sundsvall',
    head: 'internal-audit',
    weight: 4,
  },
  {
    key: 'ers-nord',
    name: 'Handläggning nord',
    shortName: 'HNO',
    kind: 'unit',
    parent: 'ers',
    site: 'Sundsvall',
    head: 'chef-nord',
    weight: 215,
  },
  {
    key: 'ers-mitt',
    name: 'Handläggning mitt',
    shortName: 'HMI',
    kind: 'unit',
    parent: 'ers',
    site: 'Örebro',
    head: 'manager',
    weight: 230,
  },
  { key: 'ers-syd', name: 'Handläggning syd', shortName: 'HSY', kind: 'unit', parent: 'ers', site: 'Malmö', head: 'chef-syd', weight: 220 },
  {
    key: 'ers-utb',
    name: 'Utbetalning',
    shortName: 'UTB',
    kind: 'unit',
    parent: 'ers',
    site: 'Sundsvall',
    head: 'information-owner',
    weight: 60,
  },
  {
    key: 'ers-sarsk',
    name: 'Särskilda ärenden',
    shortName: 'SÄR',
    kind: 'unit',
    parent: 'ers',
    site: 'Örebro',
    head: 'risk-owner',
    weight: 55,
  },
  {
    key: 'kun-orebro',
    name: 'Kundcenter Örebro',
    shortName: 'KÖR',
    kind: 'unit',
    parent: 'kun',
    site: 'Örebro',
    head: 'chef-kun-orebro',
    weight: 170,
  },
  {
    key: 'kun-malmo',
    name: 'Kundcenter Malmö',
    shortName: 'KMA',
    kind: 'unit',
    parent: 'kun',
    site: 'Malmö',
    head: 'chef-kun-malmo',
    weight: 150,
  },
  {
    key: 'kun-digital',
    name: 'Digitala tjänster',
    shortName: 'DIG',
    kind: 'unit',
    parent: 'kun',
    site: 'Örebro',
    head: 'chef-digital',
    weight: 45,
  },
  { key: 'it-drift', name: 'It-drift', shortName: 'DRI', kind: 'unit', parent: 'it', site: 'Sundsvall', head: 'system-owner', weight: 75 },
  {
    key: 'it-utv',
    name: 'Systemutveckling',
    shortName: 'SYU',
    kind: 'unit',
    parent: 'it',
    site: 'Sundsvall',
    head: 'chef-utv-1',
    weight: 95,
  },
  { key: 'it-sak', name: 'It-säkerhet', shortName: 'ITS', kind: 'unit', parent: 'it', site: 'Sundsvall', head: 'it-security', weight: 14 },
  { key: 'it-stod', name: 'Användarstöd', shortName: 'ANV', kind: 'unit', parent: 'it', site: 'Örebro', head: 'chef-stod', weight: 40 },
  { key: 'ana-stat', name: 'Statistik', shortName: 'STA', kind: 'unit', parent: 'ana', site: 'Örebro', head: 'chef-stat', weight: 25 },
  { key: 'ana-prog', name: 'Prognos', shortName: 'PRO', kind: 'unit', parent: 'ana', site: 'Örebro', head: 'chef-prog', weight: 20 },
  {
    key: 'ana-kontroll',
    name: 'Kontroll och utredning',
    shortName: 'KOU',
    kind: 'unit',
    parent: 'ana',
    site: 'Malmö',
    head: 'chef-kontroll',
    weight: 60,
  },
  { key: 'rat-jur', name: 'Juridik', shortName: 'JUR', kind: 'unit', parent: 'rat', site: 'Sundsvall', head: 'chef-jur', weight: 35 },
  {
    key: 'rat-arkiv',
    name: 'Registratur och arkiv',
    shortName: 'ARK',
    kind: 'unit',
    parent: 'rat',
    site: 'Sundsvall',
    head: 'chef-arkiv',
    weight: 40,
  },
  { key: 'vst-pers', name: 'Personal', shortName: 'PER', kind: 'unit', parent: 'vst', site: 'Sundsvall', head: 'chef-pers', weight: 40 },
  { key: 'vst-eko', name: 'Ekonomi', shortName: 'EKO', kind: 'unit', parent: 'vst', site: 'Sundsvall', head: 'chef-eko', weight: 35 },
  { key: 'vst-inkop', name: 'Inköp', shortName: 'INK', kind: 'unit', parent: 'vst', site: 'Sundsvall', head: 'chef-inkop', weight: 15 },
  { key: 'vst-kom', name: 'Kommunikation', shortName: 'KOM', kind: 'unit', parent: 'vst', site: 'Sundsvall', head: 'chef-kom', weight: 25 },
  {
    key: 'vst-lokal',
    name: 'Lokaler och service',
    shortName: 'LOK',
    kind: 'unit',
    parent: 'vst',
    site: 'Malmö',
    head: 'chef-lokal',
    weight: 20,
  },
]

interface NamedPerson {
  readonly key: string
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly from: string
  /** Roles with the units they are for. */
  readonly roles: readonly (readonly [Role, string])[]
}

/** One person for each role: the people of tests, screenshots and handbook. All names are invented. */
const players: readonly NamedPerson[] = [
  { key: 'employee', name: 'Elin Sandhagen', title: 'Handläggare', unit: 'ers-mitt', from: '2019-08-19', roles: [] },
  { key: 'manager', name: 'Jonas Ekvall', title: 'Enhetschef', unit: 'ers-mitt', from: '2014-03-03', roles: [['manager', 'ers-mitt']] },
  {
    key: 'information-owner',
    name: 'Fredrika Norling',
    title: 'Enhetschef',
    unit: 'ers-utb',
    from: '2011-09-01',
    roles: [
      ['information-owner', 'ers'],
      ['manager', 'ers-utb'],
    ],
  },
  {
    key: 'system-owner',
    name: 'Navid Sohrabi',
    title: 'Enhetschef',
    unit: 'it-drift',
    from: '2016-01-11',
    roles: [
      ['system-owner', 'it'],
      ['manager', 'it-drift'],
      ['risk-owner', 'it'],
    ],
  },
  {
    key: 'risk-owner',
    name: 'Petra Almstedt',
    title: 'Enhetschef',
    unit: 'ers-sarsk',
    from: '2009-05-04',
    roles: [
      ['risk-owner', 'ers-sarsk'],
      ['information-owner', 'ers-sarsk'],
      ['manager', 'ers-sarsk'],
    ],
  },
  {
    key: 'department-head',
    name: 'Karin Wikdahl',
    title: 'Avdelningschef',
    unit: 'ers',
    from: '2017-02-01',
    roles: [['department-head', 'ers']],
  },
  { key: 'ciso', name: 'Ylva Stensdotter', title: 'Informationssäkerhetschef', unit: 'sak', from: '2018-10-01', roles: [['ciso', 'tv']] },
  {
    key: 'head-of-security',
    name: 'Magnus Hedlöf',
    title: 'Säkerhetschef',
    unit: 'sak',
    from: '2013-04-15',
    roles: [
      ['head-of-security', 'tv'],
      ['manager', 'sak'],
    ],
  },
  {
    key: 'risk-function',
    name: 'Tomas Brännlund',
    title: 'Riskansvarig',
    unit: 'stab',
    from: '2015-11-02',
    roles: [['risk-function', 'tv']],
  },
  {
    key: 'internal-audit',
    name: 'Gunilla Arvedal',
    title: 'Internrevisionschef',
    unit: 'ir',
    from: '2012-08-20',
    roles: [['internal-audit', 'tv']],
  },
  { key: 'dpo', name: 'Daniel Forsvik', title: 'Dataskyddsombud', unit: 'stab', from: '2018-04-03', roles: [['dpo', 'tv']] },
  {
    key: 'procurement',
    name: 'Leila Marklund',
    title: 'Inköpsstrateg',
    unit: 'vst-inkop',
    from: '2019-01-14',
    roles: [['procurement', 'tv']],
  },
  {
    key: 'preparedness',
    name: 'Oskar Tjärnberg',
    title: 'Beredskapssamordnare',
    unit: 'sak',
    from: '2017-09-18',
    roles: [['preparedness', 'tv']],
  },
  {
    key: 'director-general',
    name: 'Birgitta Solhage',
    title: 'Generaldirektör',
    unit: 'tv',
    from: '2019-06-01',
    roles: [['director-general', 'tv']],
  },
  {
    key: 'administrator',
    name: 'Mikael Dahlbo',
    title: 'Systemförvaltare',
    unit: 'it-stod',
    from: '2010-10-11',
    roles: [['administrator', 'tv']],
  },
]

const manages = (unit: string): readonly (readonly [Role, string])[] => [['manager', unit]]

/** The others whom the story names: heads of departments and units, and a few more. */
const others: readonly NamedPerson[] = [
  {
    key: 'head-kun',
    name: 'Lars Vinterkvist',
    title: 'Avdelningschef',
    unit: 'kun',
    from: '2016-08-22',
    roles: [['department-head', 'kun']],
  },
  { key: 'head-it', name: 'Åsa Rönnbäck', title: 'It-direktör', unit: 'it', from: '2018-01-08', roles: [['department-head', 'it']] },
  { key: 'head-ana', name: 'Erik Palmblad', title: 'Avdelningschef', unit: 'ana', from: '2015-03-09', roles: [['department-head', 'ana']] },
  { key: 'head-rat', name: 'Helena Mörtberg', title: 'Rättschef', unit: 'rat', from: '2014-10-06', roles: [['department-head', 'rat']] },
  {
    key: 'head-vst',
    name: 'Stefan Ljungdal',
    title: 'Avdelningschef',
    unit: 'vst',
    from: '2017-05-15',
    roles: [['department-head', 'vst']],
  },
  { key: 'chef-stab', name: 'Sofia Ekenberg', title: 'Stabschef', unit: 'stab', from: '2019-09-02', roles: manages('stab') },
  { key: 'chef-nord', name: 'Anna-Karin Fjällgren', title: 'Enhetschef', unit: 'ers-nord', from: '2008-02-18', roles: manages('ers-nord') },
  { key: 'chef-syd', name: 'Mattias Skånvik', title: 'Enhetschef', unit: 'ers-syd', from: '2012-11-05', roles: manages('ers-syd') },
  {
    key: 'chef-kun-orebro',
    name: 'Rebecka Tivelius',
    title: 'Enhetschef',
    unit: 'kun-orebro',
    from: '2013-01-21',
    roles: [
      ['manager', 'kun-orebro'],
      ['risk-owner', 'kun'],
      ['system-owner', 'kun'],
    ],
  },
  {
    key: 'chef-kun-malmo',
    name: 'Goran Bergendahl',
    title: 'Enhetschef',
    unit: 'kun-malmo',
    from: '2015-06-01',
    roles: manages('kun-malmo'),
  },
  {
    key: 'chef-digital',
    name: 'Linnea Ahlbäck',
    title: 'Enhetschef',
    unit: 'kun-digital',
    from: '2018-03-12',
    roles: [
      ['manager', 'kun-digital'],
      ['system-owner', 'kun'],
      ['information-owner', 'kun'],
      ['risk-owner', 'kun'],
    ],
  },
  {
    key: 'chef-utv-1',
    name: 'Lena Storhagen',
    title: 'Enhetschef',
    unit: 'it-utv',
    from: '2006-04-10',
    roles: [
      ['manager', 'it-utv'],
      ['system-owner', 'it'],
      ['risk-owner', 'it'],
    ],
  },
  { key: 'chef-utv', name: 'Johan Kvarnsund', title: 'Utvecklingsledare', unit: 'it-utv', from: '2016-09-26', roles: [] },
  {
    key: 'it-security',
    name: 'Nour Haddad Ekman',
    title: 'Enhetschef',
    unit: 'it-sak',
    from: '2017-11-13',
    roles: [
      ['manager', 'it-sak'],
      ['system-owner', 'it'],
      ['risk-owner', 'it'],
    ],
  },
  { key: 'chef-stod', name: 'Pia Hällström', title: 'Enhetschef', unit: 'it-stod', from: '2011-03-28', roles: manages('it-stod') },
  {
    key: 'chef-stat',
    name: 'Henrik Solbacke',
    title: 'Enhetschef',
    unit: 'ana-stat',
    from: '2014-08-11',
    roles: [
      ['manager', 'ana-stat'],
      ['information-owner', 'ana'],
      ['system-owner', 'ana'],
      ['risk-owner', 'ana'],
    ],
  },
  { key: 'chef-prog', name: 'Ingrid Vallmo', title: 'Enhetschef', unit: 'ana-prog', from: '2010-01-18', roles: manages('ana-prog') },
  {
    key: 'chef-kontroll',
    name: 'Robert Granhed',
    title: 'Enhetschef',
    unit: 'ana-kontroll',
    from: '2016-02-15',
    roles: [
      ['manager', 'ana-kontroll'],
      ['information-owner', 'ana'],
      ['risk-owner', 'ana'],
    ],
  },
  { key: 'chef-jur', name: 'Cecilia Åvall', title: 'Enhetschef', unit: 'rat-jur', from: '2013-09-09', roles: manages('rat-jur') },
  {
    key: 'chef-arkiv',
    name: 'Bengt-Åke Myrberg',
    title: 'Enhetschef',
    unit: 'rat-arkiv',
    from: '2001-05-07',
    roles: [
      ['manager', 'rat-arkiv'],
      ['information-owner', 'rat'],
      ['system-owner', 'rat'],
      ['risk-owner', 'rat'],
    ],
  },
  {
    key: 'chef-pers',
    name: 'Maria Tallund',
    title: 'Personalchef',
    unit: 'vst-pers',
    from: '2014-05-19',
    roles: [
      ['manager', 'vst-pers'],
      ['information-owner', 'vst'],
      ['system-owner', 'vst'],
      ['risk-owner', 'vst'],
    ],
  },
  {
    key: 'chef-eko',
    name: 'Anders Vretling',
    title: 'Ekonomichef',
    unit: 'vst-eko',
    from: '2012-04-02',
    roles: [
      ['manager', 'vst-eko'],
      ['information-owner', 'vst'],
      ['system-owner', 'vst'],
      ['risk-owner', 'vst'],
    ],
  },
  {
    key: 'chef-inkop',
    name: 'Ulrika Sjöholt',
    title: 'Inköpschef',
    unit: 'vst-inkop',
    from: '2015-10-12',
    roles: [
      ['manager', 'vst-inkop'],
      ['risk-owner', 'vst'],
    ],
  },
  {
    key: 'chef-kom',
    name: 'Emma Rosengrip',
    title: 'Kommunikationschef',
    unit: 'vst-kom',
    from: '2018-08-27',
    roles: [
      ['manager', 'vst-kom'],
      ['risk-owner', 'vst'],
    ],
  },
  {
    key: 'chef-lokal',
    name: 'Kjell Björnfot',
    title: 'Enhetschef',
    unit: 'vst-lokal',
    from: '2003-02-10',
    roles: [
      ['manager', 'vst-lokal'],
      ['risk-owner', 'vst'],
    ],
  },
  { key: 'analyst', name: 'Amanda Lindrup', title: 'Informationssäkerhetsspecialist', unit: 'sak', from: '2020-02-03', roles: [] },
  { key: 'handler', name: 'Viktor Hammarnäs', title: 'Handläggare', unit: 'ers-syd', from: '2017-10-16', roles: [] },
  { key: 'adviser', name: 'Josefin Blomhav', title: 'Kundhandläggare', unit: 'kun-malmo', from: '2018-05-28', roles: [] },
  { key: 'engineer', name: 'Tobias Frykheden', title: 'Drifttekniker', unit: 'it-drift', from: '2015-02-09', roles: [] },
  { key: 'clerk', name: 'Birgit Sundmalm', title: 'Registrator', unit: 'rat-arkiv', from: '1998-09-01', roles: [] },
  { key: 'officer', name: 'Selma Yildirim Rask', title: 'Handläggare', unit: 'ers-sarsk', from: '2018-11-19', roles: [] },
]

export const named: readonly NamedPerson[] = [...players, ...others]

/** Who may be chosen when signing in to the demonstration: the key of each is the name of the role he or she plays. */
export const cast: readonly {
  readonly key: string
  readonly personKey: string
  readonly name: string
  readonly role: Role
  readonly unit: string
}[] = players.map(({ key, name, unit }) => ({
  key,
  personKey: key,
  name,
  role: key as Role,
  unit: units.find((each) => each.key === unit)?.name ?? '',
}))

/** An address made of a name, without a number: `Bengt-Åke Myrberg` → `bengt-ake.myrberg`. */
export const mailbox = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/[éè]/g, 'e')
    .replace(/[^a-z-]+/g, '.')

export const mailDomain = 'trygghetsverket.example'

const start = '2021-01-04'
const unitStep = ({ key, name, shortName, kind, parent, site }: UnitFacts) =>
  create('unit', key, { name, shortName, kind, site, ...(parent ? { parent: `@${parent}` } : {}) })

const assign = (person: string, role: Role, unit: string, validFrom: string, more: Readonly<Record<string, unknown>> = {}) =>
  create('assignment', `assignment-${person}-${role}-${unit}`, { person: `@${person}`, role, unit: `@${unit}`, validFrom, ...more })

/** The organisation is brought in on the first working day of 2021; the head of systems development changes in the spring of 2022. */
export const organisation: readonly Moment[] = [
  {
    at: swedish(start, '08:00'),
    actor: 'system',
    reason: 'Registret läggs upp.',
    steps: units.filter(({ kind }) => kind === 'authority').map(unitStep),
  },
  {
    at: swedish(start, '08:01'),
    actor: 'system',
    reason: 'Registret läggs upp.',
    steps: units.filter(({ parent }) => parent === 'tv').map(unitStep),
  },
  {
    at: swedish(start, '08:02'),
    actor: 'system',
    reason: 'Registret läggs upp.',
    steps: units.filter(({ parent }) => parent && parent !== 'tv').map(unitStep),
  },
  {
    at: swedish(start, '08:05'),
    actor: 'system',
    reason: 'Registret läggs upp.',
    steps: named.map(({ key, name, title, unit, from }, index) =>
      create('person', key, {
        name,
        title,
        email: `${mailbox(name)}@${mailDomain}`,
        unit: `@${unit}`,
        phone: `010-000 ${String(10 + Math.floor(index / 100))} ${String(10 + (index % 90))}`,
        employedFrom: from,
      }),
    ),
  },
  {
    at: swedish(start, '08:06'),
    actor: 'system',
    reason: 'Registret läggs upp.',
    steps: units.map(({ key, head }) => update(key, { head: `@${head}` })),
  },
  {
    at: swedish(start, '08:07'),
    actor: 'system',
    reason: 'Registret läggs upp.',
    steps: named.flatMap(({ key, roles, from }) =>
      roles.map(([role, unit]) => assign(key, role, unit, from > '2020-01-01' ? from : '2020-01-01', { note: 'Enligt arbetsordningen.' })),
    ),
  },
  { at: swedish(start, '08:30'), actor: 'system', reason: 'Kraven läses in.', steps: [{ do: 'import-law' }] },
  {
    at: swedish('2022-03-14', '10:20'),
    actor: 'administrator',
    reason: 'Lena Storhagen går i pension. Johan Kvarnsund efterträder henne.',
    steps: [
      update('chef-utv-1', { employedTo: '2022-04-29' }),
      update('assignment-chef-utv-1-manager-it-utv', { validTo: '2022-03-31' }),
      update('assignment-chef-utv-1-system-owner-it', { validTo: '2022-03-31' }),
      update('assignment-chef-utv-1-risk-owner-it', { validTo: '2022-03-31' }),
      assign('chef-utv', 'manager', 'it-utv', '2022-04-01', { note: 'Efterträder Lena Storhagen.' }),
      assign('chef-utv', 'system-owner', 'it', '2022-04-01', { note: 'Efterträder Lena Storhagen.' }),
      assign('chef-utv', 'risk-owner', 'it', '2022-04-01', { note: 'Efterträder Lena Storhagen.' }),
    ],
  },
  {
    at: swedish('2022-04-01', '08:15'),
    actor: 'administrator',
    reason: 'Johan Kvarnsund tillträder som enhetschef.',
    steps: [update('it-utv', { head: '@chef-utv' }), update('chef-utv', { title: 'Enhetschef' })],
  },
  {
    at: swedish('2023-06-05', '09:05'),
    actor: 'administrator',
    reason: 'Ersättare under semestern, efter beslut av säkerhetschefen.',
    steps: [
      assign('analyst', 'ciso', 'tv', '2023-07-03', {
        validTo: '2023-08-04',
        note: 'Ersätter informationssäkerhetschefen under semestern.',
      }),
    ],
  },
]
