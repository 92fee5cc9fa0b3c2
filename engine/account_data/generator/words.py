"""What generated companies and people are called, with how often each occurs. Nobody is meant."""

from collections.abc import Mapping

from sqlglot import exp

from engine.accounts import events

INDUSTRIES = {
    "Software": 18, "Manufacturing": 15, "Healthcare": 12, "Finance": 11, "Retail": 10, "Logistics": 8,
    "Energy": 7, "Education": 6, "Media": 5, "Food": 4, "Construction": 3, "Agriculture": 1,
}  # fmt: skip
COUNTRIES = {
    "US": 46, "Germany": 9, "United Kingdom": 9, "France": 8, "Canada": 7, "Netherlands": 4, "Spain": 4, "Italy": 4,
    "Australia": 3, "Japan": 3, "India": 2, "Brazil": 1,
}  # fmt: skip
FIRSTS = (
    "Acorn", "Amber", "Arbor", "Atlas", "Aurora", "Beacon", "Birch", "Bright", "Canyon", "Cedar", "Cobalt", "Copper",
    "Coral", "Crest", "Delta", "Ember", "Falcon", "Fern", "Frontier", "Garnet", "Granite", "Harbor", "Hazel", "Indigo",
    "Juniper", "Lantern", "Maple", "Meridian", "Mosaic", "Nimbus", "Northwind", "Oak", "Orchard", "Pioneer", "Quartz",
    "Raven", "Ridge", "River", "Sierra", "Summit",
)  # fmt: skip
SECONDS = (
    "Analytics", "Automation", "Brands", "Capital", "Care", "Components", "Dynamics", "Energy", "Engineering", "Foods",
    "Freight", "Goods", "Health", "Holdings", "Instruments", "Labs", "Learning", "Logistics", "Materials", "Media",
    "Networks", "Partners", "Power", "Robotics", "Software", "Systems", "Textiles", "Trading", "Transit", "Works",
)  # fmt: skip
GIVEN = (
    "Ada", "Alex", "Amina", "Ana", "Ben", "Carla", "Chen", "Clara", "Dan", "David", "Elena", "Emil", "Eva", "Fatima",
    "Felix", "Grace", "Hana", "Hugo", "Ida", "Ines", "Ivan", "Jonas", "Julia", "Kaito", "Kim", "Lea", "Leo", "Lina",
    "Luca", "Mara", "Maria", "Max", "Mia", "Nadia", "Nils", "Noah", "Nora", "Omar", "Oscar", "Paula", "Priya", "Rosa",
    "Sam", "Sara", "Sofia", "Tariq", "Theo", "Tom", "Vera", "Yuki",
)  # fmt: skip
FAMILY = (
    "Adams", "Almeida", "Bauer", "Becker", "Bell", "Bianchi", "Brown", "Cohen", "Costa", "Diaz", "Dubois", "Evans",
    "Fischer", "Garcia", "Hall", "Hansen", "Ito", "Jansen", "Jones", "Kaya", "Khan", "Klein", "Kumar", "Lambert",
    "Larsen", "Lee", "Lopez", "Martin", "Meyer", "Moreau", "Mori", "Murphy", "Nguyen", "Novak", "Patel", "Petit",
    "Popescu", "Quinn", "Rossi", "Roux", "Ruiz", "Santos", "Sato", "Schmidt", "Silva", "Singh", "Smith", "Stone",
    "Suzuki", "Tran", "Vogel", "Wagner", "Walker", "Wang", "Weber", "Wilson", "Wolf", "Wright", "Young", "Zhang",
)  # fmt: skip
_FIELDS = ("Marketing", "Sales", "IT", "Finance", "Operations", "Design", "Product", "Procurement")
TITLES: Mapping[str, int] = {
    **dict.fromkeys(("CEO", "CFO", "CTO", "CMO", "CIO"), 8),
    **{f"VP {one}": 8 for one in _FIELDS},
    **{f"Sr Director {one}": 5 for one in _FIELDS},
    **{f"Director {one}": 14 for one in _FIELDS},
    **{f"Senior {one} Manager": 10 for one in _FIELDS},
    **{f"{one} Manager": 22 for one in _FIELDS},
    "Engineer": 120, "Analyst": 90, "Designer": 40, "Developer": 80, "Consultant": 30, "Specialist": 60,
    "Coordinator": 36, "Accountant": 32,
}  # fmt: skip
SIZES = {
    (2, 10): 30, (11, 50): 34, (51, 200): 19, (201, 1000): 11, (1001, 5000): 4, (5001, 50_000): 2,
}  # fmt: skip
"""(least, most) employees to how often."""
HOURS = {
    0: 1, 5: 1, 6: 2, 7: 4, 8: 8, 9: 11, 10: 11, 11: 9, 12: 6, 13: 8, 14: 10, 15: 9, 16: 8, 17: 5, 18: 3, 19: 2, 20: 1,
    21: 1,
}  # fmt: skip
"""Hours of the day, UTC."""
MAILINGS = (
    "Welcome", "Newsletter 1", "Newsletter 2", "Newsletter 3", "Newsletter 4", "Product tour", "Roadshow invitation",
    "Webinar invitation", "Webinar reminder", "Case study", "Price change", "Onboarding 1", "Onboarding 2", "Survey",
)  # fmt: skip
PAGES = {
    "/": 24, "/products": 18, "/pricing": 12, "/docs": 14, "/blog": 14, "/customers": 8, "/contact": 5, "/security": 5,
}  # fmt: skip
FORMS = ("Contact us", "Demo request", "Webinar registration", "White paper")
STAGES: Mapping[tuple[str, int, bool, bool], int] = {
    ("Prospecting", 10, False, False): 22, ("Qualification", 25, False, False): 18,
    ("Proposal", 50, False, False): 14, ("Negotiation", 75, False, False): 10,
    ("Closed won", 100, True, True): 15, ("Closed lost", 0, True, False): 21,
}  # fmt: skip
"""(stage, probability, closed, won) to how often."""
SOURCES = {"Web": 40, "Event": 20, "Partner": 20, "Outbound": 20}
MOMENTS = {"Email": 30, "Milestone": 30, "Web": 40}

EMAIL_STEPS = (events.EMAIL_SENT, events.EMAIL_DELIVERED, events.EMAIL_OPENED, events.EMAIL_CLICKED)


def listed(words: tuple[str | int, ...] | list[str | int] | Mapping[str, int] | Mapping[int, int]) -> exp.Array:
    """The words as a list; one that occurs more often stands in it more often."""
    if isinstance(words, Mapping):
        return exp.array(*(exp.convert(word) for word, times in words.items() for _ in range(times)), dialect="duckdb")
    return exp.array(*(exp.convert(word) for word in words), dialect="duckdb")


def length(words: tuple[str | int, ...] | list[str | int] | Mapping[str, int] | Mapping[int, int]) -> int:
    """How many words `listed` has."""
    return sum(words.values()) if isinstance(words, Mapping) else len(words)
