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
        result = result.put(key, _vocabulary(base.items()[key], own.get(key), key, faults))
    result = _rules(result, own, ref, extends.mark if borrowed else None, faults)
    result = result.put("settings", _settings(base.items()["settings"], own, extends.mark if borrowed else None))
    if faults:
        raise RulebookError(faults)
    return result


def _vocabulary(base: Node, own: Node | None, key: str, faults: list[Fault]) -> Node:
    for code, child in own.items().items() if own is not None else ():
        assert own is not None
        if code in base.items():
            faults.append(fault("RULEBOOK_TERM_DUPLICATE", own.keys[code], f"{key}.{code}", code))
        base = base.put(code, child, own.keys[code])
    return base


def _rules(result: Node, own: Node, ref: str, borrowed: Mark | None, faults: list[Fault]) -> Node:
    origins = result.items()["origins"]
    dropped = Node({}, own.mark, {})
    rules = {str(rule.scalar("id")): rule for rule in result.items()["rules"].elements()}
    overrides = own.get("overrides")
    changes = overrides.items() if overrides is not None else {}
    omissions = own.get("drop")
    for name, section in (("overrides", overrides), ("drop", omissions)):
        if section is None:
            continue
        for rule_id in section.items():
            if rule_id not in rules:
                faults.append(fault("RULEBOOK_RULE_UNKNOWN", section.keys[rule_id], f"{name}.{rule_id}", rule_id))
    for rule_id, reason in omissions.items().items() if omissions is not None else ():
        dropped = dropped.put(rule_id, reason)
        rules.pop(rule_id, None)
    for rule_id, rule in rules.items():
        change = changes.get(rule_id)
        if borrowed is not None:
            rule = _marked_borrowed(rule, change, borrowed)
        if change is not None:
            for key, child in change.items().items():
                rule = rule.put(key, child, change.keys[key])
            origins = origins.put(rule_id, text_node(ref, change.mark))
        rules[rule_id] = rule
    additions = own.get("add")
    for index, rule in enumerate(additions.elements() if additions is not None else ()):
        rule_id = str(rule.scalar("id"))
        if rule_id in rules:
            faults.append(fault("RULEBOOK_RULE_DUPLICATE", rule.mark, f"add.{index}", rule_id))
        rules[rule_id] = rule
        origins = origins.put(rule_id, text_node(ref, rule.mark))
    kept = {rule_id: child for rule_id, child in origins.items().items() if rule_id in rules}
    result = result.put("origins", Node(kept, own.mark, {}))
    result = result.put("rules", Node(list(rules.values()), own.mark, {}))
    return result.put("dropped", dropped)


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
    section = own.get("settings")
    changes = section.items() if section is not None else {}
    for key, child in base.items().items():
        if key in changes:
            assert section is not None
            base = base.put(key, changes[key], section.keys[key])
        elif borrowed is not None:
            base = base.put(key, child.put("inference", text_node(True, borrowed)), base.keys[key])
    for key, child in changes.items():
        if key not in base.items():
            base = base.put(key, child)
    return base
