/** Words by which news in languages besides English says who says something: data, read by the rules beside it. */

/** What the rules know of a language; every word in lower case, with a straight apostrophe. */
export interface ReportingWords {
  /** Verbs that report, in the forms that have somebody for a subject. */
  readonly verbs: ReadonlySet<string>
  /** Their forms behind an auxiliary: “hat gesagt”, “ha dicho”. */
  readonly participles: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  /** What names a source before it, and needs no verb, word by word: “laut”, “de acuerdo con”. */
  readonly accordingTo: readonly (readonly string[])[]
  /** The same only behind what is said, and a comma: “…, so Moss”. */
  readonly closing: ReadonlySet<string>
  /** What begins what is said. */
  readonly that: ReadonlySet<string>
  /** What begins a clause that only names who said the rest: “Wie die Polizei mitteilte, …”. */
  readonly as: ReadonlySet<string>
  /** What begins a clause that is no more said: “…, but nobody believes it”. */
  readonly but: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  readonly not: ReadonlySet<string>
  /** Pronouns that a verb may have for a subject. */
  readonly pronouns: ReadonlySet<string>
  /** Articles and their like, also grown together with a preposition: before a verb they show that it is a noun. */
  readonly determiners: ReadonlySet<string>
  /** What a noun phrase goes on with: “the mayor of the city”. */
  readonly joints: ReadonlySet<string>
  /** What no noun phrase goes on with, and none begins with: prepositions and adverbs. */
  readonly ends: ReadonlySet<string>
  /** What may stand between a subject and its verb. */
  readonly clitics: ReadonlySet<string>
  /** Whether what is said may follow a comma without “that”: “Moss sagte, der Pier sei alt”. */
  readonly hasBareClauses: boolean
  /** Whether “that” follows a comma; elsewhere what follows one is a relative clause. */
  readonly hasCommaBeforeThat: boolean
  /** Whether every noun has a capital, so that a small word behind one begins something else. */
  readonly hasCapitalNouns: boolean
  /** Whether the verb follows what begins a sentence, be it the subject or not. */
  readonly isVerbSecond: boolean
  /** Endings by which adjectives are told from nouns, where that decides where a noun phrase ends. */
  readonly adjectives: readonly string[]
  /** Whether ordinals have a full stop: “am 3. Oktober”. */
  readonly hasDottedOrdinals: boolean
}

