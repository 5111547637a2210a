"""What a document does not say, and so a server that has only the document cannot know."""

import re

# application, route: why the answers may differ
KNOWN = [
    (".*", ".*(float|decimal).*", "whether a float may be infinite or not a number"),
    ("models|embedded", "/(point|point_or_item)", "that an object is a dataclass"),
    ("models|embedded", "/typed", "that an object is a TypedDict"),
    ("models|embedded", "/colored", "that a Literal holds members of an Enum"),
    ("models|embedded", "/everything", "that a set is a frozenset"),
    ("parameters", "/(filter|closed|cookies|headers|headers_kept)", "that parameters are a model"),
    ("parameters", "/depends", "which parameters a dependency asks for, and so their order"),
    ("forms", "/bytes.*|/optional_bytes", "that a file is read into bytes (File, not UploadFile)"),
    ("forms", ".*", "how much of a file has been read when an error quotes its UploadFile"),
]


def reason(application, target):
    """Why this application's answers to the target may differ; None where they may not."""
    path = target.split("?")[0]
    for applications, routes, why in KNOWN:
        route = "/" + path.split("/")[1]
        if re.fullmatch(applications, application) and re.fullmatch(routes, route):
            return why
    return None
