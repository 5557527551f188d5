"""Abbreviations that end in a full stop, by language and by what their full stop can mean.

Written for this project from general knowledge. They stand beside what Punkt has learned, which knows the
abbreviations of its newspapers and few others, and serve alone where Punkt has no model.
"""

from __future__ import annotations

from enum import Enum
from functools import cache


class Habit(Enum):
    """What may follow the full stop of an abbreviation."""

    LEADS = "leads"  # never ends a sentence: a title, "e.g."
    CLOSES = "closes"  # ends one before a capital letter: "etc."
    EITHER = "either"  # ends one only before a word that opens sentences: "Inc.", "U.S."
    COUNTS = "counts"  # no end before a number, otherwise a word like any other: "No. 5"


# Lower-cased, without blanks and without the last full stop. German "i. d. R." is looked up as "i.d.r".
_LEADS = {
    "en": "dr mr mrs ms mx prof rev fr hon gen col lt cpl sgt capt cmdr adm maj brig gov sen rep pres amb atty supt "
    "messrs mme mlle msgr vs viz e.g i.e cf eg ie esp ca approx asst assoc dept det insp pvt pfc "
    "rt.hon ald sec mt ft op.cit ibid c.f resp n.b p.s",
    "de": "dr hr hrn fr fa prof dipl ing mag med phil jur rer nat hc h.c z.b z.t d.h i.d.r u.a u.u bzw ca vgl evtl ggf "
    "inkl exkl zzgl einschl bspw insb insbes s.o s.u sog o.g i.e i.a m.e m.w st str.nr geb gest hl frl lic "
    "dipl-ing stellv verh z.z zz tel lt gem gen.dir v.a z.hd i.a i.v e.g svw sr a.d b.d o.ä.d ehem eigtl mind "
    "max min rd abs.nr jh.v",
    "fr": "m mm mme mmes mlle mlles dr drs pr me mes st ste av.j cf p.ex c.-à-d c.à.d ex env adj col gén lt cap cdt "
    "mgr éd boul bd tél réf fig ch hab",
    "es": "ee ff rr cc sr sra srta sres sras dr dra d dª dña prof profa lic ing arq gral cnel tte cap sto sta fr p.ej ej excmo "
    "excma ilmo ud uds vd vds mons pbro av avda c.f cf aprox tel depto admón dir",
    "it": "sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa avv ing arch geom rag on sen gen col cap mons don s ss "
    "p.es es cfr ca tel v.le p.zza c.so egr spett rev fam mag dir min",
    "pt": "sr sra srs sras srta dr dra drs prof profa eng arq gen cel cap ten sto sta d exmo exma v.ex p.ex ex av "
    "pe mons min dep sen gov pres tel aprox cf adv",
    "nl": "dr drs mr ir ing prof dhr mevr mw jhr ds st bijv b.v d.w.z o.a i.v.m t.o.v n.a.v m.b.t m.b.v a.d h.d "
    "i.p.v o.l.v resp ca vgl evt incl excl max min gem zgn z.g j.l t.a.v t.w.v o.i.d t.h.v d.m.v i.t.t m.i",
    "sv": "dr prof t.ex bl.a d.v.s dvs s.k m.a.o t.o.m fr.o.m f.d resp ca jfr p.g.a pga f.ö o.dyl s:t kungl st "
    "tekn jur ang inkl exkl max min tel",
    "da": "dr prof hr fr f.eks fx bl.a d.v.s dvs ca jf pga p.g.a m.h.t vedr inkl ekskl evt hhv resp f.t sml ang kgl "
    "st skt cand.mag mag stud adv dir tlf nuv tidl maks min o.s.fr",
    "nb": "dr prof hr fr f.eks bl.a d.v.s dvs ca jf pga p.g.a mht vedr inkl ekskl evt hhv resp ang kgl st siv cand "
    "adm.dir adm dir tlf tidl maks min",
    "fi": "esim ks vrt n ns mm ml eo tri prof toht maist ent nk so ts kts viit puh v.t vt luutn evl kenr",
    "et": "dr prof hr pr nt s.t st vt vrd u ca mh nn nim sh kt end vn härra",
    "pl": "dr prof mgr inż lek hab doc ks św bp abp kard gen płk mjr kpt por ppor np m.in tzw tzn tj ok ul al pl os "
    "wg ws zob por im red woj pow gm godz.ok pn tel jw ww dyr min max hr kpr kmdr adm sierż zw pt sp",
    "cs": "dr ing mgr bc prof doc mudr judr phdr rndr paeddr gen plk mjr kpt por sv např tzv tj resp "
    "cca mj zejm popř příp srov viz ul nám tř tzn p pí sl hr red tel max min st ml",
    "sk": "dr ing mgr bc prof doc mudr judr phdr rndr gen plk mjr kpt por sv napr tzv tj resp cca zv najmä príp porov "
    "ul nám tr tzn p sl hr red tel max min st ml",
    "sl": "dr mag prof doc inž ing g ga gdč npr t.i ti oz tj sv gen polk stot ul cca prim im pribl tel red sr akad",
    "hr": "dr mr prof doc ing dipl mag gđa gđica g npr tzv tj sv gen puk sat ul cca dr.sc o.g usp odn im tel red "
    "akad fra don",
    "sr": "др проф инж мр ул св нпр тзв тј акад г-ђа г-дин ген пук дон",
    "ru": "т.е т.к т.н т.о т.ч г-н г-жа гр тов им ул пр пер пл наб просп бульв д кв корп стр проф акад доц канд докт "
    "инж ген полк подполк лейт кап мл ст св см ср напр прим ред изд сост авт рис табл гл о оз р м.н "
    "митр архиеп еп прот свящ игум преп тел т.наз т.зн дер пос с обл.г чл кор чл.-кор сокр лат англ нем франц греч "
    "итал исп рус яп кит араб",
    "uk": "т.зв т.ч т.к тобто.н ім вул просп пров пл бульв буд кв проф акад доц канд д-р ген полк підполк лейт кап св "
    "див пор напр прим ред вид упоряд рис табл гл о оз м с смт обл.м тел т.н т.зн митр архиєп єп прот гр лат англ нім",
    "bg": "т.е т.нар т.н напр проф акад доц инж д-р г-н г-жа г-ца ул бул ж.к кв св ген полк кап лейт гр.с им вж срв ок "
    "пл чл тел стр.н",
    "be": "т.зн т.я г.зн ім вул праф акад дац св гл напр пл зав буд кв тав",
    "mk": "т.е т.н т.нар проф д-р акад инж ул бул св ген пр",
    "ro": "dl dna d-na dlui dr prof ing arh av gen col lt cpt sf pr ex de.ex str bd șos nr.crt tel cca "
    "jud com.sat acad",
    "hu": "dr id ifj prof özv szt pl ill ún kb vö ti ui mlgs u.i n.b gr hg tel tkp sgt kft.b lásd",
    "tr": "dr prof doç yrd av müh alb gen org korg tümg tuğg yzb bçvş sn bkz örn cad sok mah apt çev haz "
    "yay ed mad hz op uzm ing alm fr",
    "el": "κ κα κκ δρ καθ πρ αγ π.χ δηλ λ.χ βλ πρβλ στρ ταξ συντ λεωφ οδ μτφρ τηλ αι αρ.φ ο.π π.δ υπ σ.σ",
    "vi": "ts gs pgs ths bs ths.bs pgs.ts gs.ts ls ks tp tx tt ô.b đ/c vd ths.ls ks.ts nxb tr gs.tskh tskh pgs.tskh ht",
    "id": "dr ir drs dra prof h hj kh tn ny sdr yth jl jln gg kec kab kel d.a u.p s.d a.l gen kol letkol mayjen brigjen",
    "ms": "dr prof tn en pn cik jln kpt kol lt",
    "ca": "sr sra srta dr dra prof st sta mn av avda c.f p.ex ex ing arq gral cap tel aprox il·lm",
    "lv": "dr prof piem t.i t.s resp sk sal st kab doc akad ing ģen plkv kpt ltn tel v.tml",
    "lt": "dr prof pvz t.y vad gerb šv doc akad inž gen plk kpt ltn tel žr plg pr al a.k",
    "hi": "डॉ डा श्री श्रीमती सुश्री प्रो पं स्व ले जन कर्नल सं.क्र वि मो कु इं एड",
    "mr": "डॉ श्री श्रीमती सौ प्रा पं कै अॅड इं न्या",
    "ne": "डा श्री प्रा पं इ अधि",
    "bn": "ডা ড ডঃ মো মোঃ মি শ্রী অধ্যা প্রফে ইঞ্জি অ্যাড মিসেস বি.দ্র",
    "ur": "ڈاکٹر.ن پروفیسر.ن",
    "fa": "دکتر.ن مهندس.ن",
    "ar": "د أ م أ.د ص.ب م.م مج",
    "he": "גב מר.נ פרופ עו.ד",
    "ta": "திரு திருமதி டாக்.ந",
    "ko": "",
    "eu": "dr jn and adib",
    "gl": "sr sra dr dra d prof p.ex av",
    "is": "dr próf hr fr t.d þ.e sbr m.a s.k þ.m.t u.þ.b kl",
}

