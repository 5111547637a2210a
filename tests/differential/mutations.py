"""Texts that are nearly right: hard ones with something put in, taken out, doubled or exchanged."""

ALPHABET = list("0123456789+-.eE_:TtZz/ @[]%?#&=abcxyzPDHMSWY,{}()\\\"'é日٣\u00a0\t\u200b")
LONGEST = 400


def mutated(random_, text):
    """The text with one to three changes."""
    for _ in range(random_.choice([1, 1, 2, 3])):
        at, other = sorted(random_.randrange(len(text) + 1) for _ in range(2))
        text = random_.choice(CHANGES)(random_, text, at, other)
    return text[:LONGEST]


def inserted(random_, text, at, _):
    return text[:at] + random_.choice(ALPHABET) + text[at:]


def replaced(random_, text, at, _):
    return text[:at] + random_.choice(ALPHABET) + text[at + 1 :]


def cut(_, text, at, other):
    return text[:at] + text[other:]


def shortened(_, text, at, __):
    return text[:at] + text[at + 1 :]


def doubled(_, text, at, other):
    return text[:other] + text[at:]


def other_case(_, text, __, ___):
    return text.swapcase()


CHANGES = [inserted, replaced, cut, shortened, doubled, other_case]