/** By the first part of a language tag. */
export const reportingWordsOf: Readonly<Record<string, ReportingWords>> = {
  de: words({
    verbs: `sagt sagte sagten sage sagen erklärt erklärte erklärten erkläre erklären betont betonte betonten betone
      warnt warnte warnten warne fordert forderte forderten fordere fordern kritisiert kritisierte kritisierten
      berichtet berichtete berichteten berichte meint meinte meinten meine behauptet behauptete behaupteten
      versichert versicherte versicherten verspricht versprach versprachen kündigt kündigte kündigten schreibt schrieb
      schrieben teilt teilte teilten gibt gab gaben ergänzt ergänzte ergänzten fügt fügte fügten räumt räumte räumten
      bestätigt bestätigte bestätigten vermutet vermutete vermuteten glaubt glaubte glaubten hofft hoffte hofften hoffe
      rechnet rechnete rechneten erwartet erwartete erwarteten schätzt schätzte schätzten sieht sah bezeichnet
      bezeichnete bezeichneten nannte nannten verlangt verlangte verlangten weist wies wiesen lobt lobte lobten klagt
      klagte klagten mahnt mahnte mahnten erinnert erinnerte erinnerten spricht sprach sprachen geht ging gingen
      äußert äußerte äußerten urteilt urteilte entgegnet entgegnete antwortet antwortete antworteten fragt fragte
      zitiert zitierte prophezeit prophezeite befürchtet befürchtete befürchteten unterstreicht unterstrich mitteilt mitteilte mitteilten angibt angab angaben ankündigt ankündigte ankündigten
      hinzufügt hinzufügte einräumt einräumte zurückweist zurückwies protestiert protestierte protestierten`,
    participles: `gesagt erklärt betont gewarnt gefordert kritisiert berichtet behauptet versichert versprochen
      angekündigt geschrieben mitgeteilt angegeben ergänzt hinzugefügt eingeräumt bestätigt vermutet geschätzt
      verlangt zurückgewiesen gelobt beklagt gemahnt erinnert geäußert`,
    auxiliaries: 'hat haben hatte hatten habe hätte hätten',
    accordingTo: `laut|nach angaben|nach den angaben|nach einschätzung|nach ansicht|nach auffassung|nach aussage|
      nach aussagen|nach darstellung|nach berechnungen|nach schätzungen|nach informationen`,
    closing: 'so',
    that: 'dass daß ob',
    as: 'wie',
    but: 'aber doch jedoch sondern während',
    and: 'und',
    not: 'nicht nie niemals kein keine keiner nichts',
    pronouns: 'er sie es man wir ich',
    determiners: `der die das den dem des ein eine einer eines einem einen sein seine seiner seines ihr ihre ihrer ihres
      dieser diese dieses jener jene jenes beide viele mehrere einige manche alle am im zum zur vom beim ins kein keine`,
    joints: 'der des die den dem von vom für und & zu',
    ends: `am im an in auf bei mit nach vor seit zu zum zur über gegen unter aus durch um bis während wegen trotz zwischen
      gegenüber jedoch aber noch schon bereits auch nun dann dort hier heute gestern morgen zuletzt zudem außerdem zugleich
      darüber dazu damit daher deshalb so wie als wenn weil mit zurück an davon dabei erneut später zuvor laut ebenfalls
      nur nicht dass sich mehr einmal immer wieder kürzlich anschließend hinzu ein aus`,
    clitics: 'sich dazu nun auch jedoch aber',
    hasBareClauses: true,
    hasCommaBeforeThat: true,
    hasCapitalNouns: true,
    isVerbSecond: true,
    hasDottedOrdinals: true,
  }),
  es: words({
    verbs: `dice dijo dicen dijeron decía afirma afirmó afirman afirmaron asegura aseguró aseguran aseguraron explica explicó
      explican explicaron señala señaló señalan señalaron añade añadió añaden añadieron agrega agregó agregaron indica
      indicó indican indicaron advierte advirtió advierten advirtieron anuncia anunció anuncian anunciaron declara declaró
      declaran declararon sostiene sostuvo sostienen sostuvieron insiste insistió insisten insistieron recuerda recordó
      recuerdan recordaron reconoce reconoció reconocen reconocieron admite admitió admiten admitieron denuncia denunció
      denuncian denunciaron critica criticó critican criticaron pide pidió piden pidieron reclama reclamó reclaman
      reclamaron exige exigió exigen exigieron considera consideró consideran consideraron cree creía creen opina opinó
      opinan espera esperan confía confían calcula calculó calculan calcularon estima estimó estiman estimaron prevé prevén
      subraya subrayó subrayan subrayaron destaca destacó destacan destacaron apunta apuntó apuntan apuntaron lamenta
      lamentó lamentan lamentaron promete prometió prometen prometieron niega negó niegan negaron confirma confirmó
      confirman confirmaron informa informó informan informaron cuenta contó cuentan contaron relata relató revela reveló
      revelan comenta comentó comentaron manifiesta manifestó responde respondió respondieron pregunta preguntó propone
      propuso escribe escribió replica replicó concluye concluyó precisa precisó precisaron detalla detalló teme temen protesta protestó protestaron`,
    participles: `dicho afirmado asegurado explicado señalado añadido agregado indicado advertido anunciado declarado sostenido
      insistido recordado reconocido admitido denunciado criticado pedido reclamado exigido considerado calculado estimado
      subrayado destacado apuntado lamentado prometido negado confirmado informado contado revelado comentado manifestado
      respondido propuesto escrito concluido precisado detallado protestado`,
    auxiliaries: 'ha han había habían habría habrían',
    accordingTo: 'según|de acuerdo con|a juicio de|en palabras de|en opinión de',
    that: 'que si',
    as: 'como',
    but: 'pero aunque mientras sino',
    and: 'y e',
    not: 'no nunca tampoco',
    pronouns: 'él ella ellos ellas quien quienes',
    determiners: `el la los las un una unos unas su sus este esta estos estas ese esa aquel aquella al del varios varias
      muchos muchas algunos algunas ambos ambas ningún ninguna cada`,
    joints: 'de del la las los el y e para',
    ends: `en a al con por para desde hasta hacia sobre tras ante entre durante sin bajo contra según como cuando donde
      porque ayer hoy mañana también ya además no que si entonces después antes luego así nunca solo más menos este`,
    clitics: 'se le les lo la los las nos me ya también no',
  }),
  fr: words({
    verbs: `dit disent disait affirme affirment affirmait assure assurent explique expliquent expliquait déclare déclarent
      estime estiment estimait ajoute ajoutent précise précisent souligne soulignent rappelle rappellent indique indiquent
      annonce annoncent avertit avertissent prévient promet promettent reconnaît reconnaissent admet admettent dénonce
      dénoncent critique critiquent demande demandent réclame réclament exige exigent juge jugent croit croient pense
      pensent espère espèrent craint craignent redoute redoutent prévoit prévoient confirme confirment soutient
      soutiennent raconte racontent regrette regrettent répond répondent insiste insistent note notent constate
      constatent écrit écrivent propose proposent conclut révèle révèlent rapporte rapportent martèle lance glisse
      détaille résume commente déplore déplorent proteste protestent`,
    participles: `dit affirmé assuré expliqué déclaré estimé ajouté précisé souligné rappelé indiqué annoncé averti prévenu
      promis reconnu admis dénoncé critiqué demandé réclamé exigé jugé confirmé soutenu raconté regretté répondu insisté
      noté constaté écrit proposé conclu révélé rapporté martelé lancé détaillé résumé commenté déploré protesté`,
    auxiliaries: 'a ont avait avaient aurait auraient',
    accordingTo: "selon|d' après|aux yeux de",
    that: "que qu' si",
    as: 'comme',
    but: 'mais tandis alors',
    and: 'et',
    not: "ne n' pas jamais",
    pronouns: 'il elle ils elles on',
    determiners: `le la les l' un une des du de d' au aux son sa ses leur leurs ce cet cette ces plusieurs quelques certains
      certaines chaque aucun aucune mon ma`,
    joints: "de des du d' la le les l' et en à aux pour",
    ends: `dans à au aux en avec par pour depuis jusque vers sur sous après avant devant entre pendant sans contre selon
      comme quand où car hier aujourd'hui demain aussi déjà encore que qu' si alors puis ainsi plus moins lors`,
    clitics: "se s' lui leur le l' nous y en a ont également aussi t",
  }),
  it: words({
    verbs: `dice disse dicono dissero diceva afferma affermò affermano assicura assicurò assicurano spiega spiegò spiegano
      dichiara dichiarò dichiarano sostiene sostenne sostengono aggiunge aggiunse aggiungono precisa precisano sottolinea
      sottolineò sottolineano ricorda ricordò ricordano indica indicano annuncia annunciò annunciano avverte avvertì
      avvertono promette promise promettono ammette ammise ammettono denuncia denunciò denunciano critica criticano
      chiede chiese chiedono pretende ritiene ritengono crede credono pensa pensano spera sperano teme temono prevede
      prevedono stima stimano calcola calcolano conferma confermano racconta raccontò raccontano risponde rispose
      rispondono insiste insistono osserva osservano scrive scrisse scrivono propone propose riferisce riferiscono
      rivela rivelano segnala segnalano conclude lamenta lamentano commenta replica replicò evidenzia protesta protestano`,
    participles: `detto affermato assicurato spiegato dichiarato sostenuto aggiunto precisato sottolineato ricordato indicato
      annunciato avvertito promesso ammesso denunciato criticato chiesto confermato raccontato risposto insistito osservato
      scritto proposto riferito rivelato segnalato concluso lamentato commentato replicato evidenziato stimato calcolato protestato`,
    auxiliaries: 'ha hanno aveva avevano avrebbe avrebbero',
    accordingTo: 'secondo|stando a|a detta di|ad avviso di|a parere di',
    that: "che se ch'",
    as: 'come',
    but: 'ma però mentre',
    and: 'e ed',
    not: 'non mai né',
    pronouns: 'lui lei egli ella loro essi chi',
    determiners: `il lo la i gli le l' un uno una un' suo sua suoi sue questo questa questi queste quel quella al allo alla
      ai agli alle del dello della dei degli delle nel nella dal dalla sul sulla alcuni alcune molti molte diversi ogni`,
    joints: "di del dello della dei degli delle dell' e per",
    ends: `in a al alla ai alle con per da dal dalla su sul sulla tra fra durante senza contro secondo dopo prima verso come
      quando dove perché ieri oggi domani anche già ancora che se poi così più meno nel nella nei nelle`,
    clitics: "si gli le lo ci ne s' anche ha",
  }),
  pt: words({
    verbs: `diz disse dizem disseram dizia afirma afirmou afirmam afirmaram assegura assegurou asseguram garante garantiu
      garantem explica explicou explicam explicaram declara declarou declaram acrescenta acrescentou acrescentam precisa
      sublinha sublinhou sublinham destaca destacou destacam ressalta ressaltou lembra lembrou lembram recorda recordou
      indica indicou indicam indicaram anuncia anunciou anunciam anunciaram adverte advertiu advertem alerta alertou
      alertam promete prometeu prometem admite admitiu admitem reconhece reconheceu reconhecem denuncia denunciou
      denunciam critica criticou criticam pede pediu pedem exige exigiu exigem considera considerou consideram acredita
      acreditam acha acham espera esperam teme temem prevê preveem estima estimou estimam calcula calculou calculam
      confirma confirmou confirmam informa informou informam conta contou contam responde respondeu respondem insiste
      insistiu insistem sustenta sustentou escreve escreveu propõe propôs revela revelou revelam relata relatou conclui
      concluiu lamenta lamentou lamentam comenta comentou defende defendeu defendem protesta protestou protestam`,
    participles: `dito afirmado assegurado garantido explicado declarado acrescentado sublinhado destacado ressaltado lembrado
      indicado anunciado advertido alertado prometido admitido reconhecido denunciado criticado pedido exigido considerado
      confirmado informado contado respondido insistido escrito proposto revelado relatado concluído lamentado comentado protestado`,
    auxiliaries: 'tem têm tinha tinham havia haviam teria teriam',
    accordingTo: 'segundo|de acordo com|conforme|na opinião de|nas palavras de',
    that: 'que se',
    as: 'como',
    but: 'mas porém embora enquanto',
    and: 'e',
    not: 'não nunca nem',
    pronouns: 'ele ela eles elas quem',
    determiners: `o a os as um uma uns umas seu sua seus suas este esta estes estas esse essa aquele aquela ao à aos às do da
      dos das no na nos nas pelo pela vários várias muitos muitas alguns algumas ambos cada`,
    joints: 'de do da dos das e para',
    ends: `em ao à aos às no na nos nas com por pelo pela para desde até sobre após perante entre durante sem sob contra
      segundo como quando onde porque ontem hoje amanhã também já ainda que se então depois antes assim mais menos`,
    clitics: 'se lhe lhes o a também já não',
  }),
  nl: words({
    verbs: `zegt zei zeggen zeiden verklaart verklaarde verklaren verklaarden benadrukt benadrukte benadrukken waarschuwt
      waarschuwde waarschuwen waarschuwden eist eiste eisen eisten bekritiseert bekritiseerde meldt meldde melden meldden
      vindt vond vinden vonden beweert beweerde beweren beweerden verzekert verzekerde verzekeren belooft beloofde beloven
      beloofden kondigt kondigde kondigden schrijft schreef schrijven schreven laat liet vertelt vertelde vertellen
      vertelden bevestigt bevestigde bevestigen vermoedt vermoedde gelooft geloofde geloven denkt dacht denken dachten
      hoopt hoopte hopen hoopten verwacht verwachtte verwachten verwachtten schat schatte schatten noemt noemde noemden
      stelt stelde stelden erkent erkende erkennen erkenden klaagt klaagde klagen vreest vreesde vrezen antwoordt
      antwoordde vraagt vroeg vroegen legt legde voegt voegde concludeert concludeerde blijkt protesteert protesteerde`,
    participles: `gezegd verklaard benadrukt gewaarschuwd geëist bekritiseerd gemeld beweerd verzekerd beloofd aangekondigd
      geschreven laten verteld bevestigd geschat genoemd gesteld erkend geklaagd geantwoord gevraagd toegevoegd uitgelegd`,
    auxiliaries: 'heeft hebben had hadden zou zouden',
    accordingTo: 'volgens|naar verluidt|in de woorden van',
    closing: 'aldus',
    that: 'dat of',
    as: 'zoals',
    but: 'maar echter terwijl',
    and: 'en',
    not: 'niet nooit geen niets',
    pronouns: 'hij zij ze het men we ik',
    determiners: `de het een 't deze die dit dat zijn haar hun onze beide veel enkele sommige meerdere alle elke geen`,
    joints: 'van de het der den voor en te',
    ends: `op in aan bij met naar na voor sinds tot over tegen onder uit door om tijdens wegens tussen echter maar nog al ook
      nu dan daar hier vandaag gisteren morgen bovendien zo als toen omdat dat of niet meer af toe uit weten eerder later`,
    clitics: 'zich ook nu dan er',
    isVerbSecond: true,
    adjectives: 'ige lijke ische ale ele uwe ote ine nge ude aatste eerste tweede',
  }),
}

