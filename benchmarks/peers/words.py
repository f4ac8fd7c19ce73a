"""The words of a fictional programme: its vocabularies, and what its partners say of themselves.

Sentences have places for a figure (`{n}`, `{m}`), a town (`{town}`), an industry, an area and the
partner's own name; directory.py fills them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A region with its towns, each with an ISO 3166-1 code, and the languages spoken there."""

    id: str
    label: str
    towns: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]


TYPES = (
    ("reseller", "Reseller", "Resellers"),
    ("integrator", "Integrator", "Integrators"),
    ("isv", "Software partner", "Software partners"),
    ("msp", "Managed service provider", "Managed service providers"),
    ("consultancy", "Consultancy", "Consultancies"),
    ("training", "Training partner", "Training partners"),
)
TIERS = (
    ("principal", "Principal", 3),
    ("advanced", "Advanced", 2),
    ("registered", "Registered", 1),
)
PLACES = (
    Place(
        "dach",
        "Germany, Austria and Switzerland",
        (("Bremen", "DE"), ("Graz", "AT"), ("Chur", "CH")),
        ("de", "en"),
    ),
    Place(
        "nordics",
        "Nordic countries",
        (("Aarhus", "DK"), ("Turku", "FI"), ("Bergen", "NO"), ("Malmö", "SE")),
        ("en", "sv"),
    ),
    Place(
        "baltics",
        "Baltic countries",
        (("Tartu", "EE"), ("Liepāja", "LV"), ("Kaunas", "LT")),
        ("en", "et"),
    ),
    Place(
        "uk-ireland",
        "United Kingdom and Ireland",
        (("Leeds", "GB"), ("Truro", "GB"), ("Cork", "IE")),
        ("en",),
    ),
    Place("benelux", "Benelux", (("Ghent", "BE"), ("Utrecht", "NL")), ("nl", "en", "fr")),
    Place("france", "France", (("Nantes", "FR"), ("Lyon", "FR"), ("Lille", "FR")), ("fr", "en")),
    Place(
        "iberia",
        "Spain and Portugal",
        (("Gijón", "ES"), ("Porto", "PT"), ("Murcia", "ES")),
        ("es", "en"),
    ),
    Place(
        "central-europe",
        "Central Europe",
        (("Brno", "CZ"), ("Gdynia", "PL"), ("Košice", "SK")),
        ("pl", "cs", "en"),
    ),
    Place(
        "middle-east-africa",
        "Middle East and Africa",
        (("Muscat", "OM"), ("Durban", "ZA")),
        ("ar", "en"),
    ),
    Place(
        "north-america",
        "North America",
        (("Halifax", "CA"), ("Duluth", "US"), ("Boise", "US")),
        ("en", "fr"),
    ),
    Place(
        "south-america",
        "South America",
        (("Rosario", "AR"), ("Valdivia", "CL"), ("Arequipa", "PE")),
        ("es", "en"),
    ),
    Place(
        "apac",
        "Asia and Pacific",
        (("Pune", "IN"), ("Niigata", "JP"), ("Dunedin", "NZ"), ("Perth", "AU")),
        ("en", "ja"),
    ),
)
INDUSTRIES = (
    ("utilities", "Utilities and grid operators"),
    ("renewables", "Renewable generation"),
    ("manufacturing", "Manufacturing"),
    ("food", "Food and cold chain"),
    ("real-estate", "Buildings and real estate"),
    ("water", "Water and waste water"),
    ("transport", "Transport and charging"),
    ("mining", "Mining and metals"),
    ("health", "Hospitals and care"),
    ("education", "Schools and universities"),
)
AREAS = (
    ("smart-metering", "Smart metering"),
    ("sub-metering", "Sub-metering"),
    ("edge-gateways", "Edge gateways"),
    ("network-model", "Network model"),
    ("congestion", "Congestion management"),
    ("outage-analysis", "Outage analysis"),
    ("forecasting", "Forecasting"),
    ("demand-response", "Demand response"),
    ("storage-dispatch", "Storage dispatch"),
    ("balancing", "Balancing groups"),
    ("hourly-matching", "Hourly matching"),
    ("emissions-reporting", "Emissions reporting"),
    ("erp-integration", "Business system integration"),
    ("data-platform", "Data platform"),
)
COUNTRIES = (
    ("AR", "Argentina"),
    ("AT", "Austria"),
    ("AU", "Australia"),
    ("BE", "Belgium"),
    ("CA", "Canada"),
    ("CH", "Switzerland"),
    ("CL", "Chile"),
    ("CZ", "Czechia"),
    ("DE", "Germany"),
    ("DK", "Denmark"),
    ("EE", "Estonia"),
    ("ES", "Spain"),
    ("FI", "Finland"),
    ("FR", "France"),
    ("GB", "United Kingdom"),
    ("IE", "Ireland"),
    ("IN", "India"),
    ("JP", "Japan"),
    ("LT", "Lithuania"),
    ("LV", "Latvia"),
    ("NL", "Netherlands"),
    ("NO", "Norway"),
    ("NZ", "New Zealand"),
    ("OM", "Oman"),
    ("PE", "Peru"),
    ("PL", "Poland"),
    ("PT", "Portugal"),
    ("SE", "Sweden"),
    ("SK", "Slovakia"),
    ("US", "United States"),
    ("ZA", "South Africa"),
)
LANGUAGES = (
    ("ar", "Arabic"),
    ("cs", "Czech"),
    ("de", "German"),
    ("en", "English"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("fr", "French"),
    ("ja", "Japanese"),
    ("nl", "Dutch"),
    ("pl", "Polish"),
    ("sv", "Swedish"),
)
CERTIFICATES = (
    ("platform-engineer", "Platform engineer"),
    ("flexibility-practitioner", "Flexibility practitioner"),
    ("data-steward", "Energy data steward"),
    ("service-desk", "First-line support"),
)
SIZES = ("1-10", "11-50", "51-250", "251-1000", "1001-5000")
TOPICS = (
    ("positioning", "Positioning"),
    ("placement", "Placement"),
    ("measurement", "Measurement"),
    ("joint-work", "Joint work"),
    ("operations", "Operations"),
    ("regulation", "Regulation"),
)
AUTHORS = (
    "Ida Brookhuis",
    "Tomás Echeandía",
    "Ruth Okonjo-Vale",
    "Piet Sandkamp",
    "Mirela Dobrescu",
    "Hanna Lindqvist",
    "Owen Trevarthen",
    "Salma Benhaddou",
)

FIRST = tuple(
    """
    Alder Amber Arne Bark Bern Birk Blyth Bram Brenn Brock Calder Carn Cawd Cedar Cliff Clun
    Copper Crane Dahl Darrow Deven Dorn Drum Dunn Eber Elk Elm Falk Fenn Finch Flint Frey Garn
    Glen Gorse Grey Hag Harr Hazel Heron Holt Hork Ivel Jarn Juniper Kell Kest Kirk Lark Linn
    Loch Lund Marl Mersk Mir Nare Nett Norr Oaken Orr Osk Pell Penn Quill Rav Reed Rook Sable
    Sedge Skarn Tarn Thorn Ulv Vark Wend Wick Yarr Zell
    """.split()  # noqa: SIM905 - far fewer lines than a list
)
LAST = tuple(
    """
    acre beck berg bourne bridge brook by chester cliffe combe croft dale dell dyke fell field fjord
    ford garth gate grove hall ham haven hithe hurst keld land leigh mere mont moor mouth ness port
    reach ridge rigg scar shaw side stad stead strand thwaite toft vale ward water wick worth
    """.split()  # noqa: SIM905 - far fewer lines than a list
)
TRADES = tuple(
    """
    Analytics Automation Balancing Carbon Controls Data Dispatch Dynamics Efficiency Electric Energy
    Engineering Forecasts Gateways Grid Industries Instruments Integration Logic Metering Networks
    Power Services Software Storage Systems Technics Telemetry Training Works
    """.split()  # noqa: SIM905 - far fewer lines than a list
)

TAGLINES = (
    "{area} for {industry}, from {town}.",
    "We plan, install and look after {area} in and around {town}.",
    "{area} and what belongs to it, at a price that is on our website.",
    "{n} people in {town} who answer the telephone themselves.",
    "From the first meter to the last report: {area}, done on site.",
    "{area} for organisations that have no energy team.",
)
OPENINGS = (
    "{name} works on {area} for {industry}, and on nothing that would distract from it.",
    "We began in {town} in a room above a bakery, with one customer and {n} meters.",
    "Most of our customers come from {industry}; the others come because somebody there told them.",
    "{name} fits meters, reads them and answers for the figures.",
    "There are {n} of us, and all of us have been on a roof in the rain.",
    "What we sell is {area}. What customers say they buy is an evening without a telephone call.",
    "{name} was founded by two fitters and an accountant, which explains how our reports look.",
    "Whoever asks for {area} in {town} is usually sent to us, also by our competitors.",
    "We look after {n} sites in {industry}, and we have visited each of them this year.",
    "We do **{area}**, in the field and at the desk, and hand over what we build.",
)
WORK = (
    "A survey takes a morning, a report of it two pages, and both have a fixed price.",
    "Values that are missing are marked as missing; we substitute nothing without saying so.",
    "Each installation is drawn, photographed and filed, so that others could take it over.",
    "In a typical project we connect {n} meters and {m} controllers in three weeks.",
    "The first month runs beside the old system, and both have to give the same figures.",
    "We train *two* people at every site, because one of them will be on holiday.",
    "For {industry} we keep a list of what usually goes wrong, and show it before anybody signs.",
    "Where the network is thin, gateways keep their readings for {n} days and deliver them later.",
    "We write down what a figure means before we compute it.",
    "Our people speak to the ones who turn the valves, not only to those who sign.",
    "About {m} per cent of what we find in the first survey can be mended with a screwdriver.",
    "The plan has a page for the day on which something fails, with names and telephone numbers.",
    "Every quarter we go through the bill together with the customer, at the customer's table.",
    "Data stays in the customer's own account; we have a key, and it can be taken away.",
    "In {town} we keep spare parts for all devices that we have ever installed.",
    "Changes are made on Tuesdays, so that there are three days to undo them.",
    "We measure for a full year before we promise anything about a season.",
    "A forecast of ours comes with its error of last month, printed in the same size.",
    "The interface to accounting is tested each night with the figures of the day before.",
    "Alarms go to a person, and the person is told what to do about them.",
)
PROOF = (
    "In {town} the bill of {n} buildings is checked by our system before it is paid.",
    "One customer in {industry} found {m} meters that nobody had known of.",
    "Last year {n} of our reports were read by an auditor, and {m} questions came back.",
    "At a site in {town} the peak fell by {m} per cent, half of it in the first week.",
    "The longest outage of our service in the last two years took {n} minutes.",
    "Of the customers we began with, {m} in a hundred are still with us.",
    "A plant near {town} has moved {n} hours of load a week, without a word from the shop floor.",
    "We publish what did not work, too: {m} projects were ended early, and we say why.",
)
OTHERS = (
    "For other partners we take the first line, under their name if they like.",
    "We look for somebody who does {area}, and send customers back again.",
    "If your project needs hands in {town}, ask; we have a van there.",
    "What we do not do: emergency work at night outside {town}.",
    "We lend our test bench to any partner who brings its own coffee.",
    "Joint projects are written up by both sides, and neither sees the other's draft first.",
)
HEADINGS = (
    "How we work",
    "What it costs",
    "Where we are",
    "For other partners",
    "What we leave alone",
)
POINTS = (
    "a survey on site, with photographs",
    "{area}, from planning to acceptance",
    "training for two people at each site",
    "a service desk on weekdays from 07:00 to 19:00",
    "reports that an auditor can follow back to the meter",
    "spare parts within {n} hours",
    "a fixed price for the first year",
    "an export of everything, in open formats",
)
SOLUTION_TITLES = (
    "{area} for {n} sites of {industry} in {town}",
    "How a customer in {town} came to {area}",
    "{town}: {area} without a second control room",
    "{n} meters, one report: {area} in {town}",
)
ARTICLE_TITLES = (
    "What {area} costs in {town}, and who pays",
    "Notes from {n} surveys in {industry}",
    "{area}: what partners ask before they begin",
    "A talk in {town} about {area}",
    "How to hand over {n} meters",
)