_CLOSES = {
    "en": "etc et.al a.m p.m b.c a.d b.c.e c.e",
    "de": "usw usf u.s.w etc o.ä u.ä u.dgl u.v.m u.v.a n.chr v.chr ff e.v o.j a.g",
    "fr": "etc av.j.-c apr.j.-c",
    "es": "etc a.c d.c a.m p.m s.a s.l ss",
    "it": "ecc etc a.c d.c s.p.a s.r.l",
    "pt": "etc a.c d.c s.a ltda",
    "nl": "enz etc e.d v.chr n.chr e.a n.v",
    "sv": "m.m etc osv o.s.v f.kr e.kr m.fl",
    "da": "osv o.s.v etc m.m m.v m.fl f.kr e.kr a.s",
    "nb": "osv o.s.v etc m.m m.v m.fl f.kr e.kr",
    "fi": "jne jms ym yms yms tms eaa ekr jkr",
    "et": "jne jt jms ekr pkr m.a.j e.m.a",
    "pl": "itd itp etc r rr n.e p.n.e zł gr w tys.zł",
    "cs": "atd apod aj n.l př.n.l csc ph.d s.r.o a.s",
    "sk": "atď apod a.i n.l pred.n.l s.r.o a.s",
    "sl": "itd ipd idr n.št pr.n.št d.o.o d.d",
    "hr": "itd sl i.sl n.e pr.n.e d.o.o d.d",
    "sr": "итд сл н.е п.н.е год д.о.о а.д",
    "ru": "т.д т.п др пр н.э до.н.э г гг в вв руб коп тыс.руб млн.руб",
    "uk": "т.д т.п ін н.е до.н.е р рр ст грн коп тощо",
    "bg": "т.н.т пр др н.е пр.н.е г лв ст т.п",
    "be": "т.д т.п інш н.э г гг ст руб",
    "mk": "др сл н.е п.н.е год",
    "ro": "etc ș.a ș.a.m.d ş.a.m.d d.hr î.hr s.a s.r.l",
    "hu": "stb i.e i.sz kr.e kr.u kft rt zrt bt nyrt",
    "tr": "vb vs vd m.ö m.s a.ş ltd.şti",
    "el": "κ.λπ κλπ κ.ά κ.α π.χ.ν μ.χ κ.ο.κ κτλ κ.τ.λ α.ε ε.π.ε",
    "vi": "v.v tcn scn t.ư vv",
    "id": "dll dsb dst tbk m sm",
    "ca": "etc a.c d.c s.a",
    "lv": "u.c utt u.tml p.m.ē m.ē",
    "lt": "t.t pan kt m m.e pr.m.e",
    "hi": "इत्यादि",
    "ar": "هـ ق.م إلخ الخ",
    "he": "וכו וכד ועוד",
    "fa": "ق.م ه.ق ه.ش",
    "ur": "ق.م",
    "is": "o.s.frv o.fl m.fl f.kr e.kr",
}

