"""Names of natural languages and of how well one speaks them, in seven languages."""

from __future__ import annotations

import re

_NAMES = (
    r"english|french|german|spanish|italian|portuguese|dutch|polish|russian|ukrainian|czech|slovak"
    r"|hungarian|romanian|bulgarian|greek|turkish|arabic|hebrew|persian|farsi|urdu|hindi|bengali"
    r"|punjabi|tamil|telugu|marathi|gujarati|kannada|malayalam|sinhala|nepali|thai|vietnamese"
    r"|indonesian|malay|tagalog|filipino|chinese|mandarin|cantonese|taiwanese|japanese|korean"
    r"|mongolian|swahili|yoruba|igbo|hausa|amharic|somali|zulu|xhosa|afrikaans|twi|swedish"
    r"|norwegian|danish|finnish|icelandic|estonian|latvian|lithuanian|catalan|basque|galician"
    r"|irish|welsh|gaelic|serbian|croatian|bosnian|slovenian|slovene|macedonian|albanian|armenian"
    r"|georgian|azerbaijani|kazakh|uzbek|latin|esperanto|luxembourgish|maltese|kurdish|pashto"
    r"|(?:american|british|german|american|french)? ?sign language|asl|bsl"
    r"|deutsch|englisch|französisch|spanisch|italienisch|portugiesisch|niederländisch|polnisch"
    r"|russisch|türkisch|arabisch|chinesisch|japanisch|koreanisch|latein|schwedisch|griechisch"
    r"|français|anglais|allemand|espagnol|italien|portugais|néerlandais|polonais|russe|arabe"
    r"|chinois|japonais|coréen|turc|hébreu|grec"
    r"|español|castellano|inglés|francés|alemán|italiano|portugués|ruso|árabe|chino|japonés|coreano"
    r"|neerlandés|polaco|catalán|euskera|gallego"
    r"|português|inglês|francês|alemão|espanhol|nederlands|engels|frans|duits|spaans|inglese"
    r"|francese|tedesco|spagnolo|portoghese|cinese|giapponese"
)
LANGUAGE = re.compile(rf"(?<![\w-])(?:{_NAMES})(?![\w-])", re.IGNORECASE)
"""The name of a natural language."""

LEVEL = re.compile(
    r"(?:(?:full |limited |highly |very |near[- ]|upper[- ]|lower[- ]|pre-)?"
    r"(?:native|bilingual|mother tongue|fluent|fluency|proficien(?:t|cy)|advanced|intermediate"
    r"|basic|beginner|elementary|conversational|professional|working|expert|novice|competent"
    r"|familiar|good|excellent|strong|business|limited|first language|[abc][12]\b"
    r"|muttersprach\w*|fließend|verhandlungssicher|grundkenntnisse|fortgeschritten\w*|gut|sehr gut"
    r"|langue maternelle|courant|bilingue|intermédiaire|débutant|notions|avancé"
    r"|nativ[oa]|lengua materna|fluido|avanzado|intermedio|básico|alto|medio"
    r"|fluente|avançado|básica|moedertaal|vloeiend|madrelingua|fluente|ottimo|buono)"
    r"(?:[ /-](?:speaker|level|working|proficiency|professional|or|bilingual|native|user|skills"
    r"|knowledge|full))*)",
    re.IGNORECASE,
)
"""How well something is known."""
