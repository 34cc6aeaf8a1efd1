#pragma once

namespace sheen {

class Cancel;
class ModelFile;

/**
 * From now on models other than the shipped one are first loaded in a process of their own, by `sheen model
 * --check`: LibTorch and OpenCV crash on some files that somebody has tampered with, and a network may never
 * come back. Called by the program once it starts; other programs (tests) load models at once.
 */
void enableLoadTrials();

/**
 * Throws Error(Unreadable): that process crashed, did not come to an end, or refused the model, with what it
 * said; Error(Cancelled): `cancel` was requested. Each content is tried once, unless threads ask for it at
 * once.
 */
void tryInOwnProcess(const ModelFile& file, const Cancel& cancel);

}  // namespace sheen
