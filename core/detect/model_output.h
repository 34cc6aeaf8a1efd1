#pragma once

#include <ATen/core/ivalue.h>

#include <array>
#include <opencv2/core.hpp>

#include "class_decoding.h"
#include "data/model_card.h"
#include "data/segmentation.h"
#include "picture_input.h"

namespace sheen {

/** Of several answers of a network that have names, the first of these counts. */
inline constexpr std::array answerNames = {"out", "logits", "seg_logits", "masks"};

/** The network's answer: the tensor itself, or the first one of a list, tuple or dictionary. */
at::Tensor firstTensor(const c10::IValue& output);

/**
 * Throws Error(Unreadable) where the answer to an empty picture cannot be what the card says: its shape, the
 * number of its channels, its numbers.
 */
void checkOutput(const at::Tensor& output, const ModelCard& card, cv::Size input);

/**
 * Channels x height x width, single precision, on the CPU, close together. Throws Error: another shape, or
 * values that are no numbers.
 */
at::Tensor planesOf(const at::Tensor& output, const ModelCard& card);

/** What planesOf() gave, which must outlive it, as it is decoded. */
ClassPlanes classPlanesOf(const at::Tensor& planes, const ModelCard& card);

/**
 * Turns the answer to a picture into classes and confidence at the picture's size. Throws Error as planesOf()
 * does, and where a class map holds a value other than 255 that the card does not name.
 */
Segmentation decodeOutput(const at::Tensor& output, const ModelCard& card, const InputGeometry& geometry,
                          cv::Size picture);

}  // namespace sheen
