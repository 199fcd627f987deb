/** What English puts beside names: data of the rules that read speakers. Lower case, without dots. */

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Forms of address that say whether a man or a woman is meant. */
export const genderedTitles: ReadonlyMap<string, 'MALE' | 'FEMALE'> = new Map([
  ['mr', 'MALE'],
  ['mister', 'MALE'],
  ['sir', 'MALE'],
  ['lord', 'MALE'],
  ['king', 'MALE'],
  ['prince', 'MALE'],
  ['mrs', 'FEMALE'],
  ['ms', 'FEMALE'],
  ['miss', 'FEMALE'],
  ['madam', 'FEMALE'],
  ['lady', 'FEMALE'],
  ['queen', 'FEMALE'],
  ['congressman', 'MALE'],
  ['congresswoman', 'FEMALE'],
])

/** Words that stand before a name and are not part of it: forms of address, offices, ranks, parties. */
export const titles = set(`
  mr mister mrs ms miss madam sir lord lady king queen prince princess dr doctor prof professor rev reverend pastor rabbi
  imam father sister brother bishop archbishop cardinal pope saint hon honorable
  president vice-president vice president-elect vice-presidential prime minister premier chancellor emperor sultan sheikh ayatollah
  sen senator sens senators rep reps representative representatives congressman congresswoman congressmen delegate assemblyman
  assemblywoman councilman councilwoman councilor councillor commissioner alderman
  gov governor lt lieutenant mayor ambassador secretary deputy undersecretary assistant associate attorney general atty ag
  judge justice chief magistrate sheriff marshal constable officer detective inspector agent special director dir amb pres
  speaker leader whip majority minority chairman chairwoman chair chairperson co-chair co-chairman vice-chairman
  gen col colonel maj major capt captain sgt sergeant cpl corporal pvt private admiral adm commander cmdr brig brigadier
  coach superintendent principal dean provost trustee treasurer comptroller controller auditor clerk solicitor
  candidate nominee contender hopeful frontrunner front-runner rival challenger incumbent presidential presumptive senatorial
  gubernatorial congressional democrat republican libertarian independent socialist gop democratic conservative liberal
  former ex-president ex-governor ex-mayor ex-senator ex-congressman ex then-president then-senator then-secretary then-gov first
  spokesman spokeswoman spokesperson strategist pollster adviser advisor aide analyst columnist reporter correspondent editor
  author writer host anchor moderator commentator pundit blogger activist attorney lawyer counsel manager donor
  billionaire businessman businesswoman mogul actor actress singer rapper comedian star supporter surrogate founder ceo
  historian economist scientist researcher scholar psychologist lead senior national state us u.s political communications press campaign finance
  district police fire county city supreme court house senate staff officials`)

/** Titles of several words with "of" in them, which is not what follows a name. */
export const longTitle =
  /^(?:Secretar(?:y|ies) of (?:State|Defense|Labor|Commerce|Education|Energy|Agriculture|Transportation|Veterans Affairs|Housing|the Treasury|the Interior|the Army|the Navy|the Air Force|Homeland Security)|Speaker of the House|Chief of Staff|Director of National Intelligence|Leader of the Opposition|Attorney General of \p{Lu}\p{L}+|Governor of \p{Lu}\p{L}+|Mayor of \p{Lu}\p{L}+)(?= \p{Lu})/iu

export const suffixes = set('jr sr ii iii iv esq')

/** Small words inside of surnames. */
export const particles = set('de del della di da dos du la le van von der den ter ten bin ibn al el abu bint mac st y')

/** Nouns that end the name of an organization. */
export const organizationNouns = set(`
  academy administration affairs agency airlines alliance america archives army arms assembly associates association authority
  awards bank board broadcasting brothers bureau cable campaign capital caucus center centre chamber charity christian
  church club coalition college commission committee commonwealth communications community companies company computers conference congress consulting consult
  convention cooperative corp corporation corps council county court courts daily delegation democrats department dept digest dispatch district division
  economist education enquirer enterprises examiner exchange express federation fellowship fellows financial firm forces forum
  foundation force fund gazette global globe government governors group guard guardian guild hall hands headquarters health herald holdings hospital
  house inc industries information initiative inquirer insider institute institution intelligence international journal judiciary justice kitchen labs laboratory
  law league ledger legislature library llc llp ltd lobby magazine majority management marketing media memorial ministry mirror mission monitor movement museum
  nation nations navy network networks news newspaper newspapers observer office officials organisation organization pac pacs parenthood parliament partners party patrol patriots people pictures
  polling polls post power press priorities productions progress project projects public publications radio record records register reporters reports republic republicans research resources review
  reserve roundtable school schools science sciences security senate sentinel service services society solutions standard star states store strategies street studies studio studios
  sun systems talk task team technologies telegraph television times today tonight treasury tribune tribunal trust tv union unions united university veterans victory voice voters
  watch weekly wire works workers world`)

