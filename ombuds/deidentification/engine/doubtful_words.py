"""Words with a capital that are nobody's name, and what leads in to the name of a house; plain form, by form where it can be."""

import re

from ombuds.deidentification.engine.peoples import SPOKEN_LANGUAGES

# Languages, peoples, feasts, beliefs, parts of the world, papers and things that everybody has.
ORDINARY = (
    frozenset(
        """nederlands frans engels duits spaans italiaans portugees pools turks arabisch berbers grieks latijn russisch oekraiens roemeens bulgaars chinees hongaars albanees farsi pasjtoe tigrinya somalisch lingala vlaams
    neerlandais francais anglais allemand espagnol italien portugais polonais turc arabe grec latin russe ukrainien roumain bulgare chinois hongrois albanais francophone neerlandophone germanophone wallon flamand
    dutch french english german spanish italian portuguese polish turkish arabic greek russian ukrainian romanian bulgarian chinese hungarian albanian pashto dari somali flemish walloon
    deutsch franzosisch englisch niederlandisch spanisch italienisch portugiesisch polnisch turkisch arabisch griechisch russisch ukrainisch rumanisch
    belg belgen belgische belge belges belgian belgians belgier belgierin nederlander fransman duitser europeaan vlaming vlamingen brusselaar waal europeen europeenne europeens european europeans europaer
    moslim moslims christen christenen jood joden katholiek protestant islam ramadan suikerfeest offerfeest aid noel paques pentecote ascension toussaint armistice kerst kerstmis kerstdag kerstavond pasen pinksteren hemelvaart allerheiligen nieuwjaar sinterklaas
    wapenstilstand sylvester silvester christmas easter whitsun boxing pentecost weihnachten ostern pfingsten himmelfahrt allerheiligen neujahr karneval aschermittwoch carnaval
    europa europe belgie belgique belgium belgien vlaanderen flandre flanders flandern wallonie wallonia wallonien brussel bruxelles brussels brussel ostbelgien eifel ardennen ardennes kempen limburg schelde maas meuse afrika afrique africa amerika amerique america azie asie asia nederland pays-bas netherlands niederlande
    frankrijk france frankreich duitsland allemagne germany deutschland luxemburg luxembourg engeland angleterre england spanje espagne spain spanien italie italy italien marokko maroc morocco turkije turquie turkey turkei
    corona covid internet facebook facebookpagina whatsapp instagram messenger google gmail hotmail outlook teams zoom youtube twitter linkedin tiktok microsoft windows word excel android iphone ipad apple wifi bluetooth bancontact payconiq paypal visa mastercard
    itsme myminfin mypension ebox myebox mycareer tax-on-web taxonweb minfin biztax intervat dimona edison irisbox csam mijnburgerprofiel burgerprofiel ehealth mobib mobibpass checkdoc masterdoc student@work hello
    audi peugeot citroen volkswagen opel toyota bmw mercedes skoda fiat nissan hyundai volvo tesla samsung nokia huawei thalys eurostar tgv pfizer moderna dafalgan paracetamol ibuprofen moroccan moroccans marocain marocains marocaine catholic catholics catholique catholiques protestants hindu sikh
    god allah jezus bijbel koran internetpagina website webformulier email mail mailbox sms pdf gps god lord heaven roi reine koning koningin king queen konig konigin
    voraus gruss grussen grusse mijn mein meine meinen unser unsere onze gracias grazie obrigado merci bedankt thanks thank regards zomer lente herfst winter sommer herbst fruhling summer autumn printemps automne hiver
    ik i ich je sie ihnen ihr ihre ihrem ihren ihrer ihres u uw uwer gij du dir dich dein vous votre vos you your""".split()
    )
    | SPOKEN_LANGUAGES
)
# What everybody shortens: taxes, papers, illnesses, money, streets, and public things the register does not hold.
ORDINARY_LETTERS = frozenset(
    """btw tva mwst ust vat bv nv gsm tel fax sms mms pc cd dvd tv usb led lcd gps gprs pin puk pdf jpg xls doc url www http html ip id kb mb gb ok nb ps pp nr no art al blz vb bvb cfr cf dd mm jj aa pv pva epc epb eik eid kbo bce zdu iban bic
    eur usd chf gbp eu ue vn onu uno navo otan nato uk vk us vs usa rdc ddr bxl be nl fr de en lu dna adn dns adhd add ass tos iq mri irm mrt ct ekg ecg eeg emg hiv aids sida copd bpco als ms cva avc ptss tspt ptsd ivf soa sos ehbo rip hr it ict av bbq wc cv
    rsi wao avo tso bso kso aso vmbo hbo caw clb mpi iep pms cpms vg rvt rob mrs mr ms dr ir ing ba ma phd bac abt ra stvo bgb stgb hgb zpo vwgo sgb gg avg gdpr rgpd dsgvo bw sw sv wer wib cir ger wvv ccp cdlf bwhi vcro cobat codt rw cdi cdd cao cct pme kmo kmu tpe asbl vzw gie rc ba bob omnium wa bib dmfa c4 c3 c1 c131
    ean agv rsz onss mob bom boz gas pps tgv ice tram bus ns db hst ir ic pk qr app apps faq q a b c d e f g h i j k l m n o p r s t u v w x y z ii iii iv vi vii viii ix xi xii am pm asap fyi ki dg mvg mfg cdlt vr ma wo za zo di do so mi fr sa
    rsa lss lfa fod oshz cak hziv caami vip diy pcb pfas pfos nox co co2 pvc hvac wko epdm osb mdf ral kva kw kwh mwh m2 m3 ibu npo ngo ong ipo ceo cfo hrm cpr reg ref ov vk tk bis ter""".split()
)
# Words of law and of public life, whatever stands before them: 'Bestuursdecreet', 'Grondwet', 'Zivilgesetzbuch', 'Vlaamse Codex Wonen'.
PUBLIC = re.compile(
    r"(?:.*(?:wet|wetten|wetboek|decreet|decreten|besluit|verdrag|verordening|richtlijn|ordonnantie|reglement|codex|statuut|handvest|akkoord|hoofdstedelijk|hoofdstedelijke|convenant|plan|gerechtshof|arbeidshof|rechtbank|rechter|gerecht|raad|commissie|comite|overheid|overheden|dienst|diensten|agentschap|ministerie|departement|"
    r"afdeling|directie|bestuur|regering|parlement|kabinet|fonds|instituut|register|registratie|loket|balie|punt|inspectie|administratie|ombudsman|ombudsvrouw|minister|schepen|burgemeester|griffie|parket|politie|gemeente|stad|provincie|gewest|gemeenschap|staat|staatsblad|formulier|attest|kaart|premie|toeslag|uitkering|pensioen|belasting|"
    r"staatsblatt|amtsblatt|gesetz|gesetzes|gesetzbuch|gesetzbuchs|gesetzbuches|dekret|dekrets|erlass|verordnung|verfassung|vertrag|amt|amts|amtes|amter|behorde|behorden|stelle|stellen|ministerium|ministeriums|ministerin|gericht|gerichts|gerichtes|gerichtshof|rat|rates|rats|verwaltung|kasse|kammer|dienst|dienste|dienstes|dienststelle|fonds|zentrum|kommission|"
    r"inspektion|direktion|abteilung|referat|regierung|parlament|staat|gemeinschaft|gemeinde|burgermeister|burgermeisterin|schoffe|schoffin|kollegium|grundsatz|prinzip|pflicht|freiheit|grundverordnung)"
    r"|(?:hof|code|loi|lois|decret|arrete|ordonnance|constitution|reglement|reglementation|convention|traite|charte|directive|circulaire|conseil|conseils|chambre|commission|comite|cour|tribunal|tribunaux|justice|parquet|greffe|police|service|services|spf|spp|spw|direction|departement|departements|ministere|ministre|echevin|echevine|bourgmestre|college|gouvernement|parlement|cabinet|region|regions|communaute|"
    r"commune|ville|province|etat|federal|federale|wallonne|wallon|flamande|flamand|bruxelloise|public|publique|publics|publiques|social|sociale|sociaux|sociales|administration|autorite|inspection|office|agence|caisse|fonds|institut|registre|guichet|moniteur|mediateur|mediatrice|mediation|formulaire|national|nationale|royal|royale|central|centrale|poste|civil|civile|penal|penale|judiciaire|"
    r"act|acts|law|laws|code|decree|order|ordinance|regulation|regulations|constitution|charter|treaty|convention|directive|court|courts|tribunal|tribunals|council|councils|chamber|commission|committee|ministry|minister|mayor|alderman|department|departments|agency|authority|authorities|service|services|office|offices|bureau|directorate|division|section|unit|government|parliament|cabinet|region|regional|community|municipality|municipal|city|province|state|"
    r"federal|public|social|administration|inspectorate|register|registry|gazette|ombudsman|ombudswoman|police|fund|national|royal|crown|civil|criminal|judicial|form|benefit|benefits|pension|pensions|tax|taxes|counter|helpdesk|union|procurator|prosecutor|"
    r"vlaamse|vlaams|waalse|brusselse|brussels|belgische|federale|europese|europees|nationale|nationaal|koninklijke|koninklijk|openbare|openbaar|sociale|sociaal|lokale|lokaal|stedelijke|gemeentelijke|provinciale|algemene|burgerlijk|burgerlijke|gerechtelijk|strafrechtelijk|grondwettelijk|europaische|europaischen|foderale|foderalen|offentlich|offentliche|offentlichen|offentlicher|offentliches|technische|technischen|technischer|belgischen|belgischer|deutschsprachige|deutschsprachigen|wallonische|wallonischen|flamische|staatliche|koniglicher))\Z"
)
# Shops and firms with a house in every town, whose name is a word or a list's brand.
CHAINS = frozenset(
    """action aldi lidl delhaize colruyt carrefour spar okay albert heijn jumbo makro cora match intermarche louis delhaize kruidvat hema ikea decathlon zeeman wibra krefel vandenborre mediamarkt brico gamma hubo aveve dreambaby
    ici paris inno zara primark h&m kiabi fnac dovy ixina renault peugeot citroen toyota volvo audi volkswagen opel ford fiat bmw mercedes proximus telenet orange scarlet voo luminus engie eneco mega octa belfius kbc ing fortis argenta crelan
    axa ethias allianz baloise generali vivium takeaway deliveroo uber amazon bol zalando coolblue dhl gls dpd ups fedex mcdonalds quick burger starbucks randstad tempo-team adecco manpower accent daoust trixxo trace synergie start-people securitas g4s sodexo iss
    ryanair flixbus booking airbnb immoweb immovlan""".split()
) - {
    "paris",
    "match",
    "albert",
    "louis",
    "ici",
    "ing",
    "orange",
    "accent",
    "trace",
    "quick",
    "burger",
    "inno",
    "mega",
    "spar",
    "ford",
    "okay",
    "uber",
    "bol",
    "iss",
    "booking",
}
