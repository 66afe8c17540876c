"""Joins the countries of today into those of 1930 and of the spring of 1939. Names are the map's keys, not its labels."""

from collections.abc import Iterable, Mapping

from shapely import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from atlas import interwar

Countries = dict[str, BaseGeometry]

# What was one country then, or one colony of one power, by its names of today. The borders drawn by hand come on top.
JOINED: Mapping[str, tuple[str, ...]] = {
    "LITHUANIA": ("Lithuania",),
    "BULGARIA": ("Bulgaria",),
    "ITALY": ("Italy", "San Marino"),
    "CZECHOSLOVAKIA": ("Czechia", "Slovakia"),
    "AUSTRIA": ("Austria", "Liechtenstein"),
    "HUNGARY": ("Hungary",),
    "ALBANIA": ("Albania",),
    "GREECE": ("Greece",),
    "TURKEY": ("Turkey",),
    "SWITZERLAND": ("Switzerland",),
    "FRANCE": ("France", "Monaco"),
    "BELGIUM": ("Belgium",),
    "NETHERLANDS": ("Netherlands",),
    "LUXEMBOURG": ("Luxembourg",),
    "DENMARK": ("Denmark", "Faeroe Is."),
    "NORWAY": ("Norway",),
    "SWEDEN": ("Sweden",),
    "ESTONIA": ("Estonia",),
    "LATVIA": ("Latvia",),
    "UNITED KINGDOM": ("United Kingdom", "Isle of Man", "Jersey", "Guernsey"),
    "IRELAND": ("Ireland",),
    "SPAIN": ("Spain", "Andorra"),
    "PORTUGAL": ("Portugal",),
    "ICELAND": ("Iceland",),
    "GREENLAND": ("Greenland",),
    "CANADA": ("Canada",),
    "USA": ("United States of America",),
    "MEXICO": ("Mexico",),
    "CUBA": ("Cuba",),
    "HAITI": ("Haiti",),
    "DOM": ("Dominican Rep.",),
    "JAM": ("Jamaica",),
    "PR": ("Puerto Rico", "U.S. Virgin Is."),
    "BAHAMAS": ("Bahamas",),
    "GUATEMALA": ("Guatemala",),
    "BELIZE": ("Belize",),
    "HONDURAS": ("Honduras",),
    "SALVADOR": ("El Salvador",),
    "NICARAGUA": ("Nicaragua",),
    "COSTA RICA": ("Costa Rica",),
    "PANAMA": ("Panama",),
    "COLOMBIA": ("Colombia",),
    "VENEZUELA": ("Venezuela",),
    "GUIANAS": ("Guyana",),
    "SURINAM": ("Suriname",),
    "BRAZIL": ("Brazil",),
    "ECUADOR": ("Ecuador",),
    "TRINIDAD": (
        "Trinidad and Tobago",
        "Barbados",
        "Grenada",
        "Saint Lucia",
        "Dominica",
        "Martinique",
        "St. Vin. and Gren.",
        "Antigua and Barb.",
        "St. Kitts and Nevis",
    ),
    "MOROCCO": ("Morocco",),
    "SP SAHARA": ("W. Sahara",),
    "ALGERIA": ("Algeria",),
    "TUNISIA": ("Tunisia",),
    "LIBYA": ("Libya",),
    "EGYPT": ("Egypt",),
    "AE SUDAN": ("Sudan", "S. Sudan"),
    "FWA": (
        "Mauritania",
        "Senegal",
        "Mali",
        "Niger",
        "Guinea",
        "Côte d'Ivoire",
        "Burkina Faso",
        "Benin",
        "Togo",
    ),
    "FEA": ("Chad", "Central African Rep.", "Congo", "Gabon", "Cameroon"),
    "GAMBIA": ("Gambia",),
    "PGUINEA": ("Guinea-Bissau",),
    "SLEONE": ("Sierra Leone",),
    "LIBERIA": ("Liberia",),
    "GOLD": ("Ghana",),
    "NIGERIA": ("Nigeria",),
    "CONGO": ("Dem. Rep. Congo",),
    "ETHIOPIA": ("Ethiopia",),
    "ERITREA": ("Eritrea",),
    "SOMALI": ("Somalia",),
    "SOMALILAND": ("Somaliland",),
    "DJIB": ("Djibouti",),
    "KENYA": ("Kenya",),
    "UGANDA": ("Uganda",),
    "SYRIA": ("Syria", "Lebanon"),
    "PALESTINE": ("Israel", "Palestine"),
    "TRANSJORDAN": ("Jordan",),
    "IRAQ": ("Iraq",),
    "PERSIA": ("Iran",),
    "ARABIA": ("Saudi Arabia",),
    "YEMEN": ("Yemen",),
    "OMAN": ("Oman", "United Arab Emirates"),
    "QATAR": ("Qatar", "Bahrain"),
    "KUWAIT": ("Kuwait",),
    "CYPRUS": ("Cyprus", "N. Cyprus"),
    "AFGHANISTAN": ("Afghanistan",),
    "INDIA": ("India", "Pakistan", "Bangladesh", "Myanmar", "Siachen Glacier"),
    "CEYLON": ("Sri Lanka",),
    "NEPAL": ("Nepal",),
    "CHINA": ("China",),
    "MONGOLIA": ("Mongolia",),
    "MALTA": ("Malta",),
    "CAPE VERDE": ("Cabo Verde",),
    "BHUTAN": ("Bhutan",),
}
SOVIET = (
    "Russia",
    "Ukraine",
    "Belarus",
    "Moldova",
    "Georgia",
    "Armenia",
    "Azerbaijan",
    "Kazakhstan",
    "Uzbekistan",
    "Turkmenistan",
    "Kyrgyzstan",
    "Tajikistan",
)
SOUTH_SLAV = ("Slovenia", "Croatia", "Bosnia and Herz.", "Serbia", "Montenegro", "Kosovo", "Macedonia")

