#pragma once

#include <QByteArray>
#include <QString>
#include <string>

namespace sheen::test {

/**
 * A card with `classes` classes (0 "water", the others oil with codes 1 to 5), input RGB with mean 128 and
 * deviation 64. `kind` as in the card's output.
 */
QByteArray modelCard(int classes, const char* kind = "logits", double temperature = 1, int width = 0,
                     int height = 0);

/**
 * A TorchScript file. `body` is the body of forward(self, x), a line or more, with four blanks before each;
 * `dark` is at hand in it: 1 x 1 x H x W, positive where the picture is darker than grey. No card inside
 * where `card` is empty.
 */
void saveModel(const QString& path, const QByteArray& card, const std::string& body);

/** Two classes: oil where the picture is dark. Logits at a quarter of the input. */
void saveDarkIsOil(const QString& path);

/** A parameter of a million numbers, of which the file holds four. */
void saveWithShortTensor(const QString& path);

/** A parameter whose size goes on behind the numbers that it is made of. */
void saveWithTensorBeyondItsStorage(const QString& path);

/** One number that a buffer repeats 2^40 times. */
void saveWithEndlessTensor(const QString& path);

/** Oil where the picture is dark; with a weight in half or double precision. */
void saveInPrecision(const QString& path, bool half);

/** As a PyTorch of some later year writes it: the archive has a version that no LibTorch of today reads. */
void saveOfNewerTorch(const QString& path);

/** A program that calls an operator which no LibTorch of today has. */
void saveWithUnknownOperator(const QString& path);

/** An archive as torch.save writes it: no program inside. */
void saveCheckpoint(const QString& path);

}  // namespace sheen::test
