from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SurveyQuestion(_message.Message):
    __slots__ = ("code", "text", "finding")
    CODE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    code: str
    text: str
    finding: str
    def __init__(self, code: _Optional[str] = ..., text: _Optional[str] = ..., finding: _Optional[str] = ...) -> None: ...

class SurveyReply(_message.Message):
    __slots__ = ("question", "choice")
    QUESTION_FIELD_NUMBER: _ClassVar[int]
    CHOICE_FIELD_NUMBER: _ClassVar[int]
    question: str
    choice: str
    def __init__(self, question: _Optional[str] = ..., choice: _Optional[str] = ...) -> None: ...

class OpenSurveyRequest(_message.Message):
    __slots__ = ("meta", "number", "case", "title", "questions", "respondents", "tokens", "closes_on")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    QUESTIONS_FIELD_NUMBER: _ClassVar[int]
    RESPONDENTS_FIELD_NUMBER: _ClassVar[int]
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    CLOSES_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    case: str
    title: str
    questions: _containers.RepeatedCompositeFieldContainer[SurveyQuestion]
    respondents: _containers.RepeatedScalarFieldContainer[str]
    tokens: _containers.RepeatedScalarFieldContainer[str]
    closes_on: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., title: _Optional[str] = ..., questions: _Optional[_Iterable[_Union[SurveyQuestion, _Mapping]]] = ..., respondents: _Optional[_Iterable[str]] = ..., tokens: _Optional[_Iterable[str]] = ..., closes_on: _Optional[str] = ...) -> None: ...

class AnswerSurveyRequest(_message.Message):
    __slots__ = ("meta", "survey", "token", "respondent", "replies")
    META_FIELD_NUMBER: _ClassVar[int]
    SURVEY_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    RESPONDENT_FIELD_NUMBER: _ClassVar[int]
    REPLIES_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    survey: str
    token: str
    respondent: str
    replies: _containers.RepeatedCompositeFieldContainer[SurveyReply]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., survey: _Optional[str] = ..., token: _Optional[str] = ..., respondent: _Optional[str] = ..., replies: _Optional[_Iterable[_Union[SurveyReply, _Mapping]]] = ...) -> None: ...

class CloseSurveyRequest(_message.Message):
    __slots__ = ("meta", "survey")
    META_FIELD_NUMBER: _ClassVar[int]
    SURVEY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    survey: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., survey: _Optional[str] = ...) -> None: ...

class GetSurveyRequest(_message.Message):
    __slots__ = ("meta", "survey")
    META_FIELD_NUMBER: _ClassVar[int]
    SURVEY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    survey: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., survey: _Optional[str] = ...) -> None: ...

class QuestionTotals(_message.Message):
    __slots__ = ("code", "satisfied", "fairly", "not_satisfied", "dont_know")
    CODE_FIELD_NUMBER: _ClassVar[int]
    SATISFIED_FIELD_NUMBER: _ClassVar[int]
    FAIRLY_FIELD_NUMBER: _ClassVar[int]
    NOT_SATISFIED_FIELD_NUMBER: _ClassVar[int]
    DONT_KNOW_FIELD_NUMBER: _ClassVar[int]
    code: str
    satisfied: int
    fairly: int
    not_satisfied: int
    dont_know: int
    def __init__(self, code: _Optional[str] = ..., satisfied: _Optional[int] = ..., fairly: _Optional[int] = ..., not_satisfied: _Optional[int] = ..., dont_know: _Optional[int] = ...) -> None: ...

class RespondentCount(_message.Message):
    __slots__ = ("respondent", "answers")
    RESPONDENT_FIELD_NUMBER: _ClassVar[int]
    ANSWERS_FIELD_NUMBER: _ClassVar[int]
    respondent: str
    answers: int
    def __init__(self, respondent: _Optional[str] = ..., answers: _Optional[int] = ...) -> None: ...

class GetSurveyResponse(_message.Message):
    __slots__ = ("survey", "case", "org", "number", "title", "state", "questions", "respondents", "minimum", "tokens", "spent", "closes_on", "closed_on", "answers", "uncounted", "enough", "satisfied_permille", "totals", "by_respondent")
    SURVEY_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    QUESTIONS_FIELD_NUMBER: _ClassVar[int]
    RESPONDENTS_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_FIELD_NUMBER: _ClassVar[int]
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    SPENT_FIELD_NUMBER: _ClassVar[int]
    CLOSES_ON_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    ANSWERS_FIELD_NUMBER: _ClassVar[int]
    UNCOUNTED_FIELD_NUMBER: _ClassVar[int]
    ENOUGH_FIELD_NUMBER: _ClassVar[int]
    SATISFIED_PERMILLE_FIELD_NUMBER: _ClassVar[int]
    TOTALS_FIELD_NUMBER: _ClassVar[int]
    BY_RESPONDENT_FIELD_NUMBER: _ClassVar[int]
    survey: str
    case: str
    org: str
    number: str
    title: str
    state: str
    questions: _containers.RepeatedCompositeFieldContainer[SurveyQuestion]
    respondents: _containers.RepeatedScalarFieldContainer[str]
    minimum: int
    tokens: int
    spent: int
    closes_on: str
    closed_on: str
    answers: int
    uncounted: int
    enough: bool
    satisfied_permille: int
    totals: _containers.RepeatedCompositeFieldContainer[QuestionTotals]
    by_respondent: _containers.RepeatedCompositeFieldContainer[RespondentCount]
    def __init__(self, survey: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., title: _Optional[str] = ..., state: _Optional[str] = ..., questions: _Optional[_Iterable[_Union[SurveyQuestion, _Mapping]]] = ..., respondents: _Optional[_Iterable[str]] = ..., minimum: _Optional[int] = ..., tokens: _Optional[int] = ..., spent: _Optional[int] = ..., closes_on: _Optional[str] = ..., closed_on: _Optional[str] = ..., answers: _Optional[int] = ..., uncounted: _Optional[int] = ..., enough: _Optional[bool] = ..., satisfied_permille: _Optional[int] = ..., totals: _Optional[_Iterable[_Union[QuestionTotals, _Mapping]]] = ..., by_respondent: _Optional[_Iterable[_Union[RespondentCount, _Mapping]]] = ...) -> None: ...

class ListSurveysRequest(_message.Message):
    __slots__ = ("meta", "case", "state", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    state: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class SurveyLine(_message.Message):
    __slots__ = ("survey", "case", "number", "title", "state", "spent", "closed_on")
    SURVEY_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    SPENT_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    survey: str
    case: str
    number: str
    title: str
    state: str
    spent: int
    closed_on: str
    def __init__(self, survey: _Optional[str] = ..., case: _Optional[str] = ..., number: _Optional[str] = ..., title: _Optional[str] = ..., state: _Optional[str] = ..., spent: _Optional[int] = ..., closed_on: _Optional[str] = ...) -> None: ...

class ListSurveysResponse(_message.Message):
    __slots__ = ("surveys",)
    SURVEYS_FIELD_NUMBER: _ClassVar[int]
    surveys: _containers.RepeatedCompositeFieldContainer[SurveyLine]
    def __init__(self, surveys: _Optional[_Iterable[_Union[SurveyLine, _Mapping]]] = ...) -> None: ...