/** Groups of people in the plural, spoken of and not speaking as one. */
export const groups = set(`
  republicans democrats americans conservatives liberals progressives libertarians independents voters supporters critics
  officials leaders lawmakers senators congressmen representatives governors mayors delegates police muslims christians jews
  catholics evangelicals latinos hispanics blacks whites women men millennials russians chinese europeans germans mexicans
  syrians iraqis iranians israelis palestinians cubans texans floridians californians activists experts
  protesters students teachers workers members candidates nominees reporters journalists aides advisers analysts pundits
  politicians attendees residents families parents children people immigrants refugees migrants fans jurors agents officers
  prosecutors investigators scientists researchers economists historians tories brits canadians nazis communists socialists`)

/** Words in capital letters that name nobody. */
export const noNames = set(`
  i he she it we you they who whom that this these those which what there here him her his hers its our their my your me them us one some many most others all both each
  a q tv us u.s uk u.k eu usa ok gop ceo cfo coo svp vp pac pr ad am pm hq ir id faq dna hiv aids lgbt lgbtq
  breaking update exclusive video watch photo op-ed report poll polls source sources news editorial
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december english spanish french german russian chinese american mexican british muslim christian jewish catholic
  islam christianity god internet bible constitution democrat republican libertarian latino hispanic black white`)

/** Single words that are the whole name of an organization, besides those in capital letters. */
export const knownOrganizations = set(`
  politico breitbart bloomberg reuters facebook twitter google microsoft apple amazon youtube netflix uber congress
  pentagon kremlin politifact factcheck gallup quinnipiac marist rasmussen univision telemundo vox slate salon axios
  buzzfeed gawker mashable snapchat instagram reddit wikileaks greenpeace nasdaq hezbollah hamas taliban unicef interpol
  pfizer boeing walmart comcast disney exxon exxonmobil halliburton mckinsey deloitte goldman citigroup verizon
  infowars newsmax townhall vice time newsweek fortune forbes npr cnbc msnbc telesur isis parliament knesset brexit`)

/** Two-word names of organizations that no noun gives away. */
export const knownPhrases = new Set([
  'white house',
  'silicon valley',
  'justice department',
  'planned parenthood',
  'goldman sachs',
  'morgan stanley',
  'boko haram',
  'al qaeda',
  'islamic state',
  'supreme court',
  'morning consult',
  'black lives matter',
])

/** Nouns that are a person's: after them a capitalised run is a name, and with an apposition they are that person. */
export const personNouns = set(`
  spokesman spokeswoman spokesperson chairman chairwoman chair chairperson president director manager strategist adviser advisor aide
  candidate nominee senator governor mayor congressman congresswoman representative secretary ambassador lawyer attorney
  professor author writer editor reporter correspondent journalist columnist host anchor analyst pollster economist historian
  founder co-founder executive ceo leader activist organizer billionaire businessman businesswoman donor wife husband
  son daughter brother sister mother father friend colleague rival opponent running-mate mate predecessor successor star actor
  actress singer comedian supporter surrogate veteran officer judge justice sheriff general minister chancellor king queen
  coordinator consultant expert scholar researcher scientist psychologist doctor teacher student voter resident pastor preacher
  mogul tycoon magnate developer operative staffer speechwriter photographer filmmaker producer lobbyist fundraiser treasurer
  head chief commissioner lawmaker legislator politician democrat republican conservative liberal libertarian
  hopeful contender front-runner frontrunner challenger incumbent moderator pundit commentator critic boss owner partner fellow
  member delegate superintendent principal counsel prosecutor detective agent dictator strongman`)

/** Words after which no more of the head comes: prepositions, relatives, and verbs that begin a clause. */
export const breaks = set(`
  of in for from at with on by who whose whom which that to as about under among against after before during near
  around inside outside within without through over into onto behind beside beyond since until because when where while
  if than like is was are were has had have said says is's via per re`)

export const determiners = set(`
  a an some many most several few both all any each every no one two three four five six seven eight nine ten another other
  others this these those his her its their our my your such half dozens hundreds thousands only at more less`)
