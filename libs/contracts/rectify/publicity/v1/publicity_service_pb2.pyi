from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from rectify.publicity.v1 import disclosure_pb2 as _disclosure_pb2
from rectify.publicity.v1 import ideology_pb2 as _ideology_pb2
from rectify.publicity.v1 import surveys_pb2 as _surveys_pb2
from rectify.publicity.v1 import typical_cases_pb2 as _typical_cases_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
