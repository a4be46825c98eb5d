"""Why the register cannot follow a decision about a post."""

from kernel.errors import Kind, Refusal


class AnotherServes(Refusal):
    """By the register somebody else serves whom the decision does not replace."""

    code = "another-principal-serves"
    kind = Kind.BLOCKED
    en = "by the register somebody else serves as principal of {code} on {day}, whom the decision does not replace"
    zh = "据登记，{day} 另有他人担任 {code} 主要负责人，且决定未指明由拟任人员接替"
    next_en = "decide anew and name who is replaced"
    next_zh = "请重新作出决定并指明被接替的人员"


class PersonUnknown(Refusal):
    """The register does not know the person."""

    code = "person-unknown"
    kind = Kind.NOT_FOUND
    en = "the register knows no person {person}"
    zh = "登记中没有该人员：{person}"
    next_en = "register the person first (`person register`), then decide anew"
    next_zh = "请先登记人员（person register），再重新作出决定"
