"""Short and pet forms of given names that people use for one another; reviewed by hand, never complete."""

_FAMILIES = """
    william bill billy will willy liam; robert bob bobby rob robbie bert; richard dick rick ricky rich; james jim
    jimmy jamie; john jack johnny jon; edward ed eddie ted ned; elizabeth liz lizzie beth betty eliza libby;
    margaret maggie meg peggy greta; thomas tom tommy; michael mike mick micky misha mischa; joseph joe joey sepp
    pepe; charles charlie chuck karl carlos; catherine katherine kate katie kathy cathy katya; patricia pat patty
    trish; susan sue susie; anthony tony antoine toni; daniel dan danny; david dave davy dudi; benjamin ben benny
    benji; samuel sam sammy shmulik; samantha sam; matthew matt; christopher chris kit; christine chris chrissie
    tina; alexander alexandra aleksandr oleksandr alex sasha sascha sanya alec sandy shura lex; nicholas nick nico
    nikos nikolai kolya klaus; andrew andy drew; gregory greg grisha; steven stephen steve; stephanie steffi; peter
    pete petya pedro; philip phil; timothy tim; kenneth ken; ronald ron; donald don; gerald gerry jerry; lawrence
    larry laurie; frederick fred freddy fritz; francis frank franz; frances fran fanny; barbara barb babs; deborah
    debbie deb; jennifer jenny jen; jacqueline jackie; theodore ted theo; theresa terry tess; victoria viktoriya
    vika vicky tori; vladimir volodymyr vova volodya vlad; dmitri dmitry dmytro dima mitya; sergei sergey serhii
    seryozha serhiy; evgeny yevgeny evgeniy zhenya; ivan vanya; maria mary masha molly marusya manya mariam; anna
    anya nyura ana annie hanna; natalia nataliya natasha nata; tatiana tetiana tatyana tanya; ekaterina kateryna
    katya katia; elena olena yelena lena; eleni lena elenitsa helena; olga olha olya; svetlana svitlana sveta;
    ludmila lyudmila liudmyla luda lyuda mila; irina iryna ira; yuri yuriy yura; anastasia nastya; galina halyna
    galya; konstantin kostya; konstantinos kostas dinos; georgios giorgos yorgos; georgi giorgi gia gio goga; zurab
    zura; david dato; levan levaniko; nino nina; tamar tamara tako; tigran tiko; armen armo; hovhannes hovik; vardan
    vardo; mehmet memo; mustafa mustik; ibrahim ibo; fatma fatos; huseyin huso; muhammad mohammed mohamed hamada
    hamoudi mo; ahmad ahmed hamada; ibrahim brahim; yousef yusuf youssef joe; fatima fatma fatoum; khadija khadouj;
    jose pepe; francisco paco pancho curro; ignacio nacho; guadalupe lupe; dolores lola; rosario charo; enrique
    quique; eduardo lalo edu; roberto beto; alberto beto; manuel manolo; jesus chucho; concepcion concha; mercedes
    meche merche; isabel isa chabela; alvaro varo; yitzhak itzik; yaakov kobi; avraham avi; moshe moshiko; yehuda
    yudi; eliyahu eli; rivka riki; shoshana shosh; solange sol; florence flo flossie; ingrid inga; abigail abby
    gail; judith judy; pamela pam; sandra sandy; cynthia cindy; angela angie; rebecca becky; rachel rae; veronica
    ronnie; dorothy dot dolly; eleanor nell nora ellie; arthur art; albert al bert; walter walt; vincent vince;
    leonard len lenny; raymond ray; harold harry hal; henry harry hank; geoffrey jeffrey jeff geoff
"""


def diminutives_of(given: str) -> frozenset[str]:
    """Return the folded short forms of a folded given name; empty where none is known."""
    return _TABLE.get(given, frozenset())


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _FAMILIES.split(";"):
        names = line.split()
        for name in names:
            table.setdefault(name, set()).update(other for other in names if other != name)
    return {name: frozenset(others) for name, others in table.items()}


_TABLE = _table()
