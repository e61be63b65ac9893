"""What the headings of a résumé's sections say, usual and unusual, in four languages."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal[
    "head",
    "contact",
    "summary",
    "work",
    "education",
    "skills",
    "projects",
    "publications",
    "certificates",
    "coursework",
    "languages",
    "volunteer",
    "awards",
    "interests",
    "references",
    "other",
]

_HEADINGS: dict[Kind, str] = {
    "contact": "contact|contact (?:me|details|info(?:rmation)?)|contacts|get in touch|links"
    "|personal (?:details|info(?:rmation)?|data)|profiles|coordonnées|kontakt|contacto"
    "|persönliche daten|find me online|social(?: media)?|where to find me",
    "summary": "summary|profile|about|about me|objective|career objective|who i am|bio"
    "|(?:professional|executive|career|personal|work) (?:summary|profile|statement|overview)"
    "|overview|introduction|profil|à propos|résumé|über mich|perfil|sobre mí|in (?:short|brief)"
    "|highlights|qualifications summary|summary of qualifications|strengths|my story|nutshell"
    "|at a glance|headline|personal statement",
    "work": "(?:[\\w&/-]+ ){0,3}experience|experiences?|(?:work|employment|job|career|professional)"
    " history|employment|work|career|professional background|where i(?:['’]ve| have) worked"
    "|what i(?:['’]ve| have) done|jobs|positions(?: held)?|appointments|academic appointments"
    "|(?:research|academic|teaching|industry) (?:positions|roles|appointments)|internships?"
    "|(?:work|professional) (?:experience|background|life)(?: .{0,25})?|career (?:path|summary)"
    "|experience professionnelle|expériences?(?: professionnelles?)?|parcours(?: professionnel)?"
    "|berufserfahrung|beruflicher werdegang|werdegang|berufliche erfahrung|praxiserfahrung"
    "|experiencia(?: (?:profesional|laboral))?|trayectoria(?: profesional)?|work history|roles"
    "|employment (?:record|experience)|my (?:career|work|journey)|places i(?:['’]ve| have) worked",
    "education": "education|academic (?:background|history|qualifications|education|record)"
    "|educational background|qualifications|studies|degrees?|schooling|training and education"
    "|education and (?:training|qualifications|courses|certifications?)|formation|études"
    "|formation académique|ausbildung|bildung|studium|akademische ausbildung|educación"
    "|formación(?: académica)?|estudios|academics|where i(?:['’]ve| have)? (?:studied|learned)"
    "|what i(?:['’]ve| have)? studied|school(?:s|ing)?|education and courses|university",
    "skills": "(?:[\\w&/,-]+ ){0,4}skills?(?: (?:summary|and .{0,25}|set|overview))?"
    "|skill ?set|toolbox|tool ?kit|tools|stack"
    "|tech(?:nical|nology)? (?:stack|toolbox|toolkit|proficienc(?:y|ies)|expertise|knowledge"
    "|competenc(?:y|ies)|summary|background|strengths)|technologies|tech|technical"
    "|(?:core |key )?competenc(?:y|ies)|(?:areas of )?expertise|proficienc(?:y|ies)|know-?how"
    "|what i (?:know|use|work with)|tools and (?:technologies|tech|skills)|strengths"
    "|compétences(?: techniques)?|kenntnisse|fähigkeiten|it-kenntnisse|edv-kenntnisse"
    "|habilidades|competencias|conocimientos|aptitudes|programming(?: languages)?|software"
    "|experience summary|frameworks(?: and libraries)?",
    "projects": "(?:_Q_ (?:and )?){0,3}projects?(?: and .{0,20}| experience)?|portfolio|projets?"
    "|things i(?:['’]ve| have)? (?:built|made)|what i(?:['’]ve| have)? built|selected work"
    "|open[- ]source(?: (?:contributions?|work|software))?|projekte|proyectos"
    "|hackathons?|builds|personal work|code|hobby projects",
    "publications": "(?:(?:_Q_|peer-?reviewed|refereed|journal|conference|scientific)"
    " (?:and )?)*publications?(?: and .{0,20})?|papers|(?:selected|journal|conference|refereed"
    "|peer-?reviewed) (?:papers|articles|publications)|articles|writing|journal articles"
    "|publikationen|veröffentlichungen|publicaciones|preprints|research output"
    "|papers and (?:talks|preprints)|things i(?:['’]ve| have)? (?:written|published)"
    "|books(?: and .{0,20})?",
    "certificates": "certifications?(?: and .{0,25})?|certificates?(?: and .{0,25})?"
    "|licen[sc]es?(?: and .{0,25})?|badges"
    "|credentials|professional development|courses(?: and .{0,25})?|training|trainings|zertifikate"
    "|certificaciones|certificats|accreditations|online courses|moocs?|weiterbildung(?:en)?"
    "|professional (?:certifications?|certificates|training)",
    "coursework": "(?:relevant |selected |graduate )?course ?work|relevant courses|modules"
    "|key modules",
    "languages": "(?:spoken )?languages|langues|sprachen|sprachkenntnisse|idiomas"
    "|languages? (?:skills|spoken)|languages i speak|natural languages",
    "volunteer": "volunteer(?:ing)?|(?:leadership|involvement|extra-?curricular|community"
    "|volunteer(?:ing)?|campus|on campus|student)(?: and [a-z]+)?"
    " (?:experience|activities|service|work|involvement|engagement|projects?|roles?)"
    "|involvement|activities|community|leadership"
    "|bénévolat|ehrenamt|voluntariado"
    "|(?:professional )?(?:service|memberships?)|outreach|giving back",
    "awards": "(?:[\\w&/-]+ ){0,2}(?:awards?|hono[u]?rs|achievements|accomplishments|distinctions)"
    "|hono[u]?rs\\s?(?:/|and)\\s?awards|awards and .{0,25}|scholarships(?: and .{0,20})?|prix"
    "|grants?(?: and .{0,20})?|fellowships?(?: and .{0,20})?|auszeichnungen|premios|recognition",
    "interests": "(?:[a-z]+ ){0,2}(?:and )?interests|hobbies(?: and .{0,20})?|hobbys"
    "|loisirs|intereses"
    "|centres d['’]intérêt|interessen|outside (?:of )?work|personal|fun facts?",
    "references": "references?|referees|referenzen|références|referencias",
    "other": "patents?|(?:invited |selected )?(?:talks|presentations)|presentations"
    "|conferences(?: and .{0,20})?|miscellaneous|other|misc|teaching"
    "|additional(?: (?:information|details|experience))?"
    "|research interests|declaration|memberships",
}
_ORDER: tuple[Kind, ...] = (
    "volunteer",
    "coursework",
    "languages",
    "interests",
    "other",
    "projects",
    "publications",
    "certificates",
    "awards",
    "references",
    "contact",
    "summary",
    "skills",
    "work",
    "education",
)
_QUALIFIER = (
    "(?:personal|side|selected|academic|research|key|notable|recent|relevant|technical|own|other"
    "|professional|open[- ]source|course|class|school|university|major|additional|industry|team"
    "|student|independent|capstone|freelance|ml|ai|data science|machine learning|software)"
)
_PATTERNS = {
    kind: re.compile(_HEADINGS[kind].replace("_Q_", _QUALIFIER), re.IGNORECASE) for kind in _ORDER
}
_CLOSED = {
    kind: re.compile(
        _HEADINGS[kind].replace("_Q_", _QUALIFIER).replace(" ", " ?"),
        re.IGNORECASE,
    )
    for kind in _ORDER
}
"""The same without the blanks, for capitals set apart whose words can't be told any more."""
_SPACED = re.compile(r"(?:\w ){3,}\w")
DECORATION = " :|•·*_=-–—~#>.▪■●◆"


