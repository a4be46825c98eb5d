from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.findings.v1 import cases_pb2 as _cases_pb2
from rectify.findings.v1 import common_problems_pb2 as _common_problems_pb2
from rectify.findings.v1 import evidence_pb2 as _evidence_pb2
from rectify.findings.v1 import feedback_pb2 as _feedback_pb2
from rectify.findings.v1 import findings_pb2 as _findings_pb2
from rectify.findings.v1 import handover_pb2 as _handover_pb2
from rectify.findings.v1 import inspection_pb2 as _inspection_pb2
from rectify.findings.v1 import key_lists_pb2 as _key_lists_pb2
from rectify.findings.v1 import ledger_pb2 as _ledger_pb2
from rectify.findings.v1 import letters_pb2 as _letters_pb2
from rectify.findings.v1 import monthly_pb2 as _monthly_pb2
from rectify.findings.v1 import plans_pb2 as _plans_pb2
from rectify.findings.v1 import principal_pb2 as _principal_pb2
from rectify.findings.v1 import register_pb2 as _register_pb2
from rectify.findings.v1 import registers_pb2 as _registers_pb2
from rectify.findings.v1 import reports_pb2 as _reports_pb2
from rectify.findings.v1 import returns_pb2 as _returns_pb2
from rectify.findings.v1 import round_reports_pb2 as _round_reports_pb2
from rectify.findings.v1 import rounds_pb2 as _rounds_pb2
from rectify.findings.v1 import signoff_pb2 as _signoff_pb2
from rectify.findings.v1 import similarity_pb2 as _similarity_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
