"""The words of a question that asks for a list of a meeting: its decisions, promises, items.

Knows: Dutch and English words, as sets and patterns. Does not know: what a question with them
means (`rag.outcomes.asked`).
"""

from __future__ import annotations

import re

# words that say nothing of what is asked: nor a subject, nor which list
NEUTRAL = frozenset(
    """
    de het een the a an of van op in at on te ten ter tot to for voor om from uit by door bij
    met with tijdens during after na naar as als and en or is was were are be been being zijn
    waren werd werden wordt worden heeft hebben had hadden has have did do does deed doen gedaan
    done wat welke which what who wie hoe how waar waarover where when wanneer er there daar dat
    die dit deze this that these those they ze zij we wij you je u i ik me mij us ons our their
    hun it its allemaal all alles everything zoal nu now nou toen then dan eigenlijk precies
    exactly actually echt really daadwerkelijk formeel formally officially officieel
    uiteindelijk eventually eindelijk finally nog al already reeds ook also too wel just again
    weer maar but so dus concreet concretely could can kun kunt kan would will zou zullen zal
    gaan gaat going go please graag alstublieft twee drie vier vijf zes zeven acht negen tien
    one two three four five six seven eight nine 1 2 3 4 5 6 7 8 9 10 eerste tweede first second
    couple few paar enkele several ding dingen zaak zaken thing things stuk stukken punt punten
    agendapunt agendapunten item items onderwerp onderwerpen topic topics subject subjects
    matter matters dossier dossiers file files voorstel voorstellen proposal proposals
    wetsvoorstel wetsvoorstellen tekst teksten text texts document documents documenten wet
    wetten law laws legislation wetgeving regelgeving act acts richtlijnen verordeningen
    directives regulations thema thema's themes issue issues kwesties raad council councils jbz
    jha jbz-raad vergadering bijeenkomst meeting session sessie zitting gathering top summit
    overleg ministers minister's ministersraad bewindspersonen bewindslieden ministeriële
    ministerial eu europese european dag day dagen days deel part side kant onderdeel gedeelte
    section ministerraad informele informal formele formal extra beraad ronde verslag report
    geannoteerde annotated brief letter paper papers kamerbrief lijst lijstje rijtje list
    overzicht overview opsomming geef give noem name toon show vertel tell som opsommen mention
    noteer bullet bullets belangrijkste main important most key voornaamste biggest grootste
    kern hoofd hoofdpunten kort kortom short briefly snel quick nieuwe new andere other anders
    else meer more kwam kwamen came come gekomen stond stonden staat staan stand stood vond
    vonden plaats lagen ligt lag liggen zat zaten about over ging gingen went maken maakten made
    make gemaakt nam namen genomen took take taken neemt nemen any enig enige only alleen enkel
    no not niet geen nee since sinds vanuit volgens according verwacht verwachten expected
    expect gepland planned komen komt bijeen samen samenkomen meet meets reconvene vergadert
    vergaderen vergaderd zich through off up out down eraan erop erover erin erbij iets
    something anything
    """.split()
)
DECIDED = frozenset(
    """
    besloten besloot besluit besluiten besluitenlijst beslist beslissing beslissingen
    besluitvorming afgesproken afspraak afspraken overeengekomen akkoord akkoorden deal deals
    overeenstemming knoop knopen doorgehakt decided decide decides decision decisions agreed
    agree agreement agreements
    """.split()
)
ADOPTED = frozenset(
    """
    vastgesteld aangenomen goedgekeurd bekrachtigd aanvaard ingestemd ondertekend vaststellen
    aannemen goedkeuren adopted adopt approved approve endorsed endorse passed sign signed green
    light groen licht confirmed settled finalised concluded beklonken afgehamerd adoption
    approval vaststelling aanneming goedkeuring erdoor
    """.split()
)
FILLING = frozenset(  # parts of such words and phrases, none of which asks for a list by itself
    """
    vast aan stelde stelden stelt stellen got rond hamer moet moeten must should onder under
    following fail failed failing eens geworden worden oneens kwijt uit leverde leveren levert
    op keurde keurden goed hamerde raised been put vat vatten samen samenvatten samenvatting
    samengevat summary summarise summarize summaries sum recap gist overview nutshell
    hoofdlijnen grote lijnen korte points point
    """.split()
)
ADOPTS = re.compile(
    r"\bst(?:elde|elden|elt|ellen)\b.*\bvast\b|"
    r"\bn(?:am|amen|eemt|emen)\b.*\baan\b(?! (?:de|het|bod)\b)|"
    r"\bkeurden?\b.*\bgoed\b|\beens geworden\b",
    re.I,
)
YIELDS = re.compile(
    r"\b(?:came|come|comes) out of\b|\bk(?:wam|omt|wamen|omen) (?:er )?uit\b|"
    r"\blever(?:t|en|de|den)\b.*\bop\b",
    re.I,
)
ABOUT = re.compile(
    r"\bwaar(?:over)?\b.*\bg(?:ing|aat|aan|ingen)\b(?:.*\bover\b)?|"
    r"\bwhat (?:was|is|were)\b.*\babout\b",
    re.I,
)
RESULTS = frozenset(
    """
    uitkomst uitkomsten resultaat resultaten opbrengst opbrengsten opgeleverd oplevert bereikt
    bereikten bereikte conclusie conclusies raadsconclusies eruit outcome outcomes result
    results conclusions conclusion achieved achieve reached reach upshot takeaways accomplished
    yield yielded produced
    """.split()
)
POSTPONED = frozenset(
    """
    uitgesteld geschrapt vervallen verviel vervielen doorgeschoven verschoven afgevoerd gehaald
    afgevallen postponed dropped removed delayed put taken deferred shelved
    """.split()
)
NEXT = frozenset(
    """
    eerstvolgende announce announces actielijst vervolg vervolgstap vervolgstappen stap stappen
    volgende next step steps follow follow-up followup followed happens happen gebeurt gebeuren
    verder planning vooruitblik aangekondigd announced actiepunten acties actions actie action
    upcoming ahead komende vooruit opvolging plannen plans hierna daarna afterwards further
    remains
    """.split()
)
PROMISED = frozenset(
    """
    toegezegd toezegging toezeggingen beloofd belofte beloften beloftes zegde zegden toe
    promised promise promises pledged pledge pledges commitment commitments committed
    undertaking undertakings undertook undertake assured
    """.split()
)
CHAMBER = frozenset(
    """
    kamer tweede eerste parlement parliament house mps kamerleden mp chamber
    volksvertegenwoordiging
    """.split()
)
AGENDA = frozenset(("agenda", "agenda's", "geagendeerd", "programma", "programme"))
TREATED = frozenset(
    """
    besproken bespraken bespreken gesproken spraken spreken agenda agenda's geagendeerd orde bod
    tafel table discussed discuss discussion discussions debated debate debates talked talk
    spoken spoke cover covered dealt deal behandeld behandelden discussies programma programme
    raised addressed tabled gedebatteerd debat debatten bijgepraat gebeurde gebeurd happened
    """.split()
)
ATTENDED = frozenset(
    """
    deel deelgenomen deelnamen deelneemt deelnemen deelnemers deelname aanwezig aanwezigen
    bijgewoond bijwonen bijwoonden vertegenwoordigd vertegenwoordigde vertegenwoordigden
    vertegenwoordigen vertegenwoordigt attended attend attends attending present represented
    represent represents representing participated participate participants participant
    attendees sent send gestuurd stuurde afgevaardigd afvaardiging ging gingen gaan gaat went
    zat zaten erbij bij going goes travelled part
    """.split()
)
SAT = frozenset(  # of these, those that say it without saying whose
    """
    deelgenomen deelnamen deelneemt deelnemen aanwezig aanwezigen bijgewoond bijwonen
    vertegenwoordigd vertegenwoordigde attended attend attends attending participated
    participants attendees afgevaardigd
    """.split()
)
OURS = frozenset(
    """
    kabinet kabinetsleden regering nederland nederlands nederlandse government dutch cabinet
    minister ministers bewindspersoon bewindspersonen bewindslieden staatssecretaris
    staatssecretarissen delegatie delegation secretary secretaries state namens behalf members
    leden member netherlands onze our
    """.split()
)
SAID = frozenset(
    """
    vond vinden vindt zei zeggen zegt zeiden gezegd standpunt standpunten inbreng ingebracht bracht
    positie posities opstelling inzet bijdrage bijdragen ingezet mening betoogde bepleitte bepleit
    pleitte wilde wil wensen wens steunde opvatting said say says view views position positions
    think thought want wanted argued stance stances input contribution contributed intervention
    interventions intervene intervened call called calls pushed push
    """.split()
)
# what narrows a list to some of a meeting's items
ASKED_CLOSED = re.compile(
    r"\b(?:achter|met|behind|with|in) (?:gesloten|closed|dichte) (?:deuren|doors)\b|"
    r"\b(?:in )?(?:een |a |the |de |het )?(?:besloten|gesloten|closed|restricted|private) "
    r"(?:zitting|sessies?|kring|deel|gedeelte|setting|sessions?|vergadering|meetings?|overleg|"
    r"\w*lunch\w*|door|format)\b|\bin camera\b|\bvertrouwelijk\w*|\bconfidential(?:ly)?\b",
    re.I,
)
ASKED_LUNCH = re.compile(
    r"\b(?:(?:tijdens|bij|over|aan|at|during|for|op)\s+)?(?:(?:de|het|the)\s+)?\w*"
    r"(?:lunch\w*|diner|ontbijt|dinner|breakfast)\b",
    re.I,
)
ASKED_UNDEBATED = re.compile(
    r"\bhamerstuk(?:ken)?\b|\ba[- ](?:punt|item|point)(?:en|s)?\b|"
    r"\b(?:zonder|without) (?:\w+ )?(?:debat|discussie|bespreking|debate|discussion)\b",
    re.I,
)
ASKED_OTHER = re.compile(
    r"\b(?:any )?other business\b|\baob\b|\bdiversen\b|\b(?:overige|other) "
    r"(?:onderwerpen|agendapunten|punten|items|topics|subjects)\b",
    re.I,
)
