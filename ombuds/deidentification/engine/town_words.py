"""Place names that are also words, the small words before a place, and what is no place at all; plain form."""

# Towns only after 'te', 'à', 'in' … and with a capital.
AMBIGUOUS = frozenset(
    """halle mol as ham boom bree vorst forest spa ans hal huy ath lens bergen namen geel gits peer lo doel haren laken eine essen berg lot
    mere mortsel perk lier putte hove landen marche melle nice as celle beez dave forges rode stene werken wortel recht roux burg wellen
    tours sedan nancy florence bath reading cork split cologne orange vienne lens jordan georgia turkey china chili guinee niger mali togo
    lo reninge dame jette evere eke muide kiel rabot zavel sablon stalle marke reet duffel herve olne theux trooz amel vaux mons
    boulogne lima roses lille porto faro constantine sofia odessa damas alep gaza oran trier bern mainz metz reims la paz valencia
    victoria celles braine lasne ham stockel flagey deurne recht berchem berlaar spiere balen heers hever kessel kapellen houtem
    houtain burst leut werm velm forges arville bouge noville glain vezin signy essene perk pulle walem tavier lixhe genly naast
    hyon mesvin loyers huldenberg oman orp linter sluis hulst oss heist knokke zolder oud veurne diest brakel rumst lint niel
    moerbeke kiewit breda gouda delft weert stolberg duren bitburg prum lincoln washington halen herk kortenberg
    brussels goma kruisem holsbeek
    born liege inter hermeton zuen zuidwijk noordwijk marilles""".split()
)
# Typed small they are things: 'la lessive', 'un mur de lierre', 'zij wenen'; unless somebody lives there.
THINGS = frozenset(
    """asse bievre bouillon bruyeres champagne chevron clavier heron housse jambes lessive lierre magnee malle manage membre mortier rosieres ruse seilles servie trembleur vise zele genes havre manille tamise
    aat alken bazel bever bolder bracht burcht donk graven handzame kalken lauwe leiden lessen linden jeuk muizen proven ruien schaffen schelle schilde schoppen schoten stok vinkt voeren voorde wakken wanne weelde wenen wulpen zussen
    harze kanne welle meise wanze silly outer waver retie assent batman""".split()
)
NEVER = frozenset(
    """stad ville gentse brugse leuvense mechels noh bxl lln wsl wsp pentagone vijfhoek belgie belgique belgium belgien europa europe inter
    antwerpse""".split()
) | {"kristus koning", "het rad", "la roue", "stad brussel", "city of brussels", "antwerpen stad"}
# A country name in lower case is another word (china, turkey, jordan).
WHOLE_COUNTRY = frozenset(
    "china turkey jordan holland niger mali togo peru cuba inde chili chine guinee georgia".split()
)
CUES = frozenset(
    """te in uit van naar nabij bij rond omgeving tussen a au aux de vers pres depuis sur entre chez from in at near to of around between aus nach von
    bei um zwischen uber regio region provincie woont woon wonende je viens come from comes habite habitant living lives wohnhaft wohne""".split()
)
