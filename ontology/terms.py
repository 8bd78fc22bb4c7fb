"""Terms as objects: the one place where code names an IRI.

Each term of our own namespace is declared in `vocabulary/`; a test compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

__all__ = ["Namespace"]


@dataclass(frozen=True, slots=True)
class Namespace:
    """A namespace that mints terms.

    Example:
        >>> str(Namespace("https://example.org/ns#")("knows"))
        '<https://example.org/ns#knows>'
    """

    base: str

    def __call__(self, name: str) -> NamedNode:
        """Mint the term of this namespace that bears the local name.

        Raises:
            ValueError: the name makes no valid IRI.
        """
        return NamedNode(self.base + name)

    def __contains__(self, iri: object) -> bool:
        """Say whether an IRI, as term or text, lies in this namespace."""
        value = iri.value if isinstance(iri, NamedNode) else iri
        return isinstance(value, str) and value.startswith(self.base)

    def local(self, iri: NamedNode | str) -> str:
        """Cut the namespace off an IRI.

        Raises:
            ValueError: the IRI lies in another namespace.

        Example:
            >>> DL.local(REPORTS_TO)
            'reportsTo'
        """
        value = iri if isinstance(iri, str) else iri.value
        if not value.startswith(self.base):
            raise ValueError(
                f"{value} does not lie in {self.base}: look it up in its own namespace"
            )
        return value[len(self.base) :]


DL = Namespace("https://w3id.org/dottedline/ns#")
REF = Namespace("https://w3id.org/dottedline/ref/")
RULES = Namespace("https://w3id.org/dottedline/rule/")
SHAPES = Namespace("https://w3id.org/dottedline/shapes#")
ORG = Namespace("http://www.w3.org/ns/org#")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
DCT = Namespace("http://purl.org/dc/terms/")
SCHEMA = Namespace("https://schema.org/")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
SH = Namespace("http://www.w3.org/ns/shacl#")

PREFIXES = {
    "dl": DL.base,
    "ref": REF.base,
    "rule": RULES.base,
    "shape": SHAPES.base,
    "org": ORG.base,
    "prov": PROV.base,
    "oa": OA.base,
    "dct": DCT.base,
    "schema": SCHEMA.base,
    "rdf": RDF.base,
    "rdfs": RDFS.base,
    "xsd": XSD.base,
    "skos": SKOS.base,
    "owl": OWL.base,
    "sh": SH.base,
}

# The ontology's own graph, and those of the data that have a fixed name below `ref/`
VOCABULARY_GRAPH = NamedNode(DL.base.removesuffix("#"))
POLICY_GRAPH = REF("graph/policy")
PUBLISHED_GRAPH = REF("graph/published")
USUAL_GRAPH = REF("graph/usual")

# Relations of the advertised post
REPORTS_TO = DL("reportsTo")
REPORTS_DIRECTLY_TO = DL("reportsDirectlyTo")
REPORTS_ADMINISTRATIVELY_TO = DL("reportsAdministrativelyTo")
REPORTS_TECHNICALLY_TO = DL("reportsTechnicallyTo")
REPORTS_OVERALL_TO = DL("reportsOverallTo")
SUPERVISES = DL("supervises")
SUPERVISES_TECHNICALLY = DL("supervisesTechnically")
INFORMS = DL("informs")
ADVISES = DL("advises")
SUPPORTS = DL("supports")
COORDINATES_WITH = DL("coordinatesWith")
LIAISES_WITH = DL("liaisesWith")
COLLABORATES_WITH = DL("collaboratesWith")
CONSULTS_WITH = DL("consultsWith")
PARTICIPATES_IN = DL("participatesIn")
REPRESENTS = DL("represents")
USES_SYSTEM = DL("usesSystem")
ENSURES_COMPLIANCE_WITH = DL("ensuresComplianceWith")
PREPARES = DL("prepares")

# Relations of others
PART_OF = DL("partOf")
LOCATED_IN = DL("locatedIn")
REPRESENTED_BY = DL("representedBy")
ESTABLISHES = DL("establishes")
RESPONSIBLE_FOR = DL("responsibleFor")
HAS_REPORT = DL("hasReport")

POST_RELATIONS = DL("PostRelations")
THIRD_PARTY_RELATIONS = DL("ThirdPartyRelations")

# Kinds
KIND = DL("Kind")
KIND_OF = DL("kind")
KIND_CLASS = DL("kindClass")
OBJECT_KIND = DL("objectKind")
LINE = DL("line")
RANK = DL("rank")
INVERSE_LABEL = DL("inverseLabel")
ACTOR = DL("Actor")
INVERSE_LABEL = DL("inverseLabel")
GROUP = DL("Group")
BODY = DL("Body")
ARTEFACT = DL("Artefact")
INSTRUMENT = DL("Instrument")
PRODUCT = DL("Product")
SYSTEM = DL("System")
CANDIDATE = DL("Candidate")

# Posts, places, scope
POSITION = DL("Position")
GENERIC_POSITION = DL("GenericPosition")
ADVERTISED_POST = DL("AdvertisedPost")
OCCURRENCE_OF = DL("occurrenceOf")
CONTRACTED_BY = DL("contractedBy")
PLACE = DL("Place")
COUNTRY = DL("Country")
CITY = DL("City")
REGION = DL("Region")
COUNTRY_OF = DL("country")
REGION_OF = DL("region")
SCOPE_BASIS = DL("scopeBasis")
FROM_DUTY_STATION = DL("FromDutyStation")
STATED = DL("Stated")

# Notices and postings
NOTICE = DL("Notice")
SHA256 = DL("sha256")
CHARACTERS = DL("characters")
SOURCE = DL("source")
ADVERTISES = DL("advertises")
GRADE = DL("grade")
REQUISITION = DL("requisition")
CONTRACT_TYPE = DL("contractType")
DUTY_STATION = DL("dutyStation")
LANGUAGE_REQUIRED = DL("languageRequired")
LANGUAGE_DESIRABLE = DL("languageDesirable")
EXPERIENCE_YEARS = DL("experienceYears")
DUTY_COUNT = DL("dutyCount")
TRAINING = DL("training")
MENTIONS = DL("mentions")
STATES_NONE = DL("statesNone")
REPORTING_LINE = DL("reportingLine")
LINE_STATED = DL("LineStated")
LINE_NOT_STATED = DL("LineNotStated")
SECTION_NOT_FOUND = DL("SectionNotFound")
NAME_USE = DL("NameUse")
TIMES = DL("times")
SHORT_FORM = DL("ShortForm")
ACRONYM = DL("acronym")
EXPANSION = DL("expansion")

# Claims
ASSERTION = DL("Assertion")
THIRD_PARTY_ASSERTION = DL("ThirdPartyAssertion")
SUBJECT = DL("subject")
RELATION = DL("relation")
OBJECT = DL("object")
MODALITY = DL("modality")
CONDITIONAL = DL("Conditional")
INFERRED = DL("Inferred")
ASSUMED = DL("Assumed")
VIA = DL("via")
CHOICE_CLASS = DL("Choice")
CHOICE = DL("choice")
CONDITION = DL("condition")
TOPIC = DL("topic")
URGENCY = DL("urgency")
SURFACE_FORM = DL("surfaceForm")

# Evidence
CUE = DL("cue")
RULE = DL("rule")
SECTION_CLASS = DL("Section")
SECTION = DL("section")
OBJECT_START = DL("objectStart")
OBJECT_END = DL("objectEnd")

# Lexicon
ORGANIZATION_OF = DL("organization")
SCOPE = DL("scope")
CITED_WORK = DL("CitedWork")
REFERENCE_ASSERTION = DL("ReferenceAssertion")
CAVEAT = DL("caveat")
GENERAL_KNOWLEDGE = DL("GeneralKnowledge")
SOURCE_GENERAL_KNOWLEDGE = REF("source-general-knowledge")
ONLY_IN_CONTEXT = DL("onlyInContext")
SHORT_LABEL = DL("shortLabel")
HOMONYM_OF = DL("homonymOf")
DATED_NAME = DL("datedName")
DATED_NAME_CLASS = DL("DatedName")
STARTS_NOT_BEFORE = DL("startsNotBefore")
STARTS_NOT_AFTER = DL("startsNotAfter")
ENDS_NOT_BEFORE = DL("endsNotBefore")
ENDS_NOT_AFTER = DL("endsNotAfter")
CONFIDENCE_CLASS = DL("Confidence")
CONFIDENCE = DL("confidence")
VACANCY_TEXT = DL("VacancyText")
SOURCE_VACANCIES = REF("source-vacancies")

# W3C ORG
ORG_REPORTS_TO = ORG("reportsTo")
ORG_ORGANIZATION = ORG("Organization")
FORMAL_ORGANIZATION = ORG("FormalOrganization")
ORGANIZATIONAL_UNIT = ORG("OrganizationalUnit")
ORG_POST = ORG("Post")
ORG_ROLE_CLASS = ORG("Role")
ORG_ROLE = ORG("role")
ORG_POST_IN = ORG("postIn")
ORG_UNIT_OF = ORG("unitOf")
ORG_SUB_ORGANIZATION_OF = ORG("subOrganizationOf")
ORG_CLASSIFICATION = ORG("classification")

# PROV-O
ENTITY = PROV("Entity")
BUNDLE = PROV("Bundle")
WAS_DERIVED_FROM = PROV("wasDerivedFrom")
ALTERNATE_OF = PROV("alternateOf")

# Web Annotation
SPECIFIC_RESOURCE = OA("SpecificResource")
TEXT_POSITION_SELECTOR = OA("TextPositionSelector")
TEXT_QUOTE_SELECTOR = OA("TextQuoteSelector")
HAS_SOURCE = OA("hasSource")
START = OA("start")
END = OA("end")
EXACT = OA("exact")

# Dublin Core, schema.org, RDF, RDFS, SKOS, XSD
DCT_LANGUAGE = DCT("language")
DCT_SOURCE = DCT("source")
DCT_CITATION = DCT("bibliographicCitation")
DCT_CREATOR = DCT("creator")
DCT_DESCRIPTION = DCT("description")
DCT_ISSUED = DCT("issued")
DCT_LICENSE = DCT("license")
DCT_MODIFIED = DCT("modified")
DCT_TITLE = DCT("title")
CREATOR = DCT("creator")
CITATION = DCT("bibliographicCitation")
DCT_IS_REPLACED_BY = DCT("isReplacedBy")
JOB_POSTING = SCHEMA("JobPosting")
TITLE = SCHEMA("title")
HIRING_ORGANIZATION = SCHEMA("hiringOrganization")
EMPLOYMENT_UNIT = SCHEMA("employmentUnit")
VALID_THROUGH = SCHEMA("validThrough")
TOTAL_JOB_OPENINGS = SCHEMA("totalJobOpenings")
TYPE = RDF("type")
ONTOLOGY = OWL("Ontology")
VERSION_INFO = OWL("versionInfo")
VERSION_IRI = OWL("versionIRI")
CLASS = OWL("Class")
OBJECT_PROPERTY = OWL("ObjectProperty")
DATATYPE_PROPERTY = OWL("DatatypeProperty")
ANNOTATION_PROPERTY = OWL("AnnotationProperty")
IMPORTS = OWL("imports")
VERSION_INFO = OWL("versionInfo")
VERSION_IRI = OWL("versionIRI")
DISJOINT_WITH = OWL("disjointWith")
INVERSE_OF = OWL("inverseOf")
LABEL = RDFS("label")
COMMENT = RDFS("comment")
DOMAIN = RDFS("domain")
RANGE = RDFS("range")
SEE_ALSO = RDFS("seeAlso")
SUB_CLASS_OF = RDFS("subClassOf")
SUB_PROPERTY_OF = RDFS("subPropertyOf")
CONCEPT = SKOS("Concept")
CONCEPT_SCHEME = SKOS("ConceptScheme")
IN_SCHEME = SKOS("inScheme")
PREF_LABEL = SKOS("prefLabel")
ALT_LABEL = SKOS("altLabel")
HIDDEN_LABEL = SKOS("hiddenLabel")
NOTATION = SKOS("notation")
DEFINITION = SKOS("definition")
EXAMPLE = SKOS("example")
CHANGE_NOTE = SKOS("changeNote")
SCOPE_NOTE = SKOS("scopeNote")
CHANGE_NOTE = SKOS("changeNote")
EXAMPLE = SKOS("example")
NOTE = SKOS("note")
BROADER = SKOS("broader")
XSD_STRING = XSD("string")
XSD_DATE = XSD("date")
XSD_INTEGER = XSD("integer")
NON_NEGATIVE_INTEGER = XSD("nonNegativeInteger")

# SHACL, and the rules that a graph is checked by
CHECK = DL("Check")
REMEDY = DL("remedy")
SH_NODE_SHAPE = SH("NodeShape")
SH_PROPERTY_SHAPE = SH("PropertyShape")
SH_MESSAGE = SH("message")
SH_SEVERITY = SH("severity")
SH_VIOLATION = SH("Violation")
SH_WARNING = SH("Warning")
SH_INFO = SH("Info")
SH_RESULT = SH("result")
SH_FOCUS_NODE = SH("focusNode")
SH_SOURCE_SHAPE = SH("sourceShape")
SH_VALUE = SH("value")
