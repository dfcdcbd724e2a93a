"""Small word lists: particles of names, titles, names that are also words, and what people are said to do."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never a name alone.
PARTICLES = _words(
    """
    al el ul ad an ar as at az ash bin ibn ben bint bat abu abou abd abdul
    abdel abdal abdol abdoul umm um ould walad
    ter van von der den de del della di da do dos das du la le les los las af av zu zur zum y e i und and of
    the st san santa mac mc o d l
    jr sr ال بن ابن بنت ابو ام عبد ولد בן בת אבו אל די דה фон де ван бин ибн оглы кызы оглу
    """
)
TITLES = _words(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady madam sheikh shaykh sheikha imam haji hajji judge justice
    ambassador amb minister president senator general gen colonel col captain capt major maj lieutenant lt admiral
    marshal mshl brigadier brig commissioner director chairman chairwoman chair rapporteur delegate counsel father
    rabbi reverend rev bishop archbishop sister brother comrade king queen prince princess m mme mlle monsieur
    madame mademoiselle maitre me docteur professeur juge general sr sra srta senor senora señor señora don dona
    doctor doctora doc juez jueza embajador embajadora herr frau hr bay bayan sayin hanim bey efendi sayın г-н г-жа
    господин госпожа пан пани доктор профессор полковник генерал судья посол السيد السيده الدكتور الدكتوره الاستاذ
    الاستاذه الشيخ القاضي السفير סיד د אדון גברת מר גב ד פרופ κ κυριος κυρια κα δρ ბატონი ქალბატონი պարոն տիկին
    """
)
MONTHS = _words(
    """
    january february march april may june july august september october november december
    """
)
PLACE_NAMES = _words(
    """
    florence victoria paris sydney austin dallas london lincoln washington geneva vienna sofia alexandria adelaide
    charlotte chelsea brooklyn carolina georgia virginia madison jordan israel chad kenya asia india china holland
    york chester lancaster preston hamilton wellington darwin perth salem salim cordoba leon merida santiago
    valencia granada medina jericho bethany sharon carmel samaria
    """
)
# Names that are words of a language as well; seen alone they say little.
NAME_WORDS = (
    MONTHS
    | PLACE_NAMES
    | _words(
        """
    wood woods hill hills bishop will mark grace hope faith joy rose iris lily violet ivy hazel olive pearl ruby
    amber crystal dawn eve summer autumn winter spring sky star rain storm river brook brooks lake forest field
    fields meadow stone stones rock cliff dale glen heath moor marsh banks shore ford bridge bridges church temple
    abbey castle hall house park street lane gate gates field green brown black white gray grey gold silver king
    queen prince duke earl baron knight page pope abbot priest dean chancellor judge law laws just long short young
    old strong small little rich poor noble wise bright sharp swift wild good best bliss love peace power price
    prior baker butler carter carver clark cook cooper farmer fisher fletcher fowler gardener gardner hunter mason
    miller potter sawyer shepherd singer skinner smith taylor thatcher tyler turner walker weaver wright cross bell
    ball bean berry bird bush bull buck crane crow drake eagle falcon finch fish fox hawk heron lamb lion martin
    partridge peacock robin swan wolf wren bond booth bower box case chance chase chambers christian clay cliff
    cloud cole cotton day east west north south ernest fair ferry flower flowers foot frank freed french english
    german foster gale game garland gay grant gray guy hand hardy harper harry head hood horn jack jay jewel jim job
    jones jury keen kitty lance lark may merit miles mills monk moon moss nails nick noon norm pace paige palm paris
    pat patience penny pike pitt place pole pool poole post pound pray prudence ray read reed rice rich rob rod root
    rush rusty sage sandy savage sawyer sea seal self sergeant shade shaw shell singh sky song speed steel stern
    story sue sun tell terry thorn tide tod trinity true truth van vale vance ward waters watts way web webb welcome
    west wells wheeler winner wonder words worth yard bill drew gene pierce skip ward art carol chip dick don max
    peg sally stu deniz baris umut ozgur gunes toprak yagmur bulut kaya dag demir aslan kurt ates su gul lale cicek
    nehir savas inan can ilkay ay ege doga bahar kumru onur sevgi amal iman salam nur noor huda hayat amin karim
    salim said sayid jamal kamal adil hakim rashid hasan aman wafa noa gad tal gal or shir mor dor bar gil chen paz
    luz sol mar cruz flores reyes rey rios rosa blanca blanco leal bravo guerra iglesias campos prado torres vega
    rojas leon amor alba pilar dolores angel angeles mercedes consuelo esperanza soledad gracia blanche claire fleur
    olivier pierre roche roi petit legrand leblanc lenoir fontaine marche dubois bois мир вера надежда любовь роман
    слава лев роза майя светлана зима снежна сніжна мороз коваль мельник кравец віра надія ايمان سلام امل نور هدى
    حياه امين كريم سالم سعيد جمال كمال عادل حكيم راشد حسن امان وفاء صلاح فرج نصر فتح ناصر محمود גד טל גל אור שיר מור
    דור בר גיל חן שלום אריה דב זאב אלון ארז שקד תמר נועה אורי li an he we so do long min sun wang kim lee song chang
    yang han
    """
    )
)
# Said of people far more often than of things, but not of months or towns.
AUXILIARIES = _words("will would has had")
# What a text says of people and not of things.
PERSON_VERBS = _words(
    """
    said says asked asks told tells spoke speaks replied answered added adds argued argues noted notes reminded
    reminds thanked apologised apologized insisted insists suggested suggests proposed proposes agreed agrees
    disagreed objected objects warned warns recalled recalls explained explains wants wanted thinks thought believes
    believed feels felt knows knew left arrived joined closed opened called calls promised offered offers refused
    refuses conceded admitted acknowledged responded raised described mentioned wrote writes read reads presented
    stated claimed denied repeated concluded summarised summarized intervened interrupted whispered laughed smiled
    nodded drew took gave held kept sat stood who whose herself himself chaired moderated
    volunteered stressed emphasised emphasized dit disait demande demanda declare declara rappelle rappela pense
    veut a dijo dice pidio propuso afirmo leyo recordo сказал сказала говорил говорила попросил попросила предложил
    предложила считает ответил ответила dedi soyledi istedi belirtti onerdi sordu acikladi duzeltti قال قالت طلب
    طلبت اقترح אמר אמרה ביקש ביקשה
    """
)
FUNCTION_WORDS = _words(
    """
    the a an and or but if then this that these those there here it its he she they we you i his her their our my
    your in on at by for from to of with as is are was were be been has have had not no yes all some any one two
    each both who what when where which why how after before during since until so also only more most other another
    at about over under between into out up down than let may can will would should could shall must do does did
    because while nobody everyone someone participant participants several speaker session meeting group delegation
    item point please see according action notes note draft el la los las un una le les des du une il elle on der
    die das ein eine und
    """
)
