"""The Jinja environment of templates: no code of the template's author runs outside it, an unknown name is an error."""

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from documents import chinese, fields
from documents.errors import TemplateBroken, TemplateField
from documents.paper import Paper


def environment(*, markup: bool) -> ImmutableSandboxedEnvironment:
    """An environment; with `markup`, texts are escaped for XML."""
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=markup, keep_trailing_newline=True)
    made.globals.clear()
    made.filters |= {
        "day": chinese.day,
        "month": chinese.month,
        "ordinal": chinese.ordinal,
        "or_none": chinese.or_none,
        "yuan": chinese.yuan,
        "numbered": chinese.numbered,
        "joined": chinese.joined,
        "stop": chinese.stop,
        "paragraphs": chinese.paragraphs,
    }
    return made


def inspect(
    env: ImmutableSandboxedEnvironment,
    source: str,
    paper: type[Paper],
    file: str,
    extra: dict[str, fields.Shape] | None = None,
    first: int = 1,
    said: str = "",
) -> None:
    """Find what is wrong with a template's text before it is carried out.

    Args:
        env: its environment.
        source: the text.
        paper: the document's model.
        file: what the template is called in refusals.
        extra: names beside the document's fields.
        first: number of the source's first line in the file.
        said: what the template says there; the source's own line when empty.

    Raises:
        TemplateBroken: its syntax is wrong, or it uses a filter that does not exist.
        TemplateField: it names a field that the document does not have.
    """
    lines = source.splitlines()

    def at(line: int) -> str:
        return (said or (lines[line - 1].strip() if 0 < line <= len(lines) else ""))[:200] or "-"

    try:
        tree = env.parse(source)
        env.compile(source)
        fields.check(tree, paper, extra)
    except TemplateSyntaxError as fault:
        line = fault.lineno
        raise TemplateBroken(file=file, line=first + line - 1, text=at(line), why=f"模板语法错误（{fault.message}）") from None
    except fields.UnknownField as fault:
        line, known = fault.line, ", ".join(fault.known) or "无 / none"
        raise TemplateField(
            field=fault.name, file=file, line=first + line - 1, text=at(line), name=fault.name, known=known
        ) from None


def why(fault: Exception) -> str:
    """What went wrong when a template was carried out."""
    match fault:
        case UndefinedError():
            return f"用到了不存在的内容（{fault.message}）"
        case SecurityError():
            return f"模板不允许执行该操作（{fault.message}）"
        case TemplateError():
            return f"模板无法执行（{fault.message}）"
    return f"模板无法执行（{fault}）"
