"""A document's data as a file of one form."""

from documents import catalogue
from documents.catalogue import offered
from documents.paper import Paper
from documents.templates import Templates


def render(kind: str, paper: Paper, form: str, templates: Templates | None = None) -> bytes:
    """The file's bytes: the same for the same data, templates and versions of the libraries.

    Args:
        kind: which document.
        paper: its data.
        form: json, docx, xlsx or pdf.
        templates: where templates are; the defaults when None.

    Raises:
        UnknownDocument, FormNotOffered: there is no such document, or not in this form.
        TemplateBroken, TemplateField, TextTooLong: the template, or what it makes of the data.
    """
    where = templates or Templates()
    # What one form needs takes a while to load, so the others do without it.
    match offered(kind, form):
        case "json":
            return catalogue.written(paper)
        case "docx":
            from documents import as_docx

            return as_docx.render(paper, where.file(kind, "docx"))
        case "xlsx":
            from documents import as_xlsx

            return as_xlsx.render(paper, where.file(kind, "xlsx"))
        case "pdf":
            from documents import as_pdf

            return as_pdf.render(paper, where, kind)[0]
