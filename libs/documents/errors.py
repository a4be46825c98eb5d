"""What can be wrong with a template or with the data of a document, each with a stable code."""

from kernel.errors import Kind, Refusal


class UnknownDocument(Refusal):
    """No document is called this."""

    code = "document-unknown"
    kind = Kind.NOT_FOUND
    en = "there is no document {document}"
    zh = "没有文书 {document}"
    next_en = "these are known: {known}"
    next_zh = "现有文书：{known}"


class FormNotOffered(Refusal):
    """The document is not made in this form."""

    code = "document-form-not-offered"
    kind = Kind.INVALID
    en = "{document} is not made as {form}"
    zh = "文书 {document} 不提供 {form} 格式"
    next_en = "choose one of: {known}"
    next_zh = "可选格式：{known}"


class DataUnreadable(Refusal):
    """The file with the document's data is not JSON."""

    code = "document-data-unreadable"
    kind = Kind.INVALID
    en = "{file}, line {line}: this is not JSON: {why}"
    zh = "{file} 第 {line} 行：不是有效的 JSON：{why}"
    next_en = "correct the line; `rectify document sample` writes a file that is right"
    next_zh = "请更正该行；可用 rectify document sample 生成一份正确的数据文件作参照"


class DataInvalid(Refusal):
    """A field of the document's data is missing, unknown or of the wrong form."""

    code = "document-data-invalid"
    kind = Kind.INVALID
    en = "{file}, field {path}: {why}"
    zh = "{file} 字段 {path}：{why}"
    next_en = "correct the field; `rectify document sample` writes a file that is right"
    next_zh = "请更正该字段；可用 rectify document sample 生成一份正确的数据文件作参照"


class TemplateMissing(Refusal):
    """A folder of templates is not there."""

    code = "template-folder-missing"
    kind = Kind.NOT_FOUND
    en = "there is no folder of templates {folder}"
    zh = "没有模板文件夹 {folder}"
    next_en = "`rectify document templates {folder}` writes the default templates there"
    next_zh = "可用 rectify document templates {folder} 写出默认模板"


class TemplateExists(Refusal):
    """Writing the default templates would overwrite somebody's."""

    code = "template-exists"
    kind = Kind.CONFLICT
    en = "{file} exists already"
    zh = "{file} 已存在"
    next_en = "choose another folder, or give --force to write the default over it"
    next_zh = "请另选文件夹，或加 --force 以默认模板覆盖"


class TemplateUnknown(Refusal):
    """A template file in the folder belongs to no document."""

    code = "template-unknown"
    kind = Kind.INVALID
    en = "{file} is the template of no document"
    zh = "{file} 不对应任何文书"
    next_en = "give it the name of the template that it replaces: {known}"
    next_zh = "请改用所替换模板的文件名：{known}"


class TemplateBroken(Refusal):
    """A template cannot be read or carried out."""

    code = "template-broken"
    kind = Kind.INVALID
    en = "{file}, line {line}: {why}; it says: {text}"
    zh = "{file} 第 {line} 行：{why}；原文：{text}"
    next_en = "repair the template; in a docx lines are paragraphs, counted from the top, cells of tables included"
    next_zh = "请修改模板；docx 中的“行”指自上而下的段落序号（含表格单元格内的段落）"


class TemplateField(Refusal):
    """A template asks for a field that the document does not have."""

    code = "template-field-unknown"
    kind = Kind.INVALID
    en = "{file}, line {line}: there is no field {name}; it says: {text}"
    zh = "{file} 第 {line} 行：没有字段 {name}；原文：{text}"
    next_en = "fields there: {known}"
    next_zh = "该处可用字段：{known}"


class TextTooLong(Refusal):
    """A cell of a workbook cannot hold a text."""

    code = "document-text-too-long"
    kind = Kind.EXHAUSTED
    en = "sheet {sheet}, row {row}, column {column}: the text has {size} characters, a cell holds {limit}"
    zh = "工作表 {sheet} 第 {row} 行“{column}”：文字共 {size} 字，单元格最多 {limit} 字"
    next_en = "shorten the text, or ask for docx or pdf"
    next_zh = "请缩短文字，或改用 docx、pdf 格式"