_EITHER = {
    "en": "u.s u.k u.s.a e.u d.c l.a n.y u.s.s.r inc corp ltd co bros llc jr sr ph.d m.d b.a m.a j.d ll.b ll.m "
    "b.sc m.sc m.b.a d.phil esq st ave blvd rd ln pl sq hwy pkwy ft univ inst acad assn ariz ark calif colo conn del "
    "fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo p.o est "
    "r.i.p s.a n.v g.m ed eds trans rev jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur "
    "thurs fri sat sun oz lb lbs ft hr hrs min sec km cm kg mph",
    "de": "str mio mrd tsd jan febr feb mrz apr jun jul aug sept sep okt nov dez mo di mi do fr sa so hrsg verf bd bde "
    "jh jhd std min sek g.m.b.h co anm anh übers red tab kap verl univ inst abt bhf",
    "fr": "janv févr avr juil sept oct nov déc inc ltée cie éd coll trad apr av univ s.a s.a.r.l",
    "es": "ee.uu ene feb mar abr jun jul ago sept sep oct nov dic cía inc ltda ed trad univ",
    "it": "gen febb mar apr magg giu lug ag sett ott nov dic trad ed univ",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez cia inc ed trad univ",
    "nl": "jan feb mrt apr jun jul aug sept okt nov dec red uitg",
    "sv": "jan feb mars apr jun jul aug sept okt nov dec kr st milj mdr tim min sek",
    "da": "jan feb apr jun jul aug sept okt nov dec kr mio mia kl",
    "nb": "jan feb apr jun jul aug sept okt nov des kr mill mrd kl",
    "fi": "milj mrd klo milj.euroa",
    "et": "mln mld kell eur",
    "pl": "tys mln mld godz min sek ul stycz lut kwiet sierp wrz paźdz list grud",
    "cs": "mil tis mld hod min sek kč led ún břez dub květ červ srp zář říj list pros",
    "sk": "mil tis mld hod min sek",
    "sl": "mio mrd tis ur min",
    "hr": "mil mlrd tis kn sat min",
    "ru": "тыс млн млрд трлн долл чел ч мин сек км кг янв февр мар апр июн июл авг сент окт нояб дек обл г р",
    "uk": "тис млн млрд дол чол год хв сек січ лют берез квіт трав черв лип серп верес жовт листоп груд обл",
    "bg": "хил млн млрд мин сек",
    "ro": "mil mld lei ian feb mar apr iun iul aug sept oct nov dec",
    "hu": "jan febr márc ápr máj jún júl aug szept okt nov dec u krt",
    "tr": "oca şub mar nis haz tem ağu eyl eki kas ara ltd şti",
    "el": "ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ εκατ δισ χλμ η.π.α",
    "id": "jan feb mar apr jun jul agt sep okt nov des",
}

