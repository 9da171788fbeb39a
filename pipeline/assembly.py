"""The stages we ship, in their order."""

from __future__ import annotations

from .knowledge import Lexicon
from .nlp import Models
from .stage import Stage
from .stages.coreference import CoreferenceStage
from .stages.dates import DatesStage
from .stages.documents import DocumentsStage
from .stages.events import EventsStage
from .stages.facilities import FacilitiesStage
from .stages.meetings import MeetingsStage
from .stages.morphology import MorphologyStage
from .stages.names import NamesStage
from .stages.organizations import OrganizationsStage
from .stages.outcomes import OutcomesStage
from .stages.people import PeopleStage
from .stages.regions import RegionsStage
from .stages.segmentation import SegmentationStage
from .stages.speech import SpeechStage
from .stages.syntax import SyntaxStage
from .stages.topics import TopicsStage
from .stages.zones import ZonesStage


def default_stages(lexicon: Lexicon, models: Models) -> list[Stage]:
    """Every stage from a bare text to meetings and outcomes."""
    return [
        ZonesStage(lexicon),
        SegmentationStage(),
        MorphologyStage(models),
        NamesStage(models),
        SyntaxStage(models),
        RegionsStage(lexicon),
        OrganizationsStage(lexicon),
        EventsStage(lexicon),
        DocumentsStage(lexicon),
        FacilitiesStage(lexicon),
        PeopleStage(lexicon),
        DatesStage(lexicon),
        CoreferenceStage(lexicon),
        SpeechStage(lexicon),
        MeetingsStage(lexicon),
        OutcomesStage(lexicon),
        TopicsStage(lexicon),
    ]
