"""How an extension changes its base: overrides, additions and omissions, each of them explicit."""

from .errors import Fault, RulebookError
from .yaml_tree import Mark, Node, fault, text_node

_VOCABULARIES = ("citations", "parties", "events", "documents", "consequences")
_MARKED_PARTS = ("party", "addressee", "deadline", "window", "evidence", "verifier")


def merged(base: Node, own: Node, ref: str) -> Node:
    """The tree of an extension applied to the resolved tree of its base.

    Raises:
        RulebookError: an override or omission names a rule that the base lacks, or an addition one that it has.
    """
    extends = own.items()["extends"]
    borrowed = extends.scalar("inherited") == "borrowed"
    base_ref = f"{base.scalar('id')}@{base.items()['version'].value}"
    faults: list[Fault] = []
    result = base
    for key in ("id", "version", "title", "owner", "effective_from", "zone"):
        if (child := own.get(key)) is not None:
            result = result.put(key, child, own.keys[key])
    result = result.put("base", text_node(base_ref, extends.mark))
    result = result.put("examples", own.get("examples") or Node([], own.mark, {}))
    for key in _VOCABULARIES:
        result = result.put(key, _vocabulary(base.items()[key], own, key, faults))
    result = _rules(result, own, ref, extends.mark if borrowed else None, faults)
    result = result.put("settings", _settings(base.items()["settings"], own, extends.mark if borrowed else None))
    if faults:
        raise RulebookError(faults)
    return result


def _section(own: Node, key: str) -> Node:
    """A part of the extension, empty when it is not there."""
    return own.get(key) or Node({}, own.mark, {})


def _vocabulary(base: Node, own: Node, key: str, faults: list[Fault]) -> Node:
    section = _section(own, key)
    for code, child in section.items().items():
        if code in base.items():
            faults.append(fault("rulebook-term-duplicate", section.keys[code], f"{key}.{code}", code))
        base = base.put(code, child, section.keys[code])
    return base


def _rules(result: Node, own: Node, ref: str, borrowed: Mark | None, faults: list[Fault]) -> Node:
    origins = result.items()["origins"]
    rules = {str(rule.scalar("id")): rule for rule in result.items()["rules"].elements()}
    overrides, omissions = _section(own, "overrides"), _section(own, "drop")
    for name, section in (("overrides", overrides), ("drop", omissions)):
        unknown = [rule_id for rule_id in section.items() if rule_id not in rules]
        faults += [fault("rulebook-rule-unknown", section.keys[rule_id], f"{name}.{rule_id}", rule_id) for rule_id in unknown]
    rules = {rule_id: rule for rule_id, rule in rules.items() if rule_id not in omissions.items()}
    for rule_id, rule in rules.items():
        change = overrides.get(rule_id)
        rules[rule_id] = _changed(rule if borrowed is None else _marked_borrowed(rule, change, borrowed), change)
        if change is not None:
            origins = origins.put(rule_id, text_node(ref, change.mark))
    for index, rule in enumerate(_section(own, "add").elements()):
        rule_id = str(rule.scalar("id"))
        if rule_id in rules:
            faults.append(fault("rulebook-rule-duplicate", rule.mark, f"add.{index}", rule_id))
        rules[rule_id] = rule
        origins = origins.put(rule_id, text_node(ref, rule.mark))
    kept = {rule_id: child for rule_id, child in origins.items().items() if rule_id in rules}
    result = result.put("origins", Node(kept, own.mark, {}))
    result = result.put("rules", Node(list(rules.values()), own.mark, {}))
    # What the base dropped stays dropped.
    dropped = result.items()["dropped"]
    for rule_id, reason in omissions.items().items():
        dropped = dropped.put(rule_id, reason)
    return result.put("dropped", dropped)


def _changed(rule: Node, change: Node | None) -> Node:
    if change is not None:
        for key, child in change.items().items():
            rule = rule.put(key, child, change.keys[key])
    return rule


def _marked_borrowed(rule: Node, change: Node | None, mark: Mark) -> Node:
    """Other measures' rule as a default: all parts that are not overridden become inference."""
    inference = text_node(True, mark)
    for key in _MARKED_PARTS:
        part = rule.get(key)
        if part is not None and (change is None or change.get(key) is None):
            rule = rule.put(key, part.put("inference", inference), rule.keys[key])
    # An override that cites its own source states the duty itself; the parts it leaves out stay borrowed.
    return rule.put("inference", text_node(change is None, mark))


def _settings(base: Node, own: Node, borrowed: Mark | None) -> Node:
    section = _section(own, "settings")
    for key, child in base.items().items():
        if borrowed is not None and key not in section.items():
            base = base.put(key, child.put("inference", text_node(True, borrowed)), base.keys[key])
    for key, child in section.items().items():
        base = base.put(key, child, section.keys[key])
    return base
