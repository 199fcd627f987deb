/** Words that deny, by language, and those that open a clause out of the reach of a negation before them. */

export interface Denial {
  /** What denies the rest of its clause. */
  readonly denies: RegExp
  /** What opens a clause of its own, or says that something else is negated: "not only". */
  readonly shields: RegExp
  /** What denies the clause behind the number, where verbs or negations come last. */
  readonly behind?: RegExp
}

/** Words apart from others, in any script; `*` is any ending. */
function wordsOf(list: string): string {
  const words = list
    .trim()
    .split(/\s+/)
    .map(word => word.replaceAll('*', '\\p{L}*').replaceAll('_', ' '))
    .join('|')
  return `(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`
}

function denial(denies: string, shields: string, behind?: string): Denial {
  return {
    denies: new RegExp(wordsOf(denies), 'iu'),
    shields: new RegExp(wordsOf(shields), 'giu'),
    ...(behind === undefined ? {} : { behind: new RegExp(wordsOf(behind), 'iu') }),
  }
}

const NORDIC = denial(
  'inte aldrig ikke aldri ikkje ingen inget inga intet ingenting ingenjør neppe utan uden uten knappast knapt nekta* nekte*',
  'att at som om men eftersom därför fordi när når då da sedan siden efter etter før før medan mens bara kun bare blot ' +
    'och_(?:det|de|han|hon|den) og_(?:det|de|han|hun|den) sa sade säg* si siger sier sagt tro* tenk* tänk* tænk* vet vidste visste',
  'inte aldrig ikke aldri ikkje ingen inget intet',
)
const SLAVIC_SOUTH = denial(
  'ne nije nisu neće nikad* nijed* niko nitko nema bez',
  'da koji koja koje ali jer ako kad kada dok samo i',
)

/** Where no spaces part the words: 没有公司支付超过, 500円以上は払わない, 500원 이상은 내지 않는다. */
const CHINESE: Denial = {
  denies: /沒有|没有|没|沒|未(?![来來成])|无(?![论数])|無(?![論數])|不(?![仅僅但过過同断斷少久])|别(?=[给买付])/u,
  shields: /但|因为|因為|如果|而且|不过|不過|表示|说|說|称|稱|指出/gu,
}