def heading_kind(text: str) -> Kind | None:
    """The kind of section a heading opens, or None where the text is no known heading."""
    bare = text.strip(DECORATION + "\t")
    if _SPACED.fullmatch(bare):
        bare = bare.replace(" ", "")
    bare = " ".join(bare.replace("&", " and ").split()).lower()
    if not bare or len(bare) > 48 or any(c.isdigit() for c in bare):
        return None
    first, _, second = bare.partition(" and ")
    if second and (kind := _exact(first)) and _exact(second):
        return kind
    closed = text.strip(DECORATION).isupper() and " " not in bare and len(bare) > 7
    run = next((k for k in _ORDER if _CLOSED[k].fullmatch(bare)), None) if closed else None
    return _exact(bare) or _listed(bare) or _exact_closed(bare) or run


def _listed(text: str) -> Kind | None:
    """A heading that names several things ("Programs, Skills, Software")."""
    parts = re.split(r",\s+(?:and\s+)?", text)
    kinds = [kind for part in parts if (kind := _exact(part))]
    return kinds[0] if len(parts) > 1 and len(kinds) > 1 else None


def _exact_closed(text: str) -> Kind | None:
    """A heading that its letters' colours or sizes broke apart ("exp erience")."""
    pieces = text.split()
    if len(pieces) == 2 and len(pieces[1]) <= 2:
        return _exact("".join(pieces))
    if not 2 <= len(pieces) <= 3 or len(pieces[0]) > 4:
        return None
    return _exact("".join(pieces[:2]) + "".join(f" {p}" for p in pieces[2:]))


def _exact(text: str) -> Kind | None:
    return next((kind for kind in _ORDER if _PATTERNS[kind].fullmatch(text)), None)
