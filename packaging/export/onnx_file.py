"""ONNX files: the card in their metadata (Protocol Buffers), and OpenCV to run them; without the onnx package."""

import cv2
import numpy as np
import torch


def _varint(value):
    encoded = bytearray()
    while value >= 0x80:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(encoded + bytes([value]))


def _field(number, content):
    if isinstance(content, int):
        return _varint(number << 3) + _varint(content)
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _fields(content):
    """Number and content of each field of a message."""
    place = 0

    def varint():
        nonlocal place
        value = shift = 0
        while True:
            byte = content[place]
            place += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while place < len(content):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
            continue
        length = varint() if key & 7 == 2 else {1: 8, 5: 4}[key & 7]
        yield key >> 3, content[place:place + length]
        place += length


# Of a ModelProto, a GraphProto and a NodeProto.
GRAPH = 7
NODE, INITIALIZER = 1, 5
INPUT, OUTPUT, OPERATION = 1, 2, 4


def without_copies(model):
    """The bytes of an ONNX file where weights are used by their own names: OpenCV cannot read copies of them."""
    return b"".join(_field(number, _graph_without_copies(content) if number == GRAPH else content)
                    for number, content in _fields(model))


def _graph_without_copies(graph):
    parts = list(_fields(graph))
    weights = {dict(_fields(content))[8] for number, content in parts if number == INITIALIZER}
    names = {}
    for number, content in parts:
        node = dict(_fields(content)) if number == NODE else {}
        if node.get(OPERATION) == b"Identity" and node[INPUT] in weights:
            names[node[OUTPUT]] = node[INPUT]

    def renamed(node):
        return b"".join(_field(number, names.get(content, content) if number == INPUT else content)
                        for number, content in _fields(node))

    kept = [(number, renamed(content) if number == NODE else content) for number, content in parts
            if not (number == NODE and dict(_fields(content)).get(OUTPUT) in names)]
    return b"".join(_field(number, content) for number, content in kept)


METADATA = 14  # of a ModelProto: StringStringEntryProto, key 1 and value 2


def with_card(model, card):
    """The bytes of an ONNX file with a card (JSON text) in it: fields of a message may follow one another anyhow."""
    return model + _field(METADATA, _field(1, b"model.json") + _field(2, card.encode()))


def card_in(model):
    """The card inside, or nothing."""
    for number, content in _fields(model):
        if number == METADATA:
            entry = dict(_fields(content))
            if entry.get(1) == b"model.json":
                return entry[2]
    return None


class Network:
    """An ONNX file as OpenCV runs it; takes and gives tensors."""

    def __init__(self, path):
        self.net = cv2.dnn.readNetFromONNX(str(path))

    def __call__(self, planes):
        self.net.setInput(planes.numpy())
        return torch.from_numpy(np.array(self.net.forward()))