_COUNTS = {
    "en": "no nos nr p pp pg fig figs vol ch chap art sec sect para pt ser ver v ext rm apt ste bk tel approx par ex",
    "de": "nr nrn s sp abb bd art abs ziff kap tab rn rdnr anm az bsp tel kl lfd pos st bl zi lit aufl vers z d",
    "fr": "n no nº p pp art chap fig t vol al tél réf éd",
    "es": "n núm no nº p pp pág págs art arts cap fig t vol tel núms apdo",
    "it": "n nn nr p pp pag pagg art artt cap fig vol tel par",
    "pt": "n nº no p pp pág págs art arts cap fig vol tel núm inc",
    "nl": "nr nrs p pp blz art afb hfst fig bd dl vol tel par lid",
    "sv": "nr s sid kap fig bd vol tel mom par avd",
    "da": "nr s sd kap fig bd art stk tlf",
    "nb": "nr s kap fig bd art pkt tlf",
    "fi": "nro s kuv art luku puh pyk mom",
    "et": "nr lk joon ptk tel art",
    "pl": "nr nry s str ss rys tab art ust pkt par rozdz t poz lit tel w dz",
    "cs": "č čís s str obr tab kap odst písm čl sv roč tel r",
    "sk": "č čís s str obr tab kap ods písm čl zv roč tel r",
    "sl": "št str sl tab pogl čl odst zv tel l",
    "hr": "br str sl tab pogl čl st sv tel god",
    "sr": "бр стр чл ст таб сл тел",
    "ru": "№ стр с рис табл гл ст п пп т ч вып разд абз илл тел кв д",
    "uk": "№ стор с рис табл гл ст п пп т ч вип розд абз іл тел кв буд",
    "bg": "№ стр с фиг табл гл чл ал т вж",
    "ro": "nr pag p art alin lit cap fig tab vol pct tel",
    "hu": "sz o old cikk bek fej ábra táb köt tel",
    "tr": "no s sf syf md böl şek tab cilt c tel",
    "el": "αρ αριθ σελ άρθ κεφ εικ τ τηλ παρ",
    "vi": "số tr",
    "id": "no hal hlm ps bab gbr jil tel vol rp",
    "ca": "núm pàg p art cap fig vol tel",
    "lv": "nr lpp att nod tel p",
    "lt": "nr psl pav str sk tel p",
    "hi": "पृ सं क्र नं अनु रु अ",
    "mr": "पृ क्र नं रु",
    "bn": "পৃ নং ক্র",
    "ar": "ص رقم ج ط ع",
    "fa": "ص ج ش",
    "ur": "ص نمبر",
    "he": "עמ מס טל",
    "is": "nr bls gr mgr",
}

# Languages that share the list of another one, beside their own.
_KIN = {"nn": "nb", "no": "nb", "bs": "hr", "sr": "hr", "sh": "hr", "ms": "id", "gl": "pt", "oc": "ca"}


@cache
def habits(language: str) -> dict[str, Habit]:
    """The abbreviations of a language and what each can mean; English ones for a language without a list."""
    lists = ((_COUNTS, Habit.COUNTS), (_EITHER, Habit.EITHER), (_CLOSES, Habit.CLOSES), (_LEADS, Habit.LEADS))
    known: dict[str, Habit] = {}
    names = [name for name in (_KIN.get(language), language) if name in _LEADS] or ["en"]
    for table, habit in lists:
        for name in names:
            known.update(dict.fromkeys(table.get(name, "").split(), habit))
    return known
