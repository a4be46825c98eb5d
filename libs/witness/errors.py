"""Refusals of a witness and of its client, each with a stable code and a message in English and Chinese."""

from translog.errors import TranslogError


class WitnessError(TranslogError):
    """Base of every refusal in this library; `code`, `where`, `facts` and `text` are those of `TranslogError`."""

    code = "witness"


# --- what a witness answers, beyond what the protocol names ----------------------------------------------------------


class ClockBehind(WitnessError):
    """The witness's clock stands well before the last time that it cosigned at."""

    code = "witness-clock-behind"
    en = "the clock of this witness stands {seconds} s before its last cosignature of {where}. Its operator must correct the clock."
    zh = "本见证方的时钟比其上次联署 {where} 的时间早 {seconds} 秒。请见证方运营者校正时钟。"


class MemoryUnavailable(WitnessError):
    """What the witness holds cannot be read or written now; nothing was cosigned."""

    code = "witness-memory"
    en = "what the witness holds ({where}) cannot be read or written: {why}. Nothing was cosigned; try again later."
    zh = "见证方的记录（{where}）无法读写：{why}。未作联署，请稍后重试。"


# --- keeping a witness -----------------------------------------------------------------------------------------------


class AlreadyThere(WitnessError):
    """A folder that holds a witness already, or remains of one."""

    code = "witness-exists"
    en = "{where} exists already. A witness's key is never written over; name another folder for a new witness."
    zh = "{where} 已存在。见证方密钥绝不覆盖；新的见证方请使用另一目录。"


class NotThere(WitnessError):
    """A folder without a witness, or with a part of one."""

    code = "witness-missing"
    en = (
        "{where} is missing. Make a witness with `rectify witness init`. If its record of what it cosigned was lost, do not go "
        "on with the old key: make a new witness and have its key put into the policies."
    )
    zh = (
        "缺少 {where}。请用 rectify witness init 新建见证方。若联署记录已丢失，不得继续使用旧密钥："
        "请新建见证方，并将其公钥写入各方策略。"
    )


class KeyReadable(WitnessError):
    """A key file that others may read."""

    code = "witness-key-readable"
    en = "others may read {where} (mode {mode}). Run `chmod 600` on it, and find out whether the key was copied."
    zh = "其他用户可以读取 {where}（权限 {mode}）。请执行 chmod 600，并查明密钥是否已被复制。"


class KeyOfAnother(WitnessError):
    """A key that is not the one whose cosignatures the record speaks of."""

    code = "witness-key-other"
    en = "{where} is the key {found}, but this folder's record is of {expected}. Put the right key back; never mix two witnesses."
    zh = "{where} 是密钥 {found}，而本目录的记录属于 {expected}。请恢复正确的密钥，不得混用两个见证方。"


class NameMalformed(WitnessError):
    """A name that a key cannot have."""

    code = "witness-name"
    en = "{where} cannot be the name of a witness: neither spaces nor +, at most 200 bytes, such as audit.example/witness."
    zh = "{where} 不能作为见证方名称：不得含空格或 +，最多 200 字节，例如 audit.example/witness。"


class LogsFaulty(WitnessError):
    """A policy or list of log keys that cannot be used."""

    code = "witness-logs-faulty"
    en = "{where}: {why}. Give each log's key once, by --log or a `log` line of the policy."
    zh = "{where}：{why}。请用 --log 或策略文件的 log 行给出各日志公钥，每个一次。"


class PortTaken(WitnessError):
    """An address at which this process cannot listen."""

    code = "witness-listen"
    en = "cannot listen at {where}: {why}. Choose another address with --listen."
    zh = "无法在 {where} 监听：{why}。请用 --listen 另选地址。"


# --- what a client learns --------------------------------------------------------------------------------------------


class UrlMalformed(WitnessError):
    """An address that is not one of a witness."""

    code = "witness-url"
    en = "{where} is not the address of a witness: http:// or https://, a host, and no query. Correct the policy."
    zh = "{where} 不是见证方地址：应为 http:// 或 https:// 加主机，且不含查询。请更正策略。"


class Unreachable(WitnessError):
    """A witness that does not answer, or not in time, or not in HTTP."""

    code = "witness-unreachable"
    en = "witness {where} does not answer: {why}. The checkpoint has no cosignature of it; the next one asks again."
    zh = "见证方 {where} 无应答：{why}。该检查点暂缺其联署；下一个检查点时将再次请求。"


class Refused(WitnessError):
    """A witness that answers otherwise than with a cosignature; `facts["status"]` is the HTTP status."""

    code = "witness-refused"
    en = "witness {where} refuses with status {status}: {why}. Ask its operator."
    zh = "见证方 {where} 拒绝，状态 {status}：{why}。请联系其运营者。"


class WitnessAhead(WitnessError):
    """A witness that holds a greater size than the log offers: the log was set back."""

    code = "witness-ahead"
    en = "witness {where} holds size {held}, more than the {size} offered. The log was set back; restore what is missing first."
    zh = "见证方 {where} 持有的长度为 {held}，大于所提交的 {size}：日志发生了回退。请先恢复缺失部分。"


class WitnessForked(WitnessError):
    """A witness that holds another root at the size offered: the log has forked."""

    code = "witness-forked"
    en = "witness {where} holds another root at size {size}. The log has forked: stop it and compare with what the witness holds."
    zh = "见证方 {where} 在长度 {size} 处持有另一个根：日志已分叉。请停止日志，并与见证方所持内容比对。"


class CosignatureMissing(WitnessError):
    """An answer without a cosignature of the key expected."""

    code = "witness-no-cosignature"
    en = "witness {where} answers without a valid cosignature of {key}: {why}. Compare its key with the policy."
    zh = "见证方 {where} 的应答中没有 {key} 的有效联署：{why}。请将其公钥与策略核对。"