export const DENIALS: ReadonlyMap<string, Denial> = new Map<string, Denial>([
  ...Object.entries({
    en: denial(
      'not never cannot no none nobody neither nor nothing nowhere without hardly barely scarcely rarely seldom (?<!(?:a|past|last|next|these|those|the)_)few ' +
        "refus(?:e|es|ed|ing) declin(?:e|es|ed|ing)_to fail(?:s|ed|ing)?_to unable unwilling \\p{L}+n[’']t",
      'that because since as if when while where whereas who whom whose which why whether how than but although though until unless ' +
        'after before once so despite not_(?:only|just|merely|simply|solely|least) no_(?:doubt|wonder|matter) ' +
        '(?:and|or)(?=_(?:the|an?|they|he|she|it|we|there|its|his|her|their|some|another)_|_$) ' +
        'say says said saying tell tells telling told claim* report* mention* believ* think* thought know* knew suggest* argu* confirm* ' +
        'acknowledg* admit* den(?:y|ies|ied|ying) doubt* announc* mean means meant meaning state[sd]? conclud* show* reveal* indicat* warn* ' +
        'alleg* insist* estimat*',
    ),
    de: denial(
      'nicht nie niemals niemand* kein* weder nichts ohne kaum weiger* verweiger*',
      'dass weil da wenn als ob aber sondern denn obwohl während nachdem bevor seit wie wer was nur bloß allein sag* meld* glaub* ' +
        '(?:und|oder)(?=_(?:der|die|das|er|sie|es|ein|eine)_|_$)',
      'nicht nie niemals niemand* kein*',
    ),
    fr: denial(
      "ne n[’']\\p{L}* pas jamais (?<!(?:par|une|chaque|la|cette|de)_)personne aucun aucune rien ni sans guère refus*",
      "que qu[’']\\p{L}* qui parce car si quand lorsque mais comme dont où depuis après avant pendant seulement uniquement dit dire disait disent croi* pens* affirm* déclar* préten* " +
        'et(?=_(?:le|la|les|un|une|il|elle|ils|elles|on)_|_$)',
    ),
    es: denial(
      'no nunca jamás tampoco nadie ningún ninguna ninguno nada ni sin apenas',
      'que quien porque pues si cuando como pero sino donde desde tras después antes durante solo sólo solamente dij* dice* decir cre(?:e|en|yó) piens* afirm* asegur* inform* hasta_que y(?=_(?:el|la|los|las|un|una)_|_$)',
    ),
    it: denial(
      'non mai nessun nessuno nessuna niente nulla né senza neanche nemmeno',
      'che chi perché se quando come ma dove da dopo prima durante solo soltanto dice dicono detto disse cred* pens* afferm* e(?=_(?:il|la|i|gli|le|un|una)_|_$)',
    ),
    pt: denial(
      'não nunca jamais ninguém nenhum nenhuma nada nem sem',
      'que quem porque pois se quando como mas onde desde após depois antes durante só somente apenas disse* diz* acredit* pens* afirm* e(?=_(?:o|a|os|as|um|uma)_|_$)',
    ),
    nl: denial(
      'niet nooit niemand geen niets noch zonder nauwelijks weiger*',
      'dat omdat als wanneer of maar want terwijl nadat voordat sinds die wie wat alleen slechts zegt zei zeg* en(?=_(?:de|het|een)_|_$)',
      'niet nooit niemand geen',
    ),
    sv: NORDIC,
    da: NORDIC,
    nb: NORDIC,
    no: NORDIC,
    nn: NORDIC,
    fi: denial('ei eivät en emme älä ilman tuskin', 'että koska jos kun mutta joka jotka vain ja', 'ei eivät'),
    pl: denial(
      'nie nigdy nikt żaden żadna żadne żadn* bez nic ani',
      'że bo ponieważ jeśli gdy kiedy ale który która które jak tylko i a',
    ),
    cs: denial(
      'ne ni(?:kdo|kdy|c) žádn* bez ani ne(?!j|mocn|děl|deľ|bo|daleko|ďaleko|dávno|hod|přítel|smysl|zaměst|zamest)\\p{L}{3,}',
      'že protože když jestli ale který která které jen pouze a',
    ),
    sk: denial(
      'nie nikto nikdy nič žiadn* bez ani ne(?!j|mocn|děl|deľ|bo|daleko|ďaleko|dávno|hod|přítel|smysl|zaměst|zamest)\\p{L}{3,}',
      'že pretože keď ak ale ktorý ktorá ktoré len iba a',
    ),
    ru: denial(
      'не ни нет нельзя никто никогда ничего без вряд',
      'что чтобы а но и или если когда как потому котор* пока только лишь после',
    ),
    uk: denial(
      'не ні немає ніхто ніколи жоден жодна жодн* без',
      'що щоб а але і й та або якщо коли як тому яка який які котр* поки тільки лише після',
    ),
    bg: denial('не няма никой никога никак* без нито', 'че но и или ако когато как защото който която които само след'),
    sr: denial(
      'ne nije neće nikad* nijed* niko nema bez не није неће никад* ниједн* нико нема без',
      'da koji koja koje ali jer ako kad kada samo i да који која које али јер ако кад када само и',
    ),
    hr: SLAVIC_SOUTH,
    bs: SLAVIC_SOUTH,
    sl: denial('ne ni niso noben* nihče nikoli brez', 'da ki ker če ko ampak in samo'),
    hu: denial('nem sem senki soha egyetlen nélkül ne', 'hogy mert ha amikor de ami aki csak és', 'nem sem senki soha'),
    ro: denial(
      "nu n[-’']\\p{L}* nimeni niciodată nici niciun nicio fără",
      'că să care dacă când dar cum doar numai și',
    ),
    el: denial(
      'δεν δε μην κανείς κανένας καμία κανένα ποτέ χωρίς ούτε',
      'ότι πως που αν όταν αλλά γιατί επειδή μόνο και',
    ),
    tr: denial(
      'hiç hiçbir kimse asla',
      'ki ama çünkü',
      'değil yok hiç hiçbir kimse \\p{L}*(?:m[ıiuü]yor|mad[ıi]|med[ıi]|mayacak|meyecek|maz|mez|mamış|memiş)\\p{L}*',
    ),
    ca: denial('no mai cap ningú res sense', 'que perquè si quan com però on des després només i'),
    ar: denial('لا لم لن ليس ليست لست ما غير دون بدون ولا ولم ولن', 'أن إن أنّ لأن إذا لكن ولكن التي الذي الذين فقط'),
    fa: denial(
      'نه نمی\\p{L}* نیست ن\\p{L}*د هیچ بدون',
      'که اما ولی اگر چون فقط',
      'ن(?:می|خواه|کرد|دار|بود|شد|داد|پرداخ)\\p{L}* نیست',
    ),
    he: denial('לא אין אף אינו אינה בלי ללא מעולם', 'כי אם אבל אך רק כאשר'),
    hi: denial('नहीं न मत बिना', 'कि क्योंकि अगर जब लेकिन पर', 'नहीं न'),
    id: denial('tidak bukan belum tanpa tak jangan', 'bahwa karena jika ketika tetapi tapi yang hanya dan'),
    ms: denial('tidak bukan belum tanpa tak', 'bahawa kerana jika ketika tetapi yang hanya dan'),
    vi: denial('không chưa chẳng', 'rằng vì nếu khi nhưng mà chỉ và'),
  }),
  ['zh', CHINESE],
  ['yue', CHINESE],
  [
    'ja',
    {
      denies: /ない(?!か)|なく(?=て)/u,
      shields: /が|と|ので|から/gu,
      behind: /ない|ません|なかった|(?<=[わらかがさたなばま])ず|なく/u,
    },
  ],
  [
    'ko',
    {
      denies: /(?<!\p{L})(?:안|못)(?= )/u,
      shields: /지만|는데|고 |라며|다며/gu,
      behind: /않|못[하했한할해 ]|없[다는었을습]|아니/u,
    },
  ],
  ['th', { denies: /ไม่|มิได้/u, shields: /ว่า|แต่|เพราะ|ที่/gu }],
])
