"""First words by which a sentence leans on the one before it, by language.

Pronouns and connectives that point back. Words that as often point forward ("While", "As", "After") are left
out, and so is what only hints at a neighbour ("The move").
"""

from __future__ import annotations

from typing import NamedTuple


class Leans(NamedTuple):
    """How sentences of a language lean on the one before."""

    openers: str  # first words and phrases, separated by bars, or an expression
    unless: str = ""  # what makes the opening stand by itself again ("It is said that …"), as an expression


LEANS = {
    "en": Leans(
        "he|she|they|it|his|her|hers|their|theirs|its|him|them|this|these|those|that|such|both|neither"
        "|another"
        "|here|there he|there she|there they"
        "|and|but|or|nor|so|yet|still|also|too|then|thus|hence|plus|instead|otherwise|likewise|similarly"
        "|besides"
        "|even so|even then|even that|even this|if so|if not|not so|in turn|in fact|indeed|by contrast"
        "|in contrast|in addition"
        "|however|therefore|nevertheless|nonetheless|moreover|furthermore|additionally|consequently"
        "|accordingly"
        "|next|second|secondly|third|thirdly|finally|lastly|meanwhile|afterwards|afterward|subsequently"
        "|conversely|again|as a result|as such"
        "|at the same time"
        "|for example|for instance|for one|for that reason|for this reason|on the other hand|on the contrary"
        "|that said|having said that|in this way|in that case|in other words|after that|after this"
        "|before that"
        "|because of this|because of that|despite this|despite that|with that|since then|by then|until then"
        "|the former|the latter|one of them|all of them|some of them|none of them|most of them|others"
        "|the others"
        # "Okafor has put them online": one name, one verb, and whom or what they mean stands before.
        r"|(?-i:[A-Z][\w’'-]*[^\Ws]) (?:(?:has|had|also|later|then|never) ){0,2}[a-z]{3,} them"
        # "Colleagues called it the Varga rule."
        r"|(?-i:[A-Z][\w’'-]*) (?:(?:has|have|had|also|later|then|soon) ){0,2}(?:call|name|dub|nickname)e?d"
        r" (?:it|him|them)"
        # "Until it is there, …", "Most of their lenses …", "Among them …"
        r"|(?:until|when|if|once|because|since|while|although|though|after|before|unless) (?:he|she|they|it)"
        r"|(?:most|some|many|much|all|half|part|none|few|several|one|two|three|each|both|neither|either) of"
        r" (?:his|her|their|its|him|them|it|these|those|this|that)"
        r"|(?:among|of|for|with|to|from|by|in|on|at|under|behind|beside|near|around|against|without|between"
        r"|like|unlike) (?:him|them|it|these)"
        r"|the other(?: one)?"
        "|in the same (?:way|vein|manner|spirit)|for the same reason|by the same token|in the meantime"
        "|in response|suddenly|all of a sudden|from then on|admittedly|granted|to be sure"
        r"|the (?:next|following) (?:day|morning|evening|night|week|month|year)"
        r"|(?:an?|one|two|three|four|five|six|several|some|many|\d+)"
        r" (?:moment|minute|hour|day|week|month|year)s? (?:later|earlier|afterwards)"
        # "Check the flour too, by the way."
        r"|(?:[\w’'-]+ ){1,4}too(?=,)"
        "|the same (?:is true|goes|applies|holds|happened)"
        # "With these words …", "At that time …"
        r"|(?:in|at|on|by|for|from|with|during|despite|under|through|without|to) (?:this|that|these|those)"
        # "Mendez denied this."
        r"|(?-i:[A-Z][\w’'-]*) (?:(?:has|have|had|also|later|then|never) ){0,2}[a-z]{3,} (?:this|that)"
        r"(?=[.;!?])",
        r"(?:it|there) (?!is true that)(?:is|was|has been|will be|would be|might be|may be|could be|seems"
        r"|seemed|appears|appeared|turns out|turned out|takes|took|remains|remained) (?:\w+ ){0,4}?"
        r"(?:that|to|whether|who|how|why)\b"
        r"|(?:it|that|this) (?:takes|took) (?:\w+ ){1,3}?(?:years|months|weeks|days|hours|minutes)\b"
        r"|this (?:year|month|week|weekend|morning|afternoon|evening|summer|winter|spring|autumn|fall|season"
        r"|article|paper|report|study|guide|book|recipe|law|act|agreement|chapter|release|version|review)\b"
        r"|those who\b|both (?:(?-i:[A-Z])\w*|\w+ and|sides|countries|teams|parties)\b|such as\b"
        r"|(?:if|when|while|although|though|since|because) it (?:rain|snow|come|is|was|were|seem|appear|take"
        r"|happen)\w*\b|\w+ of (?:those|them|this) (?:who|year|month|week)\b"
        r"|(?:of|in|from|by|on|for) (?:it|these) all\b"
        r"|\w+ (?:those|that|these) (?:who|which|of|are|is)\b|in that (?:the|an?|it|he|she|they|we)\b"
        r"|\w+ this (?:year|month|week|weekend|morning|afternoon|evening|summer|winter|spring|autumn|fall"
        r"|season|country|city|world|article|paper|report|study|guide|book|recipe|law|act|section|agreement"
        r"|chapter|release|version|review|page|point)\b"
        r"|the other (?:day|night|week|side of)\b"
        r"|so far\b|so that\b|still (?:life|water)\b|also (?:known|called)\b|then-"
        r"|another (?:\w+ ){0,3}?(?:said|told)\b",
    ),
    "de": Leans(
        "er|sie|ihm|ihn|ihnen|sein|seine|seinem|seinen|seiner|seines|ihr|ihre|ihrem|ihren|ihrer|ihres"
        "|dieser|diese"
        "|dieses|diesem|diesen|dies|das|jener|jene|jenes|solche|solcher|beide|letztere|ersterer|erstere"
        "|letzterer"
        "|und|aber|oder|doch|jedoch|denn|sondern|also|auch|dann|dabei|dazu|damit|dafür|dagegen|daher"
        "|darum|davon"
        "|dadurch|darin|daraus|daran|darauf|darüber|deshalb|deswegen|demnach|dennoch|trotzdem|allerdings"
        "|außerdem"
        "|zudem|ferner|überdies|hingegen|dort|hier|so|somit|folglich|stattdessen|inzwischen|danach|daraufhin"
        "|ebenso|ebenfalls|vielmehr|zugleich|gleichzeitig|zum beispiel|beispielsweise|im gegenteil"
        "|im gegensatz dazu"
        "|aus diesem grund|infolgedessen|schließlich|immerhin|dessen|deren|derselbe|dieselbe|dasselbe"
        "|(?:unter|mit|von|bei|für|zu|nach|aus|an|auf|in|über|neben|vor|hinter|gegen|ohne) (?:ihnen|ihm|ihn)"
        "|(?:die meisten|viele|einige|manche|keiner|keine|einer|eine|beide|alle|zwei|drei) von ihnen",
        r"(?:diese[rsnm]?|dieses) (?:jahr|jahres|woche|monat|sommer|winter|frühjahr|herbst)\b|so genannt"
        r"|das (?!ist|war|sei|wäre|hat|hatte|habe|wird|wurde|liegt|gilt|heißt|sagt|sagte|zeigt|geht|kann"
        r"|soll|alles|macht)\w"
        r"|dort, wo\b|hier, wo\b",
    ),
    "fr": Leans(
        "il|elle|ils|elles|ce|cet|cette|ces|cela|ça|celui-ci|celle-ci|ceux-ci|celles-ci|celui|celle|son"
        "|sa|ses|leur"
        "|leurs|lui|eux|mais|et|ou|or|donc|car|ainsi|alors|aussi|pourtant|cependant|toutefois|néanmoins"
        "|en effet"
        "|de plus|en outre|par ailleurs|par conséquent|en revanche|au contraire|par contre|par exemple"
        "|ensuite|puis"
        "|enfin|d’ailleurs|d'ailleurs|c’est|c'est|c’était|c'était|tous deux|y|en fait|du coup|malgré cela"
        "|dès lors"
        "|dans ce cas|de même|à ce titre|pour autant",
        r"il (?:y a|faut|s’agit|s'agit|est (?:\w+ )?(?:de|que))\b"
        r"|c[’']est (?:\w+ ){1,8}?(?:que|qui)\b|cette (?:année|semaine)\b|ce (?:lundi|mardi|mercredi|jeudi"
        r"|vendredi"
        r"|samedi|dimanche|matin|soir|mois)\b|ceux qui\b|celui qui\b|celle qui\b|ce (?:qui|que)\b",
    ),
    "es": Leans(
        "él|ella|ellos|ellas|esto|eso|este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella|su|sus|ello"
        "|le|les|lo"
        "|pero|y|e|o|sino|así|entonces|también|tampoco|sin embargo|no obstante|además|por tanto|por lo tanto"
        "|por ello|por eso|en cambio|por ejemplo|ahora bien|de hecho|después|luego|ambos|ambas|aun así"
        "|mientras tanto",
        r"est[ea] (?:año|mes|semana|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|tarde"
        r"|noche|verano)\b"
        r"|lo que\b|y es que\b",
    ),
    "it": Leans(
        "lui|lei|loro|egli|ella|essi|esse|questo|questa|questi|queste|quello|quella|quelli|ciò|suo|sua"
        "|suoi|sue"
        "|ma|e|ed|o|però|quindi|così|allora|anche|inoltre|tuttavia|invece|infatti|perciò|dunque|poi"
        "|per esempio"
        "|ad esempio|entrambi|eppure|nel frattempo|al contrario",
        r"quest[’'oa] ?(?:anno|mese|settimana|mattina|sera|estate)\b|ciò che\b|quelli che\b",
    ),
    "pt": Leans(
        "ele|ela|eles|elas|isto|isso|aquilo|este|esta|estes|estas|esse|essa|esses|essas|seu|sua|seus|suas"
        "|mas|e|ou|porém|contudo|todavia|entretanto|no entanto|além disso|também|assim|então|portanto"
        "|por isso"
        "|por exemplo|depois|ambos|ambas|ainda assim|já",
        r"est[ea] (?:ano|mês|semana|segunda|terça|quarta|quinta|sexta|sábado|domingo|manhã|tarde|noite)\b",
    ),
    "nl": Leans(
        "hij|zij|ze|het|hem|haar|hun|zijn|deze|dit|die|dat|maar|en|of|want|dus|ook|toch|echter|daarom"
        "|daarna|daarbij"
        "|daardoor|bovendien|verder|vervolgens|toen|zo|beide|niettemin|desondanks|bijvoorbeeld"
        "|daarentegen|er",
        r"(?:dit|deze) (?:jaar|week|maand|zomer|winter)\b|het (?!is|was|heeft|had|werd|wordt|gaat|ging|zal"
        r"|kan|kon|moet)\w",
    ),
    "ru": Leans(
        "он|она|они|оно|его|её|ее|их|ему|ей|им|этот|эта|это|эти|этого|этой|этому|тот|та|те|такой|такая"
        "|такое|такие"
        "|и|а|но|или|да|однако|зато|также|тоже|поэтому|потому|затем|потом|тогда|так|кроме того|при этом"
        "|в то же время"
        "|тем не менее|между тем|например|к примеру|впрочем|наконец|далее|более того|в результате"
        "|вместо этого"
        "|с другой стороны|оба|обе|там|здесь|тем самым|после этого|таким образом|следовательно|при всём этом"
        "|тем более|к тому же|об этом|в связи с этим|по (?:его|её|ее|их) (?:словам|мнению|данным)|с тех пор"
        "|(?:среди|у|с|для|из|от|к|по|за|под|над|перед|при|без|о|об|в|на) (?:них|него|нему|ним|ней|неё|нее"
        "|нём|нем|ними)|(?:многие|некоторые|большинство|один|одна|часть|никто|двое|трое) из (?:них|этих)",
        r"так называем|в этом (?:году|месяце)\b|те, кто\b|тот, кто\b",
    ),
    "uk": Leans(
        "він|вона|вони|воно|його|її|їх|їхній|цей|ця|це|ці|той|та|ті|і|й|а|але|або|проте|однак|також|тому"
        "|тоді|потім"
        "|крім того|при цьому|водночас|наприклад|утім|втім|зате|там|тут|обидва|таким чином"
    ),
    "pl": Leans(
        "on|ona|oni|one|ono|jego|jej|ich|ten|ta|to|ci|te|tamten|taki|taka|takie|i|a|ale|lub|jednak|także"
        "|też|dlatego"
        "|więc|zatem|potem|wtedy|tak|poza tym|ponadto|natomiast|tymczasem|na przykład|mimo to|oboje|obaj|zaś",
        r"w tym (?:roku|miesiącu)\b",
    ),
    "sv": Leans(
        "han|hon|de|den|det|hans|hennes|deras|dess|denna|detta|dessa|men|och|eller|för|så|också|även|dock"
        "|därför"
        "|sedan|då|där|dessutom|däremot|samtidigt|till exempel|båda|ändå|trots det|emellertid",
        r"(?:det|den) (?:är|var|finns|fanns|har|hade) (?:\w+ ){0,4}?(?:att|som)\b|denna vecka\b|de som\b"
        r"|(?:de|den|det) (?:[a-zåäö]+[ae]) \w",
    ),
    "nb": Leans(
        "han|hun|de|den|det|hans|hennes|deres|dens|dets|denne|dette|disse|men|og|eller|for|så|også"
        "|likevel|derfor"
        "|deretter|da|der|dessuten|derimot|samtidig|for eksempel|begge|imidlertid|slik|dermed",
        r"(?:det|den) (?:er|var|finnes|fantes|har|hadde|blir|ble) (?:\w+ ){0,4}?(?:at|som)\b|de som\b"
        r"|(?:de|den|det) (?:[a-zåæø]+e) \w",
    ),
    "da": Leans(
        "han|hun|de|den|det|hans|hendes|deres|dens|dets|denne|dette|disse|men|og|eller|for|så|også"
        "|alligevel|derfor"
        "|derefter|da|der|desuden|derimod|samtidig|for eksempel|begge|imidlertid|sådan|dermed",
        r"(?:det|den) (?:er|var|findes|fandtes|har|havde|bliver|blev) (?:\w+ ){0,4}?(?:at|som)\b|de som\b"
        r"|(?:de|den|det) (?:[a-zåæø]+e) \w",
    ),
    "tr": Leans(
        "o|onlar|onun|onların|bu|bunlar|bunun|bunu|şu|ama|fakat|ancak|ve|veya|oysa|yine de|ayrıca|üstelik"
        "|böylece"
        "|bu nedenle|bu yüzden|dolayısıyla|örneğin|sonra|daha sonra|bununla birlikte|buna rağmen|çünkü"
        "|öte yandan",
        r"bu (?:yıl|ay|hafta|sabah|akşam)\b",
    ),
    "vi": Leans(
        "ông|bà|anh ấy|cô ấy|họ|nó|điều này|việc này|nhưng|và|hoặc|tuy nhiên|vì vậy|do đó|bên cạnh đó"
        "|ngoài ra"
        "|đồng thời|sau đó|khi đó|trong khi đó|ví dụ|mặt khác|thế nhưng|song|cũng",
        r"(?:ông|bà) [^\W\d_a-zà-ỹ]",
    ),
    "zh": Leans(
        "他|她|它|他们|她们|这|那|但|但是|而且|因此|所以|然而|不过|此外|另外|同时|例如|于是|随后|可是|并且|其"
    ),
    "ja": Leans(
        "彼|彼女|これ|それ|この|その|しかし|だが|また|そして|そのため|さらに|一方|例えば|ただし|なお"
    ),
}
LEANS["no"] = LEANS["nn"] = LEANS["nb"]
