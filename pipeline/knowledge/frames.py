"""Models of the lexicon files that the frame engine reads."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from schemas import Act, MeetingKind, MeetingStatus, OutcomeStatus, Topic

from .lexicon import Entry, LexiconModel

PartOfSpeech = Literal["verb", "noun", "adjective", "adverb", "turn"]
Form = Literal[
    "future",
    "past",
    "told",
    "present",
    "imperative",
    "ahead",
    "passive",
    "active",
    "short",
    "first-person",
    "plural",
    "bare",
    "standing",
    "verbless",
]
Status = Literal["held", "planned", "possible", "denied"]
_PREPOSITIONAL = "[а-я ]*:(Nom|Gen|Dat|Acc|Ins|Loc)"
Slot = Annotated[
    str,
    Field(
        pattern=rf"^(subject|object|agent|support|host|among|besides|together|present|addressed"
        rf"|adjective|summoned|tour|asked|sought|spoke|{_PREPOSITIONAL})$"
    ),
]
"""Where an actor stands; see ``MeetingFrame``."""
Shape = Annotated[
    str,
    Field(
        pattern=rf"^(inf|that|how|question|object|subject|carrier|carrier-object|clause|provided|deed|next|before|after|colon|listed|self|beside|thing|{_PREPOSITIONAL})$"
    ),
]
"""Where a content stands; see ``OutcomeFrame``."""


class MeetingFrame(Entry):
    """How a word tells of a meeting and where its participants stand.

    ``slots`` are places to look for participants, in order: ``subject`` and ``object`` with voice
    undone, ``support`` (the subject of the verb that carries a noun: «A провёл встречу»),
    ``host`` (the subject of the main verb beside a backgrounded noun: «на встрече с B A заявил»),
    ``addressed`` (whom that verb speaks to: «в разговоре A поздравил B»), ``adjective``
    («российско-японские переговоры»), ``among`` (those said to take part: «с участием C»),
    ``besides`` («кроме C, участвовали …»), ``together`` («вместе с C»), ``sought`` (for whose
    sake a journey is made: «прилетел, чтобы убедить C»), ``asked`` (whom it is proposed to:
    «предложил C встретиться»), ``present`` (everybody the sentence names in the nominative),
    ``spoke`` (who speaks at a sitting: «на заседании A напомнил»), ``summoned`` («вызвал на
    совещание C»), ``tour`` (whose day or journey opens with it: «визит B начался со встречи»), or
    ``preposition:Case`` («с:Ins»; «:Gen» has no preposition). ``need`` is the fewest participants
    that make it a meeting. ``with_words`` must stand in the sentence, ``only_with`` on the trigger,
    ``not_with`` must not hang on it.
    A frame that ``joins`` adds people to the meeting just before, ``loose`` ones to a sitting
    without a word that ties them, ``tied`` ones by the verb itself. ``alone`` verbs govern no
    infinitive («собираются ехать»);
    ``present`` is the status that the present tense gives. ``explicit`` frames want both sides in
    their own clause; of a ``body`` that sat a sitting needs nobody else, but one that ``awaits``
    the word for it («палата обсуждала закон») is none as yet. Those who meet ``apart`` speak for
    different powers; a ``chain`` frame goes on from the meeting just before, whose
    protagonist is the other side, a ``bare`` one is a step without a verb («оттуда – к послу»).
    ``behind`` are prepositions of which the trigger wants one; a guest who is ``barred`` is one
    where the verb is negated. Of one that ``sends`` the envoy is the guest, who has yet to come.
    """

    id: str
    kind: MeetingKind
    pos: PartOfSpeech
    lemmas: list[str] = Field(min_length=1)
    slots: list[Slot]
    need: int = Field(default=2, ge=1)
    with_words: list[str] = []
    only_with: list[str] = []
    not_with: list[str] = []
    sides: list[Literal["person", "organization", "region"]] = []
    destination: bool = False
    finite: bool = False
    joins: bool = False
    loose: bool = False
    tied: bool = False
    alone: bool = False
    explicit: bool = False
    body: bool = False
    awaits: bool = False
    apart: bool = False
    chain: bool = False
    barred: bool = False
    sends: bool = False
    bare: bool = False
    behind: list[str] = []
    present: Status | None = None
    carried: list[str] = []
    setting: bool = False
    confidence: float = Field(default=0.8, ge=0, le=1)


class Governor(Entry):
    """A word that carries a meeting word («провести встречу», «намерен встретиться»).

    ``status`` is what it makes of the meeting, ``tense`` leaving that to its own tense; who has
    ``judged`` it («назвал полезной») was there, unless a word of judging says it was not held;
    ``takes_part`` says whether its subject is one of those who meet. A locative behind another
    ``preposition`` than its own is where it was said, not what («на встрече предложил …»).
    """

    id: str
    lemmas: list[str] = Field(min_length=1)
    status: Literal["tense", "held", "planned", "possible", "denied", "judged", "none"]
    takes_part: bool
    negated: Status = "denied"
    preposition: str = ""


class KindWords(Entry):
    """Words in the sentence that settle the kind of a meeting («телефонный» makes a call)."""

    id: str
    kind: MeetingKind
    words: list[str]
    over: list[MeetingKind]


class JointPost(Entry):
    """A plural for those who met, and words of the titles by which it can mean them.

    ``of`` are the words one of which has to follow: «главы МИД», «лидеры двух стран».
    """

    nouns: list[str] = Field(min_length=1)
    of: list[str] = []
    titles: list[str] = Field(min_length=1)


class MeetingsLexicon(LexiconModel):
    """``meetings.toml``."""

    file: ClassVar[str] = "meetings.toml"

    proxies: list[str]
    not_sides: list[str]
    crowds: list[str]
    courts: list[str]
    seats: list[str]
    unnamed_bodies: list[str]
    press_titles: list[str]
    private_titles: list[str]
    offices: list[str]
    spokesmen: list[str]
    clerks: list[str]
    not_meetings: list[str]
    crimes: list[str]
    background_nouns: list[str]
    venues: list[str]
    both_sides: list[str]
    sport_words: list[str]
    sport_limit: int = Field(ge=1)
    countable: list[str]
    series: list[str]
    backgrounds: list[str]
    asides: list[str]
    counterparts: list[str]
    ordinals: list[str]
    in_it: list[str]
    in_signing: list[str]
    apart_words: list[str]
    arrivals: list[str]
    recall_words: list[str]
    recalling: list[str]
    then: list[str]
    joint_post: list[JointPost]
    next_words: list[str]
    planned_words: list[str]
    possible_words: list[str]
    denied_words: list[str]
    unmet_words: list[str]
    hopes: list[str]
    confirmations: list[str]
    refutals: list[str]
    schedules: list[str]
    then_words: list[str]
    departures: list[str]
    governor: list[Governor]
    kind: list[KindWords]
    frame: list[MeetingFrame]


class OutcomeFrame(Entry):
    """How a word tells of an outcome, where its content stands and whose act it is.

    ``content`` lists the shapes its content may have, in order (see ``frames.content.anchors``).
    ``parties`` says whose act it is: ``both`` sides', the ``subject``'s own, or a ``superior``'s
    with the subordinate. ``carriers`` are the verbs that must carry a noun trigger;
    ``with_words`` must stand in the sentence, ``without_words`` must not, ``not_with`` must not
    hang on the trigger; ``content_heads`` and ``not_content`` are lemmas the content must or must
    not have as head. One of ``content_words`` must stand in the content («вместе построить»).
    The content of an ``of_document`` frame is headed by one of the lexicon's document heads.
    ``doer`` is the slot of who acts, where that is not the subject («их интересует лес»).
    ``needs_meeting`` keeps the frame to articles that tell of a contact. ``form`` is what the
    trigger (of a noun, its carrier) must be: ``told`` is past or future, ``ahead`` to come or
    planned («намерен купить»), ``bare`` has no subject («было решено»). A full
    participle («подписанный в мае») is a trigger only where ``participle`` says so. The subject of
    an ``agentless`` frame is a paper or a plan and never a party; an act that is ``mutual`` is
    that of all sides where none is named, a ``joint`` one needs two doers or all sides, one that is
    ``said`` is done by the words themselves («поможем», «давайте построим»). ``follows`` lists acts
    of which one must have been told right before («подписан план. Предусмотрены …»). ``addressee``
    are slots of the other side; ``trade`` frames read goods as items, which in ``inbound`` ones
    come to the subject («закупает»).
    The lemma ``*`` is any but ``except_lemmas``. ``behind`` lists words of which one stands shortly
    before the trigger («в планах», «среди вопросов»), ``not_behind`` those of which none does; in a
    ``partisan`` act parties of politics are sides, one of ``states`` is told without a contact and
    theirs or a union's; a trigger ``by_document`` has a paper as its subject, one
    ``under_document`` stands in a sentence that opens with what a paper says («согласно договору»).
    The content of an ``across`` frame names both sides of the contact or says «совместный». A
    ``negated`` trigger means the contrary: «не обошли вниманием». An order ``within`` one side is
    told to its own people («губернатор ждёт от министра план»); where it is not, the trigger's next
    frame is asked. The trigger of a ``treaty`` frame is a paper whose own words name its sides and
    that stands: one of the ``carriers`` carries it; where the frame has none, it is said to be
    made, has a date or is what something is done by. Of a ``faced`` act the other side must be
    known, of one ``abroad`` it is of another state.
    """

    id: str
    act: Act
    pos: PartOfSpeech
    lemmas: list[str] = Field(min_length=1)
    content: list[Shape] = Field(min_length=1)
    parties: Literal["both", "subject", "superior"]
    status: OutcomeStatus = "done"
    carriers: list[str] = []
    with_words: list[str] = []
    without_words: list[str] = []
    not_with: list[str] = []
    addressee: list[Slot] = []
    content_heads: list[str] = []
    content_words: list[str] = []
    of_document: bool = False
    not_content: list[str] = []
    doer: Slot = "subject"
    except_lemmas: list[str] = []
    behind: list[str] = []
    not_behind: list[str] = []
    partisan: bool = False
    states: bool = False
    by_document: bool = False
    under_document: bool = False
    treaty: bool = False
    across: bool = False
    within: bool = False
    negated: bool = False
    faced: bool = False
    abroad: bool = False
    needs_meeting: bool = False
    form: list[Form] = []
    participle: bool = False
    agentless: bool = False
    mutual: bool = False
    joint: bool = False
    said: bool = False
    follows: list[Act] = []
    trade: bool = False
    inbound: bool = False
    confidence: float = Field(default=0.7, ge=0, le=1)


class OutcomesLexicon(LexiconModel):
    """``outcomes.toml``."""

    file: ClassVar[str] = "outcomes.toml"

    both_sides: list[str]
    own_side: list[str]
    guests: list[str]
    superiors: list[str]
    private_posts: list[str]
    offices: list[str]
    private_bodies: list[str]
    private_matters: list[str]
    crowds: list[str]
    firms: list[str]
    pointing: list[str]
    gatherings: list[str]
    comings: list[str]
    refusals: list[str]
    letters: list[str]
    causes: list[str]
    document_heads: list[str]
    frame: list[OutcomeFrame]


Stem = Annotated[str, Field(min_length=3)]


class TopicWords(Entry):
    """A topic tag: stems, whole lemmas, stems that count only for want of others."""

    id: Topic
    stems: list[Stem]
    words: list[str] = []
    weak: list[Stem] = []


class TopicsLexicon(LexiconModel):
    """``topics.toml``: topic tags by the beginnings of folded lemmas."""

    file: ClassVar[str] = "topics.toml"

    idioms: list[str]
    topic: list[TopicWords]


class MeetingCode(Entry):
    """CAMEO and PLOVER codes of a kind and status of meeting."""

    kind: MeetingKind
    status: MeetingStatus
    cameo: str
    plover: str


class OutcomeCode(Entry):
    """CAMEO and PLOVER codes of an act and status."""

    act: Act
    status: OutcomeStatus
    cameo: str
    plover: str


class CodesLexicon(LexiconModel):
    """``codes.toml``: CAMEO (Schrodt 2012) and PLOVER (OEDA 2018) as the contract sets them."""

    file: ClassVar[str] = "codes.toml"

    hosting: list[str]
    hosted: str
    third_place: str
    multilateral: str
    meeting: list[MeetingCode]
    outcome: list[OutcomeCode]
