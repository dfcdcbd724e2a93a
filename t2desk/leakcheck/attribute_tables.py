"""Words that say something about a person without a name: occupations, countries, women and men, being the only one."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _meanings(text: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in text.strip().split("\n"):
        meaning, *words = line.split()
        table.update(dict.fromkeys((meaning, *words), meaning))
    return table


# Folded words in several languages, each line one meaning; the first word names it.
OCCUPATION_WORDS = _meanings("""
former ex erstwhile onetime ancien ancienne exministro antiguo antigua бывший бывшая бывшего колишній \
колишня eski السابق سابق ehemaliger ehemalige לשעבר πρωην ყოფილი
retired ret emeritus jubilado jubilada retirado retirada retraite retraitee pensioned отставной emekli \
متقاعد المتقاعد pensionierter גמלאי απόστρατος
judge magistrate juez jueza juge magistrado судья суддя hakim yargic قاضي القاضي قاض richter richterin \
שופט שופטת δικαστης მოსამართლე
lawyer attorney barrister solicitor jurist abogado abogada avocat avocate juriste юрист адвокат avukat \
محام محامي محاميه المحامي المحاميه anwalt anwaltin עורך δικηγορος იურისტი
economist economista economiste экономист економіст ekonomist اقتصادي okonom okonomin כלכלן כלכלנית \
οικονομολογος ეკონომისტი
journalist reporter periodista journaliste журналист журналистка журналіст gazeteci صحفي صحفيه الصحفي \
journalistin עיתונאי עיתונאית δημοσιογραφος ჟურნალისტი
hydrologist hidrologo hidrologa hydrologue гидролог гідролог hidrolog hydrologe הידרולוג הידרולוגית
engineer ingeniero ingeniera ingenieur ingenieure инженер інженер muhendis مهندس مهندسه المهندس מהנדס \
מהנדסת μηχανικος ინჟინერი
ambassador embajador embajadora ambassadeur ambassadrice посол посла buyukelci سفير السفير سفيره \
botschafter botschafterin שגריר שגרירה πρεσβης ელჩი
minister ministro ministra ministre министр міністр bakan وزير الوزير وزيره שר שרה υπουργος მინისტრი
envoy enviado enviada envoye envoyee посланник представитель elci مبعوث المبعوث gesandter gesandte שליח
colonel coronel полковник albay عقيد العقيد oberst אלוף συνταγματαρχης პოლკოვნიკი
general generale генерал orgeneral لواء اللواء
marshal mariscal marechal маршал maresal مشير
officer oficial officier офицер subay ضابط الضابط offizier קצין αξιωματικος
commissioner comisario comisaria commissaire комиссар комісар komiser مفوض kommissar
police policia policier полиции полиция поліції polis الشرطه شرطه polizei משטרה αστυνομιας
professor catedratico catedratica professeur профессор професор استاذ الاستاذ פרופסור καθηγητης პროფესორი
director directeur directrice directora директор mudur مدير المدير מנהל διευθυντης დირექტორი
principal headteacher headmistress headmaster rector proviseur directora
teacher maestro maestra enseignant enseignante учитель учительница вчитель ogretmen معلم معلمه lehrer \
lehrerin מורה δασκαλα
doctor physician medico medica medecin врач лікар doktor طبيب طبيبه arzt arztin רופא רופאה γιατρος ექიმი
nurse enfermera infirmiere медсестра hemsire ممرضه
elder anciano anciana старейшина شيخ الشيخ
tribal tribu племенной قبلي القبيله
finance finanzas finances финансов фінансів maliye الماليه ماليه finanz
defence defense defensa обороны savunma الدفاع דفاع
foreign exteriores etrangeres иностранных disisleri الخارجيه
interior внутренних icisleri الداخليه
negotiator negociador negociadora negociateur negociatrice переговорщик muzakereci مفاوض المفاوض unterhandler
chief jefe jefa chef глава главный bas كبير
senior
deputy vice adjoint adjointe заместитель نائب
historian historiador historiadora historien historienne историк історик tarihci مؤرخ historiker
banker banquero banquier банкир bankaci مصرفي
farmer agricultor agricultora agriculteur agricultrice фермер ciftci مزارع bauer
activist activista activiste militante активист активистка активіст aktivist ناشط ناشطه
mayor alcalde alcaldesa maire мэр belediye عمده burgermeister
senator senador senadora senateur сенатор
architect arquitecto arquitecta architecte архитектор mimar معماري
scholar academic erudito chercheur chercheuse ученый akademisyen باحث باحثه
diplomat diplomatico diplomatica diplomate дипломат diplomat دبلوماسي
priest cura sacerdote pretre священник papaz كاهن
admiral almirante amiral адмирал amiral
captain capitan capitaine капитан yuzbasi نقيب
analyst analista analyste аналитик analist محلل
surgeon cirujano cirujana chirurgien хирург cerrah جراح
pharmacist boticario pharmacien pharmacienne фармацевт eczaci صيدلي
""")
# Each line one country: its name, then what its people are called, in several languages, without plurals.
NATIONALITIES = _meanings("""
afghanistan afghan afghane
albania albanian albanais albanaise
algeria algerian algerien algerienne argelino argelina جزائري
argentina argentine argentinian argentino argentin
armenia armenian armenien armenienne armenio armenia армянин армянка ermeni
australia australian
austria austrian autrichien autrichienne
azerbaijan azerbaijani azeri азербайджанец azerbaycanli
bangladesh bangladeshi
belarus belarusian белорус белоруска
belgium belgian belge
benin beninese beninois beninoise
bolivia bolivian boliviano boliviana
bosnia bosnian
brazil brazilian brasileno brasilena bresilien bresilienne
britain british briton britannique
bulgaria bulgarian bulgare
cameroon cameroonian camerounais camerounaise
canada canadian canadien canadienne canadiense канадец канадка
chad chadian tchadien tchadienne
chile chilean chileno chilena
china chinese chinois chinoise chino китаец
colombia colombian colombiano colombiana colombien
croatia croatian croate
cuba cuban cubano cubana
cyprus cypriot chypriote kibrisli
czechia czech
denmark danish dane danois danoise
ecuador ecuadorian
egypt egyptian egyptien egyptienne egipcio египтянин مصري مصريه
estonia estonian
ethiopia ethiopian ethiopien
finland finnish finn finlandais finlandaise
france french frenchman frenchwoman francais francaise frances francesa француз француженка fransiz
georgia georgian georgien georgienne georgiano грузин грузинка gurcu
germany german allemand allemande aleman alemana немец немка alman deutscher deutsche
ghana ghanaian
greece greek grec grecque griego griega грек гречанка yunan
hungary hungarian hongrois hongroise
iceland icelandic icelander
india indian indien indienne
indonesia indonesian
iran iranian persian iranien iranienne irani иранец ايراني
iraq iraqi irakien irakienne عراقي عراقيه
ireland irish irishman irishwoman irlandais irlandaise
israel israeli israelien israelienne israeli израильтянин اسرائيلي ישראלי ישראלית
italy italian italien italienne italiano italiana итальянец
ivory ivorian ivoirien ivoirienne
japan japanese japonais japonaise japones японец
jordan jordanian jordanien jordanienne اردني اردنيه
kazakhstan kazakh
kenya kenyan kenyan kenyane
korea korean coreen coreenne coreano
kosovo kosovar
kuwait kuwaiti
kyrgyzstan kyrgyz
latvia latvian
lebanon lebanese libanais libanaise libanes لبناني لبنانيه
libya libyan libyen libyenne libio libia ливиец ليبي ليبيه
lithuania lithuanian
malaysia malaysian
mali malian malien malienne
mexico mexican mexicano mexicana
moldova moldovan moldave молдаванин молдаванка
mongolia mongolian
montenegro montenegrin
morocco moroccan marocain marocaine marroqui مغربي مغربيه
myanmar burmese
nepal nepali
netherlands dutch dutchman dutchwoman neerlandais neerlandaise
niger nigerien nigerienne
nigeria nigerian
norway norwegian norvegien norvegienne noruego noruega норвежец норвежка norvecli
oman omani
pakistan pakistani
palestine palestinian palestinien palestinienne فلسطيني فلسطينيه
paraguay paraguayan
peru peruvian peruano peruana
philippines filipino filipina
poland polish pole polonais polonaise поляк полька
portugal portuguese portugais portugaise
qatar qatari قطري
romania romanian roumain roumaine rumano
russia russian russe ruso rusa русский русская россиянин россиянка rus روسي
rwanda rwandan rwandais rwandaise
saudi saudi سعودي سعوديه
senegal senegalese senegalais senegalaise
serbia serbian serb serbe
slovakia slovak
slovenia slovenian slovene
somalia somali
spain spanish spaniard espagnol espagnole espanol espanola испанец испанка
sudan sudanese soudanais soudanaise سوداني سودانيه
sweden swedish swede suedois suedoise швед шведка isvecli
switzerland swiss suisse suizo suiza швейцарец
syria syrian syrien syrienne سوري سوريه
tajikistan tajik
tanzania tanzanian
thailand thai
tunisia tunisian tunisien tunisienne تونسي تونسيه
turkey turkish turk turc turque turco turca турок турчанка türk تركي turkiye
uganda ugandan
ukraine ukrainian ukrainien ukrainienne ucraniano ucraniana украинец украинка українець українка ukraynali
kingdom british briton englishman englishwoman scottish welsh britannique
states american americain americaine estadounidense американец американка amerikali
uruguay uruguayan uruguayo uruguaya uruguayen
uzbekistan uzbek
venezuela venezuelan venezolano venezolana
vietnam vietnamese
yemen yemeni yemenite يمني يمنيه
zambia zambian
zimbabwe zimbabwean
""")
WOMAN_WORDS = _words(
    "woman lady female femme mujer женщина жінка kadin امراه المراه سيده frau אישה \
γυναικα ქალი"
)
MAN_WORDS = _words("man gentleman male homme hombre мужчина чоловік erkek رجل الرجل mann גבר ανδρας კაცი")
# These two only describe; the others can stand as the noun.
ADJECTIVES_OF_GENDER = _words("female male")
PERSON_NOUNS = _words(
    """
    participant participante delegate delegue deleguee delegado delegada adviser advisor representative representant
    representante member membre miembro envoy person persona speaker colleague voice expert experte experto experta
    участник участница делегат учасник учасниця katilimci uye مشارك مشاركه المشارك المشاركه عضو teilnehmer
    teilnehmerin משתתף משתתפת מומחה συμμετεχων მონაწილე
    """
)
ONLY_WORDS = _words(
    """
    only sole lone single solitary unique seul seule unico unica solo единственный единственная единственного єдиний
    єдина tek yegane الوحيد الوحيده einziger einzige היחיד היחידה μονος μονη ერთადერთი
    """
)
LINKS = _words(
    """
    the a an of in from for on at among s our their this that de del du des d la le el l les los von der die aus в из от
    с من في ال של מ του της group party side delegation team groupe grupo группы делегации مجموعه participating
    """
)
ROOM_ROLES = _words(
    "participant observer chair facilitator rapporteur interpreter member delegate adviser \
expert lead"
)
# Alone these are adjectives more often than people.
MERELY_GENERAL = _words("general principal chief elder senior deputy")