# Slits between joined countries narrower than this, in degrees, are closed.
SLIT = 0.012


def borders_of_1930(today: Mapping[str, BaseGeometry]) -> Countries:
    """The countries of 1930, from those of today."""
    poland, danzig = Polygon(interwar.POLAND).buffer(0), Polygon(interwar.DANZIG)
    bessarabia, dobruja = Polygon(interwar.BESSARABIA), Polygon(interwar.DOBRUJA)
    march = Polygon(interwar.JULIAN_MARCH)
    karelia = unary_union([Polygon(line) for line in (interwar.KARELIA, interwar.PETSAMO, interwar.SALLA)])
    transcarpathia = ruthenia(today)
    koenigsberg = today["Russia"].intersection(box(*interwar.KOENIGSBERG))
    gained = _union(today, ("Ukraine", "Moldova")).intersection(bessarabia)
    finnish = today["Russia"].intersection(karelia)
    slavs = _union(today, SOUTH_SLAV)
    then = {name: _joined(today, parts) for name, parts in JOINED.items()}

    then["CZECHOSLOVAKIA"] = _union(today, JOINED["CZECHOSLOVAKIA"]).union(transcarpathia)
    then["DANZIG"] = today["Poland"].intersection(danzig)
    eastern = _union(today, ("Poland", "Lithuania", "Belarus", "Ukraine")).intersection(poland)
    then["POLAND"] = eastern.difference(then["CZECHOSLOVAKIA"]).difference(then["DANZIG"])
    silesia = today["Poland"].difference(poland).difference(danzig)
    then["GERMANY"] = _closed(unary_union([today["Germany"], silesia, koenigsberg]))
    then["LITHUANIA"] = today["Lithuania"].difference(poland)
    then["ROMANIA"] = _closed(unary_union([today["Romania"], gained, today["Bulgaria"].intersection(dobruja)]))
    then["BULGARIA"] = today["Bulgaria"].difference(dobruja)
    then["ITALY"] = then["ITALY"].union(slavs.intersection(march))
    then["YUGOSLAVIA"] = _closed(slavs.difference(march))
    then["FINLAND"] = _closed(_union(today, ("Finland", "Åland")).union(finnish))
    lost = unary_union([koenigsberg, poland, transcarpathia, gained, finnish])
    then["USSR"] = _closed(_union(today, SOVIET).difference(lost))
    return then


def borders_of_1939(then: Countries, today: Mapping[str, BaseGeometry]) -> Countries:
    """The countries between March and August 1939, from those of 1930 (after Munich, Prague, Memel and Tirana)."""
    now = dict(then)
    memel = box(*interwar.MEMEL)
    taken = [then["GERMANY"], now.pop("AUSTRIA"), today["Czechia"], then["LITHUANIA"].intersection(memel)]
    now["GERMANY"] = _closed(unary_union(taken))
    now["LITHUANIA"] = then["LITHUANIA"].difference(memel)
    del now["CZECHOSLOVAKIA"]
    now["SLOVAKIA"] = today["Slovakia"]
    now["HUNGARY"] = _closed(then["HUNGARY"].union(ruthenia(today)))
    now["ITALY"] = then["ITALY"].union(now.pop("ALBANIA"))
    return now


def ruthenia(today: Mapping[str, BaseGeometry]) -> BaseGeometry:
    """Carpathian Ruthenia: Czechoslovak in 1930, Hungarian in 1939."""
    return today["Ukraine"].intersection(Polygon(interwar.TRANSCARPATHIA))


def _union(today: Mapping[str, BaseGeometry], names: Iterable[str]) -> BaseGeometry:
    return unary_union([today[name] for name in names if name in today])


def _joined(today: Mapping[str, BaseGeometry], names: tuple[str, ...]) -> BaseGeometry:
    whole = _union(today, names)
    return _closed(whole) if len(names) > 1 else whole


def _closed(shape: BaseGeometry) -> BaseGeometry:
    return shape.buffer(SLIT, join_style="mitre", mitre_limit=2).buffer(-SLIT, join_style="mitre", mitre_limit=2)