type Written = {
  readonly [Name in keyof ReportingWords]: ReportingWords[Name] extends boolean ? boolean : string
}

/** What most languages do without. */
type Rare =
  | 'closing'
  | 'adjectives'
  | 'hasBareClauses'
  | 'hasCommaBeforeThat'
  | 'hasCapitalNouns'
  | 'isVerbSecond'
  | 'hasDottedOrdinals'

function words({
  accordingTo,
  hasBareClauses = false,
  hasCommaBeforeThat = false,
  hasCapitalNouns = false,
  isVerbSecond = false,
  hasDottedOrdinals = false,
  ...lists
}: Omit<Written, Rare> & Partial<Written>): ReportingWords {
  const of = (list: string) => new Set(list.split(/\s+/).filter(word => word !== ''))
  return {
    verbs: of(lists.verbs),
    participles: of(lists.participles),
    auxiliaries: of(lists.auxiliaries),
    closing: of(lists.closing ?? ''),
    that: of(lists.that),
    as: of(lists.as),
    but: of(lists.but),
    and: of(lists.and),
    not: of(lists.not),
    pronouns: of(lists.pronouns),
    determiners: of(lists.determiners),
    joints: of(lists.joints),
    ends: of(lists.ends),
    clitics: of(lists.clitics),
    adjectives: [...of(lists.adjectives ?? '')],
    accordingTo: accordingTo.split('|').map(phrase => phrase.trim().split(' ')),
    hasBareClauses,
    hasCommaBeforeThat,
    hasCapitalNouns,
    isVerbSecond,
    hasDottedOrdinals,
  }
}
